"""Dates that are still to come; it is 22 November 2026."""

import pytest
from planted.content import advised


def told(content: str) -> list[str]:
    return [f"{finding.fault.place}: {finding.fault.message}" for finding in advised(content, "future")]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("work: [{name: A, startDate: 2027}]", "1:29"),
        ("work: [{name: A, startDate: 2026-12}]", "1:29"),
        ("work: [{name: A, startDate: 2020, endDate: 2026-11-23}]", "1:44"),
        ("work: [{name: A, positions: [{position: B, startDate: 2020, endDate: 2102}]}]", "1:70"),
        ("education: [{institution: A, startDate: 2020, endDate: 2062}]", "1:56"),
        ("certificates: [{name: A, date: 2027-01}]", "1:32"),
        ("publications: [{name: A, releaseDate: 2029}]", "1:39"),
        ("sections: [{title: S, items: [{title: A, date: 2027}]}]", "1:48"),
    ],
)
def test_a_date_to_come_is_told_where_it_stands(content, place):
    (found,) = told(content)
    assert found.startswith(f"content.yaml:{place}: ")


@pytest.mark.parametrize(
    "content",
    [
        "work: [{name: A, startDate: 2026-11, endDate: 2026-11-22}]",
        "work: [{name: A, startDate: 2026, endDate: until March 2028}]",
        "education: [{institution: A, startDate: 2024, endDate: 2029-09}]",
        "publications: [{name: A, releaseDate: 2027}]",
    ],
)
def test_what_may_lie_ahead_is_not_told(content):
    assert told(content) == []
