"""`manifest.json`: what was made from what; and beside it what lets the next build see that nothing changed.

The manifest is for people and says the same on every machine. The memory (`out/.typeset.json`) is for the next
build alone: sizes and times of files, and which outputs each request asked for.

At every moment the manifest tells the truth: a file that a build is about to replace is taken out of it first. Whoever
finds either of them damaged, or of another version, builds anew.
"""

from __future__ import annotations

import json
from pathlib import Path, PurePath
from typing import Any, NamedTuple

FILE = "manifest.json"
MEMORY = ".typeset.json"
_REPLACED = "being-replaced"


class Entry(NamedTuple):
    """One file in `out/`: what it is, of which piece of an application, and what it was made from.

    `inputs` are SHA-256 by name, as are `others`, the further files of its format. Of what its page budget changed,
    `fitted` are the options that were moved, with their values, and `left_out` the paths of what is not shown. `warned`
    is how many warnings were told of it.
    """

    application: str
    format: str
    resume: str
    theme: str
    language: str
    pages: int
    bytes: int
    sha256: str
    fingerprint: str
    inputs: dict[str, str]
    others: dict[str, str]
    fitted: dict[str, str]
    left_out: list[str]
    piece: str = "cv"
    warned: int = 0

    @property
    def made_for(self) -> tuple[str, str, str]:
        """The application, the format and the piece, of which there is one file."""
        return self.application, self.format, self.piece


_FIELDS = frozenset(Entry._fields)
_NEEDED = _FIELDS - Entry._field_defaults.keys()


class Memory(NamedTuple):
    """Where every file stood at the last build, the names in every folder, the outputs of every request."""

    places: list[str]
    files: dict[str, list[int]]
    folders: dict[str, list[str]]
    requests: dict[str, list[str]]

    @classmethod
    def blank(cls, places: list[str]) -> Memory:
        """Return a memory of nothing but where it is."""
        return cls(places, {}, {}, {})


def load_manifest(out: Path) -> dict[str, Entry]:
    """Return the entries by file name within `out`; nothing when there is no manifest that can be read."""
    return _entries(_load(out / FILE).get("files"))


def load_replaced(out: Path) -> dict[str, Entry]:
    """Return the entries of files that a build was about to replace when it was killed."""
    return _entries(_load(out / FILE).get(_REPLACED))


def dump_manifest(entries: dict[str, Entry], versions: dict[str, str], replaced: dict[str, Entry]) -> bytes:
    """Return the manifest as JSON, sorted; `replaced` are files that may be others at any moment, if there are any."""
    told = {"made-with": versions, "files": _told(entries)}
    return _dump({**told, _REPLACED: _told(replaced)} if replaced else told)


def load_memory(out: Path) -> Memory:
    """Return the memory of the last build; an empty one when there is none that can be read."""
    return _memory(_load(out / MEMORY)) or Memory.blank([])


def damaged(out: Path) -> list[Path]:
    """Return the manifest and the memory, each if it is there and nothing that a build has written."""
    manifest, memory = out / FILE, out / MEMORY
    written = _load(manifest).get("files")
    is_whole = isinstance(written, dict) and len(_entries(written)) == len(written)
    found = {manifest: is_whole, memory: _memory(_load(memory)) is not None}
    return [file for file, is_sound in found.items() if file.exists() and not is_sound]


def dump_memory(memory: Memory) -> bytes:
    """Return the memory as JSON."""
    return json.dumps(memory._asdict(), separators=(",", ":")).encode()


def _load(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _entries(found: object) -> dict[str, Entry]:
    """Return what can be read as entries, and names nothing outside."""
    if not isinstance(found, dict):
        return {}
    fields = {name: entry for name, entry in found.items() if isinstance(entry, dict) and entry.keys() <= _FIELDS}
    whole = {name: Entry(**entry) for name, entry in fields.items() if entry.keys() >= _NEEDED}
    return {
        name: entry for name, entry in whole.items() if _is_sound(entry) and all(map(_is_inside, (name, *entry.others)))
    }


def _memory(found: dict[str, Any]) -> Memory | None:
    kinds = {"places": list, "files": dict, "folders": dict, "requests": dict}
    if found.keys() != kinds.keys() or not all(isinstance(found[name], kind) for name, kind in kinds.items()):
        return None
    return Memory(**found) if all(map(_are_texts, found["requests"].values())) else None


def _told(entries: dict[str, Entry]) -> dict[str, dict[str, Any]]:
    return {name: entry._asdict() for name, entry in sorted(entries.items())}


def _is_inside(name: str) -> bool:
    """Whether a name leads into `out`, and not to somewhere else."""
    path = PurePath(name)
    return not path.is_absolute() and ".." not in path.parts and "\0" not in name


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_sound(entry: Entry) -> bool:
    numbers = dict.fromkeys(["pages", "bytes", "warned"], int)
    kinds = {**numbers, "inputs": dict, "others": dict, "fitted": dict, "left_out": list}
    if not all(isinstance(value, kinds.get(name, str)) for name, value in entry._asdict().items()):
        return False
    texts = (*entry.inputs.values(), *entry.others.values(), *entry.fitted.values(), *entry.left_out)
    return all(isinstance(text, str) for text in texts)


def _dump(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
