"""`typeset tidy`: files rewritten in one form, with all that they say."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from typeset.cli.tidy import tidy

CONTENT = Path(__file__).parents[2] / "content"
UNTIDY = "# why\nbasics:   {name: 'Ada'}  # who\nwork:\n- name:   a\n"
TIDY = "# why\nbasics: {name: Ada}  # who\nwork:\n  - name: a\n"

Tidy = Callable[..., Result]


@pytest.fixture
def tidy_in(project: Path) -> Tidy:
    """A function that runs the command in a project with one CV."""

    def run_tidy(*arguments: str | Path) -> Result:
        return CliRunner(catch_exceptions=False).invoke(tidy, [*map(str, arguments)], obj=str(project))

    return run_tidy


def test_a_file_is_rewritten_once(tidy_in: Tidy, project: Path):
    file = project / "content" / "ada.yaml"
    file.write_text(UNTIDY)
    first, second = tidy_in(file), tidy_in(file)
    assert (first.exit_code, first.output) == (0, "rewrote content/ada.yaml\n0 files of 1 left as they are\n")
    assert (second.exit_code, second.output) == (0, "1 file of 1 left as it is\n")
    assert file.read_text() == TIDY


def test_without_a_name_all_content_is_meant(tidy_in: Tidy, project: Path):
    application = project / "content" / "applications" / "one.yaml"
    application.parent.mkdir()
    application.write_text("resume:   ada\n")
    (project / "content" / "ada.yaml").write_text(UNTIDY)
    assert tidy_in().output.splitlines()[:2] == [
        "rewrote content/ada.yaml", "rewrote content/applications/one.yaml",
    ]  # fmt: skip
    assert application.read_text() == "resume: ada\n"


def test_check_changes_nothing_and_ends_with_1(tidy_in: Tidy, project: Path):
    file = project / "content" / "ada.yaml"
    file.write_text(UNTIDY)
    told = tidy_in("--check")
    assert (told.exit_code, told.output.splitlines()[0]) == (1, "would rewrite content/ada.yaml")
    assert file.read_text() == UNTIDY
    file.write_text(TIDY)
    assert tidy_in("--check").exit_code == 0


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.yaml", "basics: {name: [", "not YAML"),
        ("a.yaml", "a: 1\na: 2\n", "stands twice"),
        ("a.json", "{}", "is not a YAML file"),
        ("none.yaml", None, "cannot be read"),
    ],
)
def test_what_cannot_be_rewritten_is_told_and_left(
    tidy_in: Tidy, project: Path, name: str, text: str | None, message: str
):
    good, bad = project / "content" / "ada.yaml", project / "content" / name
    good.write_text(UNTIDY)
    if text is not None:
        bad.write_text(text)
    ended = tidy_in(good, bad)
    assert ended.exit_code == 1
    assert message in ended.stderr
    assert good.read_text() == UNTIDY
    assert text is None or bad.read_text() == text


def test_a_link_to_a_file_stays_a_link(tidy_in: Tidy, project: Path):
    real, link = project / "real.yaml", project / "content" / "link.yaml"
    real.write_text(UNTIDY)
    link.symlink_to(real)
    assert tidy_in(link).exit_code == 0
    assert link.is_symlink()
    assert real.read_text() == TIDY


def test_the_content_of_this_repository_hardly_changes(tidy_in: Tidy, project: Path):
    before, after = 0, 0
    for file in sorted(CONTENT.rglob("*.yaml")):
        copy = project / file.name
        shutil.copy(file, copy)
        assert tidy_in(copy).exit_code == 0
        old, new = file.read_text("utf-8").splitlines(), copy.read_text("utf-8").splitlines()
        before, after = before + len(old), after + len(set(old) & set(new)) + len(old) - len(set(old))
    assert before > 1500
    assert after >= before - 10
