"""JSON Resume that its own schema takes, that others can read, and that reads back as the content it was made from."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from typeset.document.arrange import arrange
from typeset.proof.claim import Claim
from typeset.proof.reading import json as read_json
from typeset.proof.rules.content import content as rule
from typeset.readers import json as json_reader
from typeset.readers import read
from typeset.readers import yaml as yaml_reader
from typeset.readers.importing import imported
from typeset.resume.application import Application
from typeset.resume.content import resume as content_of
from typeset.resume.jsonresume.flattening import flattened
from typeset.resume.jsonresume.restoring import restored
from typeset.resume.jsonresume.room import SCHEMA
from typeset.resume.model import Resume
from typeset.resume.reading import read as read_model
from typeset.resume.tailor import tailor
from typeset.source import Faults, Severity, Source
from typeset.source import json as json_tree
from typeset.source.characters import decode
from typeset.source.emit_json import json_text
from typeset.source.yaml import parse
from typeset.writers import Manuscript
from typeset.writers import yaml as yaml_writer
from typeset.writers.jsonresume import losses, write

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
APPLICATIONS = sorted((CONTENT / "applications").glob("*.yaml"))
CORPUS = ROOT.parent / "shared" / "corpus"
VERSIONS = ("resume-schema-v1.0.0.json", "resume-schema-v1.2.1.json")

Read = Callable[[str], Resume]


@dataclass(frozen=True)
class Case:
    """An application of this repository's content."""

    name: str
    manuscript: Manuscript


def manuscript(resume: Resume, language: str = "en") -> Manuscript:
    return Manuscript(arrange(resume, language), None, resume)  # type: ignore[arg-type]


def cases() -> Iterator[Manuscript]:
    for file in APPLICATIONS:
        application, _ = read_model(parse(decode(file.read_bytes(), file.name)), Application, "the application")
        content = CONTENT / f"{application.resume or file.stem}.yaml"
        yield manuscript(tailor(read(content, content.name)[0], application), application.locale or "en")


CASES = list(cases())
every_cv = pytest.mark.parametrize("made", CASES, ids=[file.stem for file in APPLICATIONS])


def read_back(data: bytes) -> Resume:
    found, faults = json_reader.read(data, "cv.json")
    assert [str(fault) for fault in faults] == []
    return found


def written(content: str, language: str = "en") -> dict:
    """The JSON Resume of a content file."""
    resume, faults = yaml_reader.read(f"basics: {{name: Ada}}\n{content}".encode(), "cv.yaml")
    assert [fault for fault in faults if fault.severity is Severity.ERROR] == []
    return json.loads(write(manuscript(tailor(resume, Application()), language)))


def without_own(part: object) -> object:
    """What another reader sees: without `x` and the keys that only choose."""
    match part:
        case dict():
            return {
                key: without_own(value) for key, value in part.items() if key not in ("x", "id", "tags", "priority")
            }
        case list():
            return list(map(without_own, part))
    return part


# Every CV


@pytest.mark.parametrize("version", VERSIONS)
@every_cv
def test_every_cv_is_valid(corpus: Path, made: Manuscript, version: str):
    schema = Draft7Validator(json.loads((corpus / "schema" / version).read_text("utf-8")))
    assert [error.message for error in schema.iter_errors(json.loads(write(made)))] == []


@every_cv
def test_every_cv_reads_back_as_what_was_shown_in_all_its_languages(made: Manuscript):
    again = read_back(write(made))
    shown, _ = yaml_reader.read(yaml_writer.write(made), "cv.yaml")
    assert again == shown
    assert [key for key in again.order if key != "meta"] == [key for key in shown.order if key != "meta"]
    assert again.basics.order == shown.basics.order


