"""`typeset check --as-parser`: what parsers understand of what is built, record by record."""

from collections.abc import Callable
from pathlib import Path

import pytest

CONTENT = """\
basics: {name: Ada Lovelace, label: Analyst, email: ada@example.org}
work:
  - {name: Analytical Engine Ltd., position: Programmer, location: London, startDate: 1842, endDate: 1843}
sections:
  - id: tea
    title: Tea
    items:
      - {title: A long title of a talk on tea that was held at noon, organization: Guild, subtitle: Talk, date: 1840}
"""


@pytest.fixture
def built(project: Path, run: Callable) -> None:
    """A project whose CV is built."""
    project.joinpath("content", "ada.yaml").write_text(CONTENT)
    assert run("build", "--format", "pdf").status == 0


def test_before_a_build_it_says_what_to_do(run: Callable):
    ended = run("check", "--as-parser")
    assert ended.status == 1
    assert "no PDF is built yet" in ended.err
    assert "typeset build" in ended.err


@pytest.mark.usefixtures("built")
def test_records_are_told_in_the_order_of_the_page_and_no_line_is_too_long(run: Callable):
    ended = run("check", "--as-parser")
    lines = ended.out.splitlines()
    assert all(len(line) <= 80 for line in lines)
    names = [line.split()[0] for line in lines[3:-2] if line and line[0] != " "]
    assert names[:3] == ["basics", "work", "work.analytical-engine-ltd"]
    assert next(line for line in lines if line.startswith("work.analytical")).split()[1:4] == ["4", "of", "4"]
    assert "by layout" in lines[2]
    assert "understood by layout" in lines[-1]


@pytest.mark.usefixtures("built")
def test_what_is_not_understood_is_told_below_its_record_and_fails_a_strict_check(run: Callable):
    ended = run("check", "--as-parser")
    assert ended.status == 0
    at = next(number for number, line in enumerate(ended.out.splitlines()) if line.startswith("tea."))
    told = ended.out.splitlines()[at + 1 :]
    assert told[0].split()[0] in ("title", "organization")
    assert told[1].lstrip().startswith("by ")
    assert run("check", "--as-parser", "--strict").status == 1


def test_with_everything_understood_a_strict_check_passes(project: Path, run: Callable):
    text = CONTENT.partition("sections:")[0]
    project.joinpath("content", "ada.yaml").write_text(text)
    assert run("build", "--format", "pdf").status == 0
    ended = run("check", "--as-parser", "--strict")
    assert "100 % understood by layout" in ended.out
    assert ended.status == 0
