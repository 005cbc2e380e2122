import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.resume.names import WELL_FORMED, nearest, slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Carnegie Mellon University", "carnegie-mellon-university"),
        ("Société Générale", "societe-generale"),
        ("C++ & C#", "c-c"),
        ("漢字", ""),
        ("x" * 60, "x" * 40),
        ("one two three four five six seven eight nine ten", "one-two-three-four-five-six-seven-eight"),
    ],
)
def test_a_name_is_made_from_a_title(title: str, expected: str):
    assert slug(title) == expected


@given(st.text())
def test_a_made_name_is_well_formed_and_stays_what_it_is(title: str):
    made = slug(title)
    assert made == slug(made)
    assert not made or WELL_FORMED.fullmatch(made)


@pytest.mark.parametrize(
    ("written", "meant"), [("posiiton", "position"), ("startdate", "startDate"), ("wrok", "work"), ("hobby", None)]
)
def test_the_nearest_known_name_is_found(written: str, meant: str | None):
    assert nearest(written, ["position", "startDate", "work", "location"]) == meant
