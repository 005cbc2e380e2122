"""The head of a RenderCV CV in, `basics` out, in the order written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.readers.draft.accounts import address_of
from typeset.readers.draft.nodes import listed, mapped, string, text_of
from typeset.readers.draft.notebook import Notebook
from typeset.readers.draft.notes import Fate
from typeset.resume.links import problem
from typeset.source import Key, Mapping, Node, Scalar, Sequence

_NAMES = {"headline": "label", "label": "label", "photo": "image", "website": "url"}
"""What the model calls keys that it has another name for. `label` is what version 1 calls a headline."""


def basics(cv: Mapping, notebook: Notebook) -> Mapping:
    """Return who the person is and how to reach them."""
    entries: list[tuple[str, Node | None]] = []
    profiles: list[Node] = []
    where = cv.place
    for key, value in cv:
        if key.text == "sections" or (isinstance(value, Scalar) and value.is_null):
            continue
        if key.text in ("social_networks", "custom_connections"):
            where = value.place if not profiles else where
            profiles += _profiles(value, notebook)
            if "profiles" not in dict(entries):
                entries.append(("profiles", None))
        elif key.text in ("email", "phone", "website") and isinstance(value, Sequence):
            first, *more = value.items or (None,)
            entries.append((_NAMES.get(key.text, key.text), first and _contact(key.text, first, notebook)))
            profiles += _more_contacts(key.text, more, notebook)
        else:
            entries.append((_NAMES.get(key.text, key.text), _contact(key.text, value, notebook)))
    entries = [(name, listed(profiles, where) if name == "profiles" else node) for name, node in entries]
    if profiles and "profiles" not in dict(entries):
        entries.append(("profiles", listed(profiles, where)))
    return mapped(entries, cv.place)


def _contact(key: str, node: Node, notebook: Notebook) -> Node:
    """Return a contact item; a telephone number without the scheme and the parameters of RFC 3966."""
    if key != "phone" or not isinstance(node, Scalar):
        return node
    if not re.search(r"\d", node.text):
        notebook.note(Fate.GUESSED, f"`{text_of(node)}` is hardly a telephone number: kept as it is", node.place)
    if not text_of(node).lower().startswith("tel:"):
        return node
    number = text_of(node)[4:].partition(";")[0]
    notebook.note(Fate.REPAIRED, f"the telephone number `{text_of(node)}` is `{number}`", node.place)
    return string(number, node.place)


def _more_contacts(key: str, nodes: list[Node], notebook: Notebook) -> Iterator[Node]:
    """Yield further addresses of a kind as profiles, for `basics` has room for one."""
    schemes = {"email": "mailto:", "phone": "tel:", "website": ""}
    for node in nodes:
        if isinstance(node, Scalar) and (written := text_of(node)):
            bare = written if key == "website" else written.removeprefix(schemes[key])
            notebook.note(Fate.REPAIRED, f"another {key}: kept among the profiles", node.place)
            address = schemes[key] + (re.sub(r"[^\d+().-]", "-", bare) if key == "phone" else bare)
            said = ("username", bare) if problem(address) else ("url", address)
            network = string(key.title(), node.place)
            yield mapped([("network", network), (said[0], string(said[1], node.place))], node.place)


def _profiles(node: Node, notebook: Notebook) -> Iterator[Node]:
    for item in node.items if isinstance(node, Sequence) else (node,):
        if not isinstance(item, Mapping):
            yield item
        elif item.get("placeholder"):
            yield _connection(item)
        else:
            yield _account(item, notebook)


def _account(item: Mapping, notebook: Notebook) -> Node:
    """Return an account with the address that RenderCV makes of its name."""
    network, username = item.get("network"), item.get("username")
    address = address_of(text_of(network), text_of(username)) if not item.get("url") else None
    if not address or not username:
        if text_of(username) and not item.get("url"):
            notebook.note(Fate.GUESSED, f"`{text_of(username)}` is no name of an account: no link is made", item.place)
        return item
    return Mapping((*item, (Key("url", username.place), string(address, username.place))), item.place)


def _connection(item: Mapping) -> Node:
    """Return a connection of the person's own: the words shown, and where they lead; its icon is kept."""
    names = {"placeholder": "network", "url": "url"}
    return Mapping(tuple((Key(names.get(key.text, key.text), key.place), value) for key, value in item), item.place)
