"""FRESH, the résumé format of HackMyResume, as JSON or YAML in; draft of content out.

Its sections are mappings with a `summary` and a `history`, or lists; what content has no section for becomes one of
the person's own. Texts are Markdown, as in content. Sections keep the file's order.
"""

from __future__ import annotations

from collections.abc import Iterator

from typeset.readers.draft.draft import Draft
from typeset.readers.draft.nodes import is_empty, mapped, text_of
from typeset.readers.draft.notebook import Notebook
from typeset.readers.draft.notes import Fate
from typeset.readers.draft.sample import Sample
from typeset.readers.fresh.entries import entries, history
from typeset.readers.fresh.person import PERSON, basics
from typeset.readers.fresh.sections import OWN, own_section
from typeset.resume.values import kind_of
from typeset.source import Fault, Faults, Key, Mapping, Node, Place, Scalar, Sequence
from typeset.source.place import Source

TITLE = "FRESH"

_SECTIONS = {
    "employment": "work",
    "projects": "projects",
    "skills": "skills",
    "service": "volunteer",
    "education": "education",
    "recognition": "awards",
    "writing": "publications",
    "references": "references",
    "testimonials": "references",
    "languages": "languages",
    "interests": "interests",
}
"""The model's section of each of FRESH's."""

_WITH_HISTORY = ("employment", "education", "service", "affiliation")
_HEADED = {"employment": "work", "education": "education", "service": "volunteer"}


def recognizes(sample: Sample) -> bool:
    """Whether the file says that it is FRESH, or has a name at its top beside sections with a `history`."""
    tree = sample.tree
    if not isinstance(tree, Mapping) or tree.get("basics") is not None:
        return False
    meta = tree.get("meta")
    if isinstance(meta, Mapping) and text_of(meta.get("format")).upper().startswith("FRESH"):
        return True
    shaped = any(isinstance(node := tree.get(key), Mapping) and history(node) for key in (*_WITH_HISTORY, "skills"))
    return isinstance(tree.get("name"), Scalar) and shaped


def read(sample: Sample) -> Draft:
    """Return the draft of a FRESH file; raises `Faults` for what is none, and for one that says nothing."""
    tree = sample.tree
    if not isinstance(tree, Mapping):
        place = tree.place if tree else Place(Source(sample.name, "") if sample.is_binary else sample.text, 1, 1)
        raise Faults([Fault(f"this is {kind_of(tree) if tree else 'neither JSON nor YAML'}, and no FRESH", place)])
    if all(is_empty(value) or not _tells(value) for key, value in tree if key.text != "meta"):
        place = (tree.get("name") or tree).place
        raise Faults([Fault("the file tells of nobody: all it has is empty", place, "write a `name` first")])
    book = Notebook()
    return Draft(Mapping(tuple(_content(tree, book)), tree.place), tuple(book.notes), tree)


def _tells(node: Node) -> bool:
    """Whether anything but numbers and truth values is said: templates are filled with those."""
    match node:
        case Scalar():
            return not node.plain or text_of(node) not in ("", "0", "true", "false")
        case Sequence():
            return any(map(_tells, node.items))
        case Mapping():
            return any(_tells(value) for _, value in node if not is_empty(value))


def _content(tree: Mapping, book: Notebook) -> Iterator[tuple[Key, Node]]:
    """Yield the keys of content, each once, where its first part stood."""
    parts: dict[str, list[Node]] = {}
    places: dict[str, Place] = {}
    headings: list[tuple[Key, Node]] = []
    others: list[tuple[Key, Node]] = []
    yield Key("basics", tree.place), basics(tree, book)
    for key, node in tree:
        target = _SECTIONS.get(key.text) or ("sections" if key.text in OWN else None)
        if key.text in PERSON:
            continue
        if not target:
            others.append((key, _meta(node, book) if key.text == "meta" else node))
            continue
        made = [own_section(key.text, node, book)] if key.text in OWN else entries(key.text, node, book)
        parts.setdefault(target, []).extend(part for part in made if not is_empty(part))
        places.setdefault(target, key.place)
        if key.text in _HEADED and isinstance(node, Mapping) and (summary := node.get("summary")):
            headings.append((Key(_HEADED[key.text], key.place), mapped([("summary", summary)], summary.place)))
    yield from ((Key(name, places[name]), Sequence(tuple(found), places[name])) for name, found in parts.items())
    if headings:
        yield Key("headings", headings[0][0].place), Mapping(tuple(headings), headings[0][0].place)
    yield from others


def _meta(node: Node, book: Notebook) -> Node:
    """Return what is said of the file, without FRESH's own version."""
    if not isinstance(node, Mapping):
        return node
    if (said := node.get("format")) is not None:
        book.note(Fate.DROPPED, "`meta.format`: content is of another format", said.place)
    return Mapping(tuple(entry for entry in node if entry[0].text != "format"), node.place)
