"""An advertisement, the pages of a CV and the content that they leave out in; which terms stand where out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from typeset.coverage.languages import LANGUAGES, UNKNOWN, Language, is_unspaced, language_of
from typeset.coverage.matching import Spot, Text, page_lines, spots
from typeset.coverage.posting.blocks import Block
from typeset.coverage.terms import MOST_TERMS, Term, terms


@dataclass(frozen=True, slots=True)
class Held:
    """The path of what says a term, though not on paper, and why it is not there."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Covered:
    """A term; the pages and lines of the paper that say it; where none does, what of the content says it."""

    term: Term
    on_paper: tuple[Spot[int], ...]
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """All terms of an advertisement, the weightiest first; its language; how many lighter ones there are besides.

    `remarks` say what could not be told.
    """

    terms: tuple[Covered, ...]
    language: Language
    others: int
    remarks: tuple[str, ...]

    @property
    def on_paper(self) -> tuple[Covered, ...]:
        """The terms that the pages say."""
        return tuple(each for each in self.terms if each.on_paper)

    @property
    def in_content(self) -> tuple[Covered, ...]:
        """The terms that only the content says."""
        return tuple(each for each in self.terms if each.held and not each.on_paper)

    @property
    def nowhere(self) -> tuple[Covered, ...]:
        """The terms that nothing says."""
        return tuple(each for each in self.terms if not each.held and not each.on_paper)


def cover(
    blocks: Sequence[Block],
    pages: Sequence[str],
    content: Iterable[Text[Held]],
    language_of_pages: str,
    without: Iterable[str] = (),
) -> Coverage:
    """Return where the terms of an advertisement are.

    An advertisement too short for its language to be recognised is read as one in that of the pages, whose tag (BCP 47)
    `language_of_pages` is. `content` is every text that the pages may or may not show; `without` are texts, such as
    the employer's name, whose words are no terms.
    """
    own = language_of_pages.partition("-")[0]
    language = language_of("\n".join(block.text for block in blocks))
    if language is UNKNOWN:
        language = next((each for each in LANGUAGES if each.tag == own), UNKNOWN)
    found = terms(blocks, language, without)
    weightiest = found[:MOST_TERMS]
    paper = spots(weightiest, [Text(number, page_lines(page)) for number, page in enumerate(pages, 1)], language)
    held = spots(weightiest, content, language)
    return Coverage(
        terms=tuple(
            Covered(
                term, tuple(paper[term]), tuple(dict.fromkeys(spot.where for spot in held[term] if not paper[term]))
            )
            for term in weightiest
        ),
        language=language,
        others=len(found) - len(weightiest),
        remarks=tuple(_remarks(language, own)),
    )


def _remarks(language: Language, other: str) -> Iterator[str]:
    if is_unspaced(language):
        yield (
            f"the posting is {language.name}, whose words stand without spaces between them: they are not told apart, "
            "and only names in Latin letters are listed"
        )
    elif not language.knows_phrases:
        yield f"the posting is in {language.name}, of which too little is known: only names are listed"
    if other != language.tag and language is not UNKNOWN:
        yield f"the posting is {language.name}, the CV is not: words are not translated"
