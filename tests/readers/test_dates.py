"""Dates in words: what is certainly one date, what is a range, and where they stand in a line."""

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from typeset.readers.draft.dates import moment, period, periods
from typeset.readers.draft.months import LANGUAGES, MONTHS
from typeset.resume import dates


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Jan 2012", "2012-01"),
        ("January, 2012", "2012-01"),
        ("Sept. 2012", "2012-09"),
        ("Jan '12", "2012-01"),
        ("01/2012", "2012-01"),
        ("2012/01", "2012-01"),
        ("01.2012", "2012-01"),
        ("2012年1月", "2012-01"),
        ("2012년 3월", "2012-03"),
        ("janvier 2012", "2012-01"),
        ("3 de enero de 2012", "2012-01-03"),
        ("1. März 2012", "2012-03-01"),
        ("srpanj 2012", "2012-07"),
        ("5 May 2012", "2012-05-05"),
        ("May 5, 2012", "2012-05-05"),
        ("05.06.2012", "2012-06-05"),
        ("13/05/2012", "2012-05-13"),
        ("5/13/2012", "2012-05-13"),
        ("2012-01-05T00:00:00Z", "2012-01-05"),
        ("(2012)", "2012"),
        ("Present", "present"),
        ("heute", "present"),
        ("至今", "present"),
        ("н.в.", "present"),
    ],
)
def test_one_date_is_known(words, date):
    assert moment(words) == date


@pytest.mark.parametrize(
    "words",
    [
        "05/06/2012",
        "Summer 2011",
        "about 2010",
        "listopad 2012",
        "30 Feb 2012",
        "2012-13",
        "2011 - 2012",
        "Engineer",
        "",
    ],
)
def test_what_may_be_another_date_stays_words(words):
    assert moment(words) is None


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("Jan 2017 - April 2020", ("2017-01", "2020-04")),
        ("2019-Present", ("2019", "present")),
        ("(2001- 2002)", ("2001", "2002")),
        ("10/2015 – present", ("2015-10", "present")),
        ("May–Dec 2016", ("2016-05", "2016-12")),
        ("Jun 11 – Aug 29, 2016", ("2016-06-11", "2016-08-29")),
        ("2014 bis 2017", ("2014", "2017")),
        ("seit 2019", ("2019", "present")),
        ("bis 2017", (None, "2017")),
        ("2014–17", ("2014", "2017")),
        ("2011/12", ("2011", "2012")),
        ("2008-06 — 2008-09", ("2008-06", "2008-09")),
        ("2012年1月至今", ("2012-01", "present")),
        ("янв 2012 – настоящее время", ("2012-01", "present")),
        ("Jan 2010 to date", ("2010-01", "present")),
        ("Summer 2011 – Fall 2012", ("Summer 2011", "Fall 2012")),
        ("??? — Present", ("???", "present")),
    ],
)
def test_a_range_has_two_ends(words, ends):
    assert period(words) == ends


@pytest.mark.parametrize("words", ["2012", "2012-01", "Present", "Engineer", "2012 – 2014 (2 years)"])
def test_what_is_no_range_has_none(words):
    assert period(words) is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("2014-2017 **Engineer**", [("2014", "2017", "2014-2017")]),
        ("Intern, Mifflin (2008-06 — 2008-09)", [("2008-06", "2008-09", "(2008-06 — 2008-09)")]),
        ("Summer 2011 (3 months)", [("Summer 2011", None, "Summer 2011")]),
        ("Certified, 2014, number 3895", [("2014", None, "2014")]),
        ("rolled out 2019, and led 2020", [("2019", None, "2019"), ("2020", None, "2020")]),
        ("$2000, SQL2005, 10.2.3.2012, 555-2012", []),
        ("nothing at all", []),
    ],
)
def test_dates_are_found_where_they_stand(line, found):
    assert [(start, end, line[first:last]) for start, end, (first, last) in periods(line)] == found


def test_the_names_of_months_are_those_of_cldr():
    there = {}
    for language in LANGUAGES.split():
        months = Locale(language).months
        for context in ("format", "stand-alone"):
            for number, name in (item for width in ("wide", "abbreviated") for item in months[context][width].items()):
                there.setdefault(name.casefold().removeprefix("de ").removeprefix("d’").rstrip("."), set()).add(number)
    assert len(there) > 400
    certain = {name: numbers.pop() for name, numbers in there.items() if len(numbers) == 1}
    certain = {name: number for name, number in certain.items() if name != f"m{number:02}"}  # where CLDR has no name
    assert {name: MONTHS.get(name) for name in certain} == certain


@given(st.text(alphabet="0123456789 ./-–年月日()?'MayJunprestno,té~", max_size=40))
def test_whatever_is_found_is_a_date_that_content_may_have(line):
    for start, end, (first, last) in periods(line):
        assert 0 <= first < last <= len(line)
        assert start or end
        for found in filter(None, (start, end)):
            if found[0].isdigit():
                dates.parse(found)
    for found in filter(None, (moment(line),)):
        assert dates.parse(found)
