"""Two full-time jobs at once."""

import pytest
from planted.content import advised


def told(*jobs: str) -> list[str]:
    return [
        str(finding.fault.message)
        for finding in advised("work:\n" + "".join(f"- {{{job}}}\n" for job in jobs), "overlaps")
    ]


ONE = "name: One, position: Engineer, startDate: 2010-01, endDate: 2014-12"
TWO = "name: Two, position: Engineer, startDate: 2014-03, endDate: 2016-12"


def test_two_jobs_that_overlap_are_told_at_the_later_one():
    (found,) = advised(f"work:\n- {{{TWO}}}\n- {{{ONE}}}\n", "overlaps")
    assert found.fault.message == "“Two” and “One” overlap by 9 months"
    assert str(found.fault.place) == "content.yaml:2:46"
    assert "part-time" in str(found.fault.hint)


@pytest.mark.parametrize(
    ("start", "expected"), [("2014-08", True), ("2014-09", False), ("2014", False), ("2013", True)]
)
def test_only_what_is_certain_counts(start, expected):
    assert bool(told(ONE, TWO.replace("2014-03", start))) is expected


@pytest.mark.parametrize(
    "beside",
    [
        TWO.replace("position: Engineer", "position: Freelance engineer"),
        TWO.replace("position: Engineer", "position: Engineer (part-time)"),
        TWO.replace("position: Engineer", "position: Werkstudentin"),
        TWO.replace("position: Engineer", "position: Engineer, department: Advisory board"),
        TWO.replace("position: Engineer", "position: Engineer, summary: At 40 % beside the other one."),
        TWO.replace("name: Two", "name: One"),
        TWO.replace("name: Two", "name: One Ltd."),
        TWO.replace("startDate: 2014-03", "startDate: Spring 2014"),
        TWO.replace("startDate: 2014-03, ", ""),
    ],
)
def test_what_may_stand_beside_a_job_is_not_told(beside):
    assert told(ONE, TWO)
    assert told(ONE, beside) == []


def test_positions_at_one_employer_may_overlap_each_other_but_not_another_employer():
    roles = "[{position: A, startDate: 2010, endDate: 2014}, {position: B, startDate: 2012, endDate: 2016}]"
    assert told(f"name: House, positions: {roles}") == []
    assert told(f"name: House, positions: {roles}", TWO) == ["“Two” and “House” overlap by 22 months"]


@pytest.mark.parametrize("order", [("New", "Old"), ("Old", "New")])
def test_an_old_job_without_an_end_is_named_in_the_hint(order):
    jobs = {"New": "2020-01", "Old": "2010-01"}
    (found,) = advised(
        "work:\n" + "".join(f"- {{name: {name}, startDate: {jobs[name]}}}\n" for name in order), "overlaps"
    )
    assert found.fault.message.startswith("“New” and “Old” overlap")
    assert "“Old” has no `endDate`" in str(found.fault.hint)


def test_what_is_done_in_a_job_does_not_make_it_one_beside_others():
    assert told(ONE, TWO.replace("position: Engineer", "position: Engineer, summary: Taught and advised the board."))
