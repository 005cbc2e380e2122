"""`typeset extract`: the content that a PDF carries, byte for byte, and clear words where it carries none."""

import io
from pathlib import Path

import pypdf
import pytest

CONTENT = "﻿# mine\nbasics: {name: Ada Lovelace, label: Analyst}\n"


@pytest.fixture
def cv(run, project: Path) -> Path:
    """A finished PDF of a content file with a byte order mark, a comment, and line ends of its own."""
    project.joinpath("content/ada.yaml").write_bytes(CONTENT.replace("\n", "\r\n").encode())
    assert run("build", "-f", "pdf").status == 0
    return project / "out/ada/Ada-Lovelace-CV.pdf"


def carrying(path: Path, *names: str) -> Path:
    """Write a PDF of somebody else's that carries files."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    for number, name in enumerate(names):
        writer.add_attachment(name, f"file {number}".encode())
    out = io.BytesIO()
    writer.write(out)
    path.write_bytes(out.getvalue())
    return path


def test_it_writes_the_content_to_standard_output(start, cv):
    ended = start("extract", cv, folder=cv.parent)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out == CONTENT  # line ends as text of this process


def test_it_writes_the_content_to_a_file_byte_for_byte(run, project, cv):
    target = project / "back" / "again.yaml"
    ended = run("extract", str(cv), "-o", str(target))
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    assert target.read_bytes() == project.joinpath("content/ada.yaml").read_bytes()
    assert b"\r\n" in target.read_bytes()


def test_what_was_extracted_builds_the_same_pdf(run, project, cv):
    before = cv.read_bytes()
    assert run("extract", str(cv), "-o", str(project / "content/ada.yaml"), "--force").status == 0
    cv.unlink()
    assert run("build", "-f", "pdf").status == 0
    assert cv.read_bytes() == before


def test_a_file_that_is_there_stays(run, project, cv):
    target = project / "mine.yaml"
    target.write_text("precious")
    ended = run("extract", str(cv), "-o", str(target))
    assert ended.status == 1
    assert "is there already" in ended.err
    assert "--force" in ended.err
    assert target.read_text() == "precious"
    assert run("extract", str(cv), "-o", str(target), "--force").status == 0
    assert target.read_text() != "precious"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda _: None, "cannot be read: No such file"),
        (lambda path: path.mkdir(), "cannot be read: Is a directory"),
        (lambda path: path.write_bytes(b""), "cannot be read as a PDF"),
        (lambda path: path.write_text("basics: {name: Ada}"), "cannot be read as a PDF"),
        (carrying, "carries no file inside it"),
        (lambda path: carrying(path, "a.xml", "b.txt"), "carries several files"),
        (lambda path: carrying(path, "a.xml", "a.xml"), "carries several files"),
    ],
)
def test_where_there_is_nothing_to_extract_it_says_so(run, project, make, message):
    file = project / "a.pdf"
    make(file)
    ended = run("extract", str(file))
    assert (ended.status, ended.out) == (1, "")
    assert message in ended.err
    assert str(file) in ended.err


def test_one_of_several_is_asked_for_by_name(run, project):
    file = carrying(project / "a.pdf", "a.xml", "b.txt")
    listed = run("extract", str(file))
    assert "`a.xml`" in listed.err
    assert "`b.txt`" in listed.err
    assert run("extract", str(file), "--name", "b.txt").out == "file 1"
    missing = run("extract", str(file), "--name", "c")
    assert missing.status == 1
    assert "no file `c`" in missing.err


def test_one_of_two_of_one_name_is_not_guessed(run, project):
    ended = run("extract", str(carrying(project / "a.pdf", "a", "a")), "--name", "a")
    assert ended.status == 1
    assert "several files called `a`" in ended.err


def test_a_damaged_file_is_an_error_and_no_traceback(run, cv):
    data = cv.read_bytes()
    for end in range(0, len(data), len(data) // 40):
        cv.write_bytes(data[:end])
        assert run("extract", str(cv)).status in (0, 1)
    for at in range(0, len(data), len(data) // 40):
        cv.write_bytes(data[:at] + bytes(20) + data[at + 20 :])
        assert run("extract", str(cv)).status in (0, 1)


def test_with_nothing_attached_there_is_nothing_to_extract(run, project):
    project.joinpath("content/applications").mkdir()
    project.joinpath("content/applications/ada.yaml").write_text("attach: none\n")
    assert run("build", "-f", "pdf").status == 0
    ended = run("extract", str(project / "out/ada/Ada-Lovelace-CV.pdf"))
    assert (ended.status, ended.out) == (1, "")
    assert "carries no file inside it" in ended.err
    assert run("check").status == 0


def test_attach_knows_two_words(run, project):
    project.joinpath("content/applications").mkdir()
    project.joinpath("content/applications/ada.yaml").write_text("attach: comments\n")
    ended = run("build", "-f", "pdf")
    assert ended.status == 1
    assert "`comments` is not `content` or `none`" in ended.err


@pytest.mark.parametrize("arguments", [[], ["a.pdf", "b.pdf"], ["a.pdf", "--all"]])
def test_wrong_usage_ends_with_2(run, arguments):
    assert run("extract", *arguments).status == 2
