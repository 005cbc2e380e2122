"""What others call a valid or invalid résumé, by JSON Resume's own fixtures; and how an imported one said it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from typeset.document.arrange import arrange
from typeset.readers import json as reader
from typeset.readers import yaml as yaml_reader
from typeset.readers.importing import imported
from typeset.resume.application import Application
from typeset.resume.dates import NotADate, parse
from typeset.resume.fields import Path as ItemPath
from typeset.resume.jsonresume.applying import applied
from typeset.resume.jsonresume.comparing import difference
from typeset.resume.jsonresume.difference import Difference, as_yaml_reads, difference_of, same, tree_of
from typeset.resume.jsonresume.origin import origin_of
from typeset.resume.jsonresume.room import mapping
from typeset.resume.model import Resume
from typeset.resume.reading import read
from typeset.resume.schema import schema
from typeset.resume.source_text import shown_tree, source_of
from typeset.resume.tailor import tailor
from typeset.source import Mapping, Node, Sequence, Severity, Source, yaml
from typeset.source import json as tree
from typeset.source.emit_yaml import yaml_text
from typeset.writers import Manuscript
from typeset.writers import jsonresume as json_writer
from typeset.writers import yaml as yaml_writer

SCHEMA = Path(__file__).parents[3] / "shared" / "corpus" / "schema"
RESUME = Draft7Validator(schema(Resume, "A CV"))


def fixtures() -> Iterator[tuple[str, object, bool]]:
    for file in sorted((SCHEMA / "fixtures").glob("*.json")):
        if file.stem != "dates":  # bare dates
            for name, part in json.loads(file.read_text("utf-8")).items():
                yield f"{file.stem}.{name}", part, "invalid" not in name.lower()


FIXTURES = [pytest.param(part, valid, id=name) for name, part, valid in fixtures()] or [
    pytest.param({}, True, marks=pytest.mark.skip("the corpus of résumés is not beside this repository"))
]


@pytest.mark.parametrize(("part", "valid"), FIXTURES)
def test_a_fixture_reads_as_its_name_says(part: object, valid: bool):
    _, faults = read(tree.parse(Source("cv.json", json.dumps(part))), Resume, "the content file")
    assert all(fault.severity is not Severity.ERROR for fault in faults) == valid


@pytest.mark.parametrize(("part", "valid"), FIXTURES)
def test_a_fixture_is_to_the_schema_what_its_name_says(part: object, valid: bool):
    assert RESUME.is_valid(part) == valid


def test_the_fixtures_are_many(corpus: Path):
    assert corpus == SCHEMA.parent
    assert len(FIXTURES) > 150


def test_the_dates_read_as_their_names_say(corpus: Path):
    dates = json.loads((corpus / "schema" / "fixtures" / "dates.json").read_text("utf-8"))
    with pytest.raises(NotADate):
        parse(dates.pop("invalid"))
    assert [str(parse(date)) for date in dates.values()] == list(dates.values())


@pytest.mark.parametrize("sample", ["schema/resume-schema/sample.resume.json", "jsonresume/jro-sample.json"])
def test_the_official_sample_reads_without_a_warning(corpus: Path, sample: str):
    resume, faults = reader.read((corpus / sample).read_bytes(), "cv.json")
    assert faults == []
    assert resume.basics.name.plain == "Richard Hendriks"


# How an imported one said it

OLD = {
    "basics": {"name": "Ada", "website": "https://ada.example.org", "picture": ""},
    "work": [
        {"company": "A", "summary": "<b>well</b>", "endDate": "", "startDate": "2020"},
        {"company": "Mallory", "summary": "<b>paid too little</b>"},
    ],
}


def imported_content() -> str:
    return imported(json.dumps(OLD).encode(), "cv.json", "jsonresume").text


def shown(chosen: Application) -> Resume:
    resume, faults = yaml_reader.read(imported_content().encode(), "cv.yaml")
    assert faults == []
    return tailor(resume, chosen)


def manuscript(resume: Resume) -> Manuscript:
    return Manuscript(arrange(resume, "en"), None, resume)  # type: ignore[arg-type]


def test_it_travels_with_content_that_is_shown_whole():
    tree, is_whole = shown_tree(shown(Application()))
    assert is_whole
    assert origin_of(tree)
    assert b"<b>paid too little</b>" in source_of(shown(Application()))[1]


def test_it_does_not_where_anything_is_withheld():
    resume = shown(Application(omit=(ItemPath("work.mallory"),)))
    tree, is_whole = shown_tree(resume)
    assert not is_whole
    assert not origin_of(tree)
    written = [source_of(resume)[1], yaml_writer.write(manuscript(resume)), json_writer.write(manuscript(resume))]
    assert [data for data in written if b"jsonresume:" in data or b"<b>" in data or b"allory" in data] == []


def test_nor_with_a_resume_that_was_read_from_another_format():
    resume = shown(Application())
    stranger = replace(resume, place=replace(resume.place, source=replace(resume.place.source, name="cv.md")))
    assert b"<b>" not in source_of(stranger)[1]


TEXTS = st.sampled_from(["a", "", " ", "present", "1.5", "null", "<b>", "~", "ä/b"])
LEAVES = st.one_of(TEXTS, st.none(), st.booleans(), st.integers(-3, 3), st.sampled_from([1.5, 0.25]))
NAMES = st.sampled_from(["a", "b", "c", "a/b", "~", "0", "/", "", "ä"])
TREES = st.recursive(
    LEAVES,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(NAMES, below, max_size=4),
    max_leaves=10,
)


def parsed(value: object) -> Node:
    return tree.parse(Source("cv.json", json.dumps(value)))


@given(st.dictionaries(NAMES, TREES, max_size=4), st.dictionaries(NAMES, TREES, max_size=4))
def test_any_difference_that_is_told_makes_the_one_of_the_other_by_way_of_yaml(one: dict, other: dict):
    made, was = as_yaml_reads(parsed(one)), parsed(other)
    found = difference(made, was)
    if found:
        told = yaml.parse(Source("x.yaml", yaml_text(mapping(tree_of(found)))))
        assert same(applied(made, difference_of(told) if isinstance(told, Mapping) else Difference()), was)


@given(st.lists(st.dictionaries(st.sampled_from(["name", "url", "note"]), st.text("ab ", max_size=2), max_size=3)))
def test_what_is_empty_and_in_another_order_can_always_be_told(entries: list[dict]):
    was = parsed({"work": entries})
    full = [{key: text for key, text in sorted(entry.items()) if text.strip()} for entry in entries]
    made = parsed({"work": [entry for entry in full if entry]})
    assert difference(made, was) is not None


def test_names_are_told_once_for_all_entries_that_agree_and_else_for_each():
    was = parsed({"work": [{"company": "a"}, {"company": "b"}], "talks": [{"site": "c"}, {"url": "d"}]})
    [work, talks] = [value for _, value in was]
    made = mapping({"work": renamed(work, "company", "name"), "talks": renamed(talks, "site", "url")}, was)
    found = difference(made, was)
    assert found.names == {"work": {"company": "name"}, "talks/0": {"site": "url"}}
    assert (found.order, found.lacks, found.values) == ({}, frozenset(), {})


def renamed(node: Node, old: str, new: str) -> Node:
    match node:
        case Mapping():
            return Mapping(
                tuple((replace(key, text=new) if key.text == old else key, value) for key, value in node), node.place
            )
        case Sequence():
            return Sequence(tuple(renamed(item, old, new) for item in node.items), node.place)
    return node
