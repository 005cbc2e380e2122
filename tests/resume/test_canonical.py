"""The tree of what an application shows: as it was written, or made of the model where no such file is behind it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from typeset.readers import json as json_reader
from typeset.readers import read
from typeset.readers import yaml as yaml_reader
from typeset.resume.application import Application
from typeset.resume.canonical import kept, written
from typeset.resume.content import resume as content_of
from typeset.resume.model import Resume
from typeset.resume.tailor import tailor
from typeset.source import Mapping, Node, Source
from typeset.source.emit_yaml import yaml_text
from typeset.source.yaml import parse

CONTENT = sorted((Path(__file__).parents[2] / "content").glob("*.yaml"))

Read = Callable[[str], Resume]


def tree(text: str) -> Node:
    return parse(Source("cv.yaml", text))


def shown(text: str, **chosen: tuple[str, ...]) -> str:
    """The top keys and all that is below them, after an application has chosen."""
    node = tree(f"basics: {{name: N. N.}}\n{text}")
    whole, faults = content_of(node)
    assert faults == []
    return yaml_text(kept(node, whole, tailor(whole, Application(**chosen))))


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.stem)
def test_the_model_written_out_reads_as_the_same_model(file: Path):
    resume, _ = read(file, file.name)
    again, faults = yaml_reader.read(yaml_text(written(resume)).encode(), "cv.yaml")
    assert faults == []
    assert again == resume
    assert (again.order, again.basics.order) == (resume.order, resume.basics.order)
    assert [name for name, _ in again.x] == [name for name, _ in resume.x]


def test_so_does_what_others_have_written(corpus: Path):
    seen = 0
    for file in sorted((corpus / "jsonresume").glob("jro-*.json")):
        resume, faults = json_reader.read(file.read_bytes(), file.name)
        if not faults:
            again, told = yaml_reader.read(yaml_text(written(resume)).encode(), "cv.yaml")
            assert (again, told) == (resume, [])
            seen += 1
    assert seen >= 6


WITHHELD = ["only: [x]", "private: true", "notes: n", "highlights: [{text: t, variants: [{tags: [x], text: u}]}]"]


@pytest.mark.parametrize("mark", ["tags: [x]", *WITHHELD])
def test_a_file_shown_whole_is_the_very_same_tree(mark: str):
    node = tree(f"basics: {{name: N. N.}}\nwork: [{{name: a}}, {{name: b, {mark}}}]")
    whole, _ = content_of(node)
    assert (kept(node, whole, tailor(whole, Application())) is node) == (mark not in WITHHELD)


def test_no_wording_but_the_one_shown_is_left():
    text = "work: [{name: a, highlights: [{text: t, variants: [{tags: [x], text: u}, {tags: [y], text: v}]}]}]"
    assert "highlights: [{text: t}]" in shown(text)
    assert "highlights: [{text: v}]" in shown(text, tags=("y",))


def test_what_the_model_has_no_name_for_stays_where_it_is():
    text = "work: [{name: a, x: {b: c}, notes: n}, {name: d, private: true}]\nx: {e: [f]}"
    node = tree(shown(text))
    assert isinstance(node, Mapping)
    assert yaml_text(node) == "basics: {name: N. N.}\nwork: [{name: a, x: {b: c}}]\nx: {e: [f]}\n"


def test_the_order_asked_for_is_the_order_of_the_file():
    text = "work: [{name: a}]\nsections: [{id: s, title: S, items: [i]}, {id: t, title: T, items: [j]}]\nskills: [k]"
    lines = shown(text, order=("t", "skills")).replace("\n\n", "\n").splitlines()
    assert [line.partition(":")[0] for line in lines[:4]] == ["sections", "skills", "basics", "work"]
    assert lines[4:] == ["meta:", "  order: [t, skills, work, s]"]
    assert lines[0].index("title: T") < lines[0].index("title: S")


@pytest.mark.parametrize(
    ("text", "omitted", "gone"),
    [
        ("work: [{name: a, positions: [{position: p}, {position: q}]}]", "work.a.q", "q"),
        ("work: [{name: a, highlights: [{text: h, highlights: [{id: i, text: deep}]}]}]", "work.a.h.i", "deep"),
        ("sections: [{id: s, title: Secret, items: [{id: i, text: t}]}]", "s.i", "Secret"),
        ("headings: {skills: Secret}\nskills: [a]", "skills", "Secret"),
        ("headings: {skills: {title: T, summary: Secret}}\nskills: [a]", "skills.a", "Secret"),
        ("sections: [{id: s, title: T, body: b, items: [{id: i, highlights: [{id: j, text: t}]}]}]", "s.i.j", "id: i"),
    ],
)
def test_with_what_is_omitted_goes_what_speaks_of_it_alone(text: str, omitted: str, gone: str):
    assert gone in json.dumps(shown(text))
    assert gone not in shown(text, omit=(omitted,))
