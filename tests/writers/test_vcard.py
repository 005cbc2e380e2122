"""A card that address books take, and the QR code that phones read it from."""

from dataclasses import replace
from pathlib import Path

import pytest
import vobject
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from page import validate_pdf_bytes
from PIL import Image
from pypdfium2 import PdfDocument
from sound import faults

from typeset import writers
from typeset.document.shapes import Contact, Masthead
from typeset.proof import Claim, prove
from typeset.resume.text import text_of
from typeset.source import Source
from typeset.source.yaml import parse
from typeset.theme.theme import available, load
from typeset.writers import CannotWrite
from typeset.writers.assets import card

ROOT = Path(__file__).parents[2]

APPLICATIONS = ["lindqvist", "lindqvist-de", "mims", "polte", "twitch"]
words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
lines = st.lists(words, min_size=1, max_size=4).map(" ".join)


def decoded(masthead: Masthead) -> str:
    """What a phone reads from the code of a card, four pixels to a module."""
    rows = card.modules(masthead)
    size = len(rows)
    picture = Image.new("L", (size, size))
    picture.putdata([0 if dark else 255 for row in rows for dark in row])
    framed = Image.new("L", (size + 8, size + 8), 255)
    framed.paste(picture, (4, 4))
    [code] = zxingcpp.read_barcodes(framed.resize((4 * (size + 8),) * 2, Image.Resampling.NEAREST))
    return code.bytes.decode("utf-8")


@pytest.mark.parametrize("application", APPLICATIONS)
def test_an_address_book_reads_the_card(cv, application):
    found = cv(application, None, "vcard")
    assert faults(found.made.findings) == []
    masthead = found.prepared.document.masthead
    read = vobject.readOne(found.made.data.decode())
    assert read.fn.value == masthead.name.plain
    said = {kind: [one.text.plain for one in masthead.contacts if one.kind == kind] for kind in ("email", "phone")}
    assert [one.value for one in read.contents.get("email", [])] == said["email"]
    assert [one.value for one in read.contents.get("tel", [])] == said["phone"]


@pytest.mark.parametrize("application", APPLICATIONS)
def test_a_phone_reads_the_code(cv, application):
    masthead = cv(application, None, "vcard").prepared.document.masthead
    assert decoded(masthead) == card.card(masthead)


def head(name: str, label: str, email: str, place: str) -> Masthead:
    contacts = (Contact("email", text_of(email, link="mailto:ada@example.org")), Contact("location", text_of(place)))
    return Masthead(text_of(name), text_of(label), contacts)


@given(lines, lines, words, lines)
def test_whatever_the_head_says_comes_back(document, name, label, email, place):
    masthead = head(name, label, email, place)
    held = Claim(type(document("basics: {name: A}"))("en", masthead, ()))
    assert [str(found) for found in prove([card.card(masthead).encode()], "vcard", held)[1]] == []


def test_what_a_card_lacks_or_adds_is_found(document):
    claim = Claim(document("basics: {name: Ada, email: ada@example.org}"))
    other = document("basics: {name: Ada, phone: 555-0100, url: https://example.org}")
    found = prove([card.card(other.masthead).encode()], "vcard", claim)[1]
    assert [finding.fault.message for finding in found] == [
        "“ada@example.org” is not on the card",
        "the card says “555-0100”, the head of the page does not",
        "the card links to `https://example.org`, the head of the page does not",
    ]


def test_a_card_that_no_code_holds_is_refused_at_the_name(document):
    long = "x" * 90
    profiles = ", ".join(f"{{network: N, url: 'https://example.org/{long}/{number}'}}" for number in range(30))
    masthead = document(f"basics: {{name: Ada, profiles: [{profiles}]}}").masthead
    with pytest.raises(CannotWrite, match="too long for a QR code") as raised:
        card.picture(masthead)
    assert str(raised.value.place) == "content.yaml:1:16"


@pytest.mark.parametrize("theme", available([ROOT / "themes"]))
@pytest.mark.parametrize("application", ["lindqvist", "polte"])
def test_a_phone_reads_the_card_from_the_paper(cv, need, application, theme):
    manuscript = cv(application, "classic", "vcard").prepared.manuscript
    coded = replace(manuscript, theme=load(theme, [ROOT / "themes"], parse(Source("options", "qr: card"))))
    if coded.theme.engine == "latex":
        need("lualatex")
    data = writers.write(coded, "pdf")[".pdf"]
    with PdfDocument(data) as document:
        [code] = zxingcpp.read_barcodes(document[0].render(scale=4).to_pil())
        assert code.bytes.decode("utf-8") == card.card(coded.document.masthead)
        assert len(document) == cv(application, theme).made.pages
    report = validate_pdf_bytes(data, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
