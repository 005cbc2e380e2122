"""`typeset check`: its table, its findings, its reports, and how it ends."""

import json
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from typeset.cli import typeset

ENDINGS = {"json": b'{\n  "version"', "sarif": b'{\n  "$schema"', "xml": b"<?xml", "html": b"<!doctype html>"}
LONG = "Translated the notes of a general and added a sentence that goes on and on for much more than a line."


@pytest.fixture
def built(run, project):
    """A project with a CV in two formats whose content says something else by now."""
    content = f"basics:\n  name: Ada Lovelace\n  label: Analyst\nwork:\n  - name: Mill\n    highlights: [{LONG}]\n"
    project.joinpath("content/ada.yaml").write_text(content)
    assert run("build", "-f", "txt", "-f", "md").status == 0
    project.joinpath("content/ada.yaml").write_text(content.replace("Analyst", "Countess").replace("line", "page"))
    return project


@pytest.fixture
def warned(run, project):
    """A project with a CV that was warned of."""
    project.joinpath("content/ada.yaml").write_text("basics: {name: Ada Lovelace, zzz: 1}\n")
    assert run("build", "-f", "txt").status == 0
    return project


# The table and the findings


@pytest.mark.usefixtures("built")
def test_each_file_has_a_row_and_each_finding_is_told_once(run):
    ended = run("check", "--no-advice")
    rows = ended.out.splitlines()
    assert [row.split()[0] for row in rows[:2]] == ["ada/Ada-Lovelace-CV.md", "ada/Ada-Lovelace-CV.txt"]
    assert all(row.rstrip().endswith("errors") for row in rows[:2])
    assert rows[2].startswith("2 files held against ")
    assert rows[2].endswith("; 2 files failed")
    assert ended.err.count("“Countess” is not on the page whole") == 1
    assert "  in ada/Ada-Lovelace-CV.md and ada/Ada-Lovelace-CV.txt\n" in ended.err


@pytest.mark.usefixtures("built")
def test_nothing_is_wider_than_a_terminal(run):
    ended = run("check", "--no-advice")
    assert max(map(len, (ended.out + ended.err).splitlines())) <= 80
    marked = [line for line in ended.err.splitlines() if "^" in line]
    assert max(map(len, marked)) > 40


def test_a_long_name_is_cut_in_the_middle(run, project):
    name = "a-very-long-name-of-an-application-that-somebody-gave-to-it-one-day"
    project.joinpath("content/applications").mkdir()
    project.joinpath(f"content/applications/{name}.yaml").write_text("resume: ada\n")
    run("build", "-f", "txt", "-a", name)
    row = run("check", "-a", name).out.splitlines()[0]
    assert len(row) <= 80
    assert row.startswith("a-very-long")
    assert "…" in row
    assert "Ada-Lovelace-CV.txt" in row


def test_errors_come_before_warnings(run, warned):
    content = warned / "content/ada.yaml"
    content.write_text(content.read_text().replace("zzz: 1", "zzz: 1, label: Countess"))
    told = run("check").err
    assert 0 <= told.find("“Countess”") < told.find("unknown key `zzz`")


@pytest.mark.parametrize(
    ("is_terminal", "environment", "colored"),
    [(True, {}, True), (True, {"NO_COLOR": "1"}, False), (True, {"TERM": "dumb"}, False), (False, {}, False)],
)
def test_colour_is_for_terminals_and_for_those_who_want_it(built, monkeypatch, is_terminal, environment, colored):
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    ended = CliRunner().invoke(typeset, ["--project", str(built), "check", "--no-advice"], color=is_terminal)
    assert ("\x1b[" in ended.stderr) is colored
    assert "\x1b[" not in ended.stdout


# Advice


def test_advice_is_told_once_for_an_application_and_fails_nothing(run, project):
    points = "[Wrote the first program of all, Wrote the first program of all]"
    content = f"basics: {{name: Ada Lovelace}}\nwork: [{{name: Mill, position: Clerk, highlights: {points}}}]\n"
    project.joinpath("content/ada.yaml").write_text(content)
    run("build", "-f", "txt", "-f", "md")
    ended = run("check")
    assert ended.status == 0
    assert ended.err.count("[duplicates]") == 1
    assert "advice: " in ended.err
    assert "1 piece of advice" in ended.out.splitlines()[-1]
    assert run("check", "--no-advice").err == ""


