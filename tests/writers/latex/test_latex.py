"""LaTeX source: what templates draw is escaped by its type, lines know their content, and it compiles where it lies."""

import random
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from typeset.build.prepare import prepare
from typeset.build.project import Plan, Project
from typeset.document.shapes import Document, Masthead
from typeset.resume.text import parse, text_of
from typeset.source import Place, Source
from typeset.theme.theme import Theme, load
from typeset.writers import CannotWrite, Manuscript, latex
from typeset.writers.assets import card
from typeset.writers.tex import environment as tex
from typeset.writers.tex import lualatex
from typeset.writers.tex import markup as texmarkup
from typeset.writers.tex.log import Sheet
from typeset.writers.tex.markup import Places, Tex, escape

ROOT = Path(__file__).parents[3]
HOSTILE = r"\input{/etc/passwd} ^^5cinput # $ % & _ { } ~ << x >> <% include 'x' %> \directlua{os.exit()}"
SPECIALS = [
    "\\",
    "{",
    "}",
    "$",
    "&",
    "#",
    "%",
    "_",
    "^",
    "~",
    "<",
    ">",
    "|",
    '"',
    "`",
    "'",
    "-",
    "[",
    "]",
    "*",
    "!",
    "?",
]
PIECES = [
    *SPECIALS,
    *("^^", "^^5c", "--", "---", "``", "''", "!`", "?`", "<<", ">>", ",,"),
    *("ff", "fi", "fl", "ffi", "ffl", "fj", "Th", "tt"),
    *("\\\\", "\\[", "$$", "\\end", "<%", "%>", "<#", "a", "B", "7", "é", "Ł", "ß", "–", "—", "“", "”", "’", "…", " "),
]  # fmt: skip


def of_theme(tmp_path: Path, template: str) -> Sheet:
    """What a theme of one template draws of a document called `HOSTILE`."""
    folder = tmp_path / "mine"
    folder.joinpath("latex").mkdir(parents=True)
    folder.joinpath("theme.yaml").write_text("{name: mine, about: mine, extends: base, engine: latex}")
    folder.joinpath("latex/document.tex").write_text(template)
    return tex.sheet(document(HOSTILE), load("mine", [tmp_path, ROOT / "themes"]))


def document(name: str) -> Document:
    return Document("en", Masthead(text_of(name, Place(Source("cv.yaml", f"name: {name}"), 1, 7))), ())


@pytest.fixture(scope="module")
def document_of_cv() -> Callable[[str, str], tuple[Document, Theme]]:
    """A function from an application and a theme to what is drawn and how."""
    project = Project(ROOT, ROOT / "content", ROOT / "out", (ROOT / "themes",))

    def find(application: str, theme: str) -> tuple[Document, Theme]:
        plan = Plan(application, project.applications / f"{application}.yaml")
        prepared = prepare(project, plan, theme)
        return prepared.document, prepared.theme

    return find


# Safety by type


@pytest.mark.parametrize(
    "drawn",
    [
        "<< name >>",
        "<< name ~ '' >>",
        "<< [name, '']|join >>",
        "<< name|trim >>",
        "<< name|string >>",
        "<< name|replace('x', 'x') >>",
        "<< '%s'|format(name) >>",
        "<< '{}'.format(name) >>",
        "<% set x = name %><< x >>",
        "<% set x %><< name >><% endset %><< x >>",
        "<% macro m(v) %><< v >><% endmacro %><< m(name) >>",
        "<% macro m() %><< caller() >><% endmacro %><% call m() %><< name >><% endcall %>",
        "<% filter trim %><< name >><% endfilter %>",
        "<< document.masthead.name|inline >>",
        "<< document.masthead.name|ended >>",
        "<< (document.masthead.name|inline)|replace('\\\\{', '{') >>",
        "<< (document.masthead.name|inline)|upper >>",
    ],
)
def test_whatever_a_template_does_with_a_value_it_is_escaped(tmp_path, drawn):
    drawn = of_theme(tmp_path, f"<% set name = document.author %>{drawn}").text.lower()
    for bare in ("\\input", "\\directlua", "^^5c"):
        assert bare not in drawn.replace("\\textbackslash{}input", "").replace("\\textbackslash{}directlua", "")
    assert "textbackslash" in drawn


