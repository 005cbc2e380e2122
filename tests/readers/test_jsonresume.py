"""JSON Resume in all its dialects, and typeset's own content, imported; and what is none of them, refused."""

import json
import random
import re
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sound import errors

from typeset.build.job import Made
from typeset.document.arrange import arrange
from typeset.readers import jsonresume as reader
from typeset.readers import read
from typeset.readers import yaml as yaml_reader
from typeset.readers.draft.notes import Fate
from typeset.readers.draft.sample import Sample
from typeset.readers.importing import Imported, imported
from typeset.source import Fault, Faults, Mapping, Node, Scalar, Sequence, Severity

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
CONTENT = sorted((ROOT / "content").glob("*.yaml"))
EMPTY = "fresh-empty.json"
FILES = [
    file
    for file in sorted((CORPUS / "jsonresume").glob("*.json"))
    if not file.name.startswith("fresh-schema") and file.name != EMPTY
]
every_file = pytest.mark.parametrize(
    "file",
    FILES or [pytest.param(CORPUS, marks=pytest.mark.skip("the corpus of résumés is not here"))],
    ids=lambda file: file.stem,
)
SLOWEST = 2.0  # seconds of CPU


def value(node: Node) -> Any:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return list(map(value, node.items))
        case Mapping():
            return {key.text: value(child) for key, child in node}


def taken(cv: dict | str) -> Imported:
    data = cv if isinstance(cv, str) else json.dumps(cv)
    return imported(data.encode(), "cv.json", "jsonresume")


def tree_of(cv: dict) -> dict:
    """The content made of a JSON Resume of somebody, without how that file said it."""
    found = value(taken({"basics": {"name": "N. N."}} | cv).tree)
    found.get("x", {}).pop("jsonresume", None)
    return found


def notes(cv: dict, fate: Fate) -> list[str]:
    return [note.message for note in taken({"basics": {"name": "N. N."}} | cv).notes if note.fate is fate]


def refusal(data: bytes | str) -> Any:
    with pytest.raises(Faults) as raised:
        imported(data.encode() if isinstance(data, str) else data, "cv.json", "jsonresume")
    [fault] = raised.value.faults
    return fault


# Dialects