@every_cv
def test_every_cv_is_proved_by_what_it_says_when_built_from_again(made: Manuscript):
    data = write(made)
    assert list(rule(read_json.read(data), Claim(made.document))) == []
    broken = data.replace(made.document.author.encode(), b"Somebody Else")
    assert [finding.rule for finding in rule(read_json.read(broken), Claim(made.document))] == ["content"]


@every_cv
def test_what_is_written_is_written_again_the_same(made: Manuscript):
    data = write(made)
    assert json.loads(write(manuscript(read_back(data), made.document.language))) == json.loads(data)


# Other people's


FILES = [
    file
    for file in sorted((CORPUS / "jsonresume").glob("*.json"))
    if not file.name.startswith("fresh-schema") and file.stem != "fresh-empty"  # FRESH, and what says nothing
]
AS_CONTENT = (
    "jro-career-changer", "jro-complete", "jro-new-grad", "jro-resume-sample", "jro-sample", "jro-senior-engineer",
    "schema-repo-sample",
)  # fmt: skip
"""The files that are content as they stand; the others are imported."""

HERE = FILES or [pytest.param(CORPUS, marks=pytest.mark.skip("the corpus of résumés is not here"))]
every_file = pytest.mark.parametrize("file", HERE, ids=lambda file: file.stem)
sound_files = pytest.mark.parametrize(
    "file", [file for file in FILES if file.stem in AS_CONTENT] or HERE, ids=lambda file: file.stem
)


def ordered(value: object) -> object:
    """What is equal for the same JSON with its keys in the same order."""
    match value:
        case dict():
            return [(key, ordered(part)) for key, part in value.items()]
        case list():
            return list(map(ordered, value))
    return value


def content(data: bytes) -> str:
    """The content that somebody else's JSON Resume is imported as."""
    return imported(data, "cv.json", "jsonresume").text


def exported(content: str) -> bytes:
    resume, faults = yaml_reader.read(content.encode(), "cv.yaml")
    assert [fault for fault in faults if fault.severity is Severity.ERROR] == []
    return write(manuscript(tailor(resume, Application())))


def test_the_files_are_found(corpus: Path):
    assert corpus
    assert len(FILES) >= 22
    assert set(AS_CONTENT) <= {file.stem for file in FILES}


@every_file
def test_an_imported_json_resume_comes_back_with_every_value_in_its_place(file: Path):
    written = exported(content(file.read_bytes()))
    assert ordered(json.loads(written)) == ordered(json.loads(file.read_bytes()))


@every_file
def test_what_comes_back_is_imported_as_the_same_content(file: Path):
    made = content(file.read_bytes())
    assert content(exported(made)) == made


@every_file
def test_once_how_it_was_said_is_deleted_it_comes_back_as_valid_json_resume(file: Path):
    written = json.loads(exported(content(file.read_bytes()).partition("\n  jsonresume:\n")[0].removesuffix("\nx:")))
    for schema in SCHEMAS:
        assert [error.message for error in schema.iter_errors(written)] == []


@every_file
def test_what_is_no_content_as_it_stands_is_told_how_to_become_so(file: Path):
    try:
        _, faults = json_reader.read(file.read_bytes(), file.name)
    except Faults as error:
        faults = list(error.faults)
    is_content = all(fault.severity is not Severity.ERROR for fault in faults)
    assert is_content == (file.stem in AS_CONTENT)
    assert is_content != any(f"`typeset import {file.name}`" in (fault.hint or "") for fault in faults)


@sound_files
def test_a_json_resume_comes_back_byte_for_byte(file: Path):
    resume, _ = json_reader.read(file.read_bytes(), file.name)
    assert write(manuscript(tailor(resume, Application()))) == file.read_bytes()


@sound_files
def test_by_way_of_yaml_it_comes_back_with_every_value(file: Path):
    resume, _ = json_reader.read(file.read_bytes(), file.name)
    as_yaml = yaml_writer.write(manuscript(resume))
    again, _ = yaml_reader.read(as_yaml, "cv.yaml")
    assert again == resume
    assert ordered(json.loads(write(manuscript(again)))) == ordered(json.loads(file.read_bytes()))


