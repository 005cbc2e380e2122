"""One entry of a RenderCV section in; an item of a section of the model, or of a person's own section, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from typeset.readers.draft.nodes import is_empty, listed, mapped, string, text_of
from typeset.readers.draft.notebook import Notebook
from typeset.readers.draft.notes import Fate
from typeset.readers.rendercv.moments import moments
from typeset.readers.rendercv.texts import authors, highlights, unlinked
from typeset.resume.model import Education, Publication, Volunteer, Work
from typeset.source import Mapping, Node, Scalar, Sequence

Entries = list[tuple[str, Node | None]]

OWN = "sections"
"""What a section of the person's own is called among the targets."""

_KINDS = {
    "bullet": ("bullet",),
    "number": ("number",),
    "reversed": ("reversed_number",),
    "text": ("content",),
    "line": ("label", "details"),
    "experience": ("company", "position"),
    "education": ("institution", "area", "degree"),
    "publication": ("authors", "journal", "doi", "title"),
    "normal": ("name",),
}
"""The keys that tell each kind of entry, in the order in which they are looked for."""

_DATED = frozenset(["work", "volunteer", "education", "projects"])
_FITS: dict[tuple[str, str], dict[str, str]] = {
    ("experience", "work"): {"company": "name"},
    ("experience", "volunteer"): {"company": "organization"},
    ("education", "education"): {"degree": "studyType"},
    ("publication", "publications"): {"title": "name", "journal": "publisher", "date": "releaseDate"},
    ("normal", "projects"): {},
    ("normal", "work"): {"name": "position"},
    ("normal", "volunteer"): {"name": "position"},
    ("normal", "education"): {"name": "institution"},
    ("normal", "awards"): {"name": "title"},
    ("normal", "certificates"): {},
    ("normal", "publications"): {"date": "releaseDate"},
    ("line", "skills"): {"label": "name", "details": "keywords"},
    ("line", "interests"): {"label": "name", "details": "keywords"},
    ("line", "languages"): {"label": "language", "details": "fluency"},
    ("line", "awards"): {"label": "title", "details": "summary"},
    ("line", "certificates"): {"label": "name", "details": "summary"},
    ("bullet", "awards"): {"bullet": "title"},
    ("bullet", "certificates"): {"bullet": "name"},
    ("bullet", "skills"): {"bullet": "name"},
    ("bullet", "interests"): {"bullet": "name"},
    ("experience", OWN): {"position": "title", "company": "organization"},
    ("education", OWN): {"area": "title", "degree": "subtitle", "institution": "organization"},
    ("publication", OWN): {"journal": "organization", "authors": "subtitle"},
    ("normal", OWN): {"name": "title"},
    ("line", OWN): {"details": "value"},
    ("bullet", OWN): {"bullet": "text"},
    ("text", OWN): {"content": "body"},
}
"""Which entries a section of the model takes, and what it calls their keys where it has another name."""

_NAMING = {
    "work": Work.naming,
    "volunteer": Volunteer.naming,
    "education": Education.naming,
    "publications": Publication.naming,
    OWN: ("title", "subtitle", "organization", "label"),
}
_TEXTS = ("value", "summary", "highlights", "body", "keywords", "links", "x")

