"""Every CV of `content/` in every theme, made once a session."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import perf_counter

import pytest

from typeset.build.job import Job, Made, as_made, make
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Plan, Project
from typeset.document.arrange import arrange
from typeset.document.shapes import Document
from typeset.readers.yaml import read

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class CV:
    """One application in one theme and format: what it was made of, and what it came to."""

    prepared: Prepared
    made: Made


MakeCV = Callable[..., CV]


@pytest.fixture(scope="session")
def cv(need: Callable[..., str]) -> MakeCV:
    """A function from an application, a theme and a format to the CV."""
    project = Project(ROOT, ROOT / "content", ROOT / "out", (ROOT / "themes",))

    @cache
    def make_cv(application: str, theme: str | None = None, format_name: str = "pdf") -> CV:
        plan = Plan(application, project.applications / f"{application}.yaml")
        job, prepared = Job(project, plan, format_name, theme), prepare(project, plan, theme)
        if prepared.theme.engine == "latex":
            need("lualatex")
        return CV(as_made(job, prepared), make(job, perf_counter))

    return make_cv


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    """A function from the text of a content file to the document it makes."""

    def make_document(content: str) -> Document:
        resume, faults = read(content.encode(), "content.yaml")
        assert faults == []
        return arrange(resume, "en")

    return make_document
