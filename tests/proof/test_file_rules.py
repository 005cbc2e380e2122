"""The rules of a file: its fonts, links and outline; what it tells, what it does; and what damage does to it."""

import random

import pytest
from planted.plant import document, plain, written

from typeset import proof, writers
from typeset.proof import Claim
from typeset.proof.addresses import disagreement, flaws
from typeset.proof.finished import Finished
from typeset.proof.fonts import EmbeddedFont, Gap
from typeset.proof.machine import Machine
from typeset.proof.navigation import Bookmark
from typeset.proof.paths import paths
from typeset.proof.reading.codes import glyphs, meanings, shown
from typeset.proof.reading.fonts import fonts
from typeset.proof.reading.objects import objects, text_of
from typeset.proof.reading.outline import links, outline, targets
from typeset.proof.rules import fonts as fonts_rule
from typeset.proof.rules import leaks
from typeset.proof.rules import outline as outline_rule
from typeset.proof.search.found import Inside, Layer
from typeset.proof.search.inside import inside
from typeset.resume.model import Resume
from typeset.source import Severity
from typeset.theme import SHIPPED_THEMES
from typeset.theme.theme import load
from typeset.writers import Manuscript, svg

SHORT = """\
basics:
  name: Ada Lovelace
  url: https://ada.example.org/
work:
  - {name: Engine, position: Programmer, highlights: [Wrote notes.]}
"""
MUTANTS = {"pdf": 300, "html": 100, "docx": 100, "odt": 100, "svg": 50, "png": 50}


@pytest.fixture(scope="module")
def claim() -> Claim:
    return Claim(document(), plain().families)


def only(**layers: str) -> Finished:
    """A file that says these things in these corners."""
    return Finished((), inside=Inside(tuple(Layer(where, said) for where, said in layers.items())))


# Damage


def mutants(data: bytes, count: int) -> list[bytes]:
    """A file cut off, with bytes changed, with some missing, and with some of it twice."""
    chance, made = random.Random(6), []  # noqa: S311  # damage, not secrets
    for number in range(count):
        at, other = chance.randrange(len(data)), chance.randrange(len(data))
        changed = bytearray(data)
        match number % 4:
            case 0:
                del changed[at:]
            case 1:
                for _ in range(chance.randrange(1, 20)):
                    changed[chance.randrange(len(data))] = chance.randrange(256)
            case 2:
                del changed[at : at + chance.randrange(1, 200)]
            case _:
                changed[at:at] = data[other : other + chance.randrange(1, 300)]
        made.append(bytes(changed))
    return made


@pytest.mark.parametrize(
    ("format_name", "count"),
    [pytest.param(*each, marks=pytest.mark.needs(svg.DRAW) if each[0] == "svg" else ()) for each in MUTANTS.items()],
)
def test_whatever_is_done_to_a_file_is_a_finding_and_no_exception(format_name, count):
    data = written(SHORT, format_name=format_name)
    held = Claim(document(SHORT), plain().families)
    assert proof.prove([data], format_name, held)[1] == []
    found = [proof.prove([mutant], format_name, held)[1] for mutant in mutants(data, count)]
    assert sum(map(bool, found)) > count * 0.2
    assert all(str(finding) for findings in found for finding in findings)


class PanicException(BaseException):  # as Rust calls it
    """What a validator raises where it gives up."""


def test_a_validator_that_gives_up_is_a_finding(monkeypatch, claim):
    def give_up(*_: object, **__: object) -> None:
        raise PanicException("index out of bounds")

    monkeypatch.setattr("page.validate_pdf_bytes", give_up)
    [found] = proof.prove([written()], "pdf", claim)[1]
    assert "the validator gives up: index out of bounds" in found.fault.message


# Every theme


@pytest.mark.parametrize("theme_name", ["ats", "classic", "margin", "classic-latex", "academic", "moderncv"])
def test_every_theme_keeps_the_standards_and_has_an_outline(theme_name, need):
    theme = load(theme_name, [SHIPPED_THEMES])
    if theme.engine == "latex":
        need("lualatex")
    made = writers.write(Manuscript(document(), theme, Resume(), carries_source=False), "pdf")[".pdf"]
    finished, findings = proof.prove([made], "pdf", Claim(document(), theme.families))
    rules = {"fonts", "links", "leaks", "active", "archive", "outline", "description", "source", "file"}
    assert [str(found) for found in findings if found.rule in rules] == []
    assert finished.standards == {"PDF/A-2a", "PDF/UA-1"}
    assert {found.title for found in finished.bookmarks} >= {section.title.plain for section in document().sections}
    assert all(font.is_subset and not font.gaps for font in finished.fonts)


# Fonts


