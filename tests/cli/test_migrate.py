"""`typeset migrate`: files of older models brought forward, each told, none harmed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from typeset.build import files
from typeset.cli.migrate import migrate
from typeset.cli.new import new

OLDER = "# why\nbasics: {name: Ada}\nheadings:\n  keywords: 'Tools'  # once\n"
TODAY = "# why\nbasics: {name: Ada}\nlabels:\n  keywords: 'Tools'  # once\nmeta:\n  model: 2\n"
TOLD = "content/ada.yaml: model 1 → 2: line 4: `headings.keywords` is now `labels.keywords`\n"

Migrate = Callable[..., Result]


@pytest.fixture
def migrate_in(project: Path) -> Migrate:
    """A function that runs the command in a project with one CV of an older model."""
    (project / "content" / "ada.yaml").write_text(OLDER)

    def run_migrate(*arguments: str | Path) -> Result:
        return CliRunner(catch_exceptions=False).invoke(migrate, [*map(str, arguments)], obj=str(project))

    return run_migrate


def test_a_file_is_brought_forward_once(migrate_in: Migrate, project: Path):
    file = project / "content" / "ada.yaml"
    first, second = migrate_in(file), migrate_in(file)
    assert first.output == TOLD + "1 file brought forward to model 2; nothing to do for 0\n"
    assert second.output == "0 files brought forward to model 2; nothing to do for 1\n"
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert file.read_text() == TODAY


def test_without_a_name_all_content_is_meant(migrate_in: Migrate, project: Path):
    (project / "content" / "bob.json").write_text('{"headings": {"keywords": "T"}}')
    (project / "content" / "new.yaml").write_text(TODAY)
    (project / "content" / "resume.schema.json").write_text('{"headings": {"keywords": "T"}}')
    assert migrate_in().output.splitlines() == [
        TOLD.rstrip(),
        "content/bob.json: model 1 → 2: line 1: `headings.keywords` is now `labels.keywords`",
        "2 files brought forward to model 2; nothing to do for 1",
    ]
    assert '"labels"' in (project / "content" / "bob.json").read_text()
    assert "labels" not in (project / "content" / "resume.schema.json").read_text()


def test_check_changes_nothing_and_ends_with_1(migrate_in: Migrate, project: Path):
    file = project / "content" / "ada.yaml"
    told = migrate_in("--check")
    assert told.output == TOLD + "1 file would be brought forward to model 2; nothing to do for 0\n"
    assert (told.exit_code, file.read_text()) == (1, OLDER)
    migrate_in()
    assert migrate_in("--check").exit_code == 0


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.yaml", "basics: {name: [", "content/a.yaml:1:17: error: not YAML"),
        ("a.yaml", "a: 1\na: 2\n", "content/a.yaml:2:1: error: the key `a` stands twice"),
        ("a.yaml", "meta: {model: 9}\n", "content/a.yaml:1:8: error: written for model 9; this typeset knows 2"),
        ("a.json", "{", "content/a.json:1:2: error: not JSON"),
        ("a.txt", "a", "error: content/a.txt is not a content file"),
        ("none.yaml", None, "error: content/none.yaml cannot be read"),
    ],
)
def test_with_one_file_that_cannot_be_read_none_is_changed(
    migrate_in: Migrate, project: Path, name: str, text: str | None, message: str
):
    good, bad = project / "content" / "ada.yaml", project / "content" / name
    if text is not None:
        bad.write_text(text)
    ended = migrate_in(good, bad)
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert ended.stderr.startswith(message)
    assert good.read_text() == OLDER


def test_when_writing_fails_the_old_file_stands(migrate_in: Migrate, project: Path, monkeypatch: pytest.MonkeyPatch):
    def full(_: int) -> None:
        raise OSError(28, "No space left on device", "ada.yaml")

    monkeypatch.setattr(files.os, "fsync", full)
    ended = migrate_in()
    file = project / "content" / "ada.yaml"
    assert (ended.exit_code, ended.stderr) == (1, f"error: {file}: No space left on device\n")
    assert (project / "content" / "ada.yaml").read_text() == OLDER
    assert [path.name for path in (project / "content").iterdir()] == ["ada.yaml"]


def test_a_link_to_a_file_stays_a_link(migrate_in: Migrate, project: Path):
    real, link = project / "real.yaml", project / "content" / "link.yaml"
    real.write_text(OLDER)
    link.symlink_to(real)
    assert migrate_in(link).exit_code == 0
    assert link.is_symlink()
    assert real.read_text() == TODAY


def test_a_new_file_is_of_todays_model(migrate_in: Migrate, project: Path):
    made = CliRunner(catch_exceptions=False).invoke(new, ["bob"], obj=str(project))
    assert made.exit_code == 0
    file = project / "content" / "bob.yaml"
    assert "\nmeta:\n  model: 2 " in file.read_text()
    assert migrate_in("--check", file).exit_code == 0
