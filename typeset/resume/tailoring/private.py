"""Values that stand outside of the content, for some readers alone, in; the résumé with those of one reader out."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from typeset.resume import names
from typeset.resume.application import Application
from typeset.resume.model import Basics, Item, Part, Resume
from typeset.resume.reading import read_value
from typeset.resume.tailoring import VARIABLES
from typeset.resume.tailoring.addresses import Address, Addresses, Steps, put
from typeset.resume.tailoring.choosing import LISTS, full
from typeset.source import Fault, Mapping, Node, Place, Scalar, Sequence, Source, place_of


@dataclass(frozen=True, slots=True)
class PrivateValues:
    """A tree of values with the keys of content, from the file `name`; and variables, by name, which come first."""

    tree: Node | None = field(default=None, repr=False)
    variables: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    name: str = "the file of private values"


NOTHING = PrivateValues()


@dataclass(frozen=True, slots=True)
class Grant:
    """A private value that one reader gets, and where it goes; its place names its source and shows nothing of it."""

    path: str
    steps: Steps
    node: Node = field(repr=False)
    value: Any = field(repr=False)


def grants(known: Addresses, application: Application, values: PrivateValues) -> tuple[list[Grant], list[Fault]]:
    """Return the private values that an application lists, and a fault for each that is unknown, missing or misfit."""
    if not application.private:
        return [], []
    there, faults = _there(known, values)
    found: list[Grant] = []
    for path in application.private:
        below = [name for name in there if f"{name}.".startswith(f"{full(path)}.")]
        if path not in known:
            faults.append(Fault(f"nothing is called `{path}`", place_of(path), names.path_hint(path, known)))
        elif below:
            found += [grant for name in below if (grant := _grant(_field(name, known), there[name], faults))]
        elif not getattr(known[path][0].value, "private", False):
            hint = f"write it into {values.name}, or set {variable(path)}"
            faults.append(Fault(f"there is no private value for `{path}`", place_of(path), hint))
    return found, faults


def granted(resume: Resume, found: list[Grant]) -> Resume:
    """Return the résumé with private values over its own; a contact item that it has not comes last."""
    for grant in found:
        resume = put(_without_shorthand(resume, grant.steps), grant.steps, grant.value)
        if grant.path.startswith("basics."):
            basics: Basics = resume.basics
            order = tuple(dict.fromkeys((*basics.order, grant.path.split(".")[1])))
            resume = dataclasses.replace(resume, basics=dataclasses.replace(basics, order=order))
    return resume


def variable(path: str) -> str:
    """Return the environment variable for the private value at a path."""
    return VARIABLES + re.sub(r"[^A-Z0-9]", "_", full(path).upper())


def veiled(node: Node) -> Node:
    """Return the tree with places that tell the line, and from which no message can quote it."""
    match node:
        case Scalar():
            return dataclasses.replace(node, place=veiled_place(node.place))
        case Sequence():
            return Sequence(tuple(map(veiled, node.items)), veiled_place(node.place))
        case Mapping():
            entries = ((dataclasses.replace(key, place=veiled_place(key.place)), veiled(value)) for key, value in node)
            return Mapping(tuple(entries), veiled_place(node.place))


def veiled_place(place: Place) -> Place:
    """Return a place without the text around it."""
    return dataclasses.replace(place, source=Source(place.source.name, ""))


def _there(known: Addresses, values: PrivateValues) -> tuple[dict[str, Node], list[Fault]]:
    """Return every private value by its path, and a fault for each path in their file that there is not."""
    found, faults = dict[str, Node](), list[Fault]()
    for path, node, place in _leaves("", values.tree, None, known):
        if path in known:
            found[full(path)] = node
        else:
            faults.append(Fault(f"nothing is called `{path}`", place, names.path_hint(path, known)))
    variables = dict(values.variables)
    for path in known if variables else ():
        if (name := variable(path)) in variables:
            found[full(path)] = Scalar(variables[name], Place(Source(f"${name}", ""), 1, 1))
    return found, faults


def _leaves(
    path: str, node: Node | None, place: Place | None, known: Addresses
) -> Iterator[tuple[str, Node, Place | None]]:
    """Yield the values in a tree: mappings are followed where they stand for items and parts, lists for items."""
    address = known[path][0] if path in known else None
    is_whole = address is not None and address.known is not None and not _is_part(address)
    if isinstance(node, Mapping) and not is_whole:
        for key, value in node:
            yield from _leaves(f"{path}.{key.text}" if path else key.text, value, key.place, known)
    elif isinstance(node, Sequence) and not is_whole and path:
        for item in node.items:
            name = item.get("id") if isinstance(item, Mapping) else None
            if isinstance(item, Mapping) and isinstance(name, Scalar):
                others = Mapping(tuple(entry for entry in item if entry[0].text != "id"), item.place)
                yield from _leaves(f"{_owner(path)}{name.text}", others, name.place, known)
    elif node is not None:
        yield path, node, place


def _owner(path: str) -> str:
    """Return how the paths of the items of a list begin."""
    owner, _, key = path.rpartition(".")
    if path == "sections":
        return ""
    return f"{owner}." if key in LISTS else f"{path}."


def _is_part(address: Address) -> bool:
    known = address.known
    return known is not None and isinstance(known.kind, type) and issubclass(known.kind, Part) and not known.many


def _field(path: str, known: Addresses) -> Address:
    """Return what a path names; of an item that may be written as a bare text, that text."""
    address = known[path][0]
    return known[f"{path}.{address.main}"][0] if not address.known and address.main else address


def _grant(address: Address, node: Node, faults: list[Fault]) -> Grant | None:
    """Return a value that fits; a misfit is told without a word of it."""
    if not address.known:
        fits = f"`{address.path}` is an item: name one of its keys"
        faults.append(Fault(f"the private value of `{address.path}` does not fit", node.place, fits))
        return None
    value, wrong = read_value(node, address.known)
    if wrong or not value:
        faults.append(Fault(f"the private value of `{address.path}` does not fit", node.place, address.known.about))
        return None
    return Grant(address.path, address.steps, node, value)


def _without_shorthand(resume: Resume, steps: Steps) -> Resume:
    """Return the résumé without the one text of the part that a way ends in: what is said in parts would be unseen."""
    part: Any = resume
    for name, number in steps[:-1]:
        part = getattr(part, name)
        part = part[number] if part is not None and number is not None else part
    short = getattr(part, "shorthand", None)
    if not short or isinstance(part, Item) or steps[-1][0] == short or not getattr(part, short):
        return resume
    return put(resume, (*steps[:-1], (short, None)), None)
