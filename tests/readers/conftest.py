"""What the tests of importing share: the seeds, and what becomes of an import on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest

from typeset.build.discover import plans
from typeset.build.job import Job, Made, make
from typeset.build.project import Project
from typeset.readers.importing import Imported
from typeset.theme import SHIPPED_THEMES

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.fixture(scope="session")
def seed() -> Callable[[str], bytes]:
    """A function from the beginning of a seed's name to its bytes."""

    def read(beginning: str) -> bytes:
        found = sorted(SEEDS.glob(f"{beginning}*")) if SEEDS.is_dir() else []
        if not found:
            pytest.skip("the CVs that typeset was first made for are not beside this repository")
        return found[0].read_bytes()

    return read


@pytest.fixture
def built(tmp_path: Path) -> Callable[..., Made]:
    """A function from an import, a theme's name and a format to what a build makes of the file it is written to."""

    def build(made: Imported, theme: str = "classic", format: str = "pdf") -> Made:  # noqa: A002
        content = tmp_path / "content"
        content.mkdir(exist_ok=True)
        content.joinpath("imported.yaml").write_text(made.text, "utf-8")
        project = Project(tmp_path, content, tmp_path / "out", (SHIPPED_THEMES,))
        [plan] = plans(project)
        return make(Job(project, plan, format, theme), lambda: 0.0)

    return build
