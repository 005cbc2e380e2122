"""A draft's tree in; the same with what its paragraphs call by name, a thesis or keywords, in fields of their own, out.

Fields stand on the page where the paragraphs stood, so that nothing changes its place: keywords are taken from the last
paragraph only, a thesis from the first, the line on an employer from the first where a CV has such lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from typeset.readers.draft.nodes import listed, mapped, string, text_of, without
from typeset.readers.outline.pieces import Piece, is_within_brackets, piece_of
from typeset.readers.outline.vocabulary import is_action
from typeset.source import Key, Mapping, Node, Scalar, Sequence

_KEYWORDS = (
    r"(?:[Tt]echnolog(?:y|ies)|[Tt]echs?|[Tt]ools|[Tt]ech(?:nology)? [Ss]tack|[Ss]tack|[Kk]ey ?words|[Ee]nvironment|"
    r"[Mm]ethods(?: and tools)?|[Tt]ools and [Mm]ethods|[Ss]kills|Technologien|Werkzeuge|Technologies|Tecnologías|"
    r"Outils|Stichworte|Mots-clés)(?: (?:and [Tt]ools|[Uu]sed|verwendet|eingesetzt|utilisées|utilizadas))?"
)
_THESIS = (
    r"(?:Ph\.?D\.? |[Mm]aster['’]?s |[Bb]achelor['’]?s )?(?:[Dd]issertation|[Tt]hesis(?: [Tt]itle)?|Diplomarbeit|"
    r"Masterarbeit|Bachelorarbeit|Abschlussarbeit|Mémoire|Tesis)"
)
_SUPERVISOR = r"(?:Supervis(?:or|ed by)|Advis[eo]r|Betreuer(?:in)?|Betreuung|Direct(?:eur|or)a?)"
_LABELLED = re.compile(rf"(?P<label>{_KEYWORDS}|{_THESIS}|{_SUPERVISOR})\s?[:：]\s+(?=\S)")
_BOUNDARY = re.compile(rf"(?<=[.!?\"”’)])\s+(?=(?:{_KEYWORDS}|{_THESIS}|{_SUPERVISOR})\s?[:：]\s)")
_NAME = re.compile(rf"{_SUPERVISOR}\s?:\s+(?:\S+\s+){{1,4}}?(?=[A-Z][a-z]+\s)")
_QUOTED = re.compile(r"[\"“„«](?P<title>[^\"“”„«»]+?)[.,]?[\"”“»][.,]?")
_LONGEST_KEYWORD = 250
_LONGEST_LINE = 140
_FEWEST_LINES = 3
_TWO_SENTENCES = re.compile(r"(?<!\.\.)[.!?][\"”)]*\s+[A-Z]")
_WORDS = {"successor": "now", "thesis": "Thesis", "supervisor": "Supervisor", "keywords": "Keywords"}
_FIRST = ("basics", "meta", "headings")
_KINDS = ("work", "volunteer", "education", "projects")


def parted(text: str) -> list[str]:
    """Return a paragraph as several where a thesis, a supervisor or keywords are called by name in its midst."""
    parts = _BOUNDARY.split(text)
    made = []
    for part in parts:
        end = _end_of_name(part)
        made += [part[:end].rstrip(), part[end:]] if end else [part]
    return made


def _end_of_name(part: str) -> int:
    """Return where a supervisor's name ends because a verb with a capital follows; 0 where nothing does."""
    if not re.match(_SUPERVISOR, part):
        return 0
    words = [*re.finditer(r"\S+", part)]
    verbs = (word.start() for word in words[2:7] if word[0][0].isupper() and is_action(word[0]))
    return next(verbs, 0)


def with_facts(tree: Mapping) -> Mapping:
    """Return the tree with keywords, theses, supervisors and descriptions in their fields."""
    words: Counter[str] = Counter(label for _, item in _items(tree) if (label := _label_of_keywords(item)))
    word = next(iter(words.most_common(1)), (None, 0))[0]
    has_lines = _has_lines(tree)

    def settle(kind: str, item: Mapping) -> Mapping:
        if word and _label_of_keywords(item) == word:
            item = _with_keywords(item)
        if kind == "education":
            item = _with_supervisor(_with_thesis(item))
        return _with_description(item) if has_lines and kind == "work" else item

    made = _mapped_items(tree, settle)
    return _with_word(made, word, tree) if word else made


