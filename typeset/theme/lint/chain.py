"""A theme in; the texts of all its style sheets and templates out, its own told from those that it inherits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from typeset.source import Fault, Faults, Source
from typeset.source.characters import decode, read_bytes
from typeset.theme.manifest import FILE_NAME
from typeset.theme.theme import Theme

TEMPLATES = {"html": ".html", "latex": ".tex"}
"""The folders of templates, and how the files in them end."""


@dataclass(frozen=True)
class Chain:
    """A theme's style sheets and templates, read; `faults` are those of files that are no text."""

    theme: Theme

    @property
    def folder(self) -> Path:
        """The theme's own folder."""
        return self.theme.chain[0]

    @cached_property
    def manifest(self) -> Source:
        """Its own `theme.yaml`."""
        return self._read(self.folder / FILE_NAME) or Source(str(self.folder / FILE_NAME), "")

    @cached_property
    def faults(self) -> list[Fault]:
        """What keeps a file from being read; complete once all have been asked for."""
        return []

    @cached_property
    def sheets(self) -> dict[Path, Source]:
        """Every style sheet of the chain."""
        own = self.folder.rglob("*.css")
        paths = dict.fromkeys((*self.theme.styles, *self.theme.screen, *self.theme.letters, *sorted(own)))
        return {path: source for path in paths if (source := self._read(path))}

    @cached_property
    def templates(self) -> dict[Path, Source]:
        """Every template of the chain."""
        return {path: source for path in self._template_files() if (source := self._read(path))}

    def is_own(self, path: Path) -> bool:
        """Whether a file is in the theme's own folder."""
        return path.is_relative_to(self.folder)

    def _template_files(self) -> Iterator[Path]:
        for folder in self.theme.chain:
            for name, ending in TEMPLATES.items():
                yield from sorted((folder / name).glob(f"*{ending}"))

    def _read(self, path: Path) -> Source | None:
        try:
            return decode(read_bytes(path, str(path)), str(path))
        except Faults as faults:
            self.faults.extend(faults.faults)
            return None
