"""What parsers of CVs understand of a finished PDF: everything of a sound one, and of a spoilt one what is left."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planted.plant import document, plain, seeded, written

from typeset.document.shapes import Document, Section
from typeset.proof.reading import pdf
from typeset.proof.understanding.parsers import PARSERS
from typeset.proof.understanding.verdicts import Field, Verdict, fields, share
from typeset.theme.theme import Theme

CONTENT = """\
basics:
  name: Ada Lovelace
  label: Analyst
  email: ada@example.org
  phone: 555-0142
  url: https://ada.example.org/
  location: London, England
  summary: Wrote the first program, and said what machines might do one day.
work:
  - name: Analytical Engine
    position: Programmer
    location: London
    startDate: 1842
    endDate: 1843
    highlights:
      - Translated the notes of Menabrea.
      - Added seven notes of her own, three times as long.
  - name: Difference Engine
    position: Assistant
    startDate: 1833
    endDate: 1841
    highlights: [Saw it at work.]
education:
  - {institution: University of Home, studyType: B.A., area: Mathematics, startDate: 1829, endDate: 1833}
skills:
  - {name: Languages, keywords: [French, German]}
"""
LARGER = """\
basics:
  name: Ada Lovelace
  label: Analyst
  email: ada@example.org
  phone: "+44 20 5550 0142"
  location: Am Beispielkai 7, 22880 Wedel, Schleswig-Holstein, Germany
  profiles:
    - {network: GitHub, username: ada, url: "https://github.com/ada", note: mostly notes}
    - {network: GitHub, username: byron, url: "https://github.com/byron", note: mostly verse}
work:
  - name: Analytical Engine Ltd.
    department: Department of Numbers
    position: Programmer
    location: London
    startDate: 1842
    endDate: 1843
    summary: Notes on a machine that nobody had built.
    highlights: [Translated the notes of Menabrea., Worked with a state-of-the-art peer-to-peer loom for cards.]
  - name: Difference Engine
    position: Assistant
    location: London
    endDate: Summer 1833 (3 months)
skills:
  - name: Mathematics
    keywords: [Algebra, Analysis]
    summary: Taught by letter for many years.
    highlights: [Bernoulli numbers in a table., Other numbers by hand.]
  - name: Very long names of abilities
    summary: Named at length and in full.
    highlights: [A point below it., Another one.]
education:
  - {institution: University of Home, studyType: B.A., area: Mathematics, startDate: 1829, endDate: 1833}
certificates:
  - {name: Certified Reader, issuer: Reading Guild, date: 2014-05}
references:
  - {name: Mary Somerville, position: Professor, organization: University of Scotland, reference: She can count.}
"""
"""A CV with what parsers find hard: units, notes, prose below keywords, labels that take two lines, an address."""


@cache
def made(content: str, theme: str) -> bytes:
    return written(content, plain(theme))


def understood(content: str, theme: Theme | str, by: str = "layout", held: str | None = None) -> list[Field]:
    data = made(content, theme) if isinstance(theme, str) else written(content, theme)
    return fields(document(held or content), PARSERS[by](data, pdf.text(data), "en"))


def not_found(found: list[Field]) -> dict[str, str]:
    return {field.path: field.understood for field in found if field.verdict is not Verdict.FOUND}


@pytest.mark.parametrize("theme", ["ats", "classic", "margin"])
@pytest.mark.parametrize("content", [CONTENT, LARGER], ids=["small", "larger"])
def test_where_words_stand_tells_all_of_a_sound_file(content: str, theme: str):
    found = understood(content, theme)
    assert len(found) > 20
    assert not_found(found) == {}


def test_the_text_alone_tells_all_of_a_plain_file_in_one_column():
    assert not_found(understood(CONTENT, "ats", "text")) == {}


def test_a_document_understood_as_itself_is_understood_whole():
    assert not_found(fields(document(LARGER), document(LARGER))) == {}


def test_nothing_is_understood_of_nothing():
    found = fields(document(LARGER), None)
    assert {field.verdict for field in found} == {Verdict.MISSING}
    assert share(found) == 0


@given(st.data())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_a_part_of_a_document_is_understood_as_itself_whatever_its_order(data: st.DataObject):
    whole = document(LARGER)
    sections = data.draw(st.lists(st.sampled_from(whole.sections), unique_by=lambda section: section.id))
    part = replace(whole, sections=tuple(sections))
    other = replace(whole, sections=tuple(data.draw(st.permutations(whole.sections))))
    assert not_found(fields(part, part)) == {}
    assert not_found(fields(part, other)) == {}


@given(st.data())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_what_a_parser_drops_is_not_found_and_all_else_is(data: st.DataObject):
    whole = document(LARGER)
    kept = [section for section in whole.sections if data.draw(st.booleans())]
    lost = not_found(fields(whole, replace(whole, sections=tuple(kept))))
    gone = [section.id for section in whole.sections if section not in kept]
    assert {path.partition(".")[0] for path in lost} == {name for name in gone if _has_fields(whole, name)}


def _has_fields(whole: Document, name: str) -> bool:
    section: Section = next(section for section in whole.sections if section.id == name)
    return bool(section.parts)


def test_a_value_in_another_field_is_wrong_and_told_where():
    swapped = LARGER.replace("location: London\n    startDate", "location: Analytical Engine Ltd.\n    startDate")
    [field] = [field for field in fields(document(LARGER), document(swapped)) if field.verdict is not Verdict.FOUND]
    assert (field.path, field.verdict) == ("work.analytical-engine-ltd.place", Verdict.WRONG)
    assert (field.expected, field.understood) == ("London", "Analytical Engine Ltd.")
    assert str(field.place).startswith("content.yaml:14:")


def test_dates_that_are_set_far_from_what_they_date_are_not_found():
    away = seeded({"seeded.css": ".when, .period, time { position: absolute; top: 0; right: 0 }"}, "ats")
    lost = not_found(understood(CONTENT, away))
    assert "work.analytical-engine.dates" in lost or "work.difference-engine.dates" in lost


def test_a_heading_that_nobody_knows_costs_what_stands_below_it():
    odd = CONTENT.replace("work:\n", "headings: {work: My Journey So Far}\nwork:\n", 1)
    lost = not_found(understood(odd, "ats", "text"))
    assert any(path.startswith("work.") for path in lost)
    assert share(understood(odd, "ats", "text")) < share(understood(CONTENT, "ats", "text"))


def test_lines_of_two_columns_that_are_mixed_cost_what_they_mix():
    mixed = seeded({"seeded.css": "main, body { columns: 2; column-gap: 0 } li { break-inside: auto }"}, "ats")
    assert share(understood(CONTENT, mixed)) < 1
