"""What stands where on the pages is read as it is seen; the rules of the sheet leave what is sound in peace."""

import io
import zlib
from dataclasses import replace

import pikepdf
import pytest
from planted.plant import CONTENT, document, plain, proved, seeded, styled, tampered, written
from planted.sheets import DCT, FLATE, PIXELS, jpeg, pictured

from typeset.build.fitting import layout, mending
from typeset.document.shapes import Document
from typeset.proof import RULES, Claim, Finding, Finished
from typeset.proof.reading import paper
from typeset.proof.reading.rows import rows
from typeset.proof.roles import Role
from typeset.proof.rules.overlap import overlap
from typeset.proof.sheets import LEAST_FILL, Box, Piece, Row, Sheet
from typeset.proof.standing import place_of, standing
from typeset.source import Place, Source

OWN = {"edges", "margins", "clipped", "overlap", "small", "contrast", "stranded", "widows", "ending", "blank", "images"}


def piece(text: str, left: float, baseline: float = 700, **about: object) -> Piece:
    """Characters five points wide each, in type of ten points."""
    made = Piece(
        text=text,
        box=(left, baseline, left + 5 * len(text.strip()), baseline + 7),
        baseline=baseline,
        size=10,
        font="Lato",
        is_bold=False,
        is_italic=False,
        color=(0, 0, 0),
        contrast=21,
        is_artifact=False,
        is_level=True,
        window=None,
    )
    return replace(made, **about)


def texts(*pieces: Piece) -> list[str]:
    return [row.text for row in rows(pieces)]


def sheet(css: str = "", content: str = CONTENT, theme: str = "ats", format_name: str = "pdf") -> Sheet:
    made = written(content, seeded({"seeded.css": css}, theme), format_name)
    return paper.read(made).sheets[0]


# Rows


def test_rows_go_down_the_page_and_pieces_across_it():
    found = rows([piece("below", 50, 600), piece("right", 300), piece("left", 50)])
    assert [row.text for row in found] == ["left right", "below"]
    assert found[0].box == (50, 700, 325, 707)


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (piece("b", 55), "ab"),
        (piece("b", 57.4), "ab"),
        (piece("b", 57.6), "a b"),
        (piece(" b", 55), "a b"),
        (piece("b", 200), "a b"),
    ],
)
def test_white_is_a_space_and_a_kern_is_none(second, said):
    assert texts(piece("a", 50), second) == [said]


def test_a_space_that_the_file_has_needs_little_white_and_some():
    assert texts(piece("a ", 50), piece("b", 55.6)) == ["a b"]
    assert texts(piece("a ", 50), piece("b", 55.4)) == ["ab"]


def test_an_index_is_on_the_line_that_it_is_of_and_the_next_line_is_not():
    assert texts(piece("x", 50), piece("2", 55, 702.9), piece("y", 50, 690)) == ["x2", "y"]


def test_what_stands_together_in_one_style_is_one_piece():
    [row] = rows([piece("One ", 50), piece("word,", 68), piece("bold", 96, is_bold=True, font="Lato-Bold")])
    assert [each.text for each in row.pieces] == ["One word,", "bold"]
    assert row.pieces[0].box == (50, 700, 93, 707)


def test_cells_of_a_table_stay_apart():
    [row] = rows([piece("Programmer", 50), piece("1842", 400)])
    assert [each.text for each in row.pieces] == ["Programmer", "1842"]


# What PDFium draws


@pytest.mark.parametrize("format_name", ["pdf", "print"])
@pytest.mark.parametrize("theme", ["ats", "margin", "classic"])
def test_a_page_reads_as_it_is_seen(theme, format_name):
    seen = sheet(theme=theme, format_name=format_name)
    assert [round(seen.width), round(seen.height)] == [595, 842]
    said = [row.text.casefold() for row in seen.rows]
    assert "• translated the notes of menabrea." in said
    assert said[0] == "ada lovelace"
    [role] = [row for row in seen.rows if "Programmer" in row.text]
    assert {"Programmer", "1842 – 1843"} <= {each.text for each in role.pieces}
    name = seen.rows[0].pieces[0]
    assert name.size > 20
    assert name.contrast > 7
    assert name.box[1] > 700


def test_looks_are_told():
    seen = sheet("li { color: #123456; font-style: italic; font-weight: 700 }")
    [found] = [each for row in seen.rows for each in row.pieces if "Menabrea" in each.text]
    assert (found.color, found.is_bold, found.is_italic) == ((0x12, 0x34, 0x56), True, True)
    assert found.font.startswith("Lato-Bold")