def words_set(tree: Mapping) -> Iterator[str]:
    """Yield the words that a page sets before what stands in fields, each as often as it does: "now", "Supervisor"."""
    labels = tree.get("labels")
    own = {key.text: text_of(value) for key, value in labels} if isinstance(labels, Mapping) else {}
    for _, item in _items(tree):
        for key, value in item:
            if key.text in _WORDS:
                yield own.get(key.text) or _WORDS[key.text]
            if key.text == "thesis" and isinstance(value, Mapping) and value.get("supervisor"):
                yield own.get("supervisor") or _WORDS["supervisor"]


def _items(tree: Mapping) -> Iterator[tuple[str, Mapping]]:
    for key, value in tree:
        if key.text in _KINDS and isinstance(value, Sequence):
            yield from ((key.text, item) for item in value.items if isinstance(item, Mapping))


def _mapped_items(tree: Mapping, change: Callable[[str, Mapping], Mapping]) -> Mapping:
    made: list[tuple[Key, Node]] = []
    for key, value in tree:
        if key.text in _KINDS and isinstance(value, Sequence):
            items = [change(key.text, item) if isinstance(item, Mapping) else item for item in value.items]
            value = Sequence(tuple(items), value.place)
        made.append((key, value))
    return Mapping(tuple(made), tree.place)


# Paragraphs of an item


def _last_field(item: Mapping) -> str | None:
    """Return the key of the text that ends an item."""
    return next(
        (name for name in ("body", "summary") if item.get(name) and not (name == "summary" and item.get("highlights"))),
        None,
    )


def _paragraphs(item: Mapping, name: str | None) -> list[str]:
    value = item.get(name) if name else None
    return re.split(r"\n{2,}", value.text) if isinstance(value, Scalar) else []


def _with_paragraphs(item: Mapping, name: str, paragraphs: list[str]) -> Mapping:
    value = item.get(name)
    if not isinstance(value, Scalar):
        return item
    if not paragraphs:
        return without(item, name)
    changed = Scalar("\n\n".join(paragraphs), value.place)
    return Mapping(tuple((key, changed if key.text == name else old) for key, old in item), item.place)


def _labelled(paragraph: str, item: Mapping) -> tuple[str, Piece] | None:
    """Return the label at the beginning of a paragraph, and what stands behind it."""
    piece = piece_of(Scalar(paragraph, item.place))
    found = _LABELLED.match(piece.plain)
    return (
        (found["label"], Piece(piece.cut(found.end()).runs, piece.place)) if found and "\n" not in paragraph else None
    )


# Keywords


def _label_of_keywords(item: Mapping) -> str | None:
    paragraphs = _paragraphs(item, _last_field(item))
    found = _labelled(paragraphs[-1], item) if paragraphs and not item.get("keywords") else None
    return found[0] if found and re.fullmatch(_KEYWORDS, found[0]) and _keywords(found[1]) else None


def _keywords(piece: Piece) -> list[Piece]:
    """Return what commas part, outside of brackets; nothing where a part is as long as a text."""
    plain = piece.plain
    made, start = [], 0
    for found in re.finditer(r"[,;]\s+", plain):
        if not is_within_brackets(plain, found.start()):
            made.append(_whole(piece, start, found.start()))
            start = found.end()
    made.append(_whole(piece, start, len(plain.rstrip().removesuffix("."))))
    made = [word for word in made if word]
    return made if all(len(word.plain) <= _LONGEST_KEYWORD for word in made) else []


def _whole(piece: Piece, start: int, end: int) -> Piece:
    """Return a part as it is, with signs such as the dot of ".NET"."""
    return Piece(piece.cut(start, end).runs, piece.place)


