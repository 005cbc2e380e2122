"""Stretches of years of which nothing is said."""

import pytest
from planted.content import advised


def told(*entries: str) -> list[str]:
    return [finding.fault.message for finding in advised("basics: {name: Ada}\n" + "\n".join(entries), "gaps")]


def jobs(*dates: str) -> str:
    return "work:\n" + "\n".join(f"  - {{name: Firm, {date}}}" for date in dates)


def span(start: str, end: str) -> str:
    return f"startDate: {start}, endDate: {end}"


def test_a_gap_is_told_from_its_first_month_to_its_last_at_the_job_after_it():
    content = "work:\n- {name: One, startDate: 2012-01, endDate: 2013-03}\n- {name: Two, startDate: 2014-01}\n"
    (found,) = advised(content, "gaps")
    assert found.fault.message == "nothing is said of 9 months, 2013-04 to 2013-12, before “Two”"
    assert str(found.fault.place) == "content.yaml:3:26"


@pytest.mark.parametrize(
    ("end", "start", "expected"),
    [
        ("2013-03", "2013-10", False),  # six months
        ("2013-03", "2013-11", True),
        ("2015", "2016", False),  # there may be a day between them
        ("2015", "2017", True),
        ("2015", "2016-08", True),
        ("2015-02", "2016", True),
    ],
)
def test_dates_count_at_the_latest_they_can_mean(end, start, expected):
    assert bool(told(jobs(span("2010", end), span(start, "2019")))) is expected


def test_long_gaps_are_told_in_years():
    assert told(jobs(span("1990", "1995"), span("2000", "2019")))[0].startswith("nothing is said of 4 years, 1996-01")


@pytest.mark.parametrize(
    "other",
    [
        "education: [{institution: School, startDate: 2012, endDate: 2016}]",
        "education: [{institution: School, endDate: 2016}]",  # who knows since when
        "education: [{institution: School}]",
        "projects: [{name: A house, startDate: 2012, endDate: 2016}]",
        "volunteer: [{organization: Aid, startDate: 2012-01, endDate: 2016}]",
        "sections: [{title: Family, items: [{title: Care, startDate: 2012, endDate: Spring 2016}]}]",
        "sections: [{title: Travel, items: [{title: The world, date: 2012 to 2016}]}]",
    ],
)
def test_whatever_has_dates_fills_a_gap(other):
    assert told(jobs(span("2010", "2011"), span("2016-12", "2019")))
    assert told(jobs(span("2010", "2011"), span("2016-12", "2019")), other) == []


def test_a_job_that_went_on_beside_others_leaves_no_gap():
    assert told(jobs(span("2000", "2019"), span("2001", "2002"), span("2010", "2011"))) == []


@pytest.mark.parametrize("year", ["1990", "2025"])
def test_a_project_long_before_the_first_job_or_after_the_last_makes_none(year):
    project = f"projects: [{{name: A bridge of matches, startDate: {year}, endDate: {year}}}]"
    assert told(jobs(span("2010", "2019")), project) == []


def test_positions_of_an_employer_count_together():
    roles = "[{position: Two, startDate: 2005, endDate: 2009}, {position: One, startDate: 2001, endDate: 2004}]"
    employer = f"\n  - {{name: House, positions: {roles}}}"
    assert told(jobs(span("1990", "2000"), span("2010", "2019")) + employer) == []
    (message,) = told(jobs(span("1990", "1995")) + employer)
    assert message.endswith("before “House”")