def test_strings_are_found_with_their_fonts_however_they_are_written():
    source = rb"""BT /F1 9 Tf <0041> Tj [<0042> -20 <00 43>] TJ q /F2 9 Tf (a\)b\(\101\
c) Tj ET Q (d(e)f) ' % (no) Tj
    /Span <</ActualText (no)>> BDC BI /W 1 ID (no) Tj EI 1 2 (g) " ET"""
    assert list(shown(source)) == [
        ("/F1", b"\0A"),
        ("/F1", b"\0B\0C"),
        ("/F2", b"a)b(Ac"),
        ("/F1", b"d(e)f"),
        ("/F1", b"g"),
    ]


def test_what_codes_mean_is_read_of_all_kinds_of_maps():
    cmap = b"""2 beginbfchar <01> <0041> <0002> <D83E DD94> endbfchar
    2 beginbfrange <0010> <0012> <0061> <20> <21> [<0066 0069> <0078>] endbfrange"""
    assert meanings(cmap) == {1: "A", 2: "🦔", 16: "a", 17: "b", 18: "c", 32: "fi", 33: "x"}
    assert glyphs(b"1 begincidchar <0003> 0 endcidchar 1 begincidrange <04> <05> 7 endcidrange") == {3: 0, 4: 7, 5: 8}


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        (Gap("otes of ", "enabrea", 1, is_blank=True), "content.yaml:16:33: error: the font `F` has no glyph"),
        (Gap("xyz of ", "enabrea", 1, is_blank=True), "content.yaml:16:33"),
        (Gap("qqq", "zzz", 1, is_blank=True), "error: the font `F` lacks the glyph after “qqq”"),
        (Gap("", "zzz", 1, is_blank=False), "error: the font `F` does not say what the glyph before “zzz” means"),
    ],
)  # fmt: skip
def test_a_glyph_without_meaning_is_told_by_what_stands_around_it(claim, gap, said):
    font = EmbeddedFont("F", "Lato", is_embedded=True, has_unicode=True, missing=(), gaps=(gap,))
    [found] = fonts_rule(Finished((), fonts=(font,)), claim)
    assert str(found).startswith(said)


def test_a_missing_glyph_has_its_place_in_a_pdf_of_latex(need):
    """LaTeX refuses a character that its fonts lack; where one came through, it would be glyph 0."""
    need("lualatex")
    theme = load("classic-latex", [SHIPPED_THEMES])
    made = writers.write(Manuscript(document(), theme, Resume(), carries_source=False), "pdf")[".pdf"]
    held = objects(made)
    number, source = next(
        (number, data) for number, data in held.streams.items() if b" Tf" in data and b"Tm [<" in data
    )  # fmt: skip
    font = next(font for font in fonts(held) if font.name.endswith("Roman"))
    assert not font.gaps
    codes = {char: code for each in held.values.values() if isinstance(each, dict) and "/ToUnicode" in each
             for code, char in meanings(held.stream(each["/ToUnicode"])).items()}  # fmt: skip
    held.streams[number] = source.replace(b"%04X" % codes["M"], b"0000")
    gaps = [gap for font in fonts(held) for gap in font.gaps]
    told = list(fonts_rule(Finished((), fonts=tuple(fonts(held))), Claim(document(), theme.families)))
    assert {gap.is_blank for gap in gaps} == {True}
    assert any(str(found).startswith("content.yaml:16:33: error: ") for found in told)


# Links


@pytest.mark.parametrize(
    "address",
    [
        "https://ada.example.org/",
        "http://example.org:8080/a?b=c#d",
        "https://müller.example.org/ä",
        "https://web.archive.org/web/2020/https://example.org/",
        "https://en.wikipedia.org/wiki/Ada_(programming_language)",
        "https://93.184.216.34/",
        "https://[2001:db8::1]/",
        "mailto:ada@example.org?subject=CV",
        "tel:+1-555-555-0142",
        "https://github.com/username-generator",
    ],
)
def test_an_address_that_can_be_followed_is_sound(address):
    assert list(flaws(address)) == []


@pytest.mark.parametrize(
    ("address", "severity"),
    [
        ("https:/example.org", Severity.ERROR),
        ("https://exa mple.org", Severity.ERROR),
        ("https://-example.org", Severity.ERROR),
        ("https://example..org", Severity.ERROR),
        ("https://[::1", Severity.ERROR),
        ("https://example.org:http/", Severity.ERROR),
        ("mailto:mailto:ada@example.org", Severity.ERROR),
        ("mailto:ada", Severity.ERROR),
        ("mailto:ada@eve@example.org", Severity.ERROR),
        ("tel:1234567890123456", Severity.ERROR),
        ("example.org", Severity.ERROR),
        ("data:text/html,x", Severity.ERROR),
        ("http://192.168.1.7/", Severity.WARNING),
        ("https://example.org/a)", Severity.WARNING),
        ("https://linkedin.com/in/your-name", Severity.ADVICE),
        ("https://example.org/{name}", Severity.ADVICE),
        ("mailto:you@example.com", Severity.ADVICE),
    ],
)
def test_an_address_that_cannot_be_followed_is_told(address, severity):
    assert [flaw.severity for flaw in flaws(address)] == [severity]


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("github.com/ada", "https://www.github.com/ada/"),
        ("https://example.org", "https://example.org/cv?lang=en"),
        ("www.example.org/A%C3%84", "https://example.org/aä"),
        ("example.org/a/…", "https://example.org/a/b/c"),
        ("doi.org/10.1/x", "https://dx.doi.org/10.1/x"),
        ("Ada@example.org", "mailto:ada@example.org?subject=CV"),
        ("(555) 010-0142", "tel:+15550100142"),
        ("Node.js", "https://nodejs.org/"),
        ("socket.io", "https://github.com/socketio"),
        ("the paper", "https://example.org/"),
    ],
)
def test_words_that_are_no_lie(said, address):
    assert disagreement(said, address) is None


