"""CSL-JSON in, as reference managers export it (citation-style-language.org, schema 1.0); publications out."""

from __future__ import annotations

import re

from typeset.readers.draft.descriptions import markdown_of_rich, rich
from typeset.readers.draft.draft import Draft
from typeset.readers.draft.finds import Find
from typeset.readers.draft.nodes import listed, literal, mapped, string, text_of
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.draft.publications import (
    Others,
    doi_of,
    full_name,
    nodes_of,
    told_of_others,
    venue,
    with_unique_ids,
)
from typeset.readers.draft.sample import Sample
from typeset.resume.names import slug
from typeset.source import Mapping, Node, Scalar, Sequence

TITLE = "CSL-JSON"

_TYPE = re.compile(
    "article(?:-(?:journal|magazine|newspaper))?|bill|book|broadcast|chapter|classic|collection|dataset|document"
    "|entry(?:-(?:dictionary|encyclopedia))?|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript"
    "|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication"
    "|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage"
)
"""Types of items (CSL 1.0.2, appendix III)."""


def recognizes(sample: Sample) -> bool:
    """Whether it is JSON whose every item has a type of CSL's, and a title, a date or an author."""
    if sample.is_binary or sample.text.text.lstrip()[:1] not in ("[", "{"):
        return False
    items = _items(sample.tree)
    return bool(items) and all(map(_is_item, items))


def read(sample: Sample) -> Draft:
    """Return a draft of the publications; it names nobody.

    Raises `Faults` for what is no JSON.
    """
    tree = sample.tree
    others: Others = {}
    notes: list[Note] = []
    finds = [Find(item) for item in _items(tree)]
    entries = with_unique_ids(_publication(find, others, notes) for find in finds)
    place = tree.place if tree else finds[0].place
    draft = mapped([("publications", listed(entries, entries[0].place))], place)
    source = listed((find.rest() for find in finds), place)
    return Draft(draft, (*notes, *told_of_others(others)), source)


def _items(tree: Node | None) -> list[Mapping]:
    """Return the items of a list, of an object with a list of `items`, or the one that stands alone."""
    if isinstance(tree, Mapping):
        inner = tree.get("items")
        tree = inner if isinstance(inner, Sequence) else Sequence((tree,), tree.place)
    items = tree.items if isinstance(tree, Sequence) else ()
    return [item for item in items if isinstance(item, Mapping)] if all(map(_is_mapping, items)) else []


def _is_mapping(node: Node) -> bool:
    return isinstance(node, Mapping)


def _is_item(item: Mapping) -> bool:
    return _TYPE.fullmatch(text_of(item.get("type"))) is not None and any(
        item.get(key) for key in ("title", "issued", "author", "DOI")
    )


def _publication(item: Find, others: Others, notes: list[Note]) -> Mapping:
    kind, doi = item.scalar("type"), item.scalar("DOI")
    identifier = doi_of(doi.text) if doi else None
    url = item.scalar("URL")
    if url and identifier and doi_of(url.text) == identifier:
        url = None
    entries: list[tuple[str, Node | None]] = [
        ("id", _id(item.scalar("id"))),
        ("name", _rich(item.scalar("title"))),
        ("authors", _authors(item, notes)),
        ("publisher", _venue(item)),
        ("releaseDate", _date(item.first("issued"))),
        ("url", url),
        ("doi", string(identifier, doi.place) if identifier and doi else doi),
        ("summary", _abstract(item.scalar("abstract"))),
        ("tags", listed([string(slug(kind.text), kind.place)], kind.place) if kind else None),
    ]
    return mapped([*entries, ("x", nodes_of(_kept(item), others))], item.place)


def _id(written: Scalar | None) -> Node | None:
    """Return the last part of an item's name, which is an address when it comes from Zotero."""
    name = slug(written.text.rstrip("/").rpartition("/")[2]) if written else ""
    return string(name, written.place) if written and name and not name.isdigit() else None


def _authors(item: Find, notes: list[Note]) -> Node | None:
    if (authors := item.each("author")) or not (editors := item.each("editor")):
        return listed(map(_name, authors), item.place)
    notes.append(Note(Fate.GUESSED, "the editors stand where there are no authors", editors[0].place))
    return listed(map(_name, editors), item.place)


def _rich(written: Scalar | None) -> Node | None:
    return rich(written.text, written.place) if written else None


def _abstract(written: Scalar | None) -> Node | None:
    return string(markdown_of_rich(written.text, written.place), written.place) if written else None


def _name(person: Find) -> Node | None:
    place = person.place
    if isinstance(person.node, Scalar):
        return literal(person.text(), place)
    particle = " ".join(filter(None, (person.text("dropping-particle"), person.text("non-dropping-particle"))))
    said = full_name(person.text("given"), person.text("family"), particle, person.text("suffix"))
    said = said or person.text("literal")
    return literal(said, place) if said else None


def _venue(item: Find) -> Node | None:
    container, publisher = item.first("container-title"), item.scalar("publisher")
    named = item.scalar("container-title") or item.scalar("event-title") or item.scalar("event")
    volume, issue = (item.text(key) for key in ("volume", "issue"))
    pages = item.text("page")
    said = venue(named.text if named else publisher.text if publisher else "", volume, issue, pages)
    if named and publisher and not (volume or issue):
        said = f"{said}. {publisher.text}"
    return rich(said, named.place if named else publisher.place if publisher else container.place) if said else None


def _date(issued: Find) -> Node | None:
    """Return a date: the first of `date-parts`, or words. A second one, which ends a span, is nobody's."""
    if isinstance(issued.node, Scalar):
        return string(issued.text(), issued.place)
    place = issued.place
    parts = [part.text for part in issued.first("date-parts").scalars()[:3]]
    if parts and all(part.isdigit() for part in parts):
        return string("-".join([parts[0], *(part.zfill(2) for part in parts[1:])]), place)
    written = issued.scalar("raw") or issued.scalar("literal")
    season = issued.text("season")
    return written or (string(season, place) if season else None)


def _kept(item: Find) -> list[tuple[str, Node]]:
    """Return what the model has no key for, but for what a reference manager notes for itself."""
    rest = item.rest()
    if not isinstance(rest, Mapping):
        return []
    kept = [(key.text, value) for key, value in rest]
    item.leave()
    return kept