# Whoever edits content that was imported is believed

OLD = {
    "basics": {"name": "Ada", "website": "https://ada.example.org", "summary": "<b>a</b>"},
    "work": [{"company": "A", "startDate": "2020", "endDate": ""}, {"company": "B", "rating": 1.5, "gpa": 4}],
    "education": [{"institution": "C", "gpa": "1.0"}, {"institution": "D", "score": 2.5, "courses": ["", "e", ""]}],
    "pr": ["f g"],
}


def test_what_is_unchanged_is_said_as_it_was():
    assert ordered(json.loads(exported(content(json.dumps(OLD).encode())))) == ordered(OLD)
    assert losses(manuscript(yaml_reader.read(content(json.dumps(OLD).encode()).encode(), "cv.yaml")[0])) == ()


def test_a_section_that_is_changed_comes_out_in_the_schemas_keys_and_the_others_as_they_were():
    written = json.loads(exported(content(json.dumps(OLD).encode()).replace("name: B", "name: Z")))
    assert [item["name"] for item in written["work"]] == ["A", "Z"]
    assert (written["basics"], written["education"]) == (OLD["basics"], OLD["education"])
    again = yaml_reader.read(content(json.dumps(written).encode()).encode(), "cv.yaml")[0]
    assert [item.name.plain for item in again.work] == ["A", "Z"]
    assert [item.plain for item in again.education[1].courses] == ["e"]
    assert [section.title.plain for section in again.sections] == ["Pr"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Ada", "name: Eve"),
        ("endDate: present", "endDate: 2021"),
        ('"**a**"', '"**b**"'),
        ("institution: D", "institution: D\n    url: https://d.example.org"),
        ("items: [f g]", "items: [h]"),
        ("title: Pr", "title: PR"),
    ],
)
def test_no_edit_is_lost(old: str, new: str):
    made = content(json.dumps(OLD).encode())
    assert old in made
    edited = yaml_reader.read(made.replace(old, new, 1).encode(), "cv.yaml")[0]
    again = imported(exported(made.replace(old, new, 1)), "cv.json", "jsonresume").resume
    assert again == edited


def test_sections_put_in_another_order_stay_so():
    made = content(json.dumps(OLD).encode())
    basics, work, education, *rest = made.split("\n\n")
    other = "\n\n".join([basics, education, work, *rest])
    assert list(json.loads(exported(other)))[:4] == ["$schema", "basics", "education", "work"]


def test_nobodys_edits_of_what_is_kept_make_the_export_say_what_the_content_does_not():
    made = content(json.dumps(OLD).encode())
    assert "/basics/summary: <b>a</b>" in made
    written = json.loads(exported(made.replace("/basics/summary: <b>a</b>", "/basics/summary: <b>z</b>")))
    assert written["basics"]["summary"] == "**a**"


def test_what_the_schema_calls_valid_is_json_resume_already(corpus: Path):
    seen = 0
    for file in sorted((corpus / "schema" / "fixtures").glob("*.json")):
        for name, part in json.loads(file.read_text("utf-8")).items():
            if file.stem != "dates" and "invalid" not in name.lower():
                tree = json_tree.parse(Source("cv.json", json.dumps(part)))
                assert flattened(tree, "en")[0] is tree
                seen += 1
    assert seen > 100


# What it has other room for


