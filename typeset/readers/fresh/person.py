"""Who a FRESH file is about in, `basics` out."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.readers.draft.nodes import mapped, text_of
from typeset.readers.draft.notebook import Notebook
from typeset.readers.draft.notes import Fate
from typeset.readers.fresh.entries import joined, less, renamed
from typeset.source import Mapping, Node, Scalar, Sequence

PERSON = ("name", "info", "contact", "location", "social")
"""The keys of FRESH that tell of it."""

_INFO = {"brief": "summary"}
_CONTACT = {"website": "url"}
_LOCATION = {"code": "postalCode", "country": "countryCode"}
_PROFILE = {"user": "username", "label": "network"}


def basics(tree: Mapping, book: Notebook) -> Mapping:
    """Return the person; contact data that there is no key for stand among the profiles, under their labels."""
    info, contact = _part(tree, "info"), _part(tree, "contact")
    if quote := text_of(info.get("quote")):
        info = joined(info, "summary" if info.get("summary") else "brief", "quote", f"\n\n> {quote}", book)
    location = tree.get("location")
    entries: list[tuple[str, Node | None]] = [
        ("name", tree.get("name")),
        *((key.text, value) for key, value in renamed(info, _INFO)),
        *((key.text, value) for key, value in renamed(less(contact, "other"), _CONTACT)),
        ("location", renamed(location, _LOCATION) if isinstance(location, Mapping) else location),
    ]
    profiles = [*_profiles(tree.get("social"), book), *_others(contact.get("other"))]
    if profiles:
        entries.append(("profiles", Sequence(tuple(profiles), profiles[0].place)))
    return mapped(entries, tree.place)


def _part(tree: Mapping, name: str) -> Mapping:
    found = tree.get(name)
    return found if isinstance(found, Mapping) else Mapping((), tree.place)


def _profiles(node: Node | None, book: Notebook) -> Iterator[Node]:
    """Yield accounts; a label that says what the network's name does is not said again."""
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Mapping) and isinstance(label := item.get("label"), Scalar):
            if text_of(label) == text_of(item.get("network")) != "":
                book.note(Fate.DROPPED, f"`label`: `{label.text}` is the name of the network, too", label.place)
                item = less(item, "label")
            elif text_of(item.get("network")):
                item = renamed(item, {"label": "note"})
        yield renamed(item, _PROFILE) if isinstance(item, Mapping) else item


def _others(node: Node | None) -> Iterator[Node]:
    for item in node.items if isinstance(node, Sequence) else ():
        yield renamed(item, {"label": "network", "value": "username"}) if isinstance(item, Mapping) else item