_GUESSED = frozenset([("normal", "work"), ("normal", "volunteer"), ("normal", "education")])
_LINKED = frozenset(["name", "company", "institution"])
_YEAR = re.compile(r"(.*\S)\s+\(((?:1[5-9]|20)\d\d)\)")
_COMMA = re.compile(r",\s+(?![^()]*\))")
_LONGEST_KEYWORD, _LONGEST_NAME = 5, 40


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry and its kind."""

    node: Mapping
    kind: str

    def says(self, *keys: str) -> bool:
        """Whether there is anything under one of the keys."""
        return any((node := self.node.get(key)) and not is_empty(node) for key in keys)


def entry(node: Node) -> Entry | None:
    """Return an entry; None for what is of no kind."""
    if isinstance(node, Scalar):
        return Entry(mapped([("content", node)], node.place), "text") if text_of(node) else None
    if not isinstance(node, Mapping):
        return None
    if node.get("name") and node.get("details") and not node.get("label"):  # version 1.0
        named = (("label" if key.text == "name" else key.text, value) for key, value in node)
        node = mapped(named, node.place)
    for kind, keys in _KINDS.items():
        found = (node.get(key) for key in keys)
        if any(isinstance(value, Scalar) and text_of(value) for value in found):
            return Entry(node, kind)
    return None


def fits(found: Entry, target: str) -> bool:
    """Whether a section of the model has room for what an entry says."""
    if (found.kind, target) not in _FITS:
        return False
    if found.kind == "normal" and target not in _DATED:
        return not found.says("highlights", "location", "start_date", "end_date")
    if found.kind == "bullet" and target in ("skills", "interests"):
        return len(text_of(found.node.get("bullet"))) <= _LONGEST_NAME
    return True


def item(found: Entry, target: str, person: str, notebook: Notebook) -> Node:
    """Return the item that an entry becomes in a section."""
    names = _FITS[found.kind, target]
    if (found.kind, target) in _GUESSED:
        message = f"an entry with a `name` alone under {target}: taken as its `{names['name']}`"
        notebook.once(Fate.GUESSED, message, found.node.place)
    single = "date" if target == OWN else names.get("date", "" if target in _DATED else "date")
    made = moments(found.node, single, notebook)
    dates = [name for name, _ in made]
    for key, value in found.node:
        is_said = key.text == "date" or (key.text in ("start_date", "end_date") and not found.says("date"))
        if is_empty(value) or is_said:
            continue
        linked = key.text in _LINKED and not found.says("url")
        made += _value(key.text, names.get(key.text, key.text), value, person, notebook, linked=linked)
    kept = [(name, node) for name, node in (_titled(made) if target == OWN else made) if node]
    if [name for name, _ in kept] == ["text"]:
        return kept[0][1]
    naming = [name for name in _NAMING.get(target, ()) if name in dict(kept)]
    return mapped(sorted(kept, key=lambda pair: _rank(pair[0], naming, dates)), found.node.place)


def _rank(name: str, naming: list[str], dates: list[str]) -> int:
    """Return where a key stands: what an item is called, other facts, dates, texts."""
    if name in naming:
        return naming.index(name)
    if name in dates:
        return 20
    return 30 + _TEXTS.index(name) if name in _TEXTS else 10


def _value(
    key: str, name: str, value: Node, person: str, notebook: Notebook, *, linked: bool
) -> Iterator[tuple[str, Node | None]]:
    """Yield what one key of an entry becomes; a `linked` one may be a link and nothing else."""
    if linked and (parts := unlinked(value))[1]:
        notebook.once(Fate.REPAIRED, f"a `{key}` that is a link: its address made `url`", value.place)
        yield name, parts[0]
        yield "url", parts[1]
    elif key == "authors":
        yield from _authors(name, authors(value, person, notebook))
    elif key == "highlights":
        yield name, highlights(value, notebook)
    elif name == "keywords" and isinstance(value, Scalar):
        yield _keywords(value)
    elif key == "bullet" and name in ("title", "name") and (found := _YEAR.fullmatch(text_of(value))):
        notebook.once(Fate.GUESSED, f"a year in parentheses at the end of a `{key}` made its `date`", value.place)
        yield name, string(found[1], value.place)
        yield "date", string(found[2], value.place)
    else:
        yield name, value


def _authors(name: str, found: Node | None) -> Iterator[tuple[str, Node | None]]:
    if name == "authors" or not found or isinstance(found, Scalar | Mapping):
        yield name, found
        return
    yield name, string(", ".join(text_of(author) for author in found.items), found.place)
    yield "x", mapped([("authors", found)], found.place)


def _keywords(value: Scalar) -> tuple[str, Node | None]:
    """Return what a skill's details list, or what they say in prose."""
    parts = _COMMA.split(text_of(value))
    is_prose = ";" in value.text or ". " in value.text or any(part.startswith("and ") for part in parts)
    if is_prose or any(len(part.split()) > _LONGEST_KEYWORD for part in parts):
        return "summary", value
    return "keywords", listed((string(part, value.place) for part in parts), value.place)


def _titled(made: Entries) -> Entries:
    """Return an entry of a person's own section with a title, the best that there is; a DOI among its links."""
    names = {name for name, node in made if node is not None}
    for stand_in in ("subtitle", "organization") if not names & {"title", "label", "text", "body"} else ():
        if stand_in in names:
            made = [("title" if name == stand_in else name, node) for name, node in made]
            break
    doi = next((node for name, node in made if name == "doi" and isinstance(node, Scalar)), None)
    if doi is None:
        return made
    label, address = string(f"doi:{text_of(doi)}", doi.place), string(f"https://doi.org/{text_of(doi)}", doi.place)
    link = mapped([("url", address), ("label", label)], doi.place)
    more = [node for name, links in made if name == "links" and isinstance(links, Sequence) for node in links.items]
    return [*(pair for pair in made if pair[0] not in ("doi", "links")), ("links", listed([*more, link], doi.place))]