def test_opacity_counts_in_groups_and_in_colours():
    veiled, pale = sheet("li { opacity: .5 }"), sheet("li { color: rgb(26 26 26 / 50%) }")
    [one], [other] = (
        [each.contrast for row in seen.rows for each in row.pieces if "Menabrea" in each.text]
        for seen in (veiled, pale)
    )
    assert one == pytest.approx(other, abs=0.1)
    assert 3 < one < 4


def test_a_window_is_where_it_is_in_groups_too():
    shown = "li { overflow: hidden; width: 40mm; white-space: nowrap }"
    plainly, grouped = sheet(shown), sheet(f"{shown} ul {{ opacity: .9; transform: translateX(0) }}")
    windows = [
        next(each.window for row in seen.rows for each in row.pieces if "Menabrea" in each.text)
        for seen in (plainly, grouped)
    ]
    assert windows[0]
    assert windows[0] == pytest.approx(windows[1], abs=0.1)
    assert windows[0][2] - windows[0][0] == pytest.approx(113.4, abs=0.1)


def test_running_heads_are_known_and_stand_in_the_margin():
    seen = paper.read(written(CONTENT + MANY, plain("margin"))).sheets
    assert [row.text for row in seen[0].rows if row.is_running] == []
    assert [row.text for row in seen[1].rows if row.is_running] == ["Ada Lovelace 2/2"]
    assert seen[1].room
    assert seen[1].rows[0].box[1] > seen[1].room[3]
    assert seen[1].text_rows == seen[1].rows[1:]


MANY = "projects:\n" + "".join(f"  - {{name: Thing number {number}}}\n" for number in range(30))


def test_a_page_says_where_its_text_should_be():
    room = sheet("@page { margin: 20mm 10mm 30mm 40mm }").room
    millimetres = [edge * 25.4 / 72 for edge in room or ()]
    assert millimetres == pytest.approx([40, 30, 200, 277], abs=0.01)


def test_a_file_for_a_print_shop_says_nothing_of_it_and_its_page_is_the_trimmed_one():
    seen = sheet("h1 { margin-left: 0 }", format_name="print")
    assert seen.room is None
    assert seen.rows[0].box[0] == pytest.approx(sheet().rows[0].box[0], abs=0.1)


@pytest.mark.needs("lualatex")
@pytest.mark.parametrize("theme", ["classic-latex", "academic", "moderncv"])
def test_so_does_tex(theme):
    seen = paper.read(written(CONTENT, plain(theme))).sheets[0]
    assert seen.room
    left, bottom, right, top = seen.room
    assert 40 < left < 80
    assert 515 < right < 555
    assert 40 < bottom < 80
    assert 760 < top < 800
    assert not [name for name in OWN for _ in RULES[name](_finished(seen), Claim(document()))]


@pytest.mark.needs("lualatex")
def test_tex_s_file_for_a_print_shop_has_one_box_for_its_page():
    assert paper.read(written(CONTENT, plain("classic-latex"), "print")).sheets[0].room is None


def _finished(*sheets: Sheet) -> Finished:
    return Finished(pages=("",) * len(sheets), sheets=sheets)


# What is sound


SOUND = {
    "white on a dark ground": "h2 { background: #1f5f6b; color: #fff }",
    "a mark without words, however faint": "li::before { color: #ddd }",
    "a window that cuts nothing": "li { overflow: hidden }",
    "text that is turned": "li { transform: rotate(3deg) }",
    "lines close together": "body { line-height: 1.05 }",
    "six points": ".period { font-size: 6pt }",
    "a point that hangs in the margin": "li { margin-left: -3pt }",
}


@pytest.mark.parametrize("css", SOUND.values(), ids=SOUND)
def test_what_is_sound_is_left_in_peace(css):
    assert [str(found) for found in styled(css) if found.rule in OWN] == []


@pytest.mark.parametrize(("css", "is_found"), [("24pt", False), ("17pt", True)])
def test_large_type_may_be_lighter(css, is_found):
    found = styled(f"li {{ font-size: {css}; line-height: 1.2; color: #888 }}")
    assert ("contrast" in {each.rule for each in found}) == is_found


def test_a_colour_is_told_once_and_at_the_option_that_sets_it():
    option = Place(Source("twitch.yaml", "options: {accent: '#999999'}\n"), 1, 11)
    claim = Claim(document(), plain().families, colors={(0x99, 0x99, 0x99): ("accent", option)})
    own = seeded({"seeded.css": "li, h3 { color: #999999 }"})
    [found] = [each for each in proved(written(CONTENT, own), claim) if each.rule == "contrast"]
    assert str(found).startswith("twitch.yaml:1:11: warning: ")
    assert "the option `accent`" in found.fault.message


@pytest.mark.parametrize(("data", "about"), [(jpeg(), DCT), (zlib.compress(PIXELS), FLATE)])
def test_a_whole_picture_is_whole(data, about):
    assert [found for found in tampered(pictured(data, **about)) if found.rule == "images"] == []


