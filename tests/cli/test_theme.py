"""`typeset theme check`: any folder with a theme in it, or a theme by its name."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FAULTY = "h1 { float: left }\n"
FEW = (
    "from typeset.build.trial import trial\n"
    "trial.CASES = tuple(case for case in trial.CASES if case.name in ('nothing', 'emoji'))\n"
    "from typeset.__main__ import main\n"
    "main()\n"
)
"""Tries two cases alone; in a process that has drawn nothing yet, since its workers are forked from it."""


@pytest.fixture
def few(project):
    """A function that tries a theme with two cases: how that ends, and what it says."""

    def run_command(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", FEW, "--project", str(project), "theme", "check", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(project / "none")}
        return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=150)

    return run_command


@pytest.fixture
def mine(project):
    """A theme beside no others, with a fault in its style sheet."""
    folder = project / "elsewhere" / "mine"
    folder.mkdir(parents=True)
    folder.joinpath("theme.yaml").write_text("name: mine\nabout: A page of mine.\nextends: ats\nstyles: [mine.css]\n")
    folder.joinpath("mine.css").write_text(FAULTY)
    return folder


def test_a_faulty_theme_ends_with_1_and_its_fault_at_its_place(few, mine):
    ended = few(str(mine), "--quick")
    assert ended.returncode == 1
    assert f"{mine}/mine.css:1:6: error: `float`" in ended.stderr
    lines = ended.stdout.splitlines()
    assert lines[0] == "mine: A page of mine."
    assert [line.split()[0] for line in lines[2:5]] == ["case", "nothing", "emoji"]
    assert "lacks U+1F" in lines[4]
    assert lines[-1].startswith("2 files and the theme's own in ")
    assert max(map(len, lines)) <= 80


def test_a_sound_theme_ends_with_0_and_may_be_named(few):
    ended = few("ats", "--quick")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines()[-1].endswith(": sound")


def test_other_formats_are_tried_as_well(few, mine):
    ended = few(str(mine), "-f", "html", "-f", "txt")
    rows = [line.split()[:2] for line in ended.stdout.splitlines()[3:-1]]
    assert rows == [["nothing", "html"], ["emoji", "html"]]


def test_a_theme_that_takes_all_memory_is_told_and_ends(few, mine):
    mine.joinpath("html").mkdir()
    mine.joinpath("html/masthead.html").write_text('{{ "x" * 9999999999 }}')
    ended = few(str(mine), "--quick")
    assert ended.returncode == 1
    assert "[theme]" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["nowhere"], "there is no theme `nowhere`"),
        (["ats", "-f", "pdff"], "did you mean `pdf`?"),
        (["base"], "is only a base for others"),
    ],
)
def test_what_cannot_be_tried_is_told(run, arguments, complaint):
    ended = run("theme", "check", *arguments)
    assert ended.status == 1
    assert complaint in ended.err


def test_a_broken_manifest_is_told_at_its_line(run, mine):
    mine.joinpath("theme.yaml").write_text("name: mine\nabout: x\nstyels: []\n")
    ended = run("theme", "check", str(mine))
    assert ended.status == 1
    assert f"{mine}/theme.yaml:3:1: error: unknown key `styels`" in ended.err
