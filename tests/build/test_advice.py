"""Advice on the content of applications."""

from pathlib import Path

import pytest

from typeset.build.advice import advice
from typeset.build.dictionaries import chosen, shelf_of
from typeset.build.discover import plans
from typeset.build.prepare import prepare
from typeset.build.project import Project
from typeset.lint.spelling.dictionary import Dictionary
from typeset.resume.dates import PartialDate
from typeset.theme import SHIPPED_THEMES

TODAY = PartialDate(2026, 11, 22)
CONTENT = "basics: {name: Ada Lovelace, summary: I have developped engines}\n"
LETTER = """\
resume: ada
letter:
  date: 2026-11-22
  subject: Programmer of engines
  salutation: Dear Sir,
  body: "I am avialable at once, and write Javascript."
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    content = tmp_path / "content"
    content.joinpath("applications").mkdir(parents=True)
    content.joinpath("ada.yaml").write_text(CONTENT)
    return Project(tmp_path, content, tmp_path / "out", (SHIPPED_THEMES,))


def told(project: Project, *folders: Path) -> list[str]:
    prepared = [prepare(project, plan) for plan in plans(project)]
    return [str(found).split("\n")[0] for found in advice(project, prepared, TODAY, folders)]


def test_words_of_the_project_are_right(project):
    assert told(project) == ["content/ada.yaml:1:46: advice: `developped` is in no dictionary for `en` [spelling]"]
    project.content.joinpath("words.txt").write_text("# names of ours\nDevelopped  # as she wrote it\n\n")
    assert told(project) == []


def test_a_file_of_words_that_cannot_be_read_is_told_and_the_rest_goes_on(project):
    project.content.joinpath("words.txt").write_bytes(b"fine\nW\xf6rter\n")
    first, second = told(project)
    assert first == "content/words.txt:2:2: warning: byte 0xf6 is not UTF-8 [spelling]"
    assert "developped" in second


def test_what_is_true_of_several_applications_is_told_once_and_a_letter_is_read_too(project):
    project.content.joinpath("applications", "ada.yaml").write_text(LETTER)
    project.content.joinpath("applications", "other.yaml").write_text("resume: ada\n")
    assert told(project) == [
        "content/ada.yaml:1:46: advice: `developped` is in no dictionary for `en` [spelling]",
        "content/applications/ada.yaml:6:15: advice: `avialable` is in no dictionary for `en` [spelling]",
        "content/applications/ada.yaml:6:44: advice: `Javascript` writes itself `JavaScript` [capitals]",
    ]


def test_a_dictionary_of_the_machine_is_taken_before_the_one_that_is_always_there(project, tmp_path):
    tmp_path.joinpath("en_US.aff").write_text("SET UTF-8\n")
    tmp_path.joinpath("en_US.dic").write_text("3\nhave\ndevelopped\nengines\n")
    assert told(project, tmp_path) == []


def test_files_that_are_no_dictionaries_are_left_alone(tmp_path):
    tmp_path.joinpath("fr.dic").write_text("1\nmot\n")
    assert shelf_of([tmp_path, tmp_path / "nowhere"])("fr") == ()
    assert len(shelf_of([])("en")) == 1


def known(*names: str) -> dict[str, Dictionary]:
    return {name: Dictionary("", name) for name in names}


@pytest.mark.parametrize(
    ("language", "there", "expected"),
    [
        ("de-CH", ("de_DE", "de_CH"), ["de_CH"]),
        ("de-CH", ("de_AT", "de_DE"), ["de_DE"]),
        ("de", ("de_AT", "de_DE", "de_CH"), ["de_DE"]),
        ("fr", ("fr", "fr_CA"), ["fr"]),
        ("sr-Latn", ("sr", "sr_Latn"), ["sr_Latn"]),
        ("nl-BE", ("nl_NL",), ["nl_NL"]),
        ("en", ("en_US", "en_GB"), ["en_US", "en_GB"]),
        ("en-GB", ("en_US", "en_GB"), ["en_GB"]),
        ("en-IE", ("en_US", "en_GB"), ["en_US", "en_GB"]),
        ("pt", ("pt_BR",), ["pt_BR"]),
        ("de", ("de_DE_frami",), ["de_DE_frami"]),
        ("it", ("de_DE",), []),
    ],
)
def test_the_nearest_dictionary_is_chosen(language, there, expected):
    assert [each.name for each in chosen(language, known(*there))] == expected
