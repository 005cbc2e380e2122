"""What a build writes down of itself, and what is kept of what was sent."""

import json
import os
import subprocess
from time import perf_counter

import pytest

from typeset.build import record
from typeset.build.commit import commit
from typeset.build.request import Request
from typeset.build.session import build
from typeset.source import Faults


@pytest.fixture
def ada(workshop):
    workshop.write("content/postings/acme.txt", "We want an analyst.\n")
    workshop.write(
        "content/applications/acme.yaml",
        "resume: ada\nfor: {company: Acme, role: Analyst, posting: postings/acme.txt}\nlocale: en-GB\n",
    )
    return workshop


def made(workshop, date: str, *formats: str) -> bytes:
    list(build(workshop.project, Request(application="acme", formats=formats), perf_counter, date=date))
    return workshop.out["acme/record.json"][0]


def test_a_record_says_what_was_made_of_what(ada):
    told = json.loads(made(ada, "2026-01-02T03:04:05+00:00", "txt", "md"))
    assert told["date"] == "2026-01-02T03:04:05+00:00"
    assert told["for"] == {"company": "Acme", "role": "Analyst"}
    assert told["inputs"].keys() == {"content/ada.yaml", "content/applications/acme.yaml"}
    assert told["posting"]["file"] == "content/postings/acme.txt"
    assert len(told["posting"]["sha256"]) == 64
    assert told["language"] == "en-GB"
    assert told["options"]["paper"] == "A4"
    assert [*told["files"]] == ["acme/Ada-Lovelace-CV.md", "acme/Ada-Lovelace-CV.txt"]
    assert str(ada.root) not in json.dumps(told)


def test_the_same_build_is_recorded_once(ada):
    first = made(ada, "2026-01-02", "txt")
    assert made(ada, "2026-01-03", "txt") == first
    ada.write("content/ada.yaml", (ada.root / "content/ada.yaml").read_bytes())
    assert made(ada, "2026-01-04", "txt") == first
    ada.change("content/ada.yaml", "Analyst", "Countess")
    assert json.loads(made(ada, "2026-01-05", "txt"))["date"] == "2026-01-05"


def test_two_builds_of_the_same_differ_in_the_date_alone(ada):
    first = json.loads(made(ada, "2026-01-02", "txt"))
    (ada.root / "out/acme/record.json").unlink()
    again = json.loads(made(ada, "2026-01-03", "txt"))
    assert {**first, "date": None} == {**again, "date": None}


def test_a_file_of_older_content_is_not_what_was_made(ada):
    made(ada, "2026-01-02", "txt", "md")
    ada.change("content/ada.yaml", "Analyst", "Countess")
    assert [*json.loads(made(ada, "2026-01-03", "txt"))["files"]] == ["acme/Ada-Lovelace-CV.txt"]


def test_what_is_sent_is_kept(ada):
    with pytest.raises(Faults, match="nothing of `acme` is built"):
        record.mark_sent(ada.project, "acme", "2026-01-02")
    made(ada, "2026-01-02", "txt")
    record.mark_sent(ada.project, "acme", "2026-01-03")
    with pytest.raises(Faults, match="this is what was sent on 2026-01-03"):
        record.mark_sent(ada.project, "acme", "2026-01-04")
    ada.change("content/ada.yaml", "Analyst", "Countess")
    [kept] = record.sent(ada.project, "acme")
    assert record.changed_since(ada.project, kept) == ["content/ada.yaml"]
    made(ada, "2026-01-05", "txt")
    record.mark_sent(ada.project, "acme", "2026-01-05")
    assert [each["sent"] for each in record.sent(ada.project, "acme")] == ["2026-01-03", "2026-01-05"]
    assert set(ada.out) >= {"acme/record.json"}


def test_what_is_not_as_it_was_built_was_not_sent(ada):
    made(ada, "2026-01-02", "txt")
    ada.write("out/acme/Ada-Lovelace-CV.txt", "other words")
    with pytest.raises(Faults, match="not as they were built"):
        record.mark_sent(ada.project, "acme", "2026-01-03")


@pytest.mark.parametrize("line", ["{", "[]", "{}", "\udcff".encode("utf-8", "surrogateescape")])
def test_a_line_that_is_no_record_is_told(ada, line):
    ada.write("content/applications/sent/acme.jsonl", line if isinstance(line, bytes) else f"{line}\n")
    with pytest.raises(Faults, match="line 1 is not a record"):
        record.sent(ada.project, "acme")


def test_several_themes_at_once_are_nobody_s(ada):
    list(build(ada.project, Request("ada", None, ("ats", "classic"), ("odt",)), perf_counter))
    assert not [name for name in ada.out if name.endswith("record.json")]


@pytest.mark.needs("git")
def test_a_commit_is_clean_where_the_files_are_as_it_has_them(ada):
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        subprocess.run(["git", *who, *arguments], cwd=ada.root, env=environment, check=True, capture_output=True)

    content = ada.root / "content/ada.yaml"
    git("init")
    assert commit(ada.project, [content]) is None
    git("add", "content")
    git("commit", "-m", "first")
    found = commit(ada.project, [content])
    assert found
    assert found.clean
    assert len(found.id) == 40
    ada.write("content/other.yaml", "basics: {name: Bob}\n")
    assert commit(ada.project, [content]) == found
    ada.change("content/ada.yaml", "Analyst", "Countess")
    assert commit(ada.project, [content]) == found._replace(clean=False)
