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


@dataclass(slots=True)
class Memory:
    """Where every file stood at the last build, the names in every folder, the outputs of every request."""

    files: dict[str, list[int]] = field(default_factory=dict)
    folders: dict[str, list[str]] = field(default_factory=dict)
    requests: dict[str, list[str]] = field(default_factory=dict)


def load_manifest(out: Path) -> dict[str, Entry]:
    """Return the entries by file name within `out`; nothing when there is no manifest that can be read."""
    found = _load(out / FILE).get("files", {})
    try:
        return {name: Entry(**entry) for name, entry in found.items()}
    except (TypeError, AttributeError):
        return {}


def dump_manifest(entries: dict[str, Entry], versions: dict[str, str]) -> bytes:
    """Return the manifest as JSON, sorted."""
    files = {name: asdict(entry) for name, entry in sorted(entries.items())}
    return _dump({"made-with": versions, "files": files})


def load_memory(out: Path) -> Memory:
    """Return the memory of the last build; an empty one when there is none that can be read."""
    try:
        return Memory(**_load(out / MEMORY))
    except TypeError:
        return Memory()


def dump_memory(memory: Memory) -> bytes:
    """Return the memory as JSON."""
    return json.dumps(asdict(memory), separators=(",", ":")).encode()


def _load(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _dump(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
