"""Each command: its help, its exit code, what it says, and what it never says."""

import json
import re
from pathlib import Path

import pytest

from typeset import __version__
from typeset.theme.theme import available, load

ROOT = Path(__file__).parents[2]
THEMES = available([ROOT / "themes"])
COMMANDS = ["build", "check", "explain", "diff", "coverage", "sent", "extract", "import", "tidy", "migrate"]
COMMANDS += ["explain-rule", "themes", "formats", "schema", "new"]
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


# Help and usage


def test_help_lists_every_command(run):
    ended = run("--help")
    assert ended.status == 0
    assert all(re.search(rf"^  {name}  +\S", ended.out, re.MULTILINE) for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_examples(run, command):
    ended = run(command, "--help")
    assert ended.status == 0
    assert re.search(rf"^ +typeset {command}\b", ended.out, re.MULTILINE)


def test_version_is_told(run):
    assert run("--version").out.split() == ["typeset", __version__]


@pytest.mark.parametrize(
    "arguments",
    [
        *[["bild"], ["build", "--colour"], ["build", "--jobs", "0"], ["build", "--jobs", "many"], ["build", "extra"]],
        *[["new"], ["schema", "nothing"], ["check", "--report"]],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(run, arguments):
    ended = run(*arguments)
    assert ended.status == 2
    assert "Error: " in ended.err


# Building and checking


def test_a_build_says_what_was_made_of_what(run):
    ended = run("build", "-f", "html", "-t", "ats")
    assert (ended.status, ended.err) == (0, "")
    first, last = ended.out.splitlines()
    assert first.split()[:4] == ["ada", "ada", "ats", "html"]
    assert first.endswith("out/ada/Ada-Lovelace-CV.html")
    assert last.startswith("1 built, 0 up to date in ")


def test_a_second_build_says_that_nothing_changed(run):
    run("build", "-f", "txt")
    ended = run("build", "-f", "txt")
    assert ended.status == 0
    assert "up to date" in ended.out.splitlines()[0]
    assert ended.out.splitlines()[1].startswith("0 built, 1 up to date in ")


def test_a_fault_ends_with_1_and_is_told_on_standard_error(run, project):
    project.joinpath("content/ada.yaml").write_text("basics: {nmae: Ada}\n")
    ended = run("build")
    assert ended.status == 1
    assert "content/ada.yaml:1:10: error: " in ended.err
    assert "1 failed" in ended.out


@pytest.mark.parametrize(
    "command", [["build", "--cv", "adda"], ["build", "-a", "adda"], ["check", "-a", "adda"], ["check", "--cv", "adda"]]
)
def test_a_name_that_is_not_there_ends_with_1_and_the_nearest(run, command):
    run("build", "-f", "txt")
    ended = run(*command)
    assert ended.status == 1
    assert "did you mean `ada`?" in ended.err


def test_a_check_of_sound_files_ends_with_0(run):
    run("build", "-f", "txt", "-f", "html", "-f", "pdf")
    ended = run("check")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.count("sound") == 3


@pytest.mark.parametrize("format_name", ["pdf", "html", "txt"])
def test_a_check_finds_a_file_that_no_longer_matches_its_content(run, project, format_name):
    run("build", "-f", format_name)
    project.joinpath("content/ada.yaml").write_text("basics: {name: Ada Lovelace, label: Countess}\n")
    ended = run("check")
    assert ended.status == 1
    assert "content/ada.yaml:1:37: error: “Countess” is not on the page whole" in ended.err


def test_a_check_finds_a_file_that_is_gone(run, project):
    run("build", "-f", "txt")
    project.joinpath("out/ada/Ada-Lovelace-CV.txt").unlink()
    ended = run("check")
    assert ended.status == 1
    assert "out/ada/Ada-Lovelace-CV.txt" in ended.err or "ada/Ada-Lovelace-CV.txt cannot be read" in ended.err


@pytest.mark.parametrize("damage", [b"", b"%PDF-1.7\n%broken", b"no PDF at all", b"\xff\xfe\x00"])
@pytest.mark.parametrize("format_name", ["pdf", "html", "txt"])
def test_a_check_finds_a_file_that_is_damaged(run, project, format_name, damage):
    run("build", "-f", format_name)
    project.joinpath(f"out/ada/Ada-Lovelace-CV.{format_name}").write_bytes(damage)
    ended = run("check")
    assert ended.status == 1
    assert "error: " in ended.err


def test_a_check_before_any_build_says_what_to_do(run):
    ended = run("check")
    assert (ended.status, "run `typeset build`" in ended.err) == (1, True)


def test_a_report_is_written_for_other_programs(run, project):
    run("build", "-f", "txt")
    project.joinpath("content/ada.yaml").write_text("basics: {name: Ada Lovelace, label: Countess}\n")
    report = project / "reports" / "check.json"
    run("check", "--report", str(report))
    [file] = json.loads(report.read_text())["files"]
    assert file["file"] == "ada/Ada-Lovelace-CV.txt"
    [found] = [found for found in file["findings"] if "Countess" in found["message"]]
    assert (found["rule"], found["severity"]) == ("words", "error")
    assert found["place"] == {"file": "content/ada.yaml", "line": 1, "column": 37, "length": 8}


# Themes and schemas


def test_themes_are_listed_with_a_line_each(run):
    ended = run("themes")
    assert [line.split()[0] for line in ended.out.splitlines()] == THEMES


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_tells_its_options(run, theme):
    ended = run("themes", theme)
    assert ended.status == 0
    assert re.search(r"^accent +color +#[0-9a-f]{6} +\S", ended.out, re.MULTILINE)
    assert re.search(r"^size +length +\S+ +\S+ to \S+ +\S", ended.out, re.MULTILINE)


def test_an_unknown_theme_gets_the_nearest_name(run):
    ended = run("themes", "clasic")
    assert (ended.status, "did you mean `classic`?" in ended.err) == (1, True)


@pytest.mark.parametrize("kind", ["content", "application", "theme"])
def test_a_schema_is_json(run, kind):
    assert json.loads(run("schema", kind).out)["title"] == f"typeset {kind}"


# A first content file


@pytest.mark.parametrize("theme", THEMES)
def test_what_new_writes_builds_cleanly_at_once(run, need, theme):
    if load(theme, [ROOT / "themes"]).engine == "latex":
        need("lualatex")
    assert run("new", "grace-hopper").status == 0
    ended = run("build", "--cv", "grace-hopper", "-t", theme)
    assert (ended.status, ended.err) == (0, "")
    assert "1 page " in ended.out


@pytest.mark.parametrize("name", ["null", "true", "no", "7", "a_b", "x"])
def test_any_name_makes_a_content_file(run, name):
    assert run("new", name).status == 0
    assert run("build", "--cv", name, "-f", "txt").status == 0


@pytest.mark.parametrize("name", ["ada", "../ada", "a/b", "", "a b", "*", "\x1b[31m"])
def test_new_overwrites_nothing_and_stays_in_its_folder(run, project, name):
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    ended = run("new", name)
    assert (ended.status, CONTROL.search(ended.out + ended.err)) == (1, None)
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


# What can stand where a project should be


@pytest.mark.parametrize("command", [["build"], ["check"], ["build", "-f", "txt"]])
@pytest.mark.parametrize(
    "what", ["nothing", "a file for content", "a file for applications", "a file for out", "a folder for a CV"]
)
def test_folders_that_are_none_are_told(run, project, command, what):
    content = project / "content"
    if what == "a file for applications":
        content.joinpath("applications").write_text("")
    elif what == "a file for out":
        project.joinpath("out").write_text("")
    else:
        content.joinpath("ada.yaml").unlink()
        if what == "a folder for a CV":
            content.joinpath("ada.yaml").mkdir()
        else:
            content.rmdir()
        if what == "a file for content":
            content.write_text("")
    ended = run(*command)
    assert ended.status == (0 if what == "a file for applications" and command[0] == "build" else 1)
    assert ended.status == 0 or "error: " in ended.err


@pytest.mark.parametrize(
    "arguments", [["build"], ["check"], ["themes"], ["new", "b"], ["build", "--cv", "ada"]], ids=" ".join
)
def test_a_folder_that_may_not_be_read_is_told(run, project, monkeypatch, arguments):
    run("build", "-f", "txt")
    content = project / "content"
    iterate = Path.iterdir

    def refuse(path: Path):
        if path == content:
            raise PermissionError(13, "Permission denied", str(path))
        return iterate(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    ended = run(*arguments)
    assert ended.status in (0, 1)
    assert arguments[0] in ("themes", "new") or "content cannot be read: Permission denied" in ended.err


@pytest.mark.parametrize(
    "arguments", [["new", "b"], ["check", "--report", "content/ada.yaml/report.json"]], ids=" ".join
)
def test_a_place_that_cannot_be_written_is_told(run, project, monkeypatch, arguments):
    run("build", "-f", "txt")
    monkeypatch.chdir(project)
    if arguments[0] == "new":
        project.joinpath("content/ada.yaml").unlink()
        project.joinpath("content").rmdir()
        project.joinpath("content").write_text("")
    ended = run(*arguments)
    assert ended.status == 1
    assert "error: " in ended.err


# What is never said


@pytest.mark.parametrize(
    "content",
    [
        "basics: {name: A\x1b[31m}",
        'basics: {name: "A\\e[31m"}',
        'basics: {"na\\u202eme": A}',
        "basics: {name: A\u202e}",
        "basics: {name: A\x07, nmae: \x9b}",
        "\x1b: 1",
    ],
    ids=repr,
)
def test_control_characters_of_a_file_are_never_printed(run, project, content):
    project.joinpath("content/ada.yaml").write_text(content)
    ended = run("build")
    assert ended.status == 1
    assert CONTROL.search(ended.out + ended.err) is None


@pytest.mark.parametrize("name", ["\x1b[31m", "a\u202eb", "a\nb"])
@pytest.mark.parametrize("content", ["basics: {name: A}", "basics: {nmae: A}"])
def test_control_characters_of_a_file_name_are_never_printed(run, project, name, content):
    project.joinpath(f"content/{name}.yaml").write_text(content)
    for command in (["build", "-f", "txt"], ["check"], ["build", "--cv", "zzz"]):
        ended = run(*command)
        assert CONTROL.search(ended.out + ended.err) is None
        assert "a\nb" not in ended.out + ended.err


def test_a_broken_theme_hides_no_other(run, project):
    broken = project / "themes" / "broken"
    broken.mkdir(parents=True)
    broken.joinpath("theme.yaml").write_text("name: [")
    listed = run("themes")
    assert listed.status == 0
    assert re.search(r"^broken +\(broken: `typeset themes broken` tells why\)$", listed.out, re.MULTILINE)
    assert run("build", "--theme", "classic", "-f", "txt").status == 0
    told = run("themes", "broken")
    assert (told.status, "theme.yaml:1:8: error: not YAML" in told.err) == (1, True)


def test_a_fault_that_two_applications_share_is_told_once(run, project):
    project.joinpath("content/ada.yaml").write_text("basics: {name: Ada, emial: a}\n")
    folder = project / "content" / "applications"
    folder.mkdir()
    for name in ("one", "two"):
        folder.joinpath(f"{name}.yaml").write_text("resume: ada\n")
    ended = run("build")
    assert (ended.status, ended.err.count("unknown key `emial`"), ended.out.count("failed\n")) == (1, 1, 3)
