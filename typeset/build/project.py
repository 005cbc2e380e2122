"""Where a project's files are.

Named tuples here and in the rooms beside it, where others use dataclasses: an unchanged build makes them at every
start, and a dataclass takes a millisecond to make."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Project(NamedTuple):
    """Where things are: the root that names in messages start from, content, output, and folders of themes.

    `private` are the private values that come from the environment, by variable.
    """

    root: Path
    content: Path
    out: Path
    themes: tuple[Path, ...]
    private: tuple[tuple[str, str], ...] = ()

    @property
    def applications(self) -> Path:
        """The folder of applications."""
        return self.content / "applications"

    @property
    def places(self) -> list[str]:
        """Every folder that it is made of, as strings, and what tells one set of private values from the next."""
        return [str(folder) for folder in (self.root, self.content, self.out, *self.themes)] + self._seals()

    def _seals(self) -> list[str]:
        if not self.private:
            return []
        from hashlib import sha256  # few have private values, and it is slow to load

        return [sha256(repr(self.private).encode()).hexdigest()]

    def shown(self, path: Path) -> str:
        """Return a path as messages give it: from the root where it lies below, whole elsewhere."""
        return str(path.relative_to(self.root)) if path.is_relative_to(self.root) else str(path)


class Plan(NamedTuple):
    """One application: its name, its own file where it has one, and, where it has none, the content file."""

    name: str
    application: Path | None
    content: Path | None = None
