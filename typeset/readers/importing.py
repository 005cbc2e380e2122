"""Other people's files in; canonical content that builds, and what became of every value, out.

A format is a module with `TITLE`, `recognizes` and `read`, and a row of the table; one whose CVs come in several files
has `together` as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from importlib import import_module
from typing import Any

from typeset.readers.draft.merging import merged
from typeset.readers.draft.nodes import leaves, literal, mapped
from typeset.readers.draft.notes import Note
from typeset.readers.draft.publications import with_person_bold
from typeset.readers.draft.sample import Sample
from typeset.readers.draft.settling import accounted, settled
from typeset.resume.content import resume
from typeset.resume.model import Resume
from typeset.resume.names import hint
from typeset.source import Fault, Faults, Mapping, Place
from typeset.source.emit_yaml import yaml_text
from typeset.source.place import NOWHERE, Source
from typeset.source.tree import placeless

FORMATS = {
    "pdf": "typeset.readers.pdf",
    "linkedin": "typeset.readers.linkedin",
    "europass": "typeset.readers.europass",
    "vcard": "typeset.readers.vcard",
    "bibtex": "typeset.readers.bibtex",
    "csl": "typeset.readers.csl",
    "orcid": "typeset.readers.orcid",
    "fresh": "typeset.readers.fresh",
    "rendercv": "typeset.readers.rendercv",
    "yamlresume": "typeset.readers.yamlresume",
    "pandoc": "typeset.readers.pandoc",
    "jsonresume": "typeset.readers.jsonresume",
    "markdown": "typeset.readers.markdown",
    "text": "typeset.readers.text",
}
"""The module of each format that can be imported, in the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class Imported:
    """Content made of files in other formats.

    `format` is what they were taken for, in words; `tree` is sound content, whose values still stand where they were
    found; `kept` counts those that are shown or can be; `application` is what the files say about looks, in the keys
    of an application.
    """

    format: str
    tree: Mapping
    resume: Resume
    kept: int
    notes: tuple[Note, ...]
    application: Mapping | None = None

    @property
    def text(self) -> str:
        """The content file, in YAML."""
        return yaml_text(placeless(self.tree))


@dataclass(frozen=True, slots=True)
class _Part:
    """What one reader made, settled."""

    title: str
    tree: Mapping
    notes: list[Note]
    application: Mapping | None


def imported(data: bytes, name: str, format: str | None = None, person: str = "") -> Imported:  # noqa: A002
    """Return the content of one file; see `imported_together`."""
    return imported_together([Sample(name, data)], format, person)


def imported_together(samples: Sequence[Sample], format: str | None = None, person: str = "") -> Imported:  # noqa: A002
    """Return the content that files in formats of the table, or in `format` alone, tell together.

    What a later file says of what an earlier one has said is not taken. `person` is whose they are, where they do not
    say so themselves. Raises `Faults` when one is of no format known, or cannot be read, and when all tell of nobody.
    """
    return _joined(_parts(samples, format), person)


def printed(data: bytes, name: str) -> Imported:
    """Return what the pages of a PDF say, even of one that carries its content; raises `Faults` as `imported` does."""
    module, sample = import_module(FORMATS["pdf"]), Sample(name, data)
    return _joined([_settled(module.TITLE, module.printed(sample), [sample])], "")


def _joined(parts: Sequence[_Part], person: str) -> Imported:
    notes = [note for part in parts for note in part.notes]
    tree, more = reduce(_added, (part.tree for part in parts[1:]), (parts[0].tree, notes))
    tree, bold = _of(person, tree)
    found, faults = resume(tree)
    if not found.basics.name:
        raise Faults([_nobody(fault, parts) for fault in faults])
    return Imported(
        format=" and ".join(dict.fromkeys(part.title for part in parts)),
        tree=tree,
        resume=found,
        kept=sum(1 for path, leaf in leaves(tree) if leaf.text.strip() and "x" not in path.split(".")),
        notes=(*more, *bold),
        application=next((part.application for part in parts if part.application), None),
    )


def _parts(samples: Sequence[Sample], format: str | None) -> list[_Part]:  # noqa: A002
    """Return what each file says; files of one format that belong together say it together."""
    groups = dict[str, list[Sample]]()
    for number, sample in enumerate(samples):
        module = import_module(_known(format)) if format else _recognized(sample)
        alone = "" if hasattr(module, "together") else f" {number}"
        groups.setdefault(f"{module.__name__}{alone}", []).append(sample)
    return [_part(import_module(name.partition(" ")[0]), group) for name, group in groups.items()]


def _part(module: Any, samples: list[Sample]) -> _Part:
    draft = module.together(samples) if len(samples) > 1 else module.read(samples[0])
    return _settled(module.TITLE, draft, samples)


def _settled(title: str, draft: Any, samples: Sequence[Sample]) -> _Part:
    tree, notes = settled(draft.tree)
    repairs = [note for sample in samples for note in sample.repairs]
    notes = [*repairs, *draft.notes, *notes]
    if draft.source:
        tree, more = accounted(tree, draft.source, notes)
        notes += more
    return _Part(title, tree, notes, draft.application)


def _added(so_far: tuple[Mapping, list[Note]], tree: Mapping) -> tuple[Mapping, list[Note]]:
    made, notes = merged(so_far[0], tree)
    return made, [*so_far[1], *notes]


def _of(person: str, tree: Mapping) -> tuple[Mapping, list[Note]]:
    """Return the tree with the name of whose it is, where it has none; they are bold among the authors."""
    if not person:
        return tree, []
    named = mapped([("basics", mapped([("name", literal(person, NOWHERE))], NOWHERE))], NOWHERE)
    return with_person_bold(merged(tree, named)[0], person)


def _nobody(fault: Fault, parts: Sequence[_Part]) -> Fault:
    """Return the fault of a file that tells of nobody in the words of whoever imports it."""
    message = f"{parts[0].title} that does not say whose it is"
    return Fault(message, fault.place, "say so with --name, or add it to a content file with --into")


def _known(format: str) -> str:  # noqa: A002
    if format not in FORMATS:
        raise Faults([Fault(f"there is no format `{format}` to import", hint=hint(format, FORMATS))])
    return FORMATS[format]


def _recognized(sample: Sample) -> Any:
    """Return the module of the first format that a file looks like."""
    for module in map(import_module, FORMATS.values()):
        if module.recognizes(sample):
            return module
    place = Place(sample.text if not sample.is_binary else Source(sample.name, ""), 1, 1)
    known = ", ".join(import_module(module).TITLE for module in FORMATS.values())
    raise Faults([Fault(f"{sample.name} is in no format that can be imported", place, f"known are {known}")])
