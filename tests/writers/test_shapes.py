"""Whatever a document holds, every theme draws all of it."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from typeset import proof, writers
from typeset.document.shapes import Contact, Document, Entry, Masthead, Period, Section
from typeset.proof import Claim
from typeset.resume.links import NotAnAddress
from typeset.resume.model import SECTIONS, Resume
from typeset.resume.text import Run, text_of
from typeset.theme.theme import available, load
from typeset.writers import CannotWrite, Manuscript
from typeset.writers.page.templates import render

ROOT = Path(__file__).parents[2]
FIELDS = ("title", "subtitle", "organization", "place", "period", "remark", "lead")
COMBINATIONS = [fields for count in range(1, len(FIELDS) + 1) for fields in combinations(FIELDS, count)]


def entry_of(fields: tuple[str, ...]) -> Entry:
    said = {name: text_of(f"the {name}") for name in fields}
    return Entry("id", **{name: Period(text) if name == "period" else text for name, text in said.items()})


@pytest.mark.parametrize("kind", [*SECTIONS, "sections"])
@pytest.mark.parametrize("theme", available([ROOT / "themes"]))
def test_every_combination_of_an_entrys_fields_is_drawn(theme, kind):
    sections = tuple(Section("id", kind, text_of("Heading"), (entry_of(fields),)) for fields in COMBINATIONS)
    document = Document("en", Masthead(text_of("Ada")), sections)
    page = render(document, load(theme, [ROOT / "themes"]))
    assert [str(found) for found in proof.prove([page.encode()], "html", Claim(document))[1]] == []


@pytest.mark.parametrize("format_name", ["html", "txt", "docx", "odt", "pdf"])
def test_no_writer_writes_an_address_that_is_not_sound(format_name):
    unsound = replace(text_of("a"), runs=(Run("a", link="javascript:alert(1)"),))
    document = Document("en", Masthead(unsound, contacts=(Contact("profile", unsound),)), ())
    with pytest.raises((NotAnAddress, CannotWrite), match="is not an address that a CV may link to"):
        writers.write(Manuscript(document, load("ats", [ROOT / "themes"]), Resume()), format_name)
