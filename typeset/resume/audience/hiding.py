"""What a profile hides of a résumé in; the values hidden, each with its path, and the résumé without them, out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from typeset.resume import links
from typeset.resume.audience.profiles import CANDIDATE, NAME, Profile, Rule
from typeset.resume.audience.secrets import Kind, Secret
from typeset.resume.blocks import Body
from typeset.resume.fields import Described, Email, described
from typeset.resume.links import Url
from typeset.resume.model import Item, Part, Reference, Resume
from typeset.resume.tailoring.addresses import Address, Steps, addresses
from typeset.resume.tailoring.saying import texts_of
from typeset.resume.text import Text

_COMMON = frozenset(["city", "region", "countryCode", "network", "label", "note"])
"""What a part that is hidden as a whole says in words that many say."""
_PLACE = "basics.location.text"
"""A place in one line; without a number in it, it is a town, and others have been there, too."""
_SHORTEST_PARAGRAPH = 12
"""Characters of a paragraph that is looked for as one; a shorter one may stand anywhere."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Something that a rule hides: where it stands, the values in it, and the rule's words instead."""

    address: Address
    rule: Rule
    secrets: tuple[Secret, ...]


def hidden(resume: Resume, profile: Profile) -> list[Hidden]:
    """Return what the rules of a profile hide, each thing once, by the first rule that names it.

    A name is never left out without another in its place: no file can do without one.
    """
    found: dict[Steps, Hidden] = {}
    for path, known in addresses(resume).items():
        for address in known:
            rule = next((rule for rule in profile.rules if rule.matches(path)), None)
            if rule and address.value and address.steps not in found:
                rule = CANDIDATE if path == NAME and not rule.instead else rule
                found[address.steps] = Hidden(address, rule, tuple(secrets_of(address, profile.keep)))
    return list(found.values())


def without(resume: Resume, edits: Mapping[Steps, Any]) -> Resume:
    """Return the résumé with other values at the ends of some ways; an item whose value is None is gone."""
    changed: Resume = _edited(resume, (), edits)
    return changed


def _edited(part: Any, way: Steps, edits: Mapping[Steps, Any]) -> Any:
    if not any(steps[: len(way)] == way for steps in edits):
        return part
    values: dict[str, Any] = {}
    for known in described(type(part)).values():
        value, here = getattr(part, known.name), (*way, (known.name, None))
        if here in edits:
            values[known.name] = edits[here] if edits[here] is not None else known.default
        elif isinstance(value, tuple):
            members = ((member, (*way, (known.name, number))) for number, member in enumerate(value))
            kept = ((member, steps) for member, steps in members if steps not in edits)
            values[known.name] = tuple(
                _edited(member, steps, edits) if isinstance(member, Part) else member for member, steps in kept
            )
        elif isinstance(value, Part):
            values[known.name] = _edited(value, here, edits)
    return dataclasses.replace(part, **values)


def secrets_of(address: Address, keep: frozenset[str] = frozenset()) -> Iterator[Secret]:
    """Yield the values that stand at an address: of a field, its own; of an item or part, those that tell of it."""
    kept = frozenset(word.casefold() for word in keep)
    if isinstance(address.value, Part):
        for path, known, value in _telling(address.path, address.value):
            yield from _of_field(path, known, value, address.value, kept)
    elif address.known:
        yield from _of_field(address.path, address.known, address.value, None, kept)


def _telling(path: str, part: Part) -> Iterator[tuple[str, Described, Any]]:
    for key, known in described(type(part)).items():
        value = getattr(part, known.name)
        if isinstance(part, Item) and key in described(Item):
            continue
        if isinstance(value, Part):
            yield from _telling(f"{path}.{key}", value)
        elif value and key not in _COMMON and (known.kind in (Email, Url, str) or _is_named_by(part, key)):
            yield f"{path}.{key}", known, value


def _is_named_by(part: Part, key: str) -> bool:
    """Whether the words of a field are what others know a part by."""
    return key in (*getattr(part, "naming", ())[:1], part.shorthand, "phone", "address", "postalCode")


def _of_field(path: str, known: Described, value: Any, part: Part | None, keep: frozenset[str]) -> Iterator[Secret]:
    place = getattr(value, "place", None) or (part.place if part else None)
    kind = _kind(path, known, part)
    if path == _PLACE and not any(char.isdigit() for said in _values(value) for char in said):
        return
    for said in dict.fromkeys(_values(value)):
        characters = _address(said) if known.kind is Url else said
        if characters.strip():
            yield Secret(path, kind, characters, place, keep)


def _kind(path: str, known: Described, part: Part | None) -> Kind:
    if path == NAME or (known.key == "name" and (isinstance(part, Reference) or path.startswith("references."))):
        return Kind.NAME
    if known.key == "phone":
        return Kind.NUMBER
    return Kind.ADDRESS if known.kind in (Email, Url) or known.key == "image" else Kind.WORDS


def _values(value: Any) -> Iterator[str]:
    match value:
        case Text():
            yield from (version.plain for version in (value, *value.versions))
        case Body():
            texts = (text for version in (value, *value.versions) for text in texts_of(version.blocks))
            yield from (text for text in texts if len("".join(text.split())) >= _SHORTEST_PARAGRAPH)
        case str():
            yield value
        case tuple():
            for member in value:
                yield from _values(member)


def _address(url: str) -> str:
    """Return an address as it is found in others: without scheme, `www.` and final slash."""
    return links.shown(url).removeprefix("www.")
