"""A project in; the content files and applications in it out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from typeset.build.project import Plan, Project
from typeset.readers import READERS
from typeset.resume import names
from typeset.source import Fault, Faults

APPLICATION_SUFFIX = ".yaml"
SCHEMAS = "*.schema.json"
"""What stands beside content for editors to check it against."""


def content_files(project: Project) -> dict[str, Path]:
    """Return the content files by name, sorted.

    Raises `Faults` when two files have one name.
    """
    files = [path for path in _files(project.content) if path.suffix in READERS and not path.match(SCHEMAS)]
    found: dict[str, Path] = {}
    for path in files:
        if path.stem in found:
            first, second = project.shown(found[path.stem]), project.shown(path)
            raise Faults([Fault(f"`{first}` and `{second}` have the same name", hint="rename one of them")])
        found[path.stem] = path
    return found


def plans(project: Project) -> list[Plan]:
    """Return all that can be built: each application, and each content file that no application is named after."""
    applications = [path for path in _files(project.applications) if path.suffix == APPLICATION_SUFFIX]
    named = {path.stem: Plan(path.stem, path) for path in applications}
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
