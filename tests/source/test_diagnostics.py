import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.source import Fault, Faults, Place, Severity, Source, raise_errors, visible

HARMFUL_CHARACTERS = st.sampled_from("\a\x1b\x7f\x9b\u200f\u202e\u2066\u2028\ud800\t\r\n")
ANY_TEXT = st.lists(st.characters() | HARMFUL_CHARACTERS, max_size=50).map("".join)
HARMFUL = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def shown(text: str, line: int, column: int, length: int = 1) -> list[str]:
    return str(Fault("wrong", Place(Source("cv.yaml", text), line, column, length))).split("\n")


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT, st.integers(1, 4), st.integers(1, 60), st.integers(0, 60))
def test_a_fault_never_prints_a_control_or_bidi_character(
    name: str, text: str, message: str, hint: str, line: int, column: int, length: int
):
    printed = str(Fault(message, Place(Source(name, text), line, column, length), hint))
    assert {char for char in printed if unicodedata.category(char) in HARMFUL} <= {"\n"}
    assert printed.count("\n") <= 3


def test_a_fault_says_place_severity_message_excerpt_and_hint():
    place = Place(Source("cv.yaml", "work:\n- posiiton: x\n"), 2, 3, 8)
    assert str(Fault("unknown key", place, "did you mean `position`?")).split("\n") == [
        "cv.yaml:2:3: error: unknown key",
        "    2 | - posiiton: x",
        "      |   ^^^^^^^^",
        "  hint: did you mean `position`?",
    ]


@pytest.mark.parametrize(
    ("line", "column", "marks"),
    [
        ("漢字: x", 5, "      ^"),  # wide characters take two cells
        ("e\u0301: x", 5, "   ^"),  # combining ones take none
        ("\ta: x", 5, "    ^"),  # a tab is shown as one space
        ("a\u202eb: x", 5, "         ^"),  # an escape takes its six
    ],
)
def test_the_marks_stand_under_what_they_mark(line: str, column: int, marks: str):
    assert shown(line, 1, column)[2].removeprefix("      | ") == marks


def test_a_long_line_is_cut_around_the_place():
    _, excerpt, marks = shown("x" * 5000 + "!" + "y" * 5000, 1, 5001)
    assert len(excerpt) < 220
    assert excerpt[marks.index("^")] == "!"


def test_a_place_past_the_last_line_shows_no_excerpt():
    assert shown("a: b\n", 2, 1) == ["cv.yaml:2:1: error: wrong"]


def test_a_long_message_is_cut():
    assert len(visible("x" * 1000)) == 200


def test_faults_are_in_the_order_of_their_places():
    source = Source("cv.yaml", "a\n" * 20)
    faults = [Fault(str(line), Place(source, line, 1)) for line in (10, 2, 9)]
    assert [fault.message for fault in Faults([*faults, Fault("no place")]).faults] == ["no place", "2", "9", "10"]


def test_warnings_alone_are_not_raised():
    raise_errors([Fault("odd", severity=Severity.WARNING)])


def test_an_error_brings_the_warnings_with_it():
    with pytest.raises(Faults) as caught:
        raise_errors([Fault("odd", severity=Severity.WARNING), Fault("wrong")])
    assert len(caught.value.faults) == 2