def _with_keywords(item: Mapping) -> Mapping:
    name = str(_last_field(item))
    *others, last = _paragraphs(item, name)
    value = item.get(name)
    place = value.place if value else item.place
    found = _labelled(last, item)
    words = listed([string(word.node().text, place) for word in _keywords(found[1])], place) if found else None
    left = _with_paragraphs(item, name, others)
    return Mapping((*left, *mapped([("keywords", words)], item.place)), item.place)


def _with_word(made: Mapping, word: str, tree: Mapping) -> Mapping:
    """Return the tree with the word that stands before keywords, unless it has one."""
    old = made.get("labels")
    old = old if isinstance(old, Mapping) else Mapping((), tree.place)
    if old.get("keywords") or word == "Keywords":
        return made
    whole = Mapping((*old, *mapped([("keywords", string(word, tree.place))], tree.place)), tree.place)
    rest = without(made, "labels")
    before = [entry for entry in rest if entry[0].text in _FIRST]
    after = [entry for entry in rest if entry[0].text not in _FIRST]
    return Mapping((*before, (Key("labels", tree.place), whole), *after), tree.place)


# Degrees


def _with_thesis(item: Mapping) -> Mapping:
    paragraphs = _paragraphs(item, "summary")
    found = _labelled(paragraphs[0], item) if paragraphs and not item.get("thesis") else None
    if not found or not re.fullmatch(_THESIS, found[0]):
        return item
    label, rest = found
    summary = item.get("summary")
    place = summary.place if summary else item.place
    quoted = _QUOTED.fullmatch(rest.plain)
    title = rest.cut(quoted.start("title"), quoted.end("title")) if quoted else rest.bare()
    kind = None if label == "Thesis" else string(label, place)
    thesis = mapped([("kind", kind), ("title", string(title.node().text, place))], place)
    left = _with_paragraphs(item, "summary", paragraphs[1:])
    return Mapping((*left, (Key("thesis", place), thesis)), item.place)


def _with_supervisor(item: Mapping) -> Mapping:
    paragraphs = _paragraphs(item, "summary")
    found = _labelled(paragraphs[0], item) if paragraphs and not item.get("supervisor") else None
    if not found or not re.fullmatch(_SUPERVISOR, found[0]) or len(found[1].plain) > _LONGEST_LINE // 2:
        return item
    summary = item.get("summary")
    place = summary.place if summary else item.place
    left = _with_paragraphs(item, "summary", paragraphs[1:])
    return Mapping((*left, *mapped([("supervisor", string(found[1].bare().node().text, place))], place)), item.place)


# The line on an employer


def _has_lines(tree: Mapping) -> bool:
    """Whether most jobs with several paragraphs begin with a line of one sentence."""
    works = [item for kind, item in _items(tree) if kind == "work"]
    long = [
        item
        for item in works
        if len(_paragraphs(item, "summary")) > 1 or (item.get("summary") and item.get("highlights"))
    ]
    short = [item for item in long if _line(item)]
    return len(short) >= _FEWEST_LINES and len(short) * 2 > len(long)


def _line(item: Mapping) -> str | None:
    """Return the first paragraph of a job's summary where it is one short sentence without a label."""
    if item.get("description") or item.get("positions"):
        return None
    first = next(iter(_paragraphs(item, "summary")), "")
    is_text = bool(first) and not re.match(r"[-*>] |\d+[.)]", first) and "\n" not in first
    is_one = not _TWO_SENTENCES.search(first) and not first.endswith(":") and not re.match(r"[^.]{1,40}: ", first)
    return first if is_text and is_one and len(first) <= _LONGEST_LINE else None


def _with_description(item: Mapping) -> Mapping:
    line = _line(item)
    summary = item.get("summary")
    if not line or not summary:
        return item
    left = _with_paragraphs(item, "summary", _paragraphs(item, "summary")[1:])
    made: list[tuple[Key, Node]] = []
    description = (Key("description", summary.place), Scalar(line, summary.place))
    for key, value in left:
        if key.text in ("summary", "highlights", "body", "keywords") and description not in made:
            made.append(description)
        made.append((key, value))
    return Mapping(tuple(made if description in made else [*made, description]), item.place)
