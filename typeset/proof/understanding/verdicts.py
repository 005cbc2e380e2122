"""The document that a file was made of and the one that a parser made of the file in; what it got right out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from typeset.document.shapes import Document
from typeset.proof.following import squeezed
from typeset.proof.understanding.records import HEAD, Record, Value, records
from typeset.resume.text import Text
from typeset.source import Place

_NAMING = ("title", "organization", "label", "heading")
"""Values by which a record is known again."""
_TEXTS = "text"
"""What the texts below a record are called, as a field."""


class Verdict(StrEnum):
    """What became of a field: understood as it is meant, as something else, or not at all."""

    FOUND = "found"
    WRONG = "wrong"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record, what the page says in it, what a parser understands, and where it is written."""

    record: str
    name: str
    expected: str
    understood: str
    verdict: Verdict
    place: Place | None

    @property
    def path(self) -> str:
        """The record and the field in it: `work.dropbox.place`."""
        return f"{self.record}.{self.name}"


def share(found: Sequence[Field]) -> float:
    """Return which part of fields is understood; all, where there are none."""
    return sum(field.verdict is Verdict.FOUND for field in found) / len(found) if found else 1.0


def fields(document: Document, understood: Document | None) -> list[Field]:
    """Return every field of a document and what a parser makes of it; all are missing where it made nothing."""
    made = records(understood) if understood else []
    everything = _uncut("\n".join(text.plain for record in made for text in _all(record)))
    waiting, found = list(made), list[Field]()
    for record in records(document):
        match = _match(record, waiting)
        if match:
            waiting.remove(match)
        found += _fields(record, match, everything)
    return found


def _match(wanted: Record, made: Sequence[Record]) -> Record | None:
    """Return the record that shares most with the one wanted; None when none shares anything."""
    if wanted.kind == HEAD:
        return next((record for record in made if record.kind == HEAD), None)
    scored = [(_alike(wanted, record), -number) for number, record in enumerate(made)]
    best, number = max(scored, default=(0.0, 0))
    return made[-number] if best >= 1 else None


def _alike(one: Record, other: Record) -> float:
    if ("heading" in one.values) != ("heading" in other.values) or other.kind == HEAD:
        return 0
    same = sum((2 if name in _NAMING else 1) for name, value in one.values.items() if _has(other, name, value))
    if "heading" in one.values:
        return 2.0 * same + 3 * (one.kind == other.kind and one.section == other.section)
    texts = squeezed("\n".join(text.plain for text in other.below))
    same += sum(squeezed(text.plain) in texts for text in one.below)
    return same + (0.5 if same and one.section == other.section else 0)


def _has(record: Record, name: str, value: Value) -> bool:
    if name.startswith("item "):
        return any(_equal(value, other) for key, other in record.values.items() if key.startswith("item "))
    return name in record.values and _equal(value, record.values[name])


def _equal(one: Value, other: Value) -> bool:
    if one.iso.strip("/") and one.iso == other.iso:
        return True
    links = [{run.link for run in value.text.runs if run.link} for value in (one, other)]
    return squeezed(one.text.plain) == squeezed(other.text.plain) or bool(links[0] and links[0] == links[1])


def _fields(wanted: Record, match: Record | None, everything: str) -> Iterator[Field]:
    for name, value in wanted.values.items():
        understood = _understood(name, value, match)
        is_found = understood is not None and (_equal(value, understood) or name == "heading")
        said = understood.text.plain if understood else ""
        verdict = Verdict.FOUND if is_found else Verdict.WRONG if understood else Verdict.MISSING
        yield Field(wanted.name, name.replace(" ", "."), value.text.plain, said, verdict, value.text.place)
    if wanted.below:
        yield _below(wanted, match, everything)


def _understood(name: str, value: Value, match: Record | None) -> Value | None:
    """Return the value in a field; of several of one kind the one that is equal, wherever it stands among them."""
    if not match:
        return None
    kind, _, _ = name.partition(" ")
    same = [other for key, other in match.values.items() if key.partition(" ")[0] == kind]
    return next((other for other in same if _equal(value, other)), match.values.get(name))


def _below(wanted: Record, match: Record | None, everything: str) -> Field:
    """Return the field of the texts below a record: all must be below the record that it was taken for."""
    under = _uncut("\n".join(text.plain for text in match.below)) if match else ""
    kept = [text for text in wanted.below if _uncut(text.plain) in under]
    lost = [text for text in wanted.below if _uncut(text.plain) not in under]
    elsewhere = [text for text in lost if _uncut(text.plain) in everything]
    place = (lost or wanted.below)[0].place
    verdict = Verdict.WRONG if kept or elsewhere else Verdict.MISSING
    said = f"{len(kept)} of them" + (f", {len(elsewhere)} elsewhere" if elsewhere else "")
    verdict, said = (verdict, said) if lost else (Verdict.FOUND, "all")
    count = len(wanted.below)
    expected = "1 paragraph or point" if count == 1 else f"{count} paragraphs and points"
    return Field(wanted.name, _TEXTS, expected, said, verdict, place)


def _uncut(text: str) -> str:
    """Return a text as it is compared: where commas part keywords a keyword with one of its own is two."""
    return squeezed(text).replace(",", "")


def _all(record: Record) -> Iterator[Text]:
    yield from (value.text for value in record.values.values())
    yield from record.below