@pytest.mark.parametrize(
    ("section", "written", "expected"),
    [
        ("work", {"company": "A", "website": "https://a.org"}, {"name": "A", "url": "https://a.org"}),
        ("work", {"Company": "A", "job_title": "b"}, {"name": "A", "position": "b"}),
        ("work", {"name": "", "company": "A"}, {"name": "A"}),
        ("work", {"name": "A", "company": "B"}, {"name": "A", "x": {"company": "B"}}),
        ("work", {"name": "A", "location": {"city": "B", "region": "C"}}, {"name": "A", "location": "B, C"}),
        ("work", {"name": "A", "details": ["b"], "highlight": ["c"]}, {"name": "A", "highlights": ["b", "c"]}),
        ("work", {"name": "A", "env": {"os": ["b"], "tools": ["c"]}}, {"name": "A", "keywords": ["b", "c"]}),
        ("work", {"name": "A", "highlights": "b"}, {"name": "A", "highlights": ["b"]}),
        ("work", {"name": "A", "period": "2012 - 2014"}, {"name": "A", "startDate": "2012", "endDate": "2014"}),
        ("education", {"institution": "A", "gpa": "1.0"}, {"institution": "A", "score": "1.0"}),
        ("languages", {"name": "A", "level": "C1"}, {"language": "A", "fluency": "C1"}),
        ("languages", "A", {"language": "A"}),
        ("certificates", "A", {"name": "A"}),
        ("references", "Good.", {"reference": "Good."}),
        ("skills", {"name": "A", "keyword": ["b"]}, {"name": "A", "keywords": ["b"]}),
        ("skills", {"name": "A", "tags": "言語"}, {"name": "A", "x": {"tags": "言語"}}),
        ("skills", {"name": "A", "tags": ["lang"]}, {"name": "A", "tags": ["lang"]}),
        ("publications", {"name": "A", "website": "www.a.org"}, {"name": "A", "url": "https://www.a.org"}),
        ("projects", {"name": "A", "role": "b"}, {"name": "A", "roles": ["b"]}),
        ("awards", {"title": "A", "summary": "<b>b</b>", "flavor": "c"},
         {"title": "A", "summary": "**b**", "x": {"flavor": "c"}}),
    ],
)  # fmt: skip
def test_a_dialect_becomes_the_models_keys_and_shapes(section: str, written: object, expected: dict):
    assert tree_of({section: [written]})[section] == [expected]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"hobbies": ["a"]}, {"interests": ["a"]}),
        ({"skills": {"Web": ["a", "b"]}}, {"skills": [{"name": "Web", "keywords": ["a", "b"]}]}),
        ({"objectives": ["a b"]}, {"sections": [{"id": "objectives", "title": "Objectives", "items": ["a b"]}]}),
        ({"careerGoal": "to a b"}, {"sections": [{"id": "careerGoal", "title": "Career goal", "body": "to a b"}]}),
        (
            {"talks": [{"name": "a", "venue": "b"}]},
            {"sections": [{"id": "talks", "title": "Talks", "items": [{"title": "a", "x": {"venue": "b"}}]}]},
        ),
        ({"theme": "a b"}, {"x": {"theme": "a b"}}),
        ({"birthDate": "1990"}, {"x": {"birthDate": "1990"}}),
        ({"language": "de_AT"}, {"meta": {"language": "de-AT"}}),
        (
            {"meta": {"themeOptions": {"sectionTitles": {"work": "Jobs", "dogs": "Dogs"}}}},
            {
                "meta": {"x": {"themeOptions": {"sectionTitles": {"dogs": "Dogs"}}}},
                "headings": {"work": "Jobs"},
            },
        ),
    ],
)
def test_what_stands_at_the_top_finds_its_home(written: dict, expected: dict):
    found = tree_of(written)
    assert found.pop("basics") == {"name": "N. N."}
    assert (found.pop("x", {}) or {}) == expected.pop("x", {})
    assert found == expected


@pytest.mark.parametrize(
    ("basics", "expected"),
    [
        ({"firstName": "A", "lastName": "B"}, {"name": "A B"}),
        ({"name": "", "firstName": "A"}, {"name": "A"}),
        ({"name": "A<br/>B"}, {"name": "A B"}),
        ({"name": "A", "picture": "a.png"}, {"name": "A", "image": "a.png"}),
        ({"name": "A", "address": {"zip": "1"}}, {"name": "A", "location": {"postalCode": "1"}}),
        ({"name": "A", "gender": "f"}, {"name": "A", "x": {"gender": "f"}}),
    ],
)
def test_the_person_too(basics: dict, expected: dict):
    assert tree_of({"basics": basics})["basics"] == expected


def test_json_resume_0_0_calls_the_person_a_bio():
    assert tree_of({"basics": None, "bio": {"firstName": "A", "lastName": "B"}})["basics"] == {"name": "A B"}


def test_sections_by_the_alphabet_get_the_usual_order():
    cv = {"awards": [{"title": "a"}], "basics": {"name": "N"}, "education": [], "skills": ["b"], "work": ["d"]}
    assert [key for key in value(taken(cv).tree) if key != "x"] == ["basics", "work", "awards", "skills"]
    cv = {"awards": [{"title": "a"}], "basics": {"name": "N"}, "skills": ["b"], "work": ["d"], "education": []}
    assert [key for key in value(taken(cv).tree) if key != "x"] == ["awards", "basics", "skills", "work"]


def test_the_last_of_two_equal_keys_wins_and_the_first_is_kept():
    made = value(taken('{"basics": {"name": "A", "name": "B"}}').tree)
    assert (made["basics"]["name"], made["x"]["unplaced"]) == ("B", {"basics.name": "A"})


# Open ends


