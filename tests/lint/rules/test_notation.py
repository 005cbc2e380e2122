"""Dates of one section that are written in several ways."""

import pytest
from planted.content import advised

JOBS = "work:\n- {name: A, startDate: 2015-05, endDate: 2016-12}\n- {name: B, startDate: %s, endDate: %s}\n"


def told(content: str) -> list[str]:
    return [f"{finding.fault.place}: {finding.fault.message}" for finding in advised(content, "notation")]


def test_the_rarer_way_is_told_once_at_its_first_date():
    assert told(JOBS % ("2012", "2013-04")) == [
        "content.yaml:3:24: `2012` stands as a year alone in `work`, where `2015-05` stands as a month"
    ]
    many = JOBS % ("2012", "2013") + "- {name: C, startDate: 2009-01, endDate: 2011-12}\n"
    assert told(many) == [
        "content.yaml:3:24: `2012` and 1 more stand as a year alone in `work`, where `2015-05` stands as a month"
    ]


def test_words_beside_figures_are_told():
    assert told(JOBS % ("2012-01", "Summer 2013")) == [
        "content.yaml:3:42: `Summer 2013` stands in words in `work`, where `2015-05` stands as a month"
    ]


@pytest.mark.parametrize(
    "content",
    [
        JOBS % ("2012-01", "present"),
        JOBS % ("2012-01", "2013-01") + "education: [{institution: A, startDate: 2001, endDate: 2005}]",
        "publications: [{name: A, releaseDate: 2019}, {name: B, releaseDate: 2024-03}]",
    ],
)
def test_the_present_and_other_sections_are_no_mixture(content):
    assert told(content) == []
