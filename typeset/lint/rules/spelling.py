"""The rule `spelling`: words are written as dictionaries have them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from typeset.lint.spelling.dictionary import own
from typeset.lint.spelling.packages import WITHOUT_SPACES, package
from typeset.lint.spelling.speller import NOUNS_ARE_CAPITAL, Speller
from typeset.lint.subject import Subject
from typeset.lint.telling import advice, at_word
from typeset.lint.texts import strings, texts
from typeset.lint.tokens import WORD, Token, tokens
from typeset.resume.text import Text
from typeset.source.findings import Finding

_SHORTEST, _SHORTEST_NAME, _LONGEST = 6, 7, 40
"""Letters from which a word is looked up, and to which: fewer are often initials; with a capital, names."""
_FOREIGN = 1 / 3
"""The share of unknown words from which a text is in another language."""
_FEWEST = 3
"""Unknown words that any text may have."""
_IDEOGRAPHS = "\u2e80"
"""The first of the signs that Chinese, Japanese and Korean are written in, without spaces."""
_PARTS_OF_MORE = frozenset("@_/\\-‑–#~$=+*^|\u2400")

_Found = list[tuple[Text, list[str]]]
"""Texts, each with its words to look up."""


def spelling(subject: Subject) -> Iterator[Finding]:
    """Every word is in a dictionary of its language, unless it is a name.

    A misspelt word is the fault that most readers name first. Sentences are looked up, in the language that each is
    given in, in the Hunspell dictionaries of this machine; American English is always there. Names, employers, places,
    keywords and whatever stands in them are right, as are some hundreds of words of trades. A word is told where one
    slip (a letter too many, too few, wrong or in the wrong place) makes it of another word; what is like no other
    word is taken for a name. A word that is right after all goes into `content/words.txt`, one on a line.
    """
    found: dict[str, _Found] = defaultdict(list)
    for said in texts(subject):
        if said.is_prose and said.language.partition("-")[0] not in WITHOUT_SPACES:
            words = [token.word for token in tokens(said.text) if _is_word(token, said.language)]
            if words:
                found[said.language].append((said.text, words))
    names = _names(subject)
    for language, looked_up in found.items():
        yield from _in_language(language, looked_up, subject, names)


def _in_language(language: str, found: _Found, subject: Subject, names: frozenset[str]) -> Iterator[Finding]:
    dictionaries = subject.shelf(language)
    if not dictionaries:
        brings = package(language)
        hint = f"on Debian and Ubuntu `apt-get install {brings}` brings one" if brings else None
        message = f"there is no dictionary for `{language.partition('-')[0]}`: spelling is not looked at"
        yield advice("spelling", message, None, hint)
        return
    english = own("en_US")
    others = (english,) if english and english not in dictionaries else ()
    speller = Speller(language, dictionaries, others, subject.words | names)
    for word, text in _wrong(found, speller).items():
        if meant := speller.meant(_bare(word)):
            yield _told(word, text, meant, language)


def _wrong(found: _Found, speller: Speller) -> dict[str, Text]:
    """Return the words that nobody knows, in texts that are in the language at all, and where each stands first."""
    wrong: dict[str, Text] = {}
    for text, words in found:
        unknown = [word for word in words if not speller.knows(_bare(word))]
        if len(unknown) < _FEWEST or len(unknown) < _FOREIGN * len(words):
            wrong |= {word: text for word in unknown if word not in wrong}
    return wrong


def _told(word: str, text: Text, meant: list[str], language: str) -> Finding:
    hint = f"did you mean {' or '.join(f'`{each}`' for each in meant)}? Or add it to content/words.txt"
    return advice("spelling", f"`{word}` is in no dictionary for `{language}`", at_word(text.place, word), hint)


def _is_word(token: Token, language: str) -> bool:
    """Whether a word is one to look up: no initials, no part of something longer, no name."""
    word = _bare(token.word)
    if not word.isalpha() or max(word) >= _IDEOGRAPHS or _PARTS_OF_MORE & {token.before, token.after}:
        return False
    if word.islower():
        return _SHORTEST <= len(word) <= _LONGEST
    may_be_capital = token.begins or language[:2] in NOUNS_ARE_CAPITAL
    return word.istitle() and may_be_capital and _SHORTEST_NAME <= len(word) <= _LONGEST


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _names(subject: Subject) -> frozenset[str]:
    """Return the words of all names and addresses, in small letters."""
    said = [each.text.plain for each in texts(subject) if not each.is_prose]
    return frozenset(word.lower() for text in (*said, *strings(subject.resume)) for word in WORD.findall(text))
