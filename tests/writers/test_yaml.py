"""The content behind a CV, as YAML: the file itself where it is shown whole."""

from pathlib import Path

import pytest

from typeset.document.arrange import arrange
from typeset.proof.claim import Claim
from typeset.proof.reading import yaml as read_yaml
from typeset.proof.rules.content import content as rule
from typeset.readers import json as json_reader
from typeset.readers import read
from typeset.readers import yaml as yaml_reader
from typeset.resume.application import Application
from typeset.resume.items import items
from typeset.resume.model import Resume
from typeset.resume.tailor import tailor
from typeset.source import Faults
from typeset.writers import Manuscript
from typeset.writers.yaml import write

CONTENT = sorted((Path(__file__).parents[2] / "content").glob("*.yaml"))


def manuscript(resume: Resume, language: str = "en") -> Manuscript:
    return Manuscript(arrange(resume, language), None, resume)  # type: ignore[arg-type]


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.stem)
@pytest.mark.parametrize("is_tagged", [False, True])
def test_it_is_written_again_the_same_and_says_what_the_cv_says(file: Path, is_tagged: bool):
    resume, _ = read(file, file.name)
    tags = tuple({tag for _, item in items(resume) for tag in item.only}) if is_tagged else ()
    made = manuscript(tailor(resume, Application(tags=tags)))
    data = write(made)
    again, faults = yaml_reader.read(data, "cv.yaml")
    assert faults == []
    assert write(manuscript(tailor(again, Application()))) == data
    assert list(rule(read_yaml.read(data), Claim(made.document))) == []


def test_one_that_hides_nothing_is_the_file_itself():
    data = b"# mine\nbasics: {name: N. N.}\nwork: [{name: a, highlights: [b]}]\n"
    assert write(manuscript(tailor(yaml_reader.read(data, "cv.yaml")[0], Application()))) == data


def test_json_becomes_yaml_that_says_the_same():
    data = (
        b'{"basics": {"name": "NO", "label": "a: b"}, '
        b'"work": [{"name": "c", "startDate": "2012"}], "x": {"m": 1.50, "q": "1.50"}}'
    )
    resume, _ = json_reader.read(data, "cv.json")
    text = write(manuscript(resume)).decode()
    assert text == (
        'basics:\n  name: "NO"\n  label: "a: b"\n\n'
        'work:\n  - name: c\n    startDate: "2012"\n\nx:\n  m: 1.50\n  q: "1.50"\n'
    )
    assert yaml_reader.read(text.encode(), "cv.yaml")[0] == resume


def test_one_that_says_something_else_is_found():
    resume, _ = yaml_reader.read(b"basics: {name: Ada}\nskills: [a, b]", "cv.yaml")
    claim = Claim(arrange(resume, "en"))
    for other in (b"basics: {name: Ada}\nskills: [a]", b"basics: {name: Ada}\nskills: [b, a]", b"basics: {name: Ida}"):
        [finding] = rule(read_yaml.read(other), claim)
        assert (finding.rule, finding.is_error) == ("content", True)
    with pytest.raises(Faults):
        read_yaml.read(b"basics: {nam: Ada}")
