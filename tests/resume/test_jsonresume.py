"""What others call a valid or invalid résumé: the fixtures of JSON Resume's own schema, and its sample."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from typeset.readers import json as reader
from typeset.resume.dates import NotADate, parse
from typeset.resume.model import Resume
from typeset.resume.reading import read
from typeset.resume.schema import schema
from typeset.source import Severity, Source
from typeset.source import json as tree

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