@pytest.mark.parametrize("end", [{}, {"endDate": ""}, {"endDate": None}, {"endDate": "Present"}, {"current": True}])
@pytest.mark.parametrize("section", ["work", "volunteer"])
def test_what_has_a_start_and_no_end_goes_on(section: str, end: dict):
    name = {"work": "name", "volunteer": "organization"}[section]
    [found] = tree_of({section: [{name: "A", "startDate": "2020"} | end]})[section]
    assert found | {"endDate": found["endDate"].lower()} == {name: "A", "startDate": "2020", "endDate": "present"}


def test_that_it_goes_on_is_told_as_a_guess_with_its_place():
    told = [note for note in taken({"basics": {"name": "A"}, "work": [{"startDate": "2020", "endDate": ""}]}).notes
            if note.fate is Fate.GUESSED]  # fmt: skip
    assert [note.message for note in told] == ["`work.0` has a start and no end: it is taken to go on"]
    assert told[0].place.line == 1
    assert told[0].place.column > 60


@pytest.mark.parametrize(
    "entry", [{"name": "A"}, {"name": "A", "startDate": "2020", "current": False}, {"name": "A", "endDate": "2020"}]
)
def test_nothing_goes_on_that_has_no_start_or_is_said_to_be_over(entry: dict):
    [found] = tree_of({"work": [entry]})["work"]
    assert found.get("endDate") == entry.get("endDate")


def test_projects_and_studies_are_not_taken_to_go_on():
    assert notes({"projects": [{"name": "A", "startDate": "2020"}]}, Fate.GUESSED) == []


# Language


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("東京出身のエンジニア。", "ja"),
        ("안녕하세요 저는 개발자입니다", "ko"),
        ("我是一名软件工程师", "zh"),
        ("Fluent in 日本語.", None),
    ],
)
def test_the_language_is_what_the_script_makes_plain(summary: str, expected: str | None):
    found = tree_of({"basics": {"name": "N", "summary": summary}})
    assert found.get("meta", {}).get("language") == expected


# Our own


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.stem)
def test_content_is_imported_as_it_is(file: Path):
    made = imported(file.read_bytes(), file.name, "jsonresume")
    assert made.resume == read(file, file.name)[0]
    assert made.notes == ()
    assert "jsonresume" not in value(made.tree).get("x", {})


def test_an_export_is_imported_as_what_it_was_made_from():
    from typeset.writers import Manuscript
    from typeset.writers.jsonresume import write

    content = "basics: {name: Ada}\nwork: [{name: A, positions: [{position: B}]}]\nsections: [{title: T, items: [a]}]\n"
    resume, _ = yaml_reader.read(content.encode(), "cv.md")  # of another format: written anew
    data = write(Manuscript(arrange(resume, "en"), None, resume))  # type: ignore[arg-type]
    made = imported(data, "cv.json", "jsonresume")
    assert (made.resume, made.notes) == (resume, ())


# What it is not


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("{}", "an empty object"),
        ('{"a": 1}', "an object that says nothing of a CV"),
        ('{"name": "a", "version": "1", "dependencies": {}}', "a package.json"),
        ('{"$schema": "http://json-schema.org/draft-07/schema#", "properties": {"basics": {}}}', "a JSON Schema"),
        ('{"openapi": "3.1.0", "info": {}, "paths": {}}', "an OpenAPI document"),
        ('{"title": "Cook", "responsibilities": ["a"], "skills": [{"name": "b"}]}', "a job description"),
        ('{"meta": {"version": "1"}}', "nothing but `meta`"),
        ('["a"]', "a list"),
        ("a: [", "neither JSON nor YAML"),
        ("just words", "neither JSON nor YAML"),
    ],
)
def test_what_is_none_is_named_and_refused(data: str, said: str):
    if data == "a: [":
        with pytest.raises(Faults) as raised:
            imported(data.encode(), "cv", "jsonresume")
        assert raised.value.faults[0].place
        return
    assert said in refusal(data).message


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("jobs/jro-sample.job.json", "a job description"),
        ("schema/resume-schema/sample.job.json", "a job description"),
        ("schema/resume-schema/schema.json", "a JSON Schema"),
        ("schema/resume-schema/job-schema.json", "a JSON Schema"),
    ],
)
def test_so_are_files_that_stand_beside_a_resume(corpus: Path, name: str, said: str):
    assert said in refusal(corpus.joinpath(name).read_bytes()).message


