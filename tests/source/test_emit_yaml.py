"""YAML text that is the same to every reader of YAML."""

from collections.abc import Callable
from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from typeset.source import Key, Mapping, Node, Place, Scalar, Sequence, Source
from typeset.source.emit_yaml import WIDTH, yaml_text
from typeset.source.place import NOWHERE
from typeset.source.yaml import parse

SPECIAL = [
    "NO", "no", "Yes", "y", "on", "Off", "true", "null", "~", "", "012", "0o14", "0x1F", "1.10", "1e3", "1_000",
    "12:30", "190:20:30", ".5", ".inf", "-.INF", ".nan", "2012-01", "2012-01-02", "2012-01-02T03:04:05Z",
    "2012-1-2 3:4:5", "+1 415 555 0142", "+1", "=", "<<", "- a", "-", "--- a", "---", "...", "? a", ": a", "a: b",
    "a:", "a:b", "a #b", "a#b", "#", "&a", "*a", "!a", "|", ">", "'a'", '"a"', 'a "b" \\ c', "%a", "@a", "`a`",
    "[a]", "{a}", "a, b", "a]", " a", "a ", "a\tb", "a\n", "a\n\n", "\n", "\na", " a\nb", "a\n b\nc", "a \nb",
    "a\r\nb", "a\\nb", "\u00a0", "\u00e9\u4e2d\U0001f600", "word " * 40, "word " * 40 + "\n", "word  " * 40,
    "w" * 300, "# a\n- b: c\n", "a:\n  b", "\u2019n\u2013m",
]  # fmt: skip
SIGNS = st.text(st.sampled_from("ab01-+.:,#&*!|>%@`'\"\\{}[]?=~<_ \n\t\r\u00a0\u00e9"), max_size=24)
TEXTS = st.one_of(st.sampled_from(SPECIAL), SIGNS, st.text(st.sampled_from("ab1-: #"), min_size=90, max_size=260))
PLAIN = st.sampled_from(["2006", "1", "0", "-3", "2012-01", "2012-01-02", "true", "false"])


def in_flow(make: Callable[[Any, Place], Node], children: Any, is_flow: bool) -> Node:
    source = Source("a.yaml", "[" if is_flow else "a")
    return make(children, Place(source, 1, 1))


SCALARS = st.one_of(
    TEXTS.map(lambda text: Scalar(text, NOWHERE)), PLAIN.map(lambda text: Scalar(text, NOWHERE, plain=True))
)
TREES: st.SearchStrategy[Node] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.builds(in_flow, st.just(Sequence), st.lists(inner, max_size=4).map(tuple), st.booleans()),
        st.builds(
            in_flow,
            st.just(Mapping),
            st.dictionaries(TEXTS, inner, max_size=4).map(
                lambda made: tuple((Key(key, NOWHERE), value) for key, value in made.items())
            ),
            st.booleans(),
        ),
    ),
    max_leaves=12,
)


def said(node: Node) -> Any:
    """A tree as strings, lists and dictionaries."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [said(item) for item in node.items]
        case Mapping():
            return {key.text: said(value) for key, value in node}


def as_text(value: Any) -> Any:
    """What another reader made of it, with numbers, dates and truth written as they were."""
    match value:
        case list():
            return [as_text(item) for item in value]
        case dict():
            return {as_text(key): as_text(item) for key, item in value.items()}
        case bool():
            return str(value).lower()
    return value if isinstance(value, str) else f"not a text: {value!r}" if value is None else str(value)


def again(text: str) -> Node:
    return parse(Source("a.yaml", text))


@given(TREES)
def test_it_reads_back_as_it_was(tree: Node):
    text = yaml_text(tree)
    assert said(again(text)) == said(tree)
    assert yaml_text(again(text)) == text


@given(TREES)
def test_other_readers_read_the_same(tree: Node):
    text = yaml_text(tree)
    assert as_text(pyyaml.safe_load(text)) == said(tree)
    assert as_text(YAML(typ="safe", pure=True).load(text)) == said(tree)


@pytest.mark.parametrize("text", SPECIAL)
def test_no_reader_takes_a_text_for_something_else(text: str):
    tree = Mapping(((Key("a", NOWHERE), Scalar(text, NOWHERE)), (Key(text, NOWHERE), Scalar("b", NOWHERE))), NOWHERE)
    written = yaml_text(tree)
    expected = {"a": text, text: "b"}
    assert said(again(written)) == pyyaml.safe_load(written) == YAML(typ="safe", pure=True).load(written) == expected


@pytest.mark.parametrize(
    "text", ["a: 2006", "a: 2012-01", "a: true", "a: 1.10.3", "a:", "a: ~", "a: null", 'a: "2006"']
)
def test_what_needs_no_quotes_gets_none_and_what_had_them_keeps_them(text: str):
    assert yaml_text(again(text)) == text + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "a: [b, c]\n",
        "a:\n  - b\n  - c\n",
        "a: {en: b, de: c}\n",
        "a:\n  b: c\n",
        "a:\n  - b: c\n    d: e\n\n  - b: f\n\ng: h\n",
        "a: |\n  b\n\n  - c\n",
        "- - a\n  - b\n- c: d\n",
        "a: []\nb: {}\n",
    ],
)
def test_what_is_in_order_stays_as_it_is(text: str):
    assert yaml_text(again(text)) == text


def test_long_lines_are_folded_where_they_can_be():
    lines = yaml_text(again(f'a: {{b: "{"word: " * 60}end"}}')).splitlines()
    assert lines[:2] == ["a:", "  b: >-"]
    assert all(WIDTH - 8 < len(line) <= WIDTH for line in lines[2:-1])


def test_no_line_ends_in_a_space():
    written = yaml_text(Sequence(tuple(Scalar(text, NOWHERE) for text in SPECIAL), NOWHERE))
    assert [line for line in written.splitlines() if line != line.rstrip(" ")] == []
