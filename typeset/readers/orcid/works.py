"""The works of an ORCID record in, publications out."""

from __future__ import annotations

from typeset.readers.draft.descriptions import rich
from typeset.readers.draft.finds import Find
from typeset.readers.draft.nodes import listed, mapped, string, text_of
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.draft.publications import Others, doi_of, nodes_of
from typeset.readers.orcid.values import Entries, date, said
from typeset.source import Mapping, Node, Scalar


def works(root: Find) -> list[list[Find]]:
    """Return the works, each as its versions by different sources, the preferred one first."""
    inner = root.first("activities-summary", "works")
    for node in (root, root.first("works"), inner):
        if groups := [found for group in node.each("group") if (found := group.each("work-summary"))]:
            return groups
    return [[work] for work in (*root.each("bulk", "work"), *root.each("work")) if work.each("title", "title")]


def publications(root: Find, others: Others, notes: list[Note]) -> Node | None:
    """Return every work once, by its preferred version."""
    found = works(root)
    for group in (root.first("activities-summary", "works"), root.first("works"), root):
        for identifiers in group.each("group", "external-ids"):
            identifiers.leave()
    left = [place for versions in found for version in versions[1:] if (place := version.leave())]
    if left:
        message = f"other versions of works that several sources told ORCID of: {len(left)}"
        notes.append(Note(Fate.DROPPED, message, left[0]))
    return listed((_publication(versions[0], others) for versions in found), root.place)


def _publication(work: Find, others: Others) -> Node:
    title, subtitle = work.scalar("title", "title", "value"), work.text("title", "subtitle", "value")
    kind = work.scalar("type")
    doi = _identifier(work, "doi")
    identifier = doi_of(doi.text) if doi else None
    url = work.scalar("url", "value") or work.scalar("url")
    if url and identifier and doi_of(url.text) == identifier:
        url = None
    name = ": ".join(part for part in (text_of(title), subtitle) if part)
    entries: Entries = [
        ("name", rich(name, title.place) if title else None),
        ("authors", listed(_authors(work), work.place)),
        ("publisher", said(work, "journal-title", "value")),
        ("releaseDate", date(work.first("publication-date"))),
        ("url", url),
        ("doi", string(identifier, doi.place) if identifier and doi else doi),
        ("summary", said(work, "short-description")),
        ("tags", listed([string(kind.text.lower().replace("_", "-"), kind.place)], kind.place) if kind else None),
    ]
    rest = work.rest()
    kept = [(key.text, value) for key, value in rest] if isinstance(rest, Mapping) else []
    work.leave()
    return mapped([*entries, ("x", nodes_of(kept, others))], work.place)


def _authors(work: Find) -> list[Node | None]:
    """Return who wrote a work, if it was asked for whole; a summary does not say."""
    return [said(person, "credit-name", "value") for person in work.each("contributors", "contributor")]


def _identifier(work: Find, kind: str) -> Scalar | None:
    """Return a work's identifier of some kind, once; what repeats it as an address goes with it."""
    for identifier in work.each("external-ids", "external-id"):
        if text_of(identifier.first("external-id-type").node).lower() == kind:
            value = identifier.scalar("external-id-value")
            identifier.leave()
            return value
    return None
