"""A CV as metadata for a pandoc template, or any other mapping with a person and lists of entries; a draft out.

There is no schema: every template has its own names for the same things. The last resort for trees.
"""

from __future__ import annotations

from typeset.readers.draft.draft import Draft
from typeset.readers.draft.looks import Looks
from typeset.readers.draft.nodes import mapped, text_of
from typeset.readers.draft.notebook import Notebook
from typeset.readers.draft.sample import Sample
from typeset.readers.draft.trimming import trimmed
from typeset.readers.pandoc.aliases import NAMES, SECTIONS, TELLING, VARIABLES, plain
from typeset.readers.pandoc.parts import sections
from typeset.readers.pandoc.person import basics, is_person
from typeset.readers.pandoc.variables import looked, meant
from typeset.source import Fault, Faults, Mapping, Node, Place, Sequence, Source

TITLE = "pandoc metadata"

_OTHERS = frozenset(["basics", "cv", "content", "info", "$schema"])
"""Keys that another format has its person under."""


def recognizes(sample: Sample) -> bool:
    """Whether it names a person at its top, and lists entries with keys that a CV's entries have."""
    tree = sample.tree
    if not isinstance(tree, Mapping) or any(key.text in _OTHERS for key, _ in tree):
        return False
    keys = {plain(key.text) for key, value in tree if text_of(value) or isinstance(value, Mapping | Sequence)}
    return bool(keys & NAMES) and any(_lists_entries(plain(key.text), value) for key, value in tree)


def read(sample: Sample) -> Draft:
    """Return the draft of a file. Raises `Faults` when it is no mapping."""
    whole = trimmed(sample.tree) if sample.tree else None
    if not isinstance(whole, Mapping):
        place = whole.place if whole else Place(Source(sample.name, ""), 1, 1)
        raise Faults([Fault(f"{sample.name} has no keys and values", place)])
    notebook = Notebook()
    looks = Looks(notebook)
    aside = looked(whole, looks)
    meta = mapped([("language", meant(whole))], whole.place)
    rest = [(key, value) for key, value in whole if not is_person(key.text) and plain(key.text) not in VARIABLES]
    made: list[tuple[str, Node | None]] = [
        ("basics", basics(whole, notebook)),
        *sections(rest, notebook),
        ("meta", meta if meta.entries else None),
        ("x", mapped([("pandoc", aside)], whole.place) if aside else None),
    ]
    return Draft(mapped(made, whole.place), tuple(notebook.notes), whole, looks.application(whole.place))


def _lists_entries(key: str, value: Node) -> bool:
    """Whether a value is a list of entries: two telling keys, or one under a heading that CVs have."""
    if not isinstance(value, Sequence):
        return False
    needed = 1 if key in SECTIONS else 2
    entries = (item for item in value.items if isinstance(item, Mapping))
    return any(len({plain(name.text) for name, _ in item} & TELLING) >= needed for item in entries)
