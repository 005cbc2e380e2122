"""A project in; the content files and applications in it out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from typeset.build.project import Plan, Project
from typeset.readers import READERS
from typeset.resume import names
from typeset.source import Fault, Faults

APPLICATION_SUFFIX = ".yaml"
PRIVATE_SUFFIX = ".private.yaml"
AUDIENCES = "audiences.yaml"
NOT_CONTENT = ("*.schema.json", f"*{PRIVATE_SUFFIX}", AUDIENCES)
"""What stands beside content: schemas for editors to check it against, values for some readers alone, audiences."""


def content_files(project: Project) -> dict[str, Path]:
    """Return the content files by name, sorted.

    Raises `Faults` when two files have one name.
    """
    files = [path for path in _files(project.content) if path.suffix in READERS]
    files = [path for path in files if not any(path.match(pattern) for pattern in NOT_CONTENT)]
    found: dict[str, Path] = {}
    for path in files:
        if path.stem in found:
            first, second = project.shown(found[path.stem]), project.shown(path)
            raise Faults([Fault(f"`{first}` and `{second}` have the same name", hint="rename one of them")])
        found[path.stem] = path
    return found


def applications(project: Project) -> dict[str, Path]:
    """Return the files of applications by name, sorted."""
    return {path.stem: path for path in _files(project.applications) if path.suffix == APPLICATION_SUFFIX}


def application_file(project: Project, name: str) -> Path:
    """Return where the file of an application is, or would be."""
    return project.applications / f"{name}{APPLICATION_SUFFIX}"


def plans(project: Project) -> list[Plan]:
    """Return every application, and each content file that no application is named after."""
    named = {name: Plan(name, path) for name, path in applications(project).items()}
    plain = {name: Plan(name, None, path) for name, path in content_files(project).items()}
    return [plan for _, plan in sorted({**plain, **named}.items())]


def find(wanted: str, known: Iterable[str], kind: str) -> str:
    """Return `wanted` when it is known; raises `Faults` with the nearest known name."""
    known = list(known)
    if wanted in known:
        return wanted
    raise Faults([Fault(f"there is no {kind} `{wanted}`", hint=names.hint(wanted, known))])


def _files(folder: Path) -> list[Path]:
    try:
        found = sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        raise Faults([Fault(f"{folder} cannot be read: {error.strerror}")]) from None
    return [path for path in found if path.is_file() and not path.name.startswith(".")]
