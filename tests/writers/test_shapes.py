"""Whatever a document holds, every theme draws all of it."""

from itertools import combinations
from pathlib import Path

import pytest

from typeset import proof
from typeset.document.shapes import Document, Entry, Masthead, Period, Section
from typeset.proof import Claim
from typeset.resume.model import SECTIONS
from typeset.resume.text import text_of
from typeset.theme.theme import available, load
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