def test_what_is_latex_is_not_escaped_again(tmp_path):
    macro = r"<% macro m() %>\bold{<< document.author >>}<% endmacro %><% set x %><< m() >><% endset %><< x >>"
    once = of_theme(tmp_path, macro).text
    assert once.startswith("\\bold{\\textbackslash{}input")
    assert "textbackslash\\{" not in once


@pytest.mark.parametrize(
    "template",
    [
        "<< ''.__class__.__mro__ >>",
        "<< document.__init__.__globals__ >>",
        "<< cycler >>",
        "<% include '../../theme.yaml' %>",
        "<% include '/etc/passwd' %>",
        "<< unknown >>",
        "<< 1 / 0 >>",
        "<< document.author|safe >>",
        "<< document.masthead.name.place >>",
        "<% autoescape true %>x<% endautoescape %>",
        "<% include '..' %>",
        "<% if %>",
        "<< document.masthead.name|measure >>",
    ],
)
def test_a_hostile_template_is_refused(tmp_path, template):
    with pytest.raises(CannotWrite):
        of_theme(tmp_path, template)


def test_a_template_that_fails_is_told_at_its_line(tmp_path):
    with pytest.raises(CannotWrite) as raised:
        of_theme(tmp_path, "one\ntwo << nothing >>")
    assert str(raised.value.place).endswith("latex/document.tex:2:1")


def test_option_values_are_lengths_and_colours_or_nothing():
    assert [texmarkup.measure(value) for value in ("10pt", "8px", "1.5", "20mm", "9.7em")] == [
        "10bp", "6bp", "1.5", "20mm", "9.7em"
    ]  # fmt: skip
    assert [texmarkup.color(value) for value in ("#abc", "#1f4e79")] == ["AABBCC", "1F4E79"]
    for value in ("10bp}", "1pt 2pt", "", "\\relax"):
        with pytest.raises(CannotWrite):
            texmarkup.measure(value)
    for value in ("red", "#12345", "#1234567"):
        with pytest.raises(CannotWrite):
            texmarkup.color(value)


# Markup


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/a_b~c?d=1&e=%20#f", r"https://example.org/a\_b\string~c?d=1\&e=\%20\#f"),
        ("https://example.org/{x}^\\é", r"https://example.org/\%7Bx\%7D\%5E\%5C\%C3\%A9"),
        ("mailto:a.b@example.org", "mailto:a.b@example.org"),
    ],
)
def test_addresses_keep_what_they_mean(address, written):
    assert texmarkup.address(address) == written


def test_runs_become_commands():
    text, faults = parse("a *b* **c** [d_](https://example.org/_) e\\\nf", Place(Source("cv.yaml", ""), 1, 1))
    assert faults == []
    drawn = texmarkup.inline(text, Places())
    assert drawn.split("\x02")[1] == (r"a \emph{b} \textbf{c} \href{https://example.org/\_}{d\_} e\newline{}f")


def test_control_characters_become_spaces_and_nothing_is_drawn_for_none():
    assert escape("a\x01b\n\x7fc") == "a b  c"
    assert escape(None) == ""
    assert type(escape("x")) is Tex


def test_a_code_is_painted_module_by_module():
    masthead = document("Ada").masthead
    rows = card.modules(masthead)
    side = len(rows) + 2 * card.QUIET_ZONE
    scale, white, dark = re.split(r" cm 1 g | re f 0 g ", texmarkup.code(masthead))
    assert float(scale.split()[1]) * side == pytest.approx(22 * 72 / 25.4, abs=0.01)
    assert white == f"0 0 {side} {side}"
    painted = [[0] * len(rows) for _ in rows]
    for left, bottom, width, height in re.findall(r"(\d+) (\d+) (\d+) (\d+) re", dark):
        assert height == "1"
        for column in range(int(left), int(left) + int(width)):
            painted[side - 1 - int(bottom) - card.QUIET_ZONE][column - card.QUIET_ZONE] += 1
    assert painted == [list(row) for row in rows]


