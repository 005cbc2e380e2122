"""`typeset sent`: what an application's reader has."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from typeset.cli.build import build
from typeset.cli.sent import sent


@pytest.fixture
def root(tmp_path: Path) -> Path:
    tmp_path.joinpath("content", "applications").mkdir(parents=True)
    tmp_path.joinpath("content", "ada.yaml").write_text("basics: {name: Ada Lovelace}\nwork: [{name: Engine House}]\n")
    application = tmp_path / "content" / "applications" / "acme.yaml"
    application.write_text("resume: ada\nfor: {company: Acme, role: Analyst}\nformats: [txt]\naudience: public\n")
    return tmp_path


def run(command, root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, obj=str(root))


def test_what_they_have_is_told_on_eighty_columns(root):
    assert run(build, root, "-a", "acme").exit_code == 0
    told = run(sent, root, "acme")
    assert told.exit_code == 0
    assert "not marked as sent (`typeset sent acme --mark`)" in told.output
    marked = run(sent, root, "acme", "--mark").output
    assert marked.startswith("acme for Acme, Analyst\nsent 2")
    for word in ("content/ada.yaml", "audience  public", "acme/Ada-Lovelace-CV.txt", "theme     classic"):
        assert word in marked
    assert max(map(len, marked.splitlines())) <= 80


def test_what_has_changed_since_is_told(root):
    run(build, root, "-a", "acme")
    run(sent, root, "acme", "--mark")
    content = root / "content" / "ada.yaml"
    content.write_text(content.read_text().replace("Engine", "Power"))
    assert ", changed since" in run(sent, root, "acme").output
    run(build, root, "-a", "acme")
    assert "built since, and not sent: 2" in run(sent, root, "acme").output


@pytest.mark.parametrize(
    ("application", "message"),
    [("acmee", "did you mean `acme`?"), ("acme", "nothing of `acme` is built or sent")],
)
def test_what_there_is_not_is_told(root, application, message):
    told = run(sent, root, application)
    assert told.exit_code == 1
    assert message in told.output
