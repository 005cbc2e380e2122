"""Faults stop what they concern and nothing else; what stood in `out/` stands."""

import os
import random
import re
from pathlib import Path

import pytest

from typeset.build import files

ROOT = Path(__file__).parents[2]
PLACED = re.compile(r"(?:content|themes)[^:\n]*:\d+:\d+: ")


def test_a_fault_in_content_is_told_at_its_place_and_out_is_untouched(workshop):
    workshop.build()
    before = workshop.out
    workshop.change("content/ada.yaml", "position", "posiiton")
    [fault] = workshop.faults()
    assert fault.startswith("content/ada.yaml:7:5: error: unknown key `posiiton`")
    assert "did you mean `position`?" in fault
    assert workshop.out == before


def test_a_proof_that_fails_is_told_at_its_place_and_out_is_untouched(workshop):
    workshop.build("pdf")
    before = workshop.out
    workshop.change("content/ada.yaml", "Translated", "\N{RUNIC LETTER FEHU FEOH FE F}")
    [finding] = workshop.faults("pdf")
    assert finding.startswith("content/ada.yaml:9:")
    assert "[characters]" in finding
    assert workshop.out == before


def test_a_page_budget_that_does_not_hold_is_told_at_its_place(workshop):
    workshop.write("content/applications/ada.yaml", "theme: ats\npages: 1\n")
    workshop.change("content/ada.yaml", "Translated the notes.", ", ".join(["Translated the notes."] * 100))
    [finding] = workshop.faults("pdf")
    assert finding.startswith("content/applications/ada.yaml:2:8: error: the CV has ")


def test_an_application_with_faults_does_not_stop_the_others(workshop):
    workshop.write("content/bob.yaml", "basics: {nmae: Bob}\n")
    workshop.write("content/applications/ada-bad.yaml", "{resume: ada, theme: clasic}\n")
    accounts = {account.application: account for account in workshop.build()}
    assert {name for name, account in accounts.items() if account.has_failed} == {"bob", "ada-bad"}
    assert "ada/Ada-Lovelace-CV.txt" in workshop.out


@pytest.mark.parametrize(
    ("request_", "hint"),
    [
        ({"cv": "adda"}, "did you mean `ada`?"),
        ({"cv": "zzz"}, "there are `ada`"),
        ({"application": "adda"}, "did you mean `ada`?"),
        ({"themes": ("clasic",)}, "did you mean `classic`?"),
        ({"themes": ("base",)}, "there are "),
    ],
)
def test_what_is_not_there_gets_the_nearest_name(workshop, request_, hint):
    [fault] = workshop.faults(**request_)
    assert hint in fault
    assert workshop.out == {}


def test_an_unknown_format_gets_the_nearest_name(workshop):
    [fault] = workshop.faults("hmtl")
    assert "did you mean `html`?" in fault


@pytest.mark.parametrize(
    ("application", "place", "complaint"),
    [
        ("theme: clasic", "1:8", "did you mean `classic`?"),
        ("resume: adda", "1:9", "did you mean `ada`?"),
        ("formats: [hmtl]", "1:11", "did you mean `html`?"),
        ("omit: [work.engin]", "1:8", "did you mean `work.engine`?"),
        ("options: {acent: red}", "1:11", "did you mean `accent`?"),
        ("options: {size: 90pt}", "1:17", "outside"),
        ("pages: none", "1:8", "whole number"),
        ("thme: ats", "1:1", "did you mean `theme`?"),
        ("- a", "1:1", "must be a mapping"),
        ("a: [", "1:5", "not YAML"),
    ],
)
def test_a_fault_in_an_application_is_told_at_its_place(workshop, application, place, complaint):
    workshop.write("content/applications/ada.yaml", application)
    faults = workshop.faults()
    assert faults[0].startswith(f"content/applications/ada.yaml:{place}: error: ")
    assert complaint in faults[0]


def test_a_photo_that_is_none_is_told_at_its_place(workshop):
    workshop.write("content/photo.jpg", b"no picture")
    workshop.change("content/ada.yaml", "  label", "  image: photo.jpg\n  label")
    [fault] = workshop.faults("html")
    assert PLACED.match(fault)
    assert "not a whole JPEG" in fault


def test_a_template_that_fails_is_told_at_its_line(workshop):
    workshop.write("themes/mine/theme.yaml", "{name: mine, about: mine, extends: ats}")
    workshop.write("themes/mine/html/masthead.html", "<p>\n{% if %}")
    [fault] = workshop.faults("pdf", themes=("mine",))
    assert "themes/mine/html/masthead.html:2:1: error: " in fault


def test_a_content_file_that_cannot_be_read_is_a_fault(workshop):
    (workshop.root / "content/bob.yaml").symlink_to("/proc/self/mem")
    assert any("content/bob.yaml" in fault for fault in workshop.faults())
    assert "ada/Ada-Lovelace-CV.txt" in workshop.out


def test_an_output_that_cannot_be_written_is_a_fault(workshop):
    workshop.write("out/ada", "a file where a folder must be")
    [fault] = workshop.faults()
    assert "cannot write" in fault


def test_a_manifest_that_cannot_be_written_is_a_fault(workshop):
    (workshop.root / "out/manifest.json").mkdir(parents=True)
    assert any("manifest.json" in fault for fault in workshop.faults())


