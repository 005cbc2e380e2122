"""Word files: every CV in every theme, read back by readers that know nothing of this program."""

import hashlib
import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from typeset.build.job import claim
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Plan, Project
from typeset.document.shapes import (
    Contact,
    Document,
    Entry,
    Group,
    List,
    ListItem,
    Masthead,
    Paragraph,
    Period,
    Photo,
    Prose,
    Quote,
    Section,
    Terms,
)
from typeset.proof import Claim, rules
from typeset.proof.reading import docx as read_docx
from typeset.proof.rules.words import words
from typeset.resume.model import Resume
from typeset.resume.text import Run, Text, text_of
from typeset.source import Mapping, Source
from typeset.source import yaml as yaml_source
from typeset.theme.theme import Theme, available, load
from typeset.writers import CannotWrite, Manuscript
from typeset.writers import docx as writer

ROOT = Path(__file__).parents[2]
PROJECT = Project(ROOT, ROOT / "content", ROOT / "out", (ROOT / "themes",))
THEMES = available([ROOT / "themes"])
APPLICATIONS = sorted(file.stem for file in PROJECT.applications.glob("*.yaml"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

everywhere = pytest.mark.parametrize(
    ("application", "theme"), [(application, theme) for application in APPLICATIONS for theme in THEMES]
)


@cache
def prepared(application: str, theme: str) -> Prepared:
    return prepare(PROJECT, Plan(application, PROJECT.applications / f"{application}.yaml"), theme)


@cache
def made(application: str, theme: str) -> bytes:
    return writer.write(prepared(application, theme).manuscript)


def theme_of(name: str, options: str = "") -> Theme:
    wanted = yaml_source.parse(Source("options.yaml", options)) if options else None
    assert wanted is None or isinstance(wanted, Mapping)
    return load(name, [ROOT / "themes"], wanted)


def written(document: Document, theme: Theme) -> bytes:
    return writer.write(Manuscript(document, theme, Resume()))


def document_of(*parts: Any, kind: str = "work", masthead: Masthead | None = None) -> Document:
    return Document("en", masthead or Masthead(text_of("Ada")), (Section("s", kind, text_of("Heading"), parts),))


def trees(data: bytes) -> dict[str, ElementTree.Element]:
    with ZipFile(io.BytesIO(data)) as package:
        xml = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return {name: ElementTree.fromstring(package.read(name)) for name in xml}  # noqa: S314  # made right here


# It is whole


@everywhere
def test_it_proves_clean(application, theme):
    finished, held = read_docx.read(made(application, theme)), claim(prepared(application, theme))
    checks = (words, rules.characters, rules.links, rules.description)
    assert [str(finding) for check in checks for finding in check(finished, held)] == []


def test_the_running_head_is_read_as_well():
    body, head = read_docx.read(made("mims", "classic")).pages
    assert body.startswith("Mark McGrew Mims\n")
    assert head == "Mark McGrew Mims\n2 / 2"


# It is what the standard says


SEQUENCES = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "numPr": "ilvl numId numberingChange ins",
    "pBdr": "top left bottom right between bar",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "lvlOverride": "startOverride lvl",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime displayBackgroundShape "
    "embedTrueTypeFonts embedSystemFonts saveSubsetFonts mirrorMargins defaultTabStop autoHyphenation "
    "characterSpacingControl footnotePr endnotePr compat docVars rsids mathPr themeFontLang clrSchemeMapping "
    "decimalSymbol listSeparator",
    "p": "pPr r hyperlink fldSimple",
    "hyperlink": "r",
    "body": "p sectPr",
    "fldSimple": "r",
    "anchor": "simplePos positionH positionV extent effectExtent wrapSquare docPr cNvGraphicFramePr graphic",
    "pic": "nvPicPr blipFill spPr",
    "blipFill": "blip srcRect stretch",
    "fmtScheme": "fillStyleLst lnStyleLst effectStyleLst bgFillStyleLst",
    "clrScheme": "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink",
    "themeElements": "clrScheme fontScheme fmtScheme",
}
"""The order of an element's children (ECMA-376-1, annex A); Word calls a file with another damaged."""

FREE = {"p"}
"""Elements whose children follow their properties in any order."""


def local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


@pytest.mark.parametrize("theme", THEMES)
def test_children_stand_in_the_order_of_the_standard(theme):
    met = set()
    for tree in trees(made("lindqvist", theme)).values():
        for element in tree.iter():
            if not (sequence := SEQUENCES.get(local(element), "").split()):
                continue
            met.add(local(element))
            children = [sequence.index(local(child)) for child in element]
            if local(element) in FREE:
                children = [min(1, place) for place in children]
            assert children == sorted(children), ElementTree.tostring(element)
    assert met >= {"pPr", "rPr", "style", "sectPr", "lvl", "numPr", "settings", "font", "hyperlink", "themeElements"}
    assert theme == "ats" or "anchor" in met


@everywhere
def test_every_style_that_is_used_is_defined_and_of_its_kind(application, theme):
    found = trees(made(application, theme))
    kinds = {style.get(f"{W}styleId"): style.get(f"{W}type") for style in found["word/styles.xml"].iter(f"{W}style")}
    assert len(kinds) == len(list(found["word/styles.xml"].iter(f"{W}style")))
    for name in ("word/document.xml", "word/header1.xml", "word/numbering.xml", "word/styles.xml"):
        for element in found[name].iter():
            kind = {"pStyle": "paragraph", "rStyle": "character"}.get(local(element))
            assert kind is None or kinds[element.get(f"{W}val")] == kind
    for style in found["word/styles.xml"].iter(f"{W}style"):
        for link in ("basedOn", "next"):
            target = style.find(f"{W}{link}")
            assert target is None or target.get(f"{W}val") in kinds


@everywhere
def test_every_part_and_relation_that_is_named_is_there(application, theme):
    data = made(application, theme)
    with ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
    found = trees(data)
    overrides = {row.get("PartName", "")[1:] for row in found["[Content_Types].xml"] if row.get("PartName")}
    assert overrides
    assert overrides <= names
    for name, tree in found.items():
        if name.endswith(".rels"):
            folder = name.partition("_rels/")[0]
            for row in tree:
                target = row.get("Target", "")
                assert row.get("TargetMode") == "External" or folder + target in names or target[1:] in names
    ids = {row.get("Id") for row in found["word/_rels/document.xml.rels"]}
    used = {
        value
        for element in found["word/document.xml"].iter()
        for key, value in element.items()
        if key[-3:] in ("}id", "bed")
    }
    assert used
    assert used <= ids


@everywhere
def test_nothing_is_formatted_by_hand_but_where_pages_break(application, theme):
    text = trees(made(application, theme))["word/document.xml"]
    in_paragraphs = {local(child) for properties in text.iter(f"{W}pPr") for child in properties}
    in_words = {local(child) for properties in text.iter(f"{W}rPr") for child in properties}
    assert in_paragraphs <= {"pStyle", "keepNext", "numPr"}
    assert in_words <= {"rStyle", "i", "b"}
    assert not [element for element in text.iter() if local(element) in ("tbl", "txbxContent", "framePr")]


@everywhere
def test_no_paragraph_is_empty(application, theme):
    text = trees(made(application, theme))["word/document.xml"]
    assert [
        "".join(paragraph.itertext()) for paragraph in text.iter(f"{W}p") if not "".join(paragraph.itertext())
    ] == []


NAMING = {
    ("latin", "typeface"),
    ("font", "name"),
    *(("rFonts", script) for script in ("ascii", "hAnsi", "eastAsia", "cs")),
}
"""Elements and attributes that name a font."""


@everywhere
def test_the_theme_says_every_font_and_no_other_is_named(application, theme):
    family = load(theme, [ROOT / "themes"]).fonts[0].family
    found = trees(made(application, theme))
    named = {
        value
        for tree in found.values()
        for element in tree.iter()
        for key, value in element.items()
        if value and (local(element), key.rpartition("}")[2]) in NAMING
    }
    assert named == {family}
    assert len(found["word/_rels/fontTable.xml.rels"]) == 4


def test_an_embedded_font_is_a_font_once_its_key_is_applied():
    data = made("mims", "classic")
    key = next(trees(data)["word/fontTable.xml"].iter(f"{W}embedRegular")).get(f"{W}fontKey")
    mask = bytes.fromhex(re.sub(r"[^0-9A-F]", "", key))[::-1] * 2
    with ZipFile(io.BytesIO(data)) as package:
        hidden = package.read("word/fonts/Regular.odttf")
    assert bytes(byte ^ other for byte, other in zip(hidden, mask, strict=False))[:4] == b"OTTO"
    assert b"XCharter" in hidden


@everywhere
def test_nothing_tells_of_programs_machines_or_days(application, theme):
    with ZipFile(io.BytesIO(made(application, theme))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(map(package.read, package.namelist())).lower()
    for leftover in (
        b"python-docx",
        b"calibri</",
        b"cambria",
        b"libreoffice",
        b"normal.dot",
        b"<company",
        b"/tmp",
        b"w:rsid",
    ):
        assert leftover not in everything


@everywhere
def test_python_docx_opens_and_saves_it_again(application, theme):
    word = docx.Document(io.BytesIO(made(application, theme)))
    document = prepared(application, theme).document
    assert [one.text for one in word.paragraphs if one.style.name == "Heading 1"] == [
        s.title.plain for s in document.sections
    ]
    about = word.core_properties
    assert (about.title, about.author, about.language) == (document.title, document.author, document.language)
    assert about.keywords == ", ".join(document.keywords)
    again = io.BytesIO()
    word.save(again)
    assert read_docx.read(again.getvalue()) == read_docx.read(made(application, theme))


def test_the_same_document_gives_the_same_bytes_in_any_process():
    program = (
        "import hashlib, sys\n"
        "from pathlib import Path\n"
        "from typeset.build.prepare import prepare\n"
        "from typeset.build.project import Plan, Project\n"
        "from typeset.writers import docx\n"
        "root = Path(sys.argv[1])\n"
        "project = Project(root, root / 'content', root / 'out', (root / 'themes',))\n"
        "plan = Plan('lindqvist', project.applications / 'lindqvist.yaml')\n"
        "print(hashlib.sha256(docx.write(prepare(project, plan, 'classic').manuscript)).hexdigest())\n"
    )
    sums = {hashlib.sha256(made("lindqvist", "classic")).hexdigest()}
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", program, str(ROOT)]
        run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        sums.add(run.stdout.strip())
    assert len(sums) == 1


# It looks as the theme says


def properties(data: bytes, style: str) -> dict[str, dict[str, str]]:
    """The properties of a style: the attributes of each, without namespaces."""
    styles = trees(data)["word/styles.xml"].iter(f"{W}style")
    found = next(one for one in styles if one.get(f"{W}styleId") == style)
    return {
        local(child): {key.rpartition("}")[2]: value for key, value in child.items()}
        for group in ("pPr", "rPr")
        for child in found.find(f"{W}{group}")
    }


def test_classic_centres_the_head_and_margin_sets_headings_in_capitals():
    classic, margin = made("mims", "classic"), made("mims", "margin")
    assert properties(classic, "Title")["jc"] == {"val": "center"}
    assert "jc" not in properties(margin, "Title")
    assert "caps" in properties(margin, "Heading1")
    assert properties(margin, "Heading1")["color"] == {"val": "9E1B1B"}
    assert "caps" not in properties(classic, "Heading1")


def test_options_reach_the_file():
    options = "accent: '#abc'\nsize: 11pt\nleading: '1.5'\nmargin: 15mm\npaper: Letter\nspacing: '0.8'"
    data = written(document_of(), theme_of("classic", options))
    found = trees(data)
    size = next(found["word/document.xml"].iter(f"{W}pgSz"))
    margins = next(found["word/document.xml"].iter(f"{W}pgMar"))
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("12240", "15840")
    assert margins.get(f"{W}left") == margins.get(f"{W}right") == "850"
    defaults = next(found["word/styles.xml"].iter(f"{W}docDefaults"))
    assert defaults.find(f".//{W}sz").get(f"{W}val") == "22"
    assert defaults.find(f".//{W}spacing").get(f"{W}line") == "330"
    assert properties(data, "Heading1")["color"] == {"val": "AABBCC"}
    assert properties(data, "Heading1")["spacing"]["before"] == f"{round(11 * 1.5 * 0.8 * 1.2 * 20)}"


@pytest.mark.parametrize(("cut", "outline"), [("portrait", "rect"), ("round", "ellipse")])
def test_a_photo_is_cut_described_and_re_encoded(cut, outline):
    photo = Photo(str(ROOT / "content" / "lindqvist.jpg"), "A woman & a hydrophone")
    document = document_of(masthead=Masthead(text_of("Ada"), photo=photo))
    data = written(document, theme_of("classic", f"photo: {cut}"))
    text = trees(data)["word/document.xml"]
    shape = next(element for element in text.iter() if local(element) == "prstGeom")
    assert shape.get("prst") == outline
    assert next(text.iter(f"{WP}docPr")).get("descr") == "A woman & a hydrophone"
    with ZipFile(io.BytesIO(data)) as package:
        assert package.read("word/media/image1.jpg").startswith(b"\xff\xd8")
    assert not list(
        trees(written(document, theme_of("classic", "photo: none")))["word/document.xml"].iter(f"{WP}docPr")
    )


def test_a_bad_photo_is_told():
    masthead = Masthead(text_of("Ada"), photo=Photo(str(ROOT / "README.md"), "no picture"))
    with pytest.raises(CannotWrite, match="not a whole JPEG"):
        written(document_of(masthead=masthead), theme_of("classic"))


def lines_of(data: bytes) -> list[str]:
    return read_docx.read(data).pages[0].split("\n")


def test_dates_stand_at_the_end_of_the_first_line_that_has_room():
    period = Period(text_of("2019 – 2020"))
    long = "A title that is so long that no date could ever stand at its right end, not even a short one"
    short = Entry("a", title=text_of("Engineer"), organization=text_of("Works"), period=period)
    data = written(document_of(short, replace(short, title=text_of(long))), theme_of("classic"))
    assert lines_of(data)[2:] == ["Engineer\t2019 – 2020", "Works", long, "Works\t2019 – 2020"]
    alone = Entry("a", title=text_of(long), period=period)
    assert lines_of(written(document_of(alone), theme_of("classic")))[2:] == [long, "2019 – 2020"]


def test_ats_begins_with_the_employer_and_may_set_dates_beside():
    entry = Entry("a", text_of("Engineer"), organization=text_of("Works"), period=Period(text_of("2019")))
    assert lines_of(written(document_of(entry), theme_of("ats")))[2:] == ["Works", "Engineer\t2019"]
    beside = theme_of("ats", "dates: beside")
    assert lines_of(written(document_of(entry), beside))[2:] == ["Works", "Engineer\u20032019"]


def test_every_numbered_list_begins_at_one():
    points = (ListItem(text_of("one")), ListItem(text_of("two"), blocks=(List((ListItem(text_of("deep")),), True),)))
    blocks = (List(points, True), Paragraph(text_of("between")), List(points, True))
    found = trees(written(document_of(Prose(blocks)), theme_of("classic")))
    used = [number.get(f"{W}val") for number in found["word/document.xml"].iter(f"{W}numId")]
    assert [used.count(number) for number in dict.fromkeys(used)] == [2, 1, 2, 1]
    numbers = {number.get(f"{W}numId"): number for number in found["word/numbering.xml"].iter(f"{W}num")}
    starts = [next(numbers[number].iter(f"{W}startOverride")).get(f"{W}val") for number in dict.fromkeys(used)]
    assert starts == ["1"] * 4
    levels = [next(numbers[number].iter(f"{W}lvlOverride")).get(f"{W}ilvl") for number in dict.fromkeys(used)]
    assert levels == ["0", "1", "0", "1"]


def test_heads_stay_with_what_follows_and_end_where_an_entry_does():
    entry = Entry("a", text_of("Engineer"), organization=text_of("Works"))
    followed = replace(entry, body=(Paragraph(text_of("Led.")),))
    word = docx.Document(io.BytesIO(written(document_of(followed, entry), theme_of("classic"))))
    kept = [paragraph.paragraph_format.keep_with_next for paragraph in word.paragraphs]
    assert kept == [None, None, None, True, None, None, None]
    assert word.styles["Heading 1"].paragraph_format.keep_with_next
    assert word.styles["Heading 2"].paragraph_format.keep_with_next
    alone = docx.Document(io.BytesIO(written(document_of(Entry("a", text_of("Engineer"))), theme_of("classic"))))
    assert alone.paragraphs[-1].paragraph_format.keep_with_next is False


# Any text


def test_hard_breaks_links_and_styles_of_words_are_real():
    address = "https://example.org/?a=1&b=2"
    runs = (
        Run("a "),
        Run("b", emphasis=True),
        Run("\n"),
        Run("c", link=address),
        Run("d", strong=True, link=address),
        Run("e", emphasis=True, strong=True),
        Run("f", code=True),
    )
    data = written(document_of(Prose((Paragraph(Text(runs)),))), theme_of("classic"))
    paragraph = docx.Document(io.BytesIO(data)).paragraphs[-1]
    assert paragraph.text == "a b\ncdef"
    assert [run.style.name for run in paragraph.runs] == [
        "Default Paragraph Font", "Emphasis", "Default Paragraph Font", "Intense Emphasis", "HTML Code"
    ]  # fmt: skip
    [link] = paragraph.hyperlinks
    assert (link.text, link.url) == ("cd", address)
    assert [(run.style.name, run.bold) for run in link.runs] == [("Hyperlink", None), ("Hyperlink", True)]


def test_scripts_from_right_to_left_are_marked():
    document = document_of(Prose((Paragraph(text_of("שלום world")), Paragraph(text_of("world")))))
    text = trees(written(document, replace(theme_of("classic"), fonts=())))["word/document.xml"]
    marked = [(len(list(one.iter(f"{W}bidi"))), len(list(one.iter(f"{W}rtl")))) for one in text.iter(f"{W}p")]
    assert marked[-2:] == [(1, 1), (0, 0)]


def test_what_xml_cannot_hold_becomes_the_sign_of_a_lost_character():
    data = written(document_of(Prose((Paragraph(text_of("a\x0bb\ud800c\ufffe")),))), theme_of("classic"))
    assert lines_of(data)[-1] == "a\ufffdb\ufffdc\ufffd"


def test_a_title_may_be_longer_than_python_docx_lets_it_be():
    document = document_of(masthead=Masthead(text_of("A" * 200), text_of("b" * 200)))
    assert read_docx.read(written(document, theme_of("classic"))).title == document.title


anything = st.text(max_size=30)
visible = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp", "Zs")), min_size=1, max_size=30
).filter(lambda text: any(map(str.isalnum, text)))


def documents(texts):
    inline = texts.map(text_of)
    optional = st.none() | inline
    points = st.lists(st.builds(ListItem, inline, optional), min_size=1, max_size=3).map(tuple)
    blocks = st.lists(
        st.builds(Paragraph, inline)
        | st.builds(List, points, st.booleans())
        | st.builds(Quote, st.tuples(st.builds(Paragraph, inline)))
        | st.builds(Terms, optional, st.tuples(inline)),
        max_size=3,
    ).map(tuple)
    period = st.none() | st.builds(Period, inline)
    entries = st.builds(Entry, st.just("e"), *[optional] * 4, period, optional, optional, blocks, st.tuples(inline))
    nested = st.builds(replace, entries, entries=st.tuples(entries))
    groups = st.builds(Group, st.just("g"), inline, optional, st.tuples(inline), blocks)
    parts = st.tuples(nested, groups, st.builds(Prose, blocks))
    kinds = st.sampled_from(["work", "awards", "publications", "sections"])
    sections = st.builds(Section, st.just("s"), kinds, inline, parts)
    contacts = st.lists(st.builds(Contact, st.just("email"), inline, optional), max_size=3).map(tuple)
    masthead = st.builds(Masthead, inline, optional, contacts)
    return st.builds(Document, st.just("en"), masthead, st.tuples(sections))


@settings(max_examples=40)
@given(documents(visible), st.sampled_from(THEMES))
def test_the_words_of_any_document_come_back(document, theme):
    finished = read_docx.read(written(document, replace(theme_of(theme), fonts=())))
    assert [str(finding) for finding in words(finished, Claim(document))] == []


@settings(max_examples=25)
@given(documents(anything))
def test_no_characters_break_it(document):
    data = written(document, replace(theme_of("ats"), fonts=()))
    assert read_docx.read(data).is_tagged
