"""Lines on pages: which item each belongs to, how full the pages are, and where they end badly."""

from pathlib import Path

import pytest

from typeset.build.fitting.contents import pieces
from typeset.build.fitting.layout import layout
from typeset.document.arrange import arrange
from typeset.theme.theme import load
from typeset.writers import Line, Manuscript, Sheet, pdf

THEMES = Path(__file__).parents[2] / "themes"

CV = """\
basics: {name: Ada Lovelace, label: Analyst, email: ada@example.org}
work:
  - id: engine
    name: Analytical Engine
    position: Programmer
    startDate: 1842
    endDate: 1843
    highlights:
      - {id: notes, text: Translated the notes of Menabrea on the engine.}
      - id: numbers
        text: Wrote the first program, for the numbers of Bernoulli.
        highlights: [{id: loops, text: "With loops, and loops within them."}]
  - id: royal
    name: Royal Society
    positions:
      - {id: guest, position: Guest, startDate: 1844, endDate: 1845, summary: Was shown around.}
      - {id: reader, position: Reader, startDate: 1833, endDate: 1843, summary: Read.}
skills:
  - {id: sums, name: Sums, keywords: [Finite differences, Series]}
sections:
  - id: club
    title: Clubs
    items: [{id: first, text: A club of readers.}, {id: second, text: A club of riders.}]
"""
"""Every kind of thing that takes lines."""


@pytest.fixture(scope="module")
def said(valid):
    resume = valid(CV)
    return pieces(arrange(resume, "en"), resume)


def sheets(*pages: list[str]) -> list[Sheet]:
    """Pages of lines, each ten points high, in room for ten."""
    return [Sheet(100.0, tuple(Line(10.0 * at, 10.0 * at + 9, text) for at, text in enumerate(page))) for page in pages]


def test_every_piece_belongs_to_the_nearest_item(said):
    owners = {piece.text: piece.path for piece in said}
    assert owners["Ada Lovelace"] == "basics"
    assert [piece.path for piece in said if piece.role == "heading"] == ["work", "skills", "club"]
    assert owners["Programmer"] == "work.engine"
    assert owners["Translated the notes of Menabrea on the engine."] == "work.engine.notes"
    assert owners["With loops, and loops within them."] == "work.engine.numbers.loops"
    assert owners["Royal Society"] == "work.royal"
    assert owners["Guest"] == "work.royal.guest"
    assert owners["Was shown around."] == "work.royal.guest"
    assert owners["Series"] == "skills.sums"
    assert owners["A club of riders."] == "club.second"


def test_lines_are_counted_for_all_they_stand_in(said):
    found = layout(
        sheets(["Programmer 1842", "Translated the notes of", "Menabrea on the engine.", "Wrote the first"]), said
    )
    assert found.lines["work.engine.notes"] == 2
    assert found.lines["work.engine"] == 4
    assert found.lines["work"] == 4


def test_what_stands_side_by_side_is_one_line(said):
    beside = (Line(0, 9, "1842 – 1843"), Line(1, 10, "Programmer"), Line(10, 19, "Analytical Engine"))
    found = layout([Sheet(100.0, beside)], said)
    assert [row.piece.path for row in found.rows[0]] == ["work.engine", "work.engine"]


def test_capitals_ligatures_and_marks_are_no_hindrance(said):
    found = layout(sheets(["• TRANSLATED THE NOTES OF", "A club of riders"]), said)
    assert [row.piece.path for row in found.rows[0]] == ["work.engine.notes", "club.second"]


def test_a_line_that_is_nowhere_belongs_to_what_stands_above(said):
    found = layout(sheets(["Programmer", "something else"]), said)
    assert [row.piece.path for row in found.rows[0]] == ["work.engine", "work.engine"]


def test_pages_are_as_full_as_the_lowest_line_is_low(said):
    found = layout(sheets(["Programmer"] * 10, ["Guest", "Was shown around."]), said)
    assert (found.pages, found.fill, found.height) == (2, 0.19, 1.19)
    assert found.lines_beyond(1) == 2


HEAD, FIRST, SECOND, LAST = (
    "Programmer 1842",
    "Translated the notes of Menabrea",
    "on the engine.",
    "Wrote the first program, for the numbers of Bernoulli.",
)
SKILLS = ["Sums: Finite differences, Series"] * 2


@pytest.mark.parametrize(
    ("above", "below", "what"),
    [
        ([*SKILLS, "Clubs"], ["A club of readers.", "A club of riders."], "a heading"),
        ([*SKILLS, HEAD], [FIRST, SECOND], "the head of an entry"),
        ([*SKILLS, FIRST], [SECOND, LAST], "one line of an entry"),
        ([HEAD, FIRST, SECOND], [LAST, *SKILLS], "all of an entry but one line"),
        ([HEAD, FIRST, SECOND], [LAST], "all of an entry but one line"),
        ([HEAD, FIRST], ["Sums: Finite differences, Series"], "next to nothing on it"),
    ],
)
def test_bad_ends_are_found(said, above, below, what):
    assert what in [ending.what for ending in layout(sheets(above, below), said).endings()]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ([HEAD, FIRST], [SECOND, LAST]),
        ([HEAD, FIRST, SECOND, LAST], SKILLS),
        ([*SKILLS, HEAD], ["Royal Society", "Guest"]),
    ],
)
def test_good_ends_are_left_in_peace(said, above, below):
    assert layout(sheets(above, below), said).endings() == []


def test_one_page_may_be_nearly_empty(said):
    assert layout(sheets([HEAD]), said).endings() == []


@pytest.mark.parametrize("theme", ["classic", "margin", "ats"])
def test_the_lines_of_real_pages_are_those_of_the_items(valid, theme):
    resume = valid(CV)
    document = arrange(resume, "en")
    laid_out = pdf.lay_out(Manuscript(document, load(theme, [THEMES]), resume))
    found = layout(laid_out.sheets, pieces(document, resume))
    assert found.pages == 1
    assert 0.2 < found.fill < 0.8
    assert (
        found.lines["work.engine.notes"] == found.lines["work.engine.numbers.loops"] == found.lines["club.second"] == 1
    )
    assert found.lines["work.engine.numbers"] == 2
    assert found.lines["work.royal"] >= 4


@pytest.mark.needs("lualatex")
def test_tex_tells_of_the_same_lines(valid):
    resume = valid(CV)
    document = arrange(resume, "en")
    laid_out = pdf.lay_out(Manuscript(document, load("classic-latex", [THEMES]), resume))
    found = layout(laid_out.sheets, pieces(document, resume))
    assert (found.pages, found.lines["work.engine.numbers"], found.lines["club.second"]) == (1, 2, 1)
    assert found.lines["work.royal"] >= 4
