"""FRESH, as JSON and YAML, imported whole."""

import json
import random
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sound import errors

from typeset.build.job import Made
from typeset.readers import fresh as reader
from typeset.readers import yaml as yaml_reader
from typeset.readers.draft.notes import Fate
from typeset.readers.draft.sample import Sample
from typeset.readers.importing import Imported, imported
from typeset.source import Faults, Mapping, Node, Scalar, Sequence, Severity

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "jsonresume"
WHOLE = ["fresh-schema-jane-fullstacker.json", "fresh-schema-johnny-trouble.json", "hackmyresume-modern.yml"]
files = pytest.mark.parametrize("name", [*WHOLE, "fresh-schema-short.json"])
SLOWEST = 2.0  # seconds of CPU


def value(node: Node) -> Any:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return list(map(value, node.items))
        case Mapping():
            return {key.text: value(child) for key, child in node}


def taken(data: bytes) -> Imported:
    return imported(data, "cv.json", "fresh")


def tree_of(cv: dict) -> dict:
    found = value(taken(json.dumps({"name": "N. N.", "meta": {"format": "FRESH@1.0.0"}} | cv).encode()).tree)
    assert found.pop("basics")["name"] == "N. N."
    return found


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            {"employment": {"summary": "s", "history": [{"employer": "A", "start": "2012-01", "current": True}]}},
            {
                "work": [{"name": "A", "startDate": "2012-01", "endDate": "present"}],
                "headings": {"work": {"summary": "s"}},
            },
        ),
        (
            {"projects": [{"title": "A", "category": "b", "role": "c", "repo": "https://a.org", "media": [
                {"category": "d", "url": "https://b.org"}]}]},
            {"projects": [{"name": "A", "type": "b", "roles": ["c"], "links": [
                {"url": "https://a.org"}, {"url": "https://b.org", "label": "d"}]}]},
        ),
        (
            {"skills": {"sets": [{"name": "A", "level": "b", "skills": ["c"]}],
                        "list": [{"name": "D", "level": "9", "years": 7, "proof": "https://a.org/b"}]}},
            {"skills": [{"name": "A", "level": "b", "keywords": ["c"]},
                        {"name": "D", "level": "9, 7 years", "summary": "([a.org/b](https://a.org/b))"}]},
        ),
        (
            {"service": {"history": [{"organization": "A", "position": "b", "start": "2010", "end": "2011"}]}},
            {"volunteer": [{"organization": "A", "position": "b", "startDate": "2010", "endDate": "2011"}]},
        ),
        (
            {"education": {"level": "degree", "history": [
                {"institution": "A", "title": "b", "grade": "1", "curriculum": ["c"], "private": True}]}},
            {"education": [{"institution": "A", "studyType": "b", "score": "1", "courses": ["c"], "private": "true"}],
             "x": {"unplaced": {"education.level": "degree"}}},
        ),
        (
            {"recognition": [{"title": "A", "from": "b", "event": "c", "date": "2012"}]},
            {"awards": [{"title": "A", "awarder": "b", "summary": "c", "date": "2012"}]},
        ),
        (
            {"writing": [{"title": "A", "publisher": {"name": "b", "url": "https://b.org"}, "author": ["c"]},
                         {"title": "D", "publisher": "e"}]},
            {"publications": [{"name": "A", "publisher": "[b](https://b.org)", "authors": ["c"]},
                              {"name": "D", "publisher": "e"}]},
        ),
        (
            {"references": [{"name": "A", "role": "b", "private": True, "contact": [
                {"label": "Mobile", "flavor": "phone", "value": "555-0100"}]}],
             "testimonials": [{"name": "B", "quote": "c"}]},
            {"references": [{"name": "A", "position": "b", "private": "true", "phone": "555-0100"},
                            {"name": "B", "reference": "c"}],
             "x": {"unplaced": {"references.0.contact.0.label": "Mobile"}}},
        ),
        ({"languages": [{"language": "A", "level": "b", "years": 3}]},
         {"languages": [{"language": "A", "fluency": "b, 3 years"}]}),
        (
            {"speaking": [{"title": "A", "event": "b", "role": "c", "location": "d", "date": "2012"}]},
            {"sections": [{"id": "speaking", "title": "Speaking", "items": [
                {"title": "A", "organization": "b", "subtitle": "c", "location": "d", "date": "2012"}]}]},
        ),
        (
            {"affiliation": {"summary": "s", "history": [{"role": "a", "organization": "B", "ignore": True},
                                                         {"organization": "C"}]}},
            {"sections": [{"id": "affiliation", "title": "Affiliations", "body": "s", "items": [
                {"title": "a", "organization": "B", "private": "true"}, {"title": "C"}]}]},
        ),
        (
            {"disposition": {"travel": 25, "remote": True, "commitment": ["a", "b"],
                             "relocation": {"willing": True, "destinations": ["c"]}}},
            {"sections": [{"id": "disposition", "title": "Availability", "items": [
                {"label": "Travel", "value": "25"}, {"label": "Remote", "value": "yes"},
                {"label": "Commitment", "value": "a, b"}, {"label": "Relocation", "value": "c"}]}]},
        ),
        (
            {"samples": [{"title": "A", "url": "https://a.org"}], "reading": [{"title": "B", "author": "c"}],
             "governance": [{"role": "d", "organization": "E"}], "extracurricular": [{"title": "F", "activity": "g"}]},
            {"sections": [
                {"id": "samples", "title": "Work samples", "items": [{"title": "A", "url": "https://a.org"}]},
                {"id": "reading", "title": "Reading", "items": [{"title": "B", "subtitle": "c"}]},
                {"id": "governance", "title": "Governance", "items": [{"title": "d", "organization": "E"}]},
                {"id": "extracurricular", "title": "Extracurricular activities",
                 "items": [{"title": "F", "organization": "g"}]}]},
        ),
    ],
)  # fmt: skip
def test_each_section_finds_its_home(written: dict, expected: dict):
    assert tree_of(written) == expected