def test_advice_can_be_given_more_weight_or_none(run, project):
    points = "[Wrote the first program of all, Wrote the first program of all]"
    content = f"basics: {{name: Ada Lovelace}}\nwork: [{{name: Mill, position: Clerk, highlights: {points}}}]\n"
    project.joinpath("content/ada.yaml").write_text(content)
    project.joinpath("content/applications").mkdir()
    application = project / "content/applications/ada.yaml"
    for level, status in (("error", 1), ("warning", 0), ("off", 0)):
        application.write_text(f"proof: {{duplicates: {level}}}\n")
        run("build", "-f", "txt")
        ended = run("check")
        assert ended.status == status
        assert (f"{level}: " in ended.err) is (level != "off")
    assert "[duplicates]" not in ended.err


# Strict


@pytest.mark.usefixtures("warned")
def test_what_a_build_warned_of_is_told_again(run):
    ended = run("check")
    assert ended.status == 0
    assert "warning: unknown key `zzz`" in ended.err
    assert ended.out.splitlines()[-1].endswith(": 1 warning")


@pytest.mark.usefixtures("warned")
def test_a_strict_check_takes_warnings_for_errors(run):
    ended = run("check", "--strict")
    assert ended.status == 1
    assert "error: unknown key `zzz`" in ended.err


@pytest.mark.usefixtures("warned")
def test_a_strict_build_says_why_it_fails(run):
    ended = run("build", "--strict", "-f", "txt")
    assert ended.status == 1
    assert "error: unknown key `zzz`" in ended.err
    assert "1 failed" in ended.out


def test_strict_is_nothing_to_what_is_sound(run):
    assert run("build", "--strict", "-f", "txt").status == 0
    assert run("check", "--strict", "--no-advice").status == 0


# Reports


def test_several_reports_are_written_in_one_run(run, built):
    files = {ending: built / "reports" / f"check.{ending}" for ending in ENDINGS}
    ended = run("check", *(part for file in files.values() for part in ("--report", str(file))))
    assert ended.status == 1
    assert {ending: files[ending].read_bytes()[: len(start)] for ending, start in ENDINGS.items()} == ENDINGS
    [words] = [
        result
        for result in json.loads(files["sarif"].read_bytes())["runs"][0]["results"]
        if "Countess" in result["message"]["text"]
    ]
    location = words["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "content/ada.yaml"
    assert location["region"] == {"startLine": 3, "startColumn": 10, "endColumn": 18}
    suites = ElementTree.parse(files["xml"]).getroot()  # noqa: S314  # written just now
    assert int(str(suites.get("failures"))) >= 2


def test_a_format_can_be_named_where_the_ending_does_not_tell(run, built):
    file = built / "check.txt"
    run("check", "--report", str(file), "--report-format", "junit")
    assert file.read_bytes().startswith(b"<?xml")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--report", "check.txt"], "has none of the endings .json, "),
        (["--report", "check.json", "--report-format", "sraif"], "did you mean `sarif`?"),
    ],
    ids=str,
)
@pytest.mark.usefixtures("built")
def test_a_report_that_nobody_can_write_is_wrong_usage(run, arguments, told):
    ended = run("check", *arguments)
    assert ended.status == 2
    assert told in ended.err


def test_a_strict_report_has_errors_for_warnings(run, warned):
    file = warned / "check.json"
    run("check", "--strict", "--report", str(file))
    told = json.loads(file.read_bytes())
    assert told["counts"]["warning"] == 0
    assert [found["rule"] for found in told["contents"][0]["findings"] if found["severity"] == "error"] == ["input"]


def test_findings_on_paper_have_their_page_and_their_box(run, project):
    run("build", "-f", "pdf")
    content = project / "content/ada.yaml"
    content.write_text(content.read_text().replace("label: Analyst", "label: Analysts"))
    file = project / "check.json"
    run("check", "--no-advice", "--report", str(file))
    [told] = json.loads(file.read_bytes())["files"]
    assert told["pages"] == 1
    [(page, box)] = [(found["page"], found["box"]) for found in told["findings"] if "“analyst”" in found["message"]]
    left, bottom, right, top = box
    assert page == 1
    assert 0 < left < right < 600
    assert 600 < bottom < top < 842
