"""`typeset diff`: what two applications say differently."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from typeset.cli.diff import diff

CONTENT = """\
basics: {name: Ada Lovelace, label: Analyst, phone: +44 20 5550 0100}
work:
  - {id: engine, name: Analytical Engine, highlights: [{id: notes, text: Notes.}, {id: cards, text: Cards.}]}
  - {id: tutor, name: Tutor}
  - {id: poet, name: Poet, only: [arts]}
skills: [sums, tables, chess, horses]
interests: [horses]
"""
FIRST = "resume: ada\ntheme: margin\nomit: [work.engine.cards]\n"
SECOND = """\
resume: ada
theme: margin
options: {accent: '#123456'}
tags: [arts]
for: {company: Babbage & Co.}
pick: {skills: [horses, sums, tables, chess]}
order: [skills]
omit: [interests, basics.phone]
reword: {work.engine.notes: 'Many, many notes.'}
titles: {work: Employment}
pages: {max: 2}
"""
EXPECTED = """\
- first
+ second

Settings
+ for: Babbage & Co.
- options.accent: #9e1b1b
+ options.accent: #123456
+ pages: max 2

Only in one
- interests          Interests
+ work.engine.cards  Cards.
+ work.poet          Poet
- basics.phone       +44 20 5550 0100

Moved, among what both have
  skills: number 2 in the one, 1 in the other
  skills.horses: number 4 in the one, 1 in the other

Worded differently
  work.engine.notes.text
- Notes.
+ Many, many notes.
  work
- Work Experience
+ Employment
"""


@pytest.fixture
def told(project: Path) -> Callable[..., str]:
    applications = project / "content" / "applications"
    applications.mkdir()
    project.joinpath("content/ada.yaml").write_text(CONTENT)
    applications.joinpath("first.yaml").write_text(FIRST)
    applications.joinpath("second.yaml").write_text(SECOND)
    applications.joinpath("third.yaml").write_text("extends: second\ntheme: classic\nlocale: de-DE\n")

    def tell(*names: str) -> str:
        result = CliRunner(catch_exceptions=False).invoke(diff, names, obj=str(project))
        assert result.exit_code == 0, result.output
        return result.output

    return tell


def test_it_tells_what_differs_and_nothing_else(told):
    assert told("first", "second") == EXPECTED


def test_the_other_way_round_signs_change(told):
    swapped = {"-": "+", "+": "-"}
    lines = sorted(told("first", "second").splitlines()[2:])
    back = [f"{swapped[line[0]]}{line[1:]}" if line[:1] in swapped else line for line in
            told("second", "first").splitlines()[2:]]  # fmt: skip
    assert [line for line in sorted(back) if "number" not in line] == [line for line in lines if "number" not in line]


def test_in_another_language_words_differ_and_options_of_another_theme_are_not_told(told):
    output = told("second", "third")
    assert "- theme: margin\n+ theme: classic\n" in output
    assert "- language: en\n+ language: de-DE\n" in output
    assert "options." not in output.replace("options.accent", "")
    assert "- Skills\n+ Kenntnisse\n" in output


def test_nothing_is_nothing(told):
    assert told("first", "first") == "first and first say the same in the same way\n"


def test_lines_fit_a_terminal(told, project: Path):
    project.joinpath("content/ada.yaml").write_text(CONTENT.replace("Poet", "Poet " * 60).replace("Cards", "C " * 99))
    assert max(map(len, told("first", "second").splitlines())) <= 80


@pytest.mark.usefixtures("told")
def test_an_application_that_is_not_there_is_told(project: Path):
    result = CliRunner().invoke(diff, ["first", "secnd"], obj=str(project))
    assert (result.exit_code, "did you mean `second`?" in result.output) == (1, True)
