"""A whole résumé and what one reader sees of it in; the values that are for nobody, or for others, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from typeset.resume.audience.hiding import secrets_of
from typeset.resume.audience.secrets import Kind, Secret, Withheld, folded, squeezed
from typeset.resume.blocks import Body
from typeset.resume.items import items
from typeset.resume.model import Resume
from typeset.resume.tailoring.addresses import Address, addresses
from typeset.resume.tailoring.saying import said, texts_of
from typeset.resume.text import Text

SHORTEST_NOTE = 12
"""Characters, without spaces, of a note's paragraph that is looked for; a shorter one may stand anywhere."""


def unsaid(whole: Resume, shown: Resume) -> tuple[Secret, ...]:
    """Return every note, and what tells of each private item that is not shown; but nothing that is shown as well."""
    there = dict(items(shown))
    found = [*_notes(whole), *_private(whole, there.keys())]
    return _but_for(found, shown) if found else ()


def _notes(whole: Resume) -> Iterator[Secret]:
    for path, item in items(whole):
        for version in (item.notes, *item.notes.versions) if item.notes else ():
            for text in texts_of(version.blocks):
                if len(squeezed(folded(text))) >= SHORTEST_NOTE:
                    yield Secret(f"{path}.notes", Kind.WORDS, text, item.place)


def _private(whole: Resume, shown: Iterable[str]) -> Iterator[Secret]:
    for path, item in items(whole):
        if item.private and path not in shown:
            yield from secrets_of(Address(path, (), item))


def _but_for(found: list[Secret], shown: Resume) -> tuple[Secret, ...]:
    """Return the secrets that nothing shown says."""
    values = (address.value for known in addresses(shown).values() for address in known if address.known)
    versions = (
        version
        for value in values
        if isinstance(value, Text | Body | str | tuple)
        for version in (value, *getattr(value, "versions", ()))
    )
    text = "\n".join(map(said, versions))
    says = set(Withheld(tuple(found)).said_in(text))
    return tuple(dict.fromkeys(secret for secret in found if secret not in says))
