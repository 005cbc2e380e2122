"""A request in; the files in `out/` that it asks for, each with its entry in the manifest and its application, out."""

from __future__ import annotations

from typing import NamedTuple

from typeset.build import manifest
from typeset.build.discover import content_files, find, plans
from typeset.build.manifest import Entry
from typeset.build.prepare import prepare
from typeset.build.project import Plan, Project
from typeset.build.request import Request


class Standing(NamedTuple):
    """A file by its name below `out/`; `plan` is None where its application is there no more."""

    name: str
    entry: Entry
    plan: Plan | None


def standing(project: Project, request: Request) -> list[Standing]:
    """Return the files that the manifest knows and a request asks for, by name, as content is read anew.

    Raises `Faults` when the request names what is not there.
    """
    prepare.cache_clear()
    known = {plan.name: plan for plan in plans(project)}
    if request.application:
        find(request.application, known, "application")
    if request.cv:
        find(request.cv, content_files(project), "content file")
    return [
        Standing(name, entry, known.get(entry.application))
        for name, entry in sorted(manifest.load_manifest(project.out).items())
        if request.cv in (None, entry.resume) and request.application in (None, entry.application)
    ]
