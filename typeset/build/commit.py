"""A project and files of it in; the commit that they were built from out, as git tells it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from typeset.build.project import Project

PATIENCE = 10
"""Seconds that git may take."""


class Commit(NamedTuple):
    """A commit's name, and whether the files are as it has them."""

    id: str
    clean: bool


def commit(project: Project, files: Iterable[Path]) -> Commit | None:
    """Return where a project stands; None where there is no git, no repository, or no commit yet."""
    name = _git(project, "rev-parse", "--verify", "HEAD")
    if not name:
        return None
    paths = [str(path) for path in files if path.is_relative_to(project.root)]
    return Commit(name, _git(project, "status", "--porcelain", "--", *paths) == "")


def _git(project: Project, *arguments: str) -> str | None:
    """Return what git says, asked to change nothing and to start no helper of the repository's; None if it fails."""
    program = shutil.which("git")
    if not program:
        return None
    command = [program, "--no-optional-locks", "-c", "core.fsmonitor=false", *arguments]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(  # noqa: S603  # a program by its path, and names of files behind `--`
            command, cwd=project.root, env=environment, capture_output=True, timeout=PATIENCE, check=False, text=True
        )
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return None
    return done.stdout.strip() if done.returncode == 0 else None
