"""Where this machine keeps a project's files, its user's themes and dictionaries; and what day it is there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from typeset.build.project import Project
from typeset.resume.tailoring import VARIABLES
from typeset.theme import SHIPPED_THEMES

if TYPE_CHECKING:
    from typeset.resume.dates import PartialDate

_SUITES = (
    "/usr/lib/libreoffice/share/extensions",
    "/Applications/LibreOffice.app/Contents/Resources/extensions",
    "$PROGRAMFILES/LibreOffice/share/extensions",
)
"""Where LibreOffice keeps a folder for each of its dictionaries: Linux, macOS, Windows."""


def project(root: str) -> Project:
    """Return the project in a folder, with the private values in the environment.

    Themes are looked for in it, then in the user's own, then among the shipped.
    """
    folder = Path(root).absolute()
    configuration = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    roots = (folder / "themes", configuration / "typeset" / "themes", SHIPPED_THEMES)
    private = tuple(sorted((name, value) for name, value in os.environ.items() if name.startswith(VARIABLES)))
    return Project(folder, folder / "content", folder / "out", tuple(dict.fromkeys(roots)), private)


def dictionaries() -> tuple[Path, ...]:
    """Return the folders of Hunspell dictionaries: the user's own, the system's, those that LibreOffice brings."""
    home = Path.home()
    data = (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(os.pathsep)
    folders = [Path(folder) for folder in os.environ.get("DICPATH", "").split(os.pathsep) if folder]
    folders += [home / ".local/share/hunspell", home / "Library/Spelling", Path("/Library/Spelling")]
    folders += [Path(folder, name) for folder in data for name in ("hunspell", "myspell", "myspell/dicts")]
    folders += [Path("/opt/homebrew/share/hunspell")]
    for suite in _SUITES:
        folders += sorted(Path(os.path.expandvars(suite)).glob("dict-*"))
    return tuple(folder for folder in dict.fromkeys(folders) if folder.is_dir())


def today() -> PartialDate:
    """Return the day it is here."""
    from datetime import UTC, datetime

    from typeset.resume.dates import PartialDate

    now = datetime.now(UTC).astimezone()
    return PartialDate(now.year, now.month, now.day)