@pytest.mark.parametrize(
    ("content", "section", "expected"),
    [
        ("skills: [Rust, {en: Sea, de: See}]", "skills", [{"name": "Rust"}, {"name": "Sea"}]),
        ("work: [{name: A, startDate: 2020, endDate: present}]", "work", [{"name": "A", "startDate": "2020"}]),
        ("work: [{name: A, endDate: Summer 2011}]", "work", [{"name": "A"}]),
        ("work: [{name: {en: A, de: B}, highlights: [{en: c, de: d}]}]", "work", [{"name": "A", "highlights": ["c"]}]),
        (
            "work: [{name: A, highlights: [{label: B, text: c, body: d, highlights: [e,{text: f, highlights: [g]}]}]}]",
            "work",
            [{"name": "A", "highlights": ["B: c d", "– e", "– f", "– – g"]}],
        ),
        (
            "work: [{name: A, location: L, positions: [{position: B, startDate: 2020}, {position: C, location: M}]}]",
            "work",
            [
                {"name": "A", "location": "L", "position": "B", "startDate": "2020"},
                {"name": "A", "location": "M", "position": "C"},
            ],
        ),
        (
            "work: [{name: A, summary: s, positions: [{position: B}]}]",
            "work",
            [{"name": "A", "summary": "s"}, {"name": "A", "position": "B"}],
        ),
        (
            "education: [{institution: A, score: 1.0, courses: [{en: b, de: c}]}]",
            "education",
            [{"institution": "A", "score": "1.0", "courses": ["b"]}],
        ),
    ],
)
def test_what_json_resume_has_other_room_for_takes_its_form(content: str, section: str, expected: list):
    assert without_own(written(content)[section]) == expected


def test_a_place_in_one_line_becomes_an_address():
    made = json.loads(write(manuscript(yaml_reader.read(b"basics: {name: Ada, location: London}", "cv.yaml")[0])))
    assert without_own(made["basics"]) == {"name": "Ada", "location": {"address": "London"}}


def test_sections_of_ones_own_go_to_meta_and_come_back_in_their_place():
    content = "skills: [a]\nsections: [{title: T, items: [b]}]\nheadings: {work: W}\nwork: [{name: c}]\nx: {d: e}\n"
    made = written(content)
    assert list(made) == ["$schema", "basics", "skills", "work", "meta"]
    assert made["$schema"] == SCHEMA
    assert list(made["meta"]["typeset"]["content"]) == ["sections", "headings", "x"]
    assert read_back(json.dumps(made).encode()).order == ("basics", "skills", "sections", "headings", "work")


def test_another_language_is_written_when_it_is_asked_for():
    made = written("work: [{name: {en: A, de: B, fr: C}}]", "de-CH")
    assert made["work"][0]["name"] == "B"


def test_what_is_lost_is_told_and_listed_in_the_file(valid: Read):
    made = manuscript(
        valid("work: [{id: a, name: A, department: d}, {name: B, department: e, notes: n}]\nsections: [{title: t}]")
    )
    [told] = losses(made)
    assert "2 kinds of things" in told.message
    assert told.severity is Severity.WARNING
    assert json.loads(write(made))["meta"]["typeset"]["losses"] == [
        "JSON Resume has no `department` in `work`: work.a, work.B",
        "JSON Resume has no room for `sections`: sections",
    ]


# Whoever edits the file is believed


def test_what_somebody_has_changed_stays_changed_and_the_rest_comes_back():
    made = written(
        "work: [{name: {en: A, de: B}, position: {en: C, de: D}, endDate: Summer 2011}]\nskills: [{en: E, de: F}]"
    )
    made["work"][0]["name"] = "Z"
    made["work"][0]["endDate"] = "2012"
    work, skill = read_back(json.dumps(made).encode()).work[0], read_back(json.dumps(made).encode()).skills[0]
    assert (work.name.plain, work.name.versions, str(work.endDate)) == ("Z", (), "2012")
    assert [text.plain for text in work.position.versions] == ["C", "D"]
    assert [text.plain for text in skill.name.versions] == ["E", "F"]


def test_a_role_that_somebody_has_changed_stays_changed():
    made = written(
        "work: [{name: A, positions: [{position: B}, {position: C}]}, {name: D, positions: [{position: E}]}]"
    )
    made["work"][1]["position"] = "Z"
    work = read_back(json.dumps(made).encode()).work
    assert [
        (item.name.plain, item.position.plain if item.position else None, len(item.positions)) for item in work
    ] == [
        ("A", "B", 0),
        ("A", "Z", 0),
        ("D", None, 1),
    ]


