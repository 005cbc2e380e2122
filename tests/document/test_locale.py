import pytest
from babel.localedata import locale_identifiers

from typeset.document.locale import country, period
from typeset.resume.dates import Date, DateText, PartialDate, Present, parse
from typeset.resume.text import text_of

LANGUAGES = ("en-US", "en-GB", "de", "fr", "es")
GOLDEN = {
    ("2012", "2014"): ("2012 – 2014", "2012–2014", "2012–2014", "2012–2014", "2012–2014"),
    ("2012", "2012"): ("2012",) * 5,
    ("2012-03", "2014-05"): (
        "Mar 2012 – May 2014",
        "Mar 2012 – May 2014",
        "März 2012 – Mai 2014",
        "mars 2012 – mai 2014",
        "mar 2012 – may 2014",
    ),
    ("2012-03", "2012-05"): ("Mar – May 2012", "Mar – May 2012", "März–Mai 2012", "mars–mai 2012", "mar–may 2012"),
    ("2012-03-01", "2012-03-09"): (
        "Mar 1 – 9, 2012",
        "1–9 Mar 2012",
        "1.–9. März 2012",
        "1–9 mars 2012",
        "1–9 mar 2012",
    ),
    ("2012-03-01", "2012-05-09"): (
        "Mar 1 – May 9, 2012",
        "1 Mar – 9 May 2012",
        "1. März – 9. Mai 2012",
        "1 mars – 9 mai 2012",
        "1 mar – 9 may 2012",
    ),
    ("2012", "2014-05"): (
        "2012 – May 2014",
        "2012 – May 2014",
        "2012 – Mai 2014",
        "2012 – mai 2014",
        "2012 – may 2014",
    ),
    ("1998", "present"): ("1998 – Present", "1998–Present", "1998–heute", "1998–aujourd’hui", "1998–actualidad"),
    ("2012-09", "present"): (
        "Sep 2012 – Present",
        "Sept 2012 – Present",
        "Sept. 2012 – heute",
        "sept. 2012 – aujourd’hui",
        "sept 2012 – actualidad",
    ),
    ("", "2012-12"): ("Dec 2012", "Dec 2012", "Dez. 2012", "déc. 2012", "dic 2012"),
    ("2012-03-01", ""): ("Mar 1, 2012", "1 Mar 2012", "1. März 2012", "1 mars 2012", "1 mar 2012"),
    ("Spring", "2014-05"): (
        "Spring – May 2014",
        "Spring – May 2014",
        "Spring – Mai 2014",
        "Spring – mai 2014",
        "Spring – may 2014",
    ),
    ("", "Spring"): ("Spring",) * 5,
}


def date(written: str) -> Date | None:
    return (parse(written) or DateText(text_of(written))) if written else None


@pytest.mark.parametrize(
    ("start", "end", "language", "expected"),
    [(*ends, *row) for ends, shown in GOLDEN.items() for row in zip(LANGUAGES, shown, strict=True)],
)
def test_a_period_is_written_as_the_language_does(start: str, end: str, language: str, expected: str):
    found = period(date(start), date(end), language)
    assert found
    assert found.text.plain == expected


@pytest.mark.parametrize(
    ("start", "end", "iso"),
    [
        ("2012", "2014-05", ("2012", "2014-05")),
        ("2012-03-01", "present", ("2012-03-01", "")),
        ("", "2012", ("2012", "2012")),
        ("Spring", "2014", ("", "2014")),
    ],
)
def test_a_period_knows_its_ends_in_iso_8601(start: str, end: str, iso: tuple[str, str]):
    found = period(date(start), date(end), "en")
    assert found
    assert (found.start, found.end) == iso


def test_nothing_known_is_no_period():
    assert period(None, None, "en") is None


def test_every_language_writes_both_ends_without_thin_spaces():
    tags = [name.replace("_", "-") for name in locale_identifiers() if len(name) < 6]
    assert len(tags) > 300
    for tag in tags:
        for end in (PartialDate(2014), PartialDate(2014, 5), Present()):
            found = period(PartialDate(2012), end, tag)
            assert found
            assert not set(found.text.plain) & set("\u2009\u202f{}")
            assert len(found.text.plain) > len("2012"), tag


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("de-US", "Mai 2014"),
        ("fr-DE", "mai 2014"),
        ("zh-Hant-TW", "2014年5月"),
        ("xx", "May 2014"),
        ("xx-YY", "May 2014"),
    ],
)
def test_an_unknown_tag_is_written_as_its_nearest_relative(tag: str, expected: str):
    found = period(PartialDate(2014, 5), None, tag)
    assert found
    assert found.text.plain == expected


@pytest.mark.parametrize(
    ("code", "language", "name"), [("DE", "en", "Germany"), ("de", "fr", "Allemagne"), ("Prussia", "de", "Prussia")]
)
def test_a_country_has_its_name_in_the_language(code: str, language: str, name: str):
    assert country(code, language) == name
