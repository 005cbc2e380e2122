"""What stands in `out/`, in; files in its place, and a manifest that is true at every moment, out."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from typeset import __version__
from typeset.build import manifest
from typeset.build.discover import plans
from typeset.build.files import write_all, write_whole
from typeset.build.fingerprint import versions
from typeset.build.job import Clock
from typeset.build.manifest import Entry
from typeset.build.project import Project
from typeset.build.unchanged import mark

SAVED_EVERY = 5.0
"""Seconds of a long build after which what is done so far is written down, in case that it is killed."""

Purpose = tuple[str, str, str, str]
"""An application, a format, a piece and a folder, of which there is one file."""


class Ledger:
    """The entries of all files, those that a build is to replace, and the manifest on the disk.

    What is to be replaced is struck out on the disk before the first file is written, and entered again in the end, or
    by the next build when this one is killed.
    """

    def __init__(self, project: Project, clock: Clock) -> None:
        replaced = manifest.load_replaced(project.out)
        self.project = project
        self.entries = manifest.load_manifest(project.out)
        self.entries |= {name: entry for name, entry in replaced.items() if self.stands(name, entry)}
        self._clock = clock
        self._saved: float | None = None
        self._known = {plan.name for plan in plans(project)}
        self._due: set[Purpose] = set()
        self._writing: Purpose | None = None

    def expect(self, purposes: Iterable[Purpose]) -> None:
        """Keep in mind what is to be replaced."""
        self._due = set(purposes)

    def name(self, path: Path) -> str:
        """Return how the manifest calls a file."""
        return str(path.relative_to(self.project.out))

    def stands(self, name: str, entry: Entry) -> bool:
        """Whether every file of an entry is as it was made."""
        return all(self._has_digest(file, sha256) for file, sha256 in ((name, entry.sha256), *entry.others.items()))

    def replace(self, purpose: Purpose, files: Mapping[Path, bytes], entry: Entry) -> None:
        """Write a job's files, the main one first, in place of what was made for the same purpose; raises `OSError`."""
        if self._saved is None:
            self._begin()
        self._writing = purpose
        write_all(files)
        main, *_ = names = [self.name(path) for path in files]
        self._forget(purpose, names)
        self.entries[main] = entry
        self._due.discard(purpose)
        self._writing = None
        if self._saved is not None and self._clock() - self._saved > SAVED_EVERY:
            self._save(self._due)

    def close(self) -> bool:
        """Write the manifest of all that stands, and return whether anything does; raises `OSError`."""
        return self._save([self._writing] if self._writing else [])

    def _begin(self) -> None:
        self._saved = self._clock()
        if any(self._purpose(name, entry) in self._due for name, entry in self.entries.items()):
            self._save(self._due)

    def _save(self, unsure: Collection[Purpose]) -> bool:
        """Write the manifest, in which no purpose is entered of which it is unsure what stands."""
        self._saved = self._clock()
        kept = {name: entry for name, entry in self.entries.items() if self._is_there(name, entry)}
        replaced = {name: entry for name, entry in kept.items() if self._purpose(name, entry) in unsure}
        sure = {name: entry for name, entry in kept.items() if name not in replaced}
        file = self.project.out / manifest.FILE
        told = manifest.dump_manifest(sure, _made_with(), replaced)
        if (kept or file.is_file()) and (not file.is_file() or file.read_bytes() != told):
            write_whole(file, told)
        return bool(kept)

    def _is_there(self, name: str, entry: Entry) -> bool:
        return entry.application in self._known and (self.project.out / name).is_file()

    def _forget(self, purpose: Purpose, written: Collection[str]) -> None:
        """Drop what an earlier build made for the same purpose, and remove those of its files that are no more."""
        for name, entry in list(self.entries.items()):
            if self._purpose(name, entry) == purpose:
                del self.entries[name]
                for other, sha256 in {name: entry.sha256, **entry.others}.items():
                    if other not in written and self._has_digest(other, sha256):
                        (self.project.out / other).unlink()

    def _purpose(self, name: str, entry: Entry) -> Purpose:
        return *entry.made_for, str((self.project.out / name).parent)

    def _has_digest(self, name: str, sha256: str) -> bool:
        path = self.project.out / name
        return bool(mark(path)) and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def _made_with() -> dict[str, str]:
    python = ".".join(map(str, sys.version_info[:3]))
    return {"typeset": __version__, "python": python, **versions()}
