"""Values of options, against their types and ranges."""

from collections.abc import Callable

import pytest

from typeset.source import Fault, Mapping, Source
from typeset.source import yaml as yaml_source
from typeset.theme.manifest import Option
from typeset.theme.options import points, values

COLOR = Option(name="accent", type="color", default="#123456", about="The colour.")
LENGTH = Option(name="size", type="length", default="10pt", min="9pt", max="12pt", about="The size.")
NUMBER = Option(name="leading", type="number", default="1.4", min="1.2", max="1.6", about="Line height.")
CHOICE = Option(name="paper", type="choice", default="A4", choices=("A4", "Letter"), about="The sheet.")
FLAG = Option(name="photo", type="flag", default="true", about="Whether a photo is shown.")
OPTIONS = (COLOR, LENGTH, NUMBER, CHOICE, FLAG)

Check = Callable[[str], list[Fault]]


def chosen(text: str) -> tuple[dict[str, str], list[Fault]]:
    node = yaml_source.parse(Source("a.yaml", text))
    assert isinstance(node, Mapping)
    return values(OPTIONS, node)


def test_defaults_stand_where_nothing_is_wanted():
    assert values(OPTIONS, None) == (
        {"accent": "#123456", "size": "10pt", "leading": "1.4", "paper": "A4", "photo": "true"},
        [],
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [("accent", "#fff"), ("accent", "#6441A5"), ("size", "9pt"), ("size", "12pt"), ("size", "4mm"), ("leading", "1.6"),
     ("paper", "Letter"), ("photo", "false")],
)  # fmt: skip
def test_a_legal_value_is_taken_as_written(name, value):
    found, faults = chosen(f"{name}: '{value}'")
    assert (found[name], faults) == (value, [])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("accent", "purple"),
        ("accent", "#12345"),
        ("accent", "#123456;}body{display:none"),
        ("size", "8.9pt"),
        ("size", "12.1pt"),
        ("size", "10"),
        ("size", "10 pt"),
        ("size", "10furlong"),
        ("size", "١٠pt"),
        ("size", ""),
        ("leading", "1.4pt"),
        ("leading", "2"),
        ("leading", "-1.3"),
        ("leading", "1e0"),
        ("paper", "a4"),
        ("photo", "yes"),
    ],
)
def test_an_illegal_value_is_a_fault_at_its_place(name, value):
    found, [fault] = chosen(f"{name}: '{value}'")
    assert (str(fault.place), found) == (f"a.yaml:1:{len(name) + 3}", values(OPTIONS, None)[0])
    assert fault.hint


def test_an_option_that_is_not_there_gets_the_nearest_name():
    _, [fault] = chosen("\nacccent: '#fff'")
    assert (str(fault.place), fault.hint) == ("a.yaml:2:1", "did you mean `accent`?")


def test_an_option_like_no_other_gets_all_names():
    _, [fault] = chosen("colour-of-the-sea: blue")
    assert fault.hint is not None
    assert all(f"`{option.name}`" in fault.hint for option in OPTIONS)


@pytest.mark.parametrize("value", ["[a]", "{a: b}"])
def test_a_list_or_mapping_is_no_value(value):
    _, [fault] = chosen(f"accent: {value}")
    assert str(fault.place) == "a.yaml:1:9"


def test_all_faults_come_at_once():
    assert len(chosen("{accent: red, size: 1pt, paper: A5, photo: no, nothing: 1}")[1]) == 5


@pytest.mark.parametrize(
    ("measure", "expected"), [("72pt", 72), ("1in", 72), ("2.54cm", 72), ("25.4mm", 72), ("96px", 72)]
)
def test_lengths_compare_across_units(measure, expected):
    assert points(measure) == pytest.approx(expected)