def test_the_person_comes_with_all_contact_data():
    cv = {
        "name": "N. N.",
        "info": {"label": "a", "brief": "b", "quote": "c", "characterClass": "d"},
        "contact": {"website": "https://a.org", "other": [{"label": "Work", "flavor": "phone", "value": "555-0100"}]},
        "location": {"code": "1", "country": "DE"},
        "social": [
            {"label": "GitHub", "network": "GitHub", "user": "e"},
            {"label": "Old", "network": "F", "user": "g"},
        ],
        "meta": {"format": "FRESH@0.6.0", "version": "1"},
    }
    made = taken(json.dumps(cv).encode())
    assert value(made.tree)["basics"] == {
        "name": "N. N.",
        "label": "a",
        "summary": "b\n\n> c",
        "url": "https://a.org",
        "location": {"postalCode": "1", "countryCode": "DE"},
        "profiles": [
            {"network": "GitHub", "username": "e"},
            {"note": "Old", "network": "F", "username": "g"},
            {"network": "Work", "username": "555-0100", "x": {"flavor": "phone"}},
        ],
        "x": {"characterClass": "d"},
    }
    assert value(made.tree)["meta"] == {"version": "1"}
    assert [note.message for note in made.notes if note.fate is Fate.DROPPED] == [
        "`label`: `GitHub` is the name of the network, too",
        "`meta.format`: content is of another format",
    ]


def test_what_is_taken_to_go_on_is_told():
    made = taken(b'{"name": "A", "employment": {"history": [{"employer": "B", "start": "2020"}]}}')
    assert value(made.tree)["work"][0]["endDate"] == "present"
    assert [note.message for note in made.notes] == ["`employment.0` has a start and no end: it is taken to go on"]


@pytest.mark.parametrize(
    ("data", "is_fresh"),
    [
        ('{"name": "A", "meta": {"format": "FRESH@0.6.0"}}', True),
        ('{"name": "A", "employment": {"history": [{"employer": "B"}]}}', True),
        ("name: A\nskills: {list: [{name: B}]}\n", True),
        ('{"basics": {"name": "A"}, "work": []}', False),
        ('{"name": "A", "version": "1"}', False),
        ('{"name": "A", "skills": ["b"]}', False),
        ("words", False),
    ],
)
def test_it_is_known_by_its_shape(data: str, is_fresh: bool):
    assert reader.recognizes(Sample("cv", data.encode())) == is_fresh


# The corpus


@files
def test_each_file_is_imported_and_builds_without_a_finding(corpus: Path, name: str, built: Callable[..., Made]):
    assert corpus
    data = CORPUS.joinpath(name).read_bytes()
    assert reader.recognizes(Sample("anything", data))
    text = taken(data).text.replace("\n  image: jane_doe.png\n", "\n")
    for format_name in ("html", "json"):
        assert errors(built(SimpleNamespace(text=text), format=format_name).findings) == []


def test_an_empty_one_tells_of_nobody(corpus: Path):
    with pytest.raises(Faults) as raised:
        taken(corpus.joinpath("jsonresume/fresh-schema-empty.json").read_bytes())
    [fault] = raised.value.faults
    assert "tells of nobody" in fault.message
    assert (fault.place.line, fault.place.column) == (3, 11)


def test_a_broken_one_is_told_with_its_place(corpus: Path):
    with pytest.raises(Faults) as raised:
        taken(corpus.joinpath("jsonresume/fresh-schema-johnny-trouble.broken.json").read_bytes())
    [fault] = raised.value.faults
    assert (fault.place.line, fault.place.column) == (251, 3)


VALUES = [None, "", [], {}, "a b", 1, True, ["a", ""], [None], {"a": "b"}, {"en": "x", "de": "y"}, "<b>x</b>",
          "2013-13", "\u0007", "[a](b)", "  ", [["a"]], [{}], {"history": [1]}, {"history": {"a": 1}}]  # fmt: skip


def mappings(node: Any) -> list[dict]:
    below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [
        *([node] if isinstance(node, dict) and node else []),
        *(found for each in below for found in mappings(each)),
    ]


@pytest.mark.parametrize("seed", range(5))
def test_any_value_anywhere_has_faults_and_nothing_worse(corpus: Path, seed: int):
    assert corpus
    rng = random.Random(seed)  # noqa: S311  # the same damage at every run
    data = CORPUS.joinpath(WHOLE[0]).read_text("utf-8")
    for _ in range(8):
        cv = json.loads(data)
        for _ in range(rng.randint(1, 6)):
            found = rng.choice(mappings(cv))
            found[rng.choice(list(found))] = rng.choice(VALUES)
        start = time.process_time()
        try:
            made = taken(json.dumps(cv).encode())
        except Faults as faults:
            places = [fault.place for fault in faults.faults]
            made = None
        else:
            _, told = yaml_reader.read(made.text.encode(), "cv.yaml")
            places = [True for fault in told if fault.severity is Severity.WARNING]
            assert len(places) == len(told)
        assert all(places)
        assert time.process_time() - start < SLOWEST