@pytest.mark.parametrize(
    ("said", "address", "severity"),
    [
        ("https://bank.example.org", "https://evil.example.org/", Severity.ERROR),
        ("ada@example.org", "https://example.org/ada", Severity.ERROR),
        ("555 010 0142", "tel:+15550100143", Severity.ERROR),
        ("github.com/ada/engine", "https://github.com/ada/looms", Severity.WARNING),
    ],
)
def test_words_that_say_another_address_are_told(said, address, severity):
    flaw = disagreement(said, address)
    assert flaw
    assert flaw.severity is severity


def test_links_and_bookmarks_are_read_with_their_pages():
    aims = targets(objects(written()))
    assert [found.address for found in links(aims, ())] == ["mailto:ada@example.org", "https://ada.example.org/"]
    titles = [(found.title, found.level, found.page) for found in outline(aims)]
    assert titles[:3] == [("Ada Lovelace", 1, 1), ("Profile", 2, 1), ("Work Experience", 2, 1)]


def test_a_bookmark_to_a_page_without_its_heading_is_found(claim):
    titles = [section.title.plain for section in claim.document.sections]
    marks = tuple(Bookmark(title, 2) for title in titles)
    told = [found.fault.message for found in outline_rule(Finished(("\n".join(titles), ""), bookmarks=marks), claim)]
    assert told == [f"the bookmark of “{title}” leads to page 2, where it is not" for title in titles]


def test_a_link_with_words_of_two_styles_is_one_link():
    content = SHORT.replace("Wrote notes.", '"A [machine **of brass**](https://engine.example.org/)"')
    finished, findings = proof.prove([written(content)], "pdf", Claim(document(content), plain().families))
    assert findings == []
    assert [found.address for found in finished.anchors].count("https://engine.example.org/") == 1


# What it tells


@pytest.mark.parametrize(
    "path",
    [
        "/home/ada/cv.css",
        "/Users/ada/cv",
        "/tmp/typeset-x1/page.html",  # noqa: S108  # a path to find
        "file:///C:/cv.html",
        "C:\\Users\\ada\\cv.docx",
        "D:\\cv\\photo.jpg",
        "c:/Users/ada",
    ],
)
def test_a_path_of_a_machine_is_found_in_any_text(path):
    assert list(paths(f"see “{path}” there")) == [path + "”"] or list(paths(f'see "{path}" there')) == [path]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/home/ada/cv.css",
        "TCP/IP and /dev/null",
        "either/or /home alone",
        "~/home/cv",
        "Profile: /etc",
        "\\textbf{C:\\emph{x}}",
        "https://example.org:8080/tmp/x",
        "a file: here",
    ],
)
def test_what_only_looks_like_a_path_is_none(text):
    assert list(paths(text)) == []


def test_what_the_page_says_itself_is_no_leak():
    said = document("basics: {name: Ada, summary: Kept /etc/hosts and C:\\Windows\\win.ini in order.}")
    told = only(here="/etc/hosts, C:\\Windows\\win.ini and /etc/passwd")
    assert [found.fault.message for found in leaks(told, Claim(said))] == [
        "`/etc/passwd` is in here: it tells of the machine that the file was made on"
    ]


@pytest.mark.parametrize(
    ("login", "said", "is_told"),
    [
        ("countess", "by countess on", True),
        ("countess", "countesses", False),
        ("ada", "by ada", False),
        ("root", "by root", False),
        ("al", "by al", False),
    ],
)
def test_a_login_is_told_where_it_is_nobody_s_word(claim, login, said, is_told):
    held = Claim(claim.document, machine=Machine(login=login))
    assert bool(list(leaks(only(here=said), held))) == is_told


def test_strings_of_every_coding_are_read():
    assert [text_of(value) for value in ("u:ä", "b:feff00e4", "b:c3a4", "b:e4", "/Name", "1 0 R", 7)] == [
        "ä", "ä", "ä", "ä", None, None, None,
    ]  # fmt: skip


def test_the_same_file_is_searched_in_the_same_way_wherever_it_stands():
    page = b"<p onclick='x()'>Ada</p>"
    assert [act.what for act in inside([page]).acts] == ["a script for `onclick`"]
    assert inside([b"plain words"]).acts == ()