def test_a_resume_that_is_all_empty_tells_of_nobody(corpus: Path):
    fault = refusal(corpus.joinpath("jsonresume", EMPTY).read_bytes())
    assert "tells of nobody" in fault.message
    assert (fault.place.line, fault.place.column) == (3, 13)
    assert "tells of nobody" in refusal('{"basics": {"name": ""}, "work": [], "meta": {"version": "1"}}').message


@pytest.mark.parametrize("text", ["name: Ada\nskills: none\n", "- a\n- b\n", "words", "cv: {name: Ada}"])
def test_other_yaml_is_left_to_other_readers(text: str):
    assert not reader.recognizes(Sample("cv", text.encode()))


# The corpus


@every_file
def test_each_file_is_recognised(file: Path):
    assert reader.recognizes(Sample("anything", file.read_bytes()))


@every_file
def test_each_file_builds_without_a_finding(file: Path, built: Callable[..., Made]):
    made = taken(file.read_text("utf-8"))
    image = value(made.tree)["basics"].get("image", "")
    text = made.text.replace(f"\n  image: {image}\n", "\n") if image and "://" not in image else made.text
    for format_name in ("html", "json"):
        findings = built(SimpleNamespace(text=text), format=format_name).findings
        assert [told for told in errors(findings) if "no glyph" not in told] == []


@every_file
def test_what_is_made_reads_as_content_without_an_error(file: Path):
    _, faults = yaml_reader.read(taken(file.read_text("utf-8")).text.encode(), "cv.yaml")
    assert [fault for fault in faults if fault.severity is Severity.ERROR] == []


TOKENS = [
    b"~", b"null", b"[]", b"{}", b'""', b'"', b"{", b"]", b": ", b"\t", b"\x00", b"\xff", "\u202e".encode(), b"NO",
    b"<br>", b"1e999", b'{"a": [1]}', b"[" * 40, b"x" * 300, b"\\u0007", b'"x": 1,', b'"work": 2,', b"&a *a",
]  # fmt: skip


def damaged(rng: random.Random, data: bytes, other: bytes) -> bytes:
    start, lines = rng.randrange(len(data)), data.splitlines(keepends=True)
    here = rng.randrange(len(lines))
    match rng.randrange(6):
        case 0:
            return data[:start]
        case 1:
            return data[:start] + other[rng.randrange(len(other)) :]
        case 2:
            return b"".join([*lines[:here], *lines[here + rng.randint(1, 5) :]]) or b" "
        case 3:
            return b"".join([*lines[:here], *lines[here : here + 4], *lines[here:]])
        case 4:
            found = rng.choice(list(re.finditer(rb"(?<=: )[^\n,]+", data)) or [re.match(b"", data)])
            return data[: found.start()] + rng.choice(TOKENS) + data[found.end() :]
    return data[:start] + rng.choice(TOKENS) + data[start + rng.randint(0, 12) :]


def attempted(data: bytes) -> tuple[Imported | None, tuple[Fault, ...]]:
    try:
        return imported(data, "cv.json", "jsonresume"), ()
    except Faults as faults:
        return None, faults.faults


@pytest.mark.skipif(not FILES, reason="the corpus of résumés is not here")
@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_file_has_faults_and_nothing_worse(seed: int):
    rng = random.Random(seed)  # noqa: S311  # the same damage at every run
    contents = [file.read_bytes() for file in FILES]
    for _ in range(20):
        data = rng.choice(contents)
        for _ in range(rng.randint(1, 3)):
            data = damaged(rng, data or b" ", rng.choice(contents))
        start = time.process_time()
        made, faults = attempted(data)
        assert all(fault.place for fault in faults)
        if made:
            _, told = yaml_reader.read(made.text.encode(), "cv.yaml")
            assert [fault for fault in told if fault.severity is Severity.ERROR] == []
        assert time.process_time() - start < SLOWEST