# The source as a whole


def test_a_theme_without_latex_is_refused_with_a_hint():
    with pytest.raises(CannotWrite, match="has no LaTeX") as raised:
        latex.written(document("Ada"), load("ats", [ROOT / "themes"]))
    assert "engine: latex" in raised.value.hint


def test_lines_know_whose_content_is_on_them(document_of_cv):
    found, theme = document_of_cv("polte", "classic-latex")
    sheet = tex.sheet(found, theme)
    line = next(n for n, text in enumerate(sheet.text.split("\n"), 1) if "As the most senior engineer" in text)
    place = sheet.place(line)
    assert "As the most senior engineer" in place.source.line(place.line)
    assert max(map(len, sheet.text.split("\n"))) < 250


def test_the_source_names_its_companions_and_no_others(document_of_cv):
    found, theme = document_of_cv("lindqvist", "classic-latex")
    sheet, companions = latex.written(found, theme)
    assert {name for name in companions if name.endswith((".otf", ".jpg"))} == {
        "photo.jpg", *(f"fonts/{face.file.name}" for face in theme.fonts)
    }  # fmt: skip
    assert any("LICENSE" in name for name in companions)
    assert all(name in sheet.text for name in companions if "LICENSE" not in name)
    assert "\x01" not in sheet.text


@pytest.mark.needs("lualatex")
@pytest.mark.parametrize("theme_name", ["classic-latex", "moderncv"])
def test_it_compiles_by_itself_where_a_friend_puts_it(document_of_cv, tmp_path, theme_name):
    found, theme = document_of_cv("twitch", theme_name)
    for name, data in {"Milo-Polte-CV.tex": None, **latex.written(found, theme)[1]}.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data or latex.write(Manuscript(found, theme, None))[".tex"])
    command = ["lualatex", "-interaction=nonstopmode", "-halt-on-error", "Milo-Polte-CV.tex"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert run.returncode == 0, run.stdout[-600:]
    assert tmp_path.joinpath("Milo-Polte-CV.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.needs("lualatex")
@pytest.mark.needs("pdftotext")
def test_ten_thousand_strings_over_what_means_something_to_tex_come_back_exact(tmp_path):

    chance = random.Random(2022)  # noqa: S311  # the same strings in every run
    strings = ["".join(chance.choices(PIECES, k=chance.randint(1, 7))).strip() or "x" for _ in range(10_000)]
    strings = [" ".join(string.split()) for string in strings]
    fonts = ROOT / "themes/classic/fonts"
    preamble = (
        r"\DeclareFontFamily{TU}{lmr}{}\DeclareFontShape{TU}{lmr}{m}{n}"
        r'{<-> "[XCharter-Roman.otf]:mode=harf;script=latn;language=dflt;+kern;-liga;-clig"}{}'
    )
    lines = "\n".join(rf"\hbox{{{escape(string)}}}" for string in strings)
    setting = r"\pagestyle{empty}\parindent=0pt\fontsize{4}{5}\selectfont\raggedbottom"
    source = f"{preamble}\n\\documentclass{{article}}\n\\begin{{document}}\n{setting}\n{lines}\n\\end{{document}}\n"
    data = lualatex.pdf(Sheet(source), {"XCharter-Roman.otf": (fonts / "XCharter-Roman.otf").read_bytes()})
    file = tmp_path / "strings.pdf"
    file.write_bytes(data)
    run = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", file, "-"], capture_output=True, text=True, check=True)
    found = [line for line in run.stdout.replace("\f", "").split("\n") if line]
    assert len(found) == len(strings)
    assert [(one, other) for one, other in zip(strings, found, strict=True) if one != other] == []
