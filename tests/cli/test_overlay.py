"""Applications that extend others on the command line: a fault is told once, and values come from the environment."""

from pathlib import Path

import pytest


@pytest.fixture
def family(project: Path) -> Path:
    """A project with three applications that extend one."""
    applications = project / "content" / "applications"
    applications.mkdir()
    applications.joinpath("base.yaml").write_text("abstract: true\nresume: ada\n")
    for name in ("one", "two", "three"):
        applications.joinpath(f"{name}.yaml").write_text("extends: base\n")
    return project


def test_a_fault_in_what_others_extend_is_told_once(run, family: Path):
    family.joinpath("content/applications/base.yaml").write_text("abstract: true\nresume: ada\nomit: [basics.lable]\n")
    ended = run("build", "-f", "txt")
    assert ended.err.count("content/applications/base.yaml:3:8: error:") == 1
    assert ended.err.count("error:") == 1
    assert ended.out.count("failed") == 4  # a line for each, and one for all


def test_what_is_abstract_has_no_line(run, family: Path):
    ended = run("build", "-f", "txt")
    assert [line.split()[0] for line in ended.out.splitlines()] == ["ada", "one", "three", "two", "4"]
    assert not family.joinpath("out/base").exists()


def test_private_values_come_from_the_environment(run, family: Path, monkeypatch: pytest.MonkeyPatch):
    family.joinpath("content/applications/one.yaml").write_text("extends: base\nprivate: [basics.phone]\n")
    ended = run("build", "-f", "txt")
    assert "set TYPESET_PRIVATE_BASICS_PHONE" in ended.err
    monkeypatch.setenv("TYPESET_PRIVATE_BASICS_PHONE", "+44 20 5550 0199")
    assert run("build", "-f", "txt").status == 0
    assert "0199" in family.joinpath("out/one/Ada-Lovelace-CV.txt").read_text()
    assert "0199" not in family.joinpath("out/two/Ada-Lovelace-CV.txt").read_text()
    assert "555 0199" not in family.joinpath("out/.typeset.json").read_text()
    assert "4 up to date" in run("build", "-f", "txt").out
    monkeypatch.delenv("TYPESET_PRIVATE_BASICS_PHONE")
    assert run("build", "-f", "txt").status == 1
