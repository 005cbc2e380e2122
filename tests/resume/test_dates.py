import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.resume.dates import NotADate, PartialDate, Present, parse


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2013", PartialDate(2013)),
        ("2013-12", PartialDate(2013, 12)),
        ("2013-12-02", PartialDate(2013, 12, 2)),
        ("2016-02-29", PartialDate(2016, 2, 29)),
        (" 2013 ", PartialDate(2013)),
        ("present", Present()),
        ("Present", Present()),
        ("Summer 2011 (3 months)", None),
        ("2013–2015", None),
        ("", None),
    ],
)
def test_a_date_is_read_at_the_precision_known(written: str, expected: object):
    assert parse(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "2013-12-021",
        "2013-13",
        "2013-00",
        "2013-02-29",
        "2013-1",
        "12/2013",
        "0999",
        "3000",
        "13",
        "2013-12-00",
        "1.10",
        "２０１３",
    ],
)
def test_figures_that_are_no_date_are_refused(written: str):
    with pytest.raises(NotADate, match=written):
        parse(written)


@given(st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31)), st.sampled_from([4, 7, 10]))
def test_a_date_is_written_back_as_it_was_read(date: datetime.date, length: int):
    assert str(parse(date.isoformat()[:length])) == date.isoformat()[:length]
