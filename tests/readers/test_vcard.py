"""A vCard becomes who a person is and how to reach them."""

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sound import faults

from typeset.readers import vcard
from typeset.readers.draft.sample import Sample
from typeset.readers.importing import imported
from typeset.source import Faults

SAMPLE = Path(__file__).parent / "samples" / "ada.vcf"


@pytest.fixture(scope="module")
def made():
    return imported(SAMPLE.read_bytes(), "ada.vcf", "vcard")


def test_it_is_recognised_by_its_shape():
    assert vcard.recognizes(Sample("x", SAMPLE.read_bytes()))
    assert not vcard.recognizes(Sample("x", b"A text on BEGIN:VCARD"))


def test_the_person_is_there_with_what_they_prefer(made):
    basics = made.resume.basics
    assert (basics.name.plain, basics.email, basics.phone.plain) == (
        "Ada Lovelace",
        "ada@example.org",
        "+1 202 555 0142",
    )
    assert basics.label.plain == "Analyst, of engines, The Analytical Society, Looms"
    assert (basics.location.city.plain, basics.location.postalCode.plain) == ("London", "SW1Y")
    assert [(item.network.plain if item.network else None, item.username) for item in basics.profiles] == [
        (None, None),
        ("GitHub", "ada-example"),
        ("Skype", "ada.example"),
    ]


def test_a_note_is_the_summary_with_its_lines_and_unfolded_words(made):
    first, bullets = made.resume.basics.summary.blocks
    assert first.text.plain == "Weaves *numbers*, not flowers."
    assert [item.text.plain for item in bullets.items] == ["cards", "looms"]


def test_what_is_not_shown_is_told(made):
    kept = dict(made.resume.basics.x)
    assert kept["bday"].text == "1815-12-10"
    assert [each.text for each in kept["emails"].items] == ["ada.home@example.org"]
    messages = " ".join(note.message for note in made.notes)
    for told in ("PHOTO", "another person's card", "`bday`", "`label`"):
        assert told in messages


def test_version_2_1_is_decoded():
    card = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:G=C3=B6del;Kurt\r\n"
        "NOTE;ENCODING=QUOTED-PRINTABLE:one=0Atwo =\r\nthree\r\nTEL;CELL:+1 202 555 0142\r\nEND:VCARD\r\n"
    )
    basics = imported(card.encode(), "x.vcf", "vcard").resume.basics
    assert (basics.name.plain, basics.phone.plain) == ("Kurt Gödel", "+1 202 555 0142")
    assert [block.text.plain for block in basics.summary.blocks] == ["one", "two three"]


def test_version_4_has_uris_and_preferences():
    card = (
        "BEGIN:VCARD\nVERSION:4.0\nFN:Ada Lovelace\nTEL;VALUE=uri;PREF=2:tel:+1-202-555-0143\n"
        "EMAIL;PREF=1:mailto:ada@example.org\nEND:VCARD"
    )
    basics = imported(card.encode(), "x.vcf", "vcard").resume.basics
    assert (basics.phone.plain, basics.email) == ("+1-202-555-0143", "ada@example.org")


@pytest.mark.parametrize(
    "text", ["BEGIN:VCARD\n", "BEGIN:VCARD\nnothing\nEND:VCARD\n", "BEGIN:VCARD\n" + "A:b\n" * 9_000]
)
def test_a_card_that_says_nothing_or_too_much_is_refused(text):
    with pytest.raises(Faults, match=r"x\.vcf:\d+:1: error"):
        imported(text.encode(), "x.vcf", "vcard")


@pytest.mark.parametrize(
    "line", ["FN:x\n" + " x\n" * 300_000, "FN" + ";a" * 400_000, "N:" + ";" * 900_000, "NOTE:" + "*_[" * 9_000]
)
def test_hostile_cards_are_refused_or_read_in_time(line):
    started = time.process_time()
    with suppress(Faults):
        imported(f"BEGIN:VCARD\n{line}".encode(), "x.vcf", "vcard", "Ada")
    assert time.process_time() - started < 4


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='FNTELADR:;="\\n,\n =-x', max_size=80))
def test_no_text_raises_anything_but_faults(text):
    with suppress(Faults):
        imported(f"BEGIN:VCARD\n{text}".encode(), "x.vcf", "vcard", "Ada")


def test_it_builds(made, built):
    assert faults(built(made).findings) == []


def test_a_card_that_was_written_here_says_the_same_again(made, built):
    [card] = built(made, format="vcard").files.values()
    again = imported(card, "again.vcf", "vcard").resume.basics
    was = made.resume.basics
    assert (again.name.plain, again.email, again.url) == (was.name.plain, was.email, was.url)
    assert again.phone.plain.replace("-", " ") == was.phone.plain


def test_a_card_of_nothing_but_bookkeeping_tells_of_nobody():
    with pytest.raises(Faults, match="does not say whose it is"):
        imported(b"BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n", "card.vcf")
