"""A folder of other people's CVs in, a project of them out: what every measurement over a corpus begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from typeset.build.prepare import prepare
from typeset.build.project import Plan, Project
from typeset.readers.importing import imported
from typeset.source import Faults
from typeset.source.emit_yaml import yaml_text
from typeset.theme import SHIPPED_THEMES


@contextmanager
def corpus(folder: Path) -> Iterator[tuple[Project, list[Plan]]]:
    """Give a project with a content file for every CV of a folder that can be imported, in whatever format."""
    with TemporaryDirectory() as made:
        project = Project(Path(made), Path(made, "content"), Path(made, "out"), (SHIPPED_THEMES,))
        yield project, list(_imports(folder, project))


def _imports(folder: Path, project: Project) -> Iterator[Plan]:
    project.content.mkdir()
    for path in sorted(folder.rglob("*.*")):
        name = re.sub(r"[^A-Za-z0-9]+", "-", str(path.relative_to(folder)))
        content = project.content / f"{name}.yaml"
        try:
            content.write_text(yaml_text(imported(path.read_bytes(), path.name).tree), "utf-8")
            plan = Plan(name, None, content)
            prepare(project, plan)
        except Faults:
            continue
        yield plan