def test_a_photo_that_is_there_is_enough():
    with pikepdf.open(io.BytesIO(written())) as file:
        pictured(jpeg(), **DCT)(file)
        out = io.BytesIO()
        file.save(out)
    claim = Claim(document(), plain().families, pictures=1)
    assert [found for found in proved(out.getvalue(), claim) if found.rule == "images"] == []


# Where pages end


def _sheet(number: int, *lines: str, room: Box | None = (50, 50, 550, 800)) -> Sheet:
    made = [piece(line, 60, 780 - 14 * count) for count, line in enumerate(lines)]
    return Sheet(number, 600, 850, rows(made), room=room)


def told(rule: str, *sheets: Sheet, of: Document | None = None) -> list[Finding]:
    return list(RULES[rule](_finished(*sheets), Claim(of or document())))


def test_a_last_page_is_held_to_the_share_that_fitting_holds_it_to():
    assert layout.LEAST_FILL is mending.LEAST_FILL is LEAST_FILL
    full = _sheet(1, *["x"] * 50)
    assert told("ending", full, _sheet(2, *["x"] * 8)) == []
    assert told("ending", full, _sheet(2, *["x"] * 6))
    assert told("ending", _sheet(1, "x")) == []


def test_without_a_room_the_last_page_is_held_against_the_others():
    full = _sheet(1, *["x"] * 50, room=None)
    assert told("ending", full, _sheet(2, *["x"] * 8, room=None)) == []
    assert told("ending", full, _sheet(2, *["x"] * 6, room=None))


HEAD = ("Ada Lovelace", "Analyst", "ada@example.org 555-0142", "Profile", "Wrote the first program, and said what")
"""Lines of the document, as far as the second one of its first paragraph, which has two."""


def test_a_paragraph_may_end_with_its_page():
    end = "machines might do one day."
    assert told("widows", _sheet(1, *HEAD, end), _sheet(2, "Work Experience", "Programmer")) == []
    [alone] = told("widows", _sheet(1, *HEAD), _sheet(2, end, "Work Experience"))
    assert "the first line of a paragraph" in alone.fault.message
    assert alone.page == 1


def test_a_heading_beside_which_the_text_begins_is_not_alone():
    beside = Row((piece("Education", 60), piece("Mathematics", 160)), (60, 700, 220, 707), "Education Mathematics")
    alone = replace(_sheet(1), rows=rows([piece("Education", 60)]))
    assert told("stranded", alone, _sheet(2, "Mathematics", "At home"))
    assert told("stranded", replace(alone, rows=(beside,)), _sheet(2, "At home", "Skills")) == []
    wrapped = rows([piece("Work", 60), piece("Analytical Engine", 160), piece("Experience", 60, 686)])
    assert told("stranded", replace(alone, rows=wrapped), _sheet(2, "Programmer")) == []


def test_every_row_is_known_for_what_it_is():
    [page] = standing((sheet(),), document())
    known = {each.row.text: each.said for each in page}
    assert known["Ada Lovelace"].role is Role.HEAD
    assert known["Work Experience"].role is Role.HEADING
    assert known["• Saw it at work."].text.plain == "Saw it at work."
    roles = [each for text, each in known.items() if text.startswith(("Programmer", "Visitor"))]
    assert [each.role for each in roles] == [Role.HEAD, Role.HEAD]
    assert roles[0].part != roles[1].part


def test_what_is_said_twice_is_found_where_it_stands():
    twice = CONTENT.replace("Added seven notes of her own, three times as long.", "Translated the notes of Menabrea.")
    [page] = standing((sheet(content=twice),), document(twice))
    places = [each.said.place for each in page if "Menabrea" in each.row.text]
    assert [place and place.line for place in places] == [16, 17]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("the notes of", 16),
        ("• Saw it at work. And more", 22),
        ("1842 – 1843", 11),
        ("Work Experience", 11),
        ("nothing of this", None),
    ],
)
def test_what_a_page_says_is_found_in_the_content(said, line):
    place = place_of(said, document())
    assert (place and place.line) == line


def test_five_findings_are_told_at_most():
    found = styled("* { color: #999 !important; font-size: 5.5pt !important }")
    assert sum(each.rule == "small" for each in found) == 5


@pytest.mark.parametrize(("left", "told"), [(106, 0), (104, 1)])
def test_a_letter_may_hang_over_its_neighbour_but_not_lie_on_it(left, told):
    both = (piece("if", 100), piece("Then", left))
    found = Finished(("if Then",), sheets=(Sheet(1, 595, 842, tuple(rows(both))),))
    assert len(list(overlap(found, Claim(document())))) == told
