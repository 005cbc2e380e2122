"""`typeset coverage`: what it lists, in which group, and what it says when there is nothing to hold a CV against."""

import json
import re
from pathlib import Path

import pytest

CONTENT = """\
basics: {name: Ada Lovelace, label: Analyst}
work:
  - id: engine
    name: Analytical Engine
    position: Programmer
    startDate: 1842
    highlights:
      - {id: loops, text: Wrote data pipelines for Kafka in Rust.}
      - {id: music, text: Composed time-series of music., only: [music]}
      - {id: notes, text: Translated notes., variants: [{tags: [science], text: Kept unit tests of Bernoulli numbers.}]}
interests: [{id: chess, name: Playing Haskell}]
"""
APPLICATION = """\
resume: ada
for: {company: Acme Streams, role: Engineer, posting: postings/acme.txt}
omit: [interests.chess]
"""
POSTING = """\
Software Engineer

We are Acme Streams, and we look for you.

What you bring
- You know Kafka, Rust, Haskell and Terraform
- Experience with data pipeline
- Ideas about time series, and unit testing

What we offer
- Docker and fruit
"""


@pytest.fixture
def project(project: Path) -> Path:
    """A project with an application that answers an advertisement."""
    for name, text in (
        ("ada.yaml", CONTENT),
        ("applications/acme.yaml", APPLICATION),
        ("postings/acme.txt", POSTING),
    ):
        path = project / "content" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return project


def test_terms_are_listed_in_three_groups_with_their_places(run):
    ended = run("coverage", "acme")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        "acme, held against content/postings/acme.txt",
        "3 of 8 terms are on paper, 3 in the content alone, 2 nowhere.",
        "",
        "On paper",
        "     line  term               page:line",
        "        6  Kafka              1:6",
        "        6  Rust               1:6",
        "        7  data pipeline      1:6",
        "",
        "In the content alone",
        "     line  term               path",
        "        6  Haskell            interests.chess (left out)",
        "        8  time series        work.engine.music (only for `music`)",
        "        8  unit testing       work.engine.notes (worded for `science`)",
        "",
        "Nowhere",
        "     line  term",
        "        1  Software Engineer",
        "        6  Terraform",
    ]


def test_what_is_asked_for_is_then_on_paper(run, project):
    path = project / "content/applications/acme.yaml"
    path.write_text(APPLICATION.replace("omit: [interests.chess]", "tags: [music, science]"))
    assert (
        run("coverage", "acme").out.splitlines()[1]
        == "6 of 8 terms are on paper, none in the content alone, 2 nowhere."
    )


def test_the_finished_pages_are_read_where_they_are_of_today(run, project):
    before = run("coverage", "acme").out
    assert not (project / "out").exists()
    assert run("build", "-a", "acme", "-f", "pdf").status == 0
    assert run("coverage", "acme").out == before
    project.joinpath("content/ada.yaml").write_text(CONTENT.replace("Rust", "Scala"))
    assert run("coverage", "acme").out.splitlines()[1].startswith("2 of 8 terms")


def test_the_same_for_programs(run):
    found = json.loads(run("coverage", "acme", "--json").out)
    assert (found["application"], found["posting"], found["language"]) == ("acme", "content/postings/acme.txt", "en")
    _, kafka, *_ = found["terms"]
    assert kafka == {"term": "Kafka", "kind": "name", "lines": [6], "paper": [{"page": 1, "line": 6}], "content": []}
    [held] = [each["content"] for each in found["terms"] if each["term"] == "time series"]
    assert held == [{"path": "work.engine.music", "why": "only for `music`"}]


def test_nothing_is_said_of_what_it_is_worth(run):
    """No share, no score: a count of words is no chance of being hired."""
    said = run("coverage", "acme").out + run("coverage", "acme", "--json").out + run("coverage", "--help").out
    assert "Kafka" in said
    assert not re.search(r"%|percent|score|match(?:es)? \d|fit\b|chance|likel", said)


def test_nothing_is_written(run, project):
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    run("coverage", "acme")
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_pages_that_fail_their_proof_are_told_and_read_all_the_same(run, project):
    project.joinpath("content/applications/acme.yaml").write_text(f"{APPLICATION}titles: {{work: Wörk \ue000}}\n")
    ended = run("coverage", "acme")
    assert "private-use" in ended.err or "no glyph" in ended.err
    assert "3 of 8 terms" in ended.out


def test_a_path_that_has_no_room_stands_on_a_line_of_its_own(run, project):
    project.joinpath("content/ada.yaml").write_text(CONTENT.replace("id: engine", f"id: {'x' * 40}"))
    lines = run("coverage", "acme").out.splitlines()
    term = lines.index("        8  time series")
    assert lines[term + 1] == f"           work.{'x' * 40}.music (only for `music`)"


def test_a_long_term_is_shortened(run, project):
    project.joinpath("content/postings/acme.txt").write_text(f"{POSTING}\nRequirements\n- You know {'X1' * 40}\n")
    assert f"       14  {'X1' * 14}X…" in run("coverage", "acme").out.splitlines()


# What cannot be done


def put(project: Path, posting: str) -> None:
    path = project / "content/applications/acme.yaml"
    path.write_text(APPLICATION.replace("postings/acme.txt", posting))


@pytest.mark.parametrize(
    ("posting", "message", "hint"),
    [
        ("https://example.org/job", "`https://example.org/job` is an address, and nothing is fetched", "save the page"),
        (
            "postings/acne.txt",
            "there is neither content/applications/postings/acne.txt nor content/postings/acne.txt",
            "a file",
        ),
        ("../../../etc/passwd", "`../../../etc/passwd` lies outside of the project", "copy it"),
        ("/etc/passwd", "`/etc/passwd` lies outside of the project", "copy it"),
        ("../ada.yaml", "`content/ada.yaml` is no posting that can be read: .yaml", "`.txt`, `.md`"),
    ],
)
def test_a_posting_that_cannot_be_read_is_told_where_it_is_named(run, project, posting, message, hint):
    put(project, posting)
    ended = run("coverage", "acme")
    assert (ended.status, ended.out) == (1, "")
    assert f"content/applications/acme.yaml:2:55: error: {message}" in ended.err
    assert hint in ended.err


def test_an_application_without_a_posting_says_how_to_name_one(run, project):
    project.joinpath("content/applications/acme.yaml").write_text("resume: ada\n")
    ended = run("coverage", "acme")
    assert ended.status == 1
    assert "content/applications/acme.yaml:1:1: error: `acme` names no advertisement" in ended.err
    assert "for: {posting: postings/NAME.txt}" in ended.err


def test_a_content_file_without_an_application_has_no_posting(run, project):
    project.joinpath("content/applications/acme.yaml").unlink()
    ended = run("coverage", "ada")
    assert (ended.status, "`ada` names no advertisement" in ended.err) == (1, True)


def test_an_application_that_is_not_there_gets_the_nearest(run):
    ended = run("coverage", "acne")
    assert (ended.status, "did you mean `acme`?" in ended.err) == (1, True)


def test_an_advertisement_without_terms_says_so(run, project):
    project.joinpath("content/postings/acme.txt").write_text("We are who we are, and you are with us.\n")
    ended = run("coverage", "acme")
    assert (ended.status, ended.out.splitlines()[1:]) == (0, ["No terms were found in it."])
