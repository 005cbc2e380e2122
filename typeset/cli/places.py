"""Where this machine keeps a project's files and its user's themes."""

from __future__ import annotations

import os
from pathlib import Path

from typeset.build.project import Project
from typeset.resume.tailoring import VARIABLES
from typeset.theme import SHIPPED_THEMES


def project(root: str) -> Project:
    """Return the project in a folder, with the private values in the environment.

    Themes are looked for in it, then in the user's own, then among the shipped.
    """
    folder = Path(root).absolute()
    configuration = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    roots = (folder / "themes", configuration / "typeset" / "themes", SHIPPED_THEMES)
    private = tuple(sorted((name, value) for name, value in os.environ.items() if name.startswith(VARIABLES)))
    return Project(folder, folder / "content", folder / "out", tuple(dict.fromkeys(roots)), private)
