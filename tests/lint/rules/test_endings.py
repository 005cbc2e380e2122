"""Lists of which some points end in a full stop."""

import pytest
from planted.content import advised


def told(*points: str) -> list[str]:
    listed = "".join(f"    - {point}\n" for point in points)
    found = advised(f"work:\n  - name: A\n    highlights:\n{listed}", "endings")
    return [f"{finding.fault.place}: {finding.fault.message}" for finding in found]


def test_the_rarer_end_is_told_at_the_last_word_of_its_first_point():
    assert told("One word here.", "And two words", "Now three.") == [
        "content.yaml:5:15: 2 of 3 points of this list end in a full stop, but not “And two words”"
    ]
    assert told("One word here", "And two words.", "Now three") == [
        "content.yaml:5:15: “And two words.” ends in a full stop, but 2 of 3 points of this list do not"
    ]


@pytest.mark.parametrize(
    "points",
    [
        ("One.", "Two.", "Three!"),
        ("One", "Two"),
        ("One.", "Two"),  # two are no habit
        ("One.", "“Two.”", "Three (four.)"),
        ("One", "Two", "Three, etc."),
        ("One", "Two", "Three (at Four Inc.)"),
        ("One.", "Two.", '"Three:"'),
        ("One.", "Two.", "{text: Three, highlights: [Four]}"),
        ("One.", "Two.", "'`three`'"),
        ("One.", "Two.", "https://example.org/three"),
    ],
)
def test_lists_that_end_alike_are_not_told(points):
    assert told(*points) == []
