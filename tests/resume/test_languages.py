import pytest

from typeset.resume.languages import in_language


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de-CH", "Schweiz"),
        ("de", "Deutsch"),
        ("de-AT", "Deutsch"),
        ("en-GB", "English"),
        ("fr", "English"),
        ("", "English"),
    ],
)
def test_a_text_is_in_the_nearest_language_else_in_the_first(valid, language: str, expected: str):
    found = valid("work: [{name: {en: English, de-CH: Schweiz, de: Deutsch}}]")
    assert in_language(found, language).work[0].name.plain == expected


def test_a_text_in_one_language_stays_as_it_is(valid):
    found = valid("work: [{name: a, highlights: [b], endDate: Summer}]")
    assert in_language(found, "de") == found


EVERYWHERE = [
    "work: [{name: %s}]",
    "work: [{summary: %s}]",
    "work: [{highlights: [%s]}]",
    "work: [{highlights: [{text: a, highlights: [%s]}]}]",
    "work: [{keywords: [%s]}]",
    "work: [{endDate: %s}]",
    "work: [{positions: [{position: %s}]}]",
    "work: [{links: [{url: 'https://a.org', label: %s}]}]",
    "basics: {name: %s}",
    "basics: {name: a, location: %s}",
    "basics: {name: a, profiles: [{network: b, note: %s}]}",
    "headings: {work: %s}",
    "education: [{thesis: {title: a, kind: %s}}]",
    "sections: [{title: a, items: [%s]}]",
]


@pytest.mark.parametrize("text", EVERYWHERE)
def test_a_map_of_languages_may_stand_for_any_text(valid, text: str):
    spoken = repr(in_language(valid(text % "{en: First, de: Erstens}"), "de"))
    assert ("'Erstens'" in spoken, "'First'" in spoken) == (True, False)
