"""Points that say the same as another one."""

import pytest
from planted.content import advised

POINT = "Built the pipeline that turns raw readings into charts"


def told(*points: str) -> list[str]:
    listed = "".join(f"- {{name: A, highlights: [{point}]}}\n" for point in points)
    found = advised(f"work:\n{listed}", "duplicates")
    return [f"{finding.fault.place}: {finding.fault.message}" for finding in found]


def test_a_point_that_stands_in_two_entries_is_told_at_the_second_with_the_place_of_the_first():
    assert told(POINT, "Something else altogether", POINT) == [
        "content.yaml:4:26: this point says the same as content.yaml:2:26"
    ]


@pytest.mark.parametrize("other", [f"{POINT}.", POINT.upper(), POINT.replace(" the", " a"), f"“{POINT}!”"])
def test_nearly_the_same_words_are_the_same(other):
    assert len(told(POINT, other)) == 1


@pytest.mark.parametrize(
    "pair",
    [
        ("Taught 20 students in all the arts of sailing", "Taught 30 students in all the arts of sailing"),
        ("Taught all the arts of sailing a boat in Kiel", "Taught all the arts of sailing a boat in Jena"),
        ("Python and Rust", "Python and Rust"),  # too short to say something of its own
        (POINT, "Charts that turn the raw pipeline into readings built"),
    ],
)
def test_two_facts_in_like_words_are_two(pair):
    assert told(*pair) == []
