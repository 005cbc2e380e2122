"""`manifest.json`: what was made from what; and beside it what lets the next build see that nothing changed.

The manifest is for people and says the same on every machine. The memory (`out/.typeset.json`) is for the next
build alone: sizes and times of files, and which outputs each request asked for.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

FILE = "manifest.json"
MEMORY = ".typeset.json"


class Entry(NamedTuple):
    """One file in `out/`: what it is, of which piece of an application, and what it was made from.

    `inputs` are SHA-256 by name, as are `others`, the further files of its format. Of what its page budget changed,
    `fitted` are the options that were moved, with their values, and `left_out` the paths of what is not shown.
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

    @property
    def made_for(self) -> tuple[str, str, str]:
        """The application, the format and the piece, of which there is one file."""
        return self.application, self.format, self.piece


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
    found = _load(out / FILE).get("files", {})
    try:
        entries = {name: Entry(**entry) for name, entry in found.items()}
    except (TypeError, AttributeError):
        return {}
    return {name: entry for name, entry in entries.items() if _is_sound(entry)}


def dump_manifest(entries: dict[str, Entry], versions: dict[str, str]) -> bytes:
    """Return the manifest as JSON, sorted."""
    files = {name: entry._asdict() for name, entry in sorted(entries.items())}
    return _dump({"made-with": versions, "files": files})


def load_memory(out: Path) -> Memory:
    """Return the memory of the last build; an empty one when there is none that can be read."""
    found = _load(out / MEMORY)
    kinds = {"places": list, "files": dict, "folders": dict, "requests": dict}
    is_sound = found.keys() == kinds.keys() and all(isinstance(found[name], kind) for name, kind in kinds.items())
    return Memory(**found) if is_sound else Memory.blank([])


def dump_memory(memory: Memory) -> bytes:
    """Return the memory as JSON."""
    return json.dumps(memory._asdict(), separators=(",", ":")).encode()


def _load(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_sound(entry: Entry) -> bool:
    kinds = {"pages": int, "bytes": int, "inputs": dict, "others": dict, "fitted": dict, "left_out": list}
    return all(isinstance(value, kinds.get(name, str)) for name, value in entry._asdict().items())


def _dump(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
