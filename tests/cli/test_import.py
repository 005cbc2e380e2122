"""`typeset import`: a file of another format, a content file that builds, and a report of what became of it all."""

import json
from pathlib import Path

import pytest
from PIL import Image

RESUME = {
    "basics": {"name": "Ada Lovelace", "email": "ada@example.org", "picture": "", "shoes": "38"},
    "work": [{"name": "Engines", "position": "Analyst", "startDate": "March 1842", "endDate": "1843"}],
}
RENDERCV = """\
cv:
  name: Ada Lovelace
  sections:
    experience:
      - {company: Engines, position: Analyst, start_date: 1842-03, end_date: 1843-09}
design: {theme: moderncv}
"""
BIBTEX = "@article{note, author={Lovelace, Ada and Menabrea, Luigi}, title={Notes}, journal={Memoirs}, year={1843}}\n"
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Lovelace\r\nN:Lovelace;Ada;;;\r\nEMAIL:ada@example.org\r\nEND:VCARD\r\n"


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    """A JSON Resume with an empty value, an unknown one, and a date in words."""
    file = tmp_path / "resume.json"
    file.write_text(json.dumps(RESUME, indent=2))
    return file


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with nothing in it yet."""
    return tmp_path / "project"


def test_it_writes_content_that_builds_and_says_what_it_did(run, resume):
    ended = run("import", str(resume))
    assert (ended.status, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0] == "JSON Resume: Ada Lovelace"
    assert lines[1].startswith("kept     6 values: 1 in work")
    assert f"  {resume}:6:14: `shoes`, to `basics.x`" in lines
    assert any("`March 1842` is 1842-03" in line and f"{resume}:12:20" in line for line in lines)
    assert "empty    1 value that said nothing" in lines
    assert lines[-1] == "wrote content/ada-lovelace.yaml; now run `typeset build --cv ada-lovelace`"
    assert run("build", "--cv", "ada-lovelace").status == 0


def test_what_is_there_stays_unless_force_is_used(run, project, resume):
    file = project / "content" / "ada-lovelace.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("mine")
    ended = run("import", str(resume))
    assert ended.status == 1
    assert "is there already" in ended.err
    assert "--force" in ended.err
    assert file.read_text() == "mine"
    assert run("import", str(resume), "--force").status == 0
    assert "Ada Lovelace" in file.read_text()


def test_it_writes_where_it_is_told(run, resume, tmp_path):
    assert run("import", str(resume), "-o", str(tmp_path / "here" / "mine.yaml")).status == 0
    assert "name: Ada Lovelace" in (tmp_path / "here" / "mine.yaml").read_text()


def test_a_dash_is_standard_output_and_the_report_stands_apart(run, project, resume):
    ended = run("import", str(resume), "-o", "-")
    assert ended.out.startswith("basics:\n  name: Ada Lovelace\n")
    assert ended.err.startswith("JSON Resume: Ada Lovelace\n")
    assert not project.exists()


def test_what_a_file_says_of_looks_becomes_an_application(run, project, tmp_path):
    file = tmp_path / "cv.txt"
    file.write_text(RENDERCV)
    assert run("import", str(file)).status == 0
    application = (project / "content/applications/ada-lovelace.yaml").read_text()
    assert application.startswith("resume: ada-lovelace\n")
    assert "theme: moderncv" in application
    assert run("build", "-f", "txt").status == 0


def test_the_photo_comes_along(run, project, tmp_path):
    Image.new("RGB", (40, 50), "navy").save(tmp_path / "me.png")
    file = tmp_path / "resume.json"
    file.write_text(json.dumps({**RESUME, "basics": {"name": "Ada", "image": "me.png"}}))
    assert run("import", str(file)).status == 0
    assert (project / "content/me.png").read_bytes() == (tmp_path / "me.png").read_bytes()
    assert run("build", "-f", "html").status == 0


def test_a_photo_that_is_not_there_is_told_and_does_not_stop_the_build(run, tmp_path):
    file = tmp_path / "resume.json"
    file.write_text(json.dumps({**RESUME, "basics": {"name": "Ada", "image": "../me.png"}}))
    ended = run("import", str(file))
    assert "`basics.image`, to `x`: there is no file `../me.png` beside it" in ended.out
    assert run("build", "-f", "txt").status == 0


def test_publications_go_into_a_content_file_whose_comments_stay(run, project, resume, tmp_path):
    run("import", str(resume))
    file = project / "content" / "ada-lovelace.yaml"
    file.write_text(file.read_text().replace("work:", "# what I did\nwork:"))
    works = tmp_path / "works.bib"
    works.write_text(BIBTEX)
    ended = run("import", str(works), "--into", str(file))
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines()[-1] == f"added to {file}"
    written = file.read_text()
    assert "# what I did\nwork:" in written
    assert '    authors: ["**Ada Lovelace**", Luigi Menabrea]' in written
    once = written
    assert run("import", str(works), "--into", str(file)).status == 0
    assert file.read_text() == once


def test_publications_alone_need_a_name(run, project, tmp_path):
    works = tmp_path / "works.bib"
    works.write_text(BIBTEX)
    ended = run("import", str(works))
    assert ended.status == 1
    assert "does not say whose it is" in ended.err
    assert "--name" in ended.err
    assert run("import", str(works), "--name", "Ada Lovelace").status == 0
    assert "**Ada Lovelace**" in (project / "content/ada-lovelace.yaml").read_text()


def test_several_files_tell_of_one_person(run, project, tmp_path):
    (tmp_path / "a.vcf").write_bytes(CARD.encode())
    (tmp_path / "b.bib").write_text(BIBTEX)
    ended = run("import", str(tmp_path / "a.vcf"), str(tmp_path / "b.bib"))
    assert (ended.status, ended.err) == (0, "")
    written = (project / "content/ada-lovelace.yaml").read_text()
    assert "email: ada@example.org" in written
    assert "name: Notes" in written


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is in no format that can be imported"),
        (b"\x89PNG\r\n\x1a\n", "is in no format that can be imported"),
        (b'{"name": "left-pad", "version": "1.3.0", "dependencies": {}}', "this is a package.json"),
        (b'{"basics": {"name": "Ada"', "not JSON"),
        (b"basics: [a\n", "not YAML"),
    ],
)
def test_what_is_no_cv_is_refused_with_its_place(run, project, tmp_path, data, said):
    file = tmp_path / "cv"
    file.write_bytes(data)
    ended = run("import", str(file))
    assert (ended.status, ended.out) == (1, "")
    assert said in ended.err
    assert not project.exists()


def test_a_format_that_is_not_known_is_named_with_the_nearest(run, resume):
    ended = run("import", str(resume), "--from", "json-resume")
    assert ended.status == 1
    assert "did you mean `jsonresume`?" in ended.err


@pytest.mark.parametrize("unread", ["nowhere.json", "."])
def test_a_file_that_cannot_be_read_is_named(run, tmp_path, unread):
    ended = run("import", str(tmp_path / unread))
    assert ended.status == 1
    assert ended.err.startswith("error: ")
