"""`manifest.json`: what was made from what; and beside it what lets the next build see that nothing changed.

The manifest is for people and says the same on every machine. The memory (`out/.typeset.json`) is for the next
build alone: sizes and times of files, and which outputs each request asked for.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

FILE = "manifest.json"
MEMORY = ".typeset.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in `out/`: what it is, and what it was made from. `inputs` are SHA-256 by name."""

    application: str
    format: str
    resume: str
    theme: str
    language: str
    pages: int
    bytes: int
    sha256: str
    fingerprint: str
    inputs: dict[str, str] = field(default_factory=dict)

    @property
    def made_for(self) -> tuple[str, str]:
        """The application and the format, of which there is one file."""
        return self.application, self.format


@dataclass(slots=True)
class Memory:
    """Where every file stood at the last build, the names in every folder, the outputs of every request."""

    places: list[str] = field(default_factory=list)
    files: dict[str, list[int]] = field(default_factory=dict)
    folders: dict[str, list[str]] = field(default_factory=dict)
    requests: dict[str, list[str]] = field(default_factory=dict)


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
    files = {name: asdict(entry) for name, entry in sorted(entries.items())}
    return _dump({"made-with": versions, "files": files})


def load_memory(out: Path) -> Memory:
    """Return the memory of the last build; an empty one when there is none that can be read."""
    found = _load(out / MEMORY)
    kinds = {"places": list, "files": dict, "folders": dict, "requests": dict}
    is_sound = found.keys() == kinds.keys() and all(isinstance(found[name], kind) for name, kind in kinds.items())
    return Memory(**found) if is_sound else Memory()


def dump_memory(memory: Memory) -> bytes:
    """Return the memory as JSON."""
    return json.dumps(asdict(memory), separators=(",", ":")).encode()


def _load(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_sound(entry: Entry) -> bool:
    kinds = {"pages": int, "bytes": int, "inputs": dict}
    return all(isinstance(value, kinds.get(name, str)) for name, value in asdict(entry).items())


def _dump(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
