"""What is rebuilt when something changes, and that nothing is touched when nothing does."""

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[2]


@pytest.fixture
def built(workshop):
    """Two people, one of them with two applications, one in a theme of the project, built."""
    photo = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(photo, "PNG")
    workshop.write("content/photo.png", photo.getvalue())
    workshop.write("content/bob.yaml", "basics: {name: Bob, image: photo.png}\n")
    workshop.write("content/applications/ada-mine.yaml", "{resume: ada, theme: mine}\n")
    workshop.write("themes/mine/theme.yaml", "{name: mine, about: mine, extends: ats, styles: [mine.css]}\n")
    workshop.write("themes/mine/mine.css", "html { font-style: normal }\n")
    assert not any(account.has_failed for account in workshop.build("txt"))
    return workshop


def test_an_unchanged_build_touches_nothing(built, anew):
    before = built.out
    assert built.is_up_to_date("txt")
    assert anew(built.build("txt")) == set()
    assert built.out == before


def test_without_a_memory_files_are_compared_and_left(built, anew):
    before = built.out
    (built.root / "out/.typeset.json").unlink()
    assert anew(built.build("txt")) == set()
    assert {name: found for name, found in built.out.items() if name != ".typeset.json"} == {
        name: found for name, found in before.items() if name != ".typeset.json"
    }
    assert built.is_up_to_date("txt")


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        ("content/ada.yaml", "basics: {name: Ada Lovelace, label: Countess}\n", {"ada", "ada-mine"}),
        ("content/applications/ada-mine.yaml", "{resume: ada, theme: mine, omit: [work]}\n", {"ada-mine"}),
        ("content/applications/ada-new.yaml", "{resume: ada}\n", {"ada-new"}),
        ("content/carl.yaml", "basics: {name: Carl}\n", {"carl"}),
        ("out/ada/Ada-Lovelace-CV.txt", "tampered", {"ada"}),
    ],
    ids=[
        "content",
        "application",
        "new application",
        "new content",
        "output",
    ],
)
def test_exactly_what_depends_on_a_file_is_rebuilt(built, anew, file, content, expected):
    built.write(file, content)
    assert anew(built.build("txt")) == expected
    assert built.is_up_to_date("txt")


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("themes/mine/mine.css", "html { font-style: italic }\n"),
        ("themes/mine/html/work.html", "{% include 'entry.html' %}\n"),
        ("themes/mine/theme.yaml", "{name: mine, about: changed, extends: classic, styles: [mine.css]}\n"),
    ],
    ids=["style", "new template", "manifest"],
)
def test_exactly_what_a_theme_decides_is_rebuilt(built, file, content):
    built.build("txt", "html")
    built.write(file, content)
    assert {(account.application, account.format) for account in built.build("txt", "html") if account.seconds} == {
        ("ada-mine", "html")
    }
    assert built.is_up_to_date("txt", "html")


def test_a_changed_photo_rebuilds_whom_it_shows(built, anew):
    photo = io.BytesIO()
    Image.new("RGB", (8, 8), "blue").save(photo, "PNG")
    built.write("content/photo.png", photo.getvalue())
    assert anew(built.build("txt")) == {"bob"}


def test_a_lost_output_is_made_again_as_it_was(built, anew):
    file = built.root / "out/bob/Bob-CV.txt"
    before = file.read_bytes()
    file.unlink()
    assert anew(built.build("txt")) == {"bob"}
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [
        *["", "{", "[]", "null", '{"files": []}', '{"files": {"a": 1}}', "[" * 100_000, "\xff"],
        '{"files": 1, "folders": 1, "requests": 1, "places": 1}',
        '{"files": {}, "folders": [], "requests": "", "places": []}',
    ],
)
@pytest.mark.parametrize("file", ["manifest.json", ".typeset.json"])
def test_a_damaged_manifest_or_memory_is_no_error(workshop, file, damage):
    workshop.build()
    before = workshop.out
    workshop.write(f"out/{file}", damage.encode("latin-1"))
    assert not [account for account in workshop.build() if account.has_failed]
    assert {name: data for name, (data, _) in workshop.out.items() if name != ".typeset.json"} == {
        name: data for name, (data, _) in before.items() if name != ".typeset.json"
    }


def test_a_manifest_with_values_of_another_kind_is_no_error(workshop, anew):
    workshop.build()
    workshop.change("out/manifest.json", '"pages": 0', '"pages": "none"')
    assert anew(workshop.build()) == {"ada"}


def test_another_request_does_not_make_one_forget_the_first(workshop):
    workshop.build("txt")
    workshop.build("html")
    assert workshop.is_up_to_date("txt")
    assert workshop.is_up_to_date("html")


def test_a_request_whose_files_another_replaced_is_built_again(workshop, anew):
    workshop.build("html", themes=("classic",))
    workshop.build("html", themes=("ats",))
    assert not workshop.is_up_to_date("html", themes=("classic",))
    assert anew(workshop.build("html", themes=("classic",))) == {"ada"}


def test_several_themes_stand_in_folders_of_their_own(workshop, anew):
    workshop.build("html", "txt", themes=("classic", "ats"))
    name = "Ada-Lovelace-CV"
    expected = {f"ada/{name}.txt", f"ada/ats/{name}.html", f"ada/classic/{name}.html"}
    assert {file for file in workshop.out if name in file} == expected
    assert anew(workshop.build("html", "txt", themes=("classic", "ats"))) == set()
    assert {checked.name for checked in workshop.check() if not checked.has_failed} == expected


def test_a_copy_of_a_project_does_not_look_at_the_first(workshop, tmp_path_factory):
    workshop.build()
    copy = type(workshop)(tmp_path_factory.mktemp("copy") / "project")
    shutil.copytree(workshop.root, copy.root, dirs_exist_ok=True)
    copy.change("content/ada.yaml", "Analyst", "Countess")
    copy.build()
    assert b"Countess" in copy.out["ada/Ada-Lovelace-CV.txt"][0]


def test_a_program_that_builds_twice_sees_what_changed_between(workshop):
    workshop.build()
    workshop.change("content/ada.yaml", "Analyst", "Countess")
    workshop.build()
    assert b"Countess" in workshop.out["ada/Ada-Lovelace-CV.txt"][0]


def test_a_file_named_after_an_old_name_is_no_longer_listed(workshop):
    workshop.build()
    workshop.change("content/ada.yaml", "Ada Lovelace", "Ada King")
    workshop.build()
    assert [checked.name for checked in workshop.check()] == ["ada/Ada-King-CV.txt"]


def test_the_manifest_forgets_applications_that_are_gone(built):
    (built.root / "content/applications/ada-mine.yaml").unlink()
    built.build()
    assert b"ada-mine" not in built.out["manifest.json"][0]
