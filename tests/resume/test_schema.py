import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from typeset.resume.application import Application
from typeset.resume.model import Resume
from typeset.resume.schema import schema
from typeset.source import Mapping, Node, Sequence, yaml
from typeset.source.characters import decode

ROOT = Path(__file__).parents[2]
CONTENT = sorted((ROOT / "content").glob("*.yaml"))
APPLICATIONS = sorted((ROOT / "content" / "applications").glob("*.yaml"))
RESUME = Draft7Validator(schema(Resume, "A CV"))
APPLICATION = Draft7Validator(schema(Application, "An application"))


def plain(node: Node) -> object:
    """What an editor takes the tree for (YAML 1.2): the booleans and whole numbers are the ones that matter."""
    match node:
        case Mapping():
            return {key.text: plain(value) for key, value in node}
        case Sequence():
            return [plain(item) for item in node.items]
    if not node.plain:
        return node.text
    words: dict[str, object] = {"true": True, "false": False}
    return None if node.is_null else int(node.text) if node.text.isdecimal() else words.get(node.text, node.text)


def wrong(validator: Draft7Validator, text: bytes) -> list[str]:
    return [
        f"{error.json_path}: {error.message}" for error in validator.iter_errors(plain(yaml.parse(decode(text, "cv"))))
    ]


def test_there_is_content():
    assert len(CONTENT) >= 3
    assert len(APPLICATIONS) >= 3


@pytest.mark.parametrize("validator", [RESUME, APPLICATION])
def test_the_schema_is_one(validator: Draft7Validator):
    Draft7Validator.check_schema(validator.schema)


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.stem)
def test_content_is_valid(file: Path):
    assert wrong(RESUME, file.read_bytes()) == []


@pytest.mark.parametrize("file", APPLICATIONS, ids=lambda file: file.stem)
def test_applications_are_valid(file: Path):
    assert wrong(APPLICATION, file.read_bytes()) == []


@pytest.mark.parametrize(
    "text",
    [
        "work: x", "work: [x]", "work: ~", "work: [{name: ~}]", "work: [{name: [x]}]", "work: [{name: {deutsch: x}}]",
        "work: [{priority: 0}]", "work: [{private: 'yes'}]", "work: [{id: 'a b'}]", "work: [{positions: [{}]}]",
        "work: [{highlights: [{label: x}]}]", "work: [{highlights: [~]}]", "meta: {language: Deutsch}",
        "sections: [{}]",
    ],
)  # fmt: skip
def test_what_the_reader_refuses_for_its_shape_is_invalid(read, text: str):
    assert wrong(RESUME, text.encode())
    assert read("basics: {name: a}\n" + text)[1]


def test_a_closed_class_is_closed():
    assert wrong(APPLICATION, b"resmue: polte") == [
        "$: Additional properties are not allowed ('resmue' was unexpected)"
    ]


def test_the_schema_beside_the_content_is_the_one_that_is_generated():
    written = json.loads((ROOT / "content" / "resume.schema.json").read_text("utf-8"))
    assert {**written, "title": ""} == schema(Resume, "")