def test_what_somebody_has_deleted_stays_deleted():
    made = written("work: [{name: {en: A, de: B}, position: {en: C, de: D}}, {name: E, positions: [{position: F}]}]")
    del made["work"][0]["position"]
    del made["work"][1]
    [work] = read_back(json.dumps(made).encode()).work
    assert (work.position, work.name.plain) == (None, "A")


# In general

WORDS = st.sampled_from(["a", "b *c*", "d: e", "1999", "présent", "- f", "g\n\nh"])
LINES = st.sampled_from(["a", "b *c*", "d: e", "1999", "é"])
TEXTS = st.one_of(LINES, st.fixed_dictionaries({"en": LINES, "de": LINES}))
BODIES = st.one_of(WORDS, st.fixed_dictionaries({"de": WORDS, "en": WORDS}))
DATES = st.one_of(
    st.sampled_from(["2020", "2020-02", "2020-02-03", "present", "Summer"]), st.just({"en": "May", "de": "Mai"})
)
POINTS = st.recursive(
    TEXTS,
    lambda below: st.fixed_dictionaries(
        {"text": TEXTS}, optional={"label": TEXTS, "body": BODIES, "highlights": st.lists(below, max_size=2)}
    ),
    max_leaves=4,
)
DATED = {"startDate": DATES, "endDate": DATES, "summary": BODIES, "highlights": st.lists(POINTS, max_size=2)}
POSITIONS = st.fixed_dictionaries({"position": TEXTS}, optional={"department": TEXTS, "location": TEXTS, **DATED})
WORK = st.fixed_dictionaries(
    {"name": TEXTS},
    optional={"position": TEXTS, "location": TEXTS, "keywords": st.lists(TEXTS, max_size=2), **DATED},
) | st.fixed_dictionaries(
    {"name": TEXTS, "positions": st.lists(POSITIONS, min_size=1, max_size=2)}, optional={"summary": BODIES}
)
CVS = st.fixed_dictionaries(
    {
        "basics": st.fixed_dictionaries(
            {"name": TEXTS}, optional={"label": TEXTS, "location": TEXTS | st.fixed_dictionaries({"city": TEXTS})}
        )
    },
    optional={
        "work": st.lists(WORK, max_size=2),
        "skills": st.lists(
            TEXTS | st.fixed_dictionaries({"name": TEXTS}, optional={"x": st.just({"a": "b"})}), max_size=2
        ),
        "sections": st.lists(st.fixed_dictionaries({"title": TEXTS, "items": st.lists(TEXTS, max_size=2)}), max_size=1),
        "education": st.lists(
            st.fixed_dictionaries({"institution": TEXTS}, optional={"courses": st.lists(TEXTS, max_size=2)}), max_size=1
        ),
        "meta": st.just({"version": "1"}),
    },
)


@given(CVS, st.sampled_from(["en", "de-AT", "fr"]))
def test_any_content_comes_back_as_it_was_and_is_valid(cv: dict, language: str):
    tree = json_tree.parse(Source("cv.json", json.dumps(cv)))
    flat, _ = flattened(tree, language)
    text = json_text(flat)
    again = restored(json_tree.parse(Source("again.json", text)))
    found, wanted = content_of(again)[0], content_of(tree)[0]
    assert found == wanted
    assert (found.order, found.basics.order) == (wanted.order, wanted.basics.order)
    for schema in SCHEMAS:
        assert [error.message for error in schema.iter_errors(json.loads(text))] == []


SCHEMAS = [
    Draft7Validator(json.loads((CORPUS / "schema" / version).read_text("utf-8")))
    for version in VERSIONS
    if (CORPUS / "schema" / version).is_file()
]