# A thousand mutations

_PIECES = [
    *[
        "",
        " ",
        "\n",
        "\t",
        ":",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "*",
        "&a ",
        "!x ",
        "#",
        "'",
        '"',
        "|",
        ">",
        "\\",
        "%",
        "@",
        "`",
    ],
    *["\x00", "\x1b[31m", "\u202e", "\ufeff", "é", "漢", "null", "~", "<<: ", "---\n", "...\n", "2012-13", "0x1F"],
    *[
        "{{ x }}",
        "javascript:alert(1)",
        "[a](b)",
        "![a](b)",
        "<b>",
        "private: true",
        "x" * 5000,
        "a " * 3000,
        "- " * 40,
    ],
]


def mutated(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 3)):
        lines = text.split("\n")
        start = chance.randrange(len(text))
        match chance.randrange(5):
            case 0:
                text = text[:start] + chance.choice(_PIECES) + text[start:]
            case 1:
                text = text[:start] + text[start + chance.randint(1, 30) :]
            case 2:
                del lines[chance.randrange(len(lines)) :][: chance.randint(1, 5)]
                line = chance.randrange(len(lines))
                text = "\n".join([*lines[:line], chance.choice(lines), *lines[line:]])
            case 3:
                line = chance.randrange(len(lines))
                lines[line] = " " * chance.randint(0, 9) + lines[line].strip()
                text = "\n".join(lines)
            case 4:
                text = text[:start]
        text = text or "x"
    return text


@pytest.mark.parametrize(("count", "format_name", "source"), [(970, "txt", "lindqvist"), (30, "pdf", "polte")])
def test_mutated_content_is_built_or_told_at_its_place(workshop, count, format_name, source):
    workshop.build(format_name)
    text = (ROOT / "content" / f"{source}.yaml").read_text("utf-8").replace("image: lindqvist.jpg", "")
    stood = {name: found for name, found in workshop.out.items() if name.startswith("ada/")}
    chance, told = random.Random(7), 0  # noqa: S311  # no secret depends on it
    for _ in range(count):
        workshop.write("content/mutant.yaml", mutated(text, chance).encode("utf-8", "surrogatepass"))
        [account] = workshop.build(format_name, application="mutant")
        if account.has_failed:
            told += 1
            first = next(each for each in map(str, (*account.faults, *account.findings)) if ": error: " in each)
            assert re.match(r"content/mutant\.yaml:\d+:\d+: error: ", first), first
            assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", first)
    assert told > count // 3
    assert {name: found for name, found in workshop.out.items() if name.startswith("ada/")} == stood


# Files


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    file = tmp_path / "a.txt"
    files.write_whole(file, b"old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        files.write_whole(file, b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.txt", b"old")]


def test_a_written_file_has_the_rights_of_any_other(tmp_path):
    files.write_whole(tmp_path / "new" / "a.txt", b"new")
    (tmp_path / "b.txt").write_bytes(b"")
    assert (tmp_path / "new" / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode


def test_faults_of_application_content_and_theme_are_told_in_one_run(workshop):
    workshop.write("content/applications/ada.yaml", "omit: [work.nothing]\ntheme: clasic\npags: 1\n")
    workshop.write("content/ada.yaml", "basics: {name: Ada, emial: a}\n")
    places = {fault.split(": ")[0] for fault in workshop.faults()}
    assert {"content/ada.yaml:1:21", "content/applications/ada.yaml:2:8", "content/applications/ada.yaml:3:1"} <= places


# Formats of several files


def test_pages_that_are_no_more_are_removed_unless_somebody_changed_them(workshop):
    long = "\n".join(f"  - {{name: Work {number}, position: Programmer, startDate: 1842}}" for number in range(40))
    workshop.change("content/ada.yaml", "work:\n", f"work:\n{long}\n")
    [account] = workshop.build("png")
    assert account.pages == 3
    workshop.write("out/ada/Ada-Lovelace-CV-3.png", b"mine")
    workshop.write("content/ada.yaml", "basics: {name: Ada Lovelace}\n")
    [account] = workshop.build("png")
    assert account.pages == 1
    assert {name for name in workshop.out if name.endswith(".png")} == {
        "ada/Ada-Lovelace-CV-1.png",
        "ada/Ada-Lovelace-CV-3.png",
    }


def test_what_a_theme_has_no_engine_for_is_written_by_its_twin(workshop):
    [account] = workshop.build("latex", themes=("classic",))
    assert (account.theme, account.faults) == ("classic-latex", ())
    assert {"ada/latex/Ada-Lovelace-CV.tex", "ada/latex/fonts/XCharter-Roman.otf"} <= workshop.out.keys()
    assert workshop.is_up_to_date("latex", themes=("classic",))
    (workshop.root / "out/ada/latex/fonts/XCharter-Roman.otf").unlink()
    assert not workshop.is_up_to_date("latex", themes=("classic",))
    workshop.build("latex", themes=("classic",))
    assert "ada/latex/fonts/XCharter-Roman.otf" in workshop.out


def test_of_many_themes_those_without_the_engine_leave_it_to_their_twins(workshop):
    accounts = workshop.build("latex", themes=("classic", "classic-latex"))
    assert [account.theme for account in accounts] == ["classic-latex"]
