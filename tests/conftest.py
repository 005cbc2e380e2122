"""What the tests share: deterministic properties, and short ways to read content."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from typeset.resume.content import resume
from typeset.resume.model import Resume
from typeset.source import Fault, Place, Source
from typeset.source.characters import decode
from typeset.source.yaml import parse

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"

settings.register_profile(
    "typeset",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("typeset")


def missing(what: str) -> None:
    """Skip a test for want of something; where there must be everything, fail it."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI must have {what}")
    pytest.skip(f"{what} is not installed")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(*tools): skips a test where a program is missing; in CI, fails it")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        for tool in mark.args:
            shutil.which(tool) or missing(tool)


@pytest.fixture(scope="session", name="missing")
def missing_() -> Callable[[str], None]:
    """The function that ends a test for want of something."""
    return missing


@pytest.fixture(scope="session")
def need() -> Callable[..., str]:
    """A function from the names of a program to where one of them is, or else to the end of the test."""

    def find(*tools: str) -> str:
        found = next(filter(None, map(shutil.which, tools)), None)
        if not found:
            missing(tools[0])
        return str(found)

    return find


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the goldens of tests/cases anew, for review")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Other people's résumés, where they are beside the repository."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus of résumés is not beside this repository")
    return CORPUS


@pytest.fixture(scope="session")
def place() -> Place:
    return Place(Source("cv.yaml", "a: b\n"), 1, 4)


@pytest.fixture(scope="session")
def read() -> Callable[[str], tuple[Resume, list[Fault]]]:
    """Read a YAML text as content, under a name."""

    def read_text(text: str) -> tuple[Resume, list[Fault]]:
        return resume(parse(decode(text.encode(), "cv.yaml")))

    return read_text


@pytest.fixture(scope="session")
def valid(read: Callable[[str], tuple[Resume, list[Fault]]]) -> Callable[[str], Resume]:
    """Read a YAML text as content of somebody called N. N., in which nothing may be wrong."""

    def read_valid(text: str) -> Resume:
        found, faults = read(text if "basics:" in text else f"basics: {{name: N. N.}}\n{text}")
        assert [str(fault) for fault in faults] == []
        return found

    return read_valid
