"""Whether a build would find nothing to do, from the sizes and times of files alone; no content is read.

An unchanged build imports this room and nothing heavier.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from typeset.build import manifest
from typeset.build.manifest import Entry, Memory
from typeset.build.project import Project
from typeset.build.request import Account, Request


def mark(path: str | Path) -> list[int]:
    """Return what tells one state of a file from the next: size, change in nanoseconds, inode; empty when gone."""
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return []
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def listing(folder: str | Path) -> list[str]:
    """Return the names in a folder, sorted; nothing when there is no such folder."""
    try:
        return sorted(path.name for path in Path(folder).iterdir())
    except (OSError, ValueError):
        return []


def is_unchanged(memory: Memory, project: Project) -> bool:
    """Return whether every file and folder of the last build is as it was, and of this project, not of its copy."""
    return (
        bool(memory.files)
        and memory.places == project.places
        and all(mark(path) == known for path, known in memory.files.items())
        and all(listing(folder) == names for folder, names in memory.folders.items())
    )


def marks(paths: Iterable[Path]) -> dict[str, list[int]]:
    """Return the mark of every file."""
    return {str(path): mark(path) for path in paths}


def up_to_date(project: Project, request: Request) -> list[Account] | None:
    """Return the accounts of a request that has nothing to do, or None when that cannot be told at a glance."""
    memory = manifest.load_memory(project.out)
    wanted = memory.requests.get(request.key)
    if not wanted or not is_unchanged(memory, project):
        return None
    entries = manifest.load_manifest(project.out)
    if not all(name in entries and not (request.strict and entries[name].warned) for name in wanted):
        return None
    return [untouched(project.out / name, entries[name]) for name in wanted]


def untouched(path: Path, entry: Entry) -> Account:
    """Return the account of a file that stands as the manifest says."""
    return Account(entry.application, entry.format, entry.theme, entry.resume, entry.pages, path)
