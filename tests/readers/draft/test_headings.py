"""Which section a heading names, in many languages; and that the usual words are those of the page."""

import pytest

from typeset.document.words import WORDS
from typeset.readers.draft.aliases import ALIASES
from typeset.readers.draft.headings import USUAL, kind, language
from typeset.resume.model import SECTIONS


def test_the_table_knows_every_section_of_the_model():
    assert set(ALIASES) == {*SECTIONS, "summary", "contact"}
    assert all(
        {"en", "de", "fr", "es", "it", "pt", "nl", "zh", "ja"} <= languages.keys() for languages in ALIASES.values()
    )


def test_no_heading_names_two_sections():
    named = [
        (alias, section) for section, found in ALIASES.items() for words in found.values() for alias in words.split("|")
    ]
    sections = dict(named)
    assert [(alias, section, sections[alias]) for alias, section in named if sections[alias] != section] == []


@pytest.mark.parametrize("tag", ["en", "de", "fr", "es", "it", "pt", "nl", "zh", "ja"])
def test_what_the_page_sets_above_a_section_names_it(tag):
    assert {name: kind(WORDS[tag][name]) for name in ("summary", *SECTIONS)} == {
        name: name for name in ("summary", *SECTIONS)
    }


def test_the_usual_words_are_those_of_the_page():
    assert {name: WORDS["en"][name] for name in USUAL["en"]} == USUAL["en"]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Technologies and Skills", "skills"),
        ("EARLIER EXPERIENCE:", "work"),
        ("3. Selected Publications", "publications"),
        ("Hobbies & Other Activities", "interests"),
        ("Education and Experience", None),
        ("Technical Experience", None),
        ("Governance", None),
    ],
)
def test_headings_of_several_words_name_what_their_parts_do(heading, section):
    assert kind(heading) == section


def test_the_language_is_that_of_most_headings():
    assert language(["Berufserfahrung", "Ausbildung", "Hobbies"]) == "de"
    assert language(["Governance"]) is None
