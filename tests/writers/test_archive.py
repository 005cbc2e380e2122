"""PDF that is archival and accessible at once, and carries the content it was made from."""

import base64
import io
import random
import re
import zlib
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pypdfium2
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from page import validate_pdf_bytes
from PIL import Image, ImageChops, ImageStat

from typeset import proof
from typeset.document.arrange import arrange
from typeset.proof.reading.pdf import attachments
from typeset.readers.yaml import read
from typeset.resume.application import Application
from typeset.resume.tailor import tailor
from typeset.theme.theme import Theme, load
from typeset.writers import Manuscript, pdf
from typeset.writers.page.templates import render
from typeset.writers.paper import engine
from typeset.writers.paper.archive import About, archival

ROOT = Path(__file__).parents[2]
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
PAGE = '<html lang=en><title>A title</title><meta name=author content="N. N."><body><p>A paragraph.'


@pytest.fixture(scope="module")
def theme() -> Theme:
    """The plainest theme."""
    return load("ats", [ROOT / "themes"])


def failures(data: bytes, *profiles: str) -> list[tuple[str, str, str]]:
    """What an independent validator has against a file."""
    reports = {profile: validate_pdf_bytes(data, profile=profile) for profile in profiles}
    assert all(report.rules.total > 100 for report in reports.values())
    return [(profile, found.rule_id, found.message) for profile, report in reports.items() for found in report.failures]


def root_of(data: bytes) -> pypdf.generic.DictionaryObject:
    return pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"]


def everything(data: bytes) -> str:
    """All that a file says anywhere: its text, every object of it with its strings, every stream decompressed."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    objects = [reader.get_object(number) for number in range(1, int(reader.trailer["/Size"]))]
    streams = [found.get_data().decode("latin-1") for found in objects if hasattr(found, "get_data")]
    return "\n".join(
        [data.decode("latin-1"), *(page.extract_text() for page in reader.pages), *map(repr, objects), *streams]
    )


# What it declares


def test_without_an_attachment_it_is_of_another_part(theme):
    data = engine.pdf(PAGE, theme)
    assert failures(data, "2a", "ua1") == []
    assert b"/EmbeddedFile" not in everything(data).encode("latin-1", "replace")
    assert "/AF" not in root_of(data)


@pytest.mark.parametrize("application", ["lindqvist", "mims"])
def test_nothing_attached_is_sound_in_a_whole_cv(cv, application):
    prepared = cv(application).prepared
    page = render(prepared.document, prepared.theme)
    assert failures(engine.pdf(page, prepared.theme), "2a", "ua1") == []


def test_the_packet_says_what_the_file_says_elsewhere():
    about = About("R&D <lead>", "Ann “N” N.", "de", "a producer", ("one", "two & three"))
    packet = archival(about, 3)
    tree = ElementTree.fromstring(packet)  # noqa: S314  # of our own
    said = {found.tag: "".join(found.itertext()) for found in tree.iter()}
    assert said[f"{DUBLIN_CORE}title"] == "R&D <lead>"
    assert said[f"{DUBLIN_CORE}creator"] == "Ann “N” N."
    assert said[f"{DUBLIN_CORE}language"] == "de"
    assert said[f"{DUBLIN_CORE}subject"] == "onetwo & three"
    assert said["{http://ns.adobe.com/pdf/1.3/}Keywords"] == "one, two & three"
    assert said["{http://www.aiim.org/pdfa/ns/id/}part"] == "3"
    assert said["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
    assert b"Date" not in packet


def test_the_packet_is_found_without_reading_pdf(theme):
    data = engine.pdf(PAGE, theme)
    assert data.count(b"<?xpacket begin=") == 1
    assert b"<pdfaid:part>2</pdfaid:part>" in data


def test_titles_and_keywords_are_the_same_in_both_places(theme):
    page = PAGE.replace("A title", "Łódź & “co” — Δ").replace(
        "<body>", '<meta name=keywords content="a, b c, Ω"><body>'
    )
    finished, _ = proof.prove([engine.pdf(page, theme)], "pdf", proof.Claim(read_document()))
    assert finished.title == "Łódź & “co” — Δ"
    assert finished.contradictions == ()
    assert finished.standards == {"PDF/A-2a", "PDF/UA-1"}


def read_document():
    return arrange(read(b"basics: {name: N. N.}", "cv.yaml")[0], "en")


@pytest.mark.parametrize(
    "rule",
    [
        "background: linear-gradient(red, rgba(0, 0, 255, 0.4))",
        "background: url({png})",
        "background: url({jpeg}); image-rendering: auto",
        "border-image: url({png}) 1",
        "opacity: 0.5; color: oklch(0.5 0.2 240)",
        "box-shadow: 1px 1px red; filter: none; border-radius: 3px; border: 2px dotted blue",
    ],
)
def test_whatever_a_style_sheet_paints_is_archival(tmp_path, rule):
    pictures = {"png": "", "jpeg": ""}
    for kind, mode in (("png", "RGBA"), ("jpeg", "RGB")):
        out = io.BytesIO()
        Image.new(mode, (3, 3), (200, 30, 30, 90)[: len(mode)]).save(out, kind)
        pictures[kind] = f"data:image/{kind};base64,{base64.b64encode(out.getvalue()).decode()}"
    folder = tmp_path / "mine"
    folder.mkdir()
    folder.joinpath("theme.yaml").write_text("{name: mine, about: mine, extends: ats, styles: [mine.css]}")
    folder.joinpath("mine.css").write_text("p { " + rule.format(**pictures) + " }")
    data = engine.pdf(PAGE, load("mine", [tmp_path, ROOT / "themes"]), ("cv.yaml", b"a: b\n"))
    assert failures(data, "3a", "ua1") == []
    assert b"Interpolate" not in everything(data).encode("latin-1", "replace")


def test_a_photo_looks_as_it_did_smoothed(cv):
    prepared = cv("lindqvist", "margin").prepared
    page = render(prepared.document, prepared.theme)
    one, other = (
        pypdfium2.PdfDocument(data)[0].render(scale=3).to_pil().convert("RGB")
        for data in (engine.pdf(page, prepared.theme), engine.written(page, prepared.theme))
    )
    assert max(ImageStat.Stat(ImageChops.difference(one, other)).mean) < 0.01


# What it carries


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("polte.yaml", "/application/yaml"),
        ("polte.YML", "/application/yaml"),
        ("résumé Łódź (2).json", "/application/json"),
        ("cv.md", "/text/markdown"),
        ("cv", "/application/octet-stream"),
    ],
)
def test_what_is_attached_comes_back_byte_for_byte(theme, name, media_type):
    content = bytes(range(256)) + b"\r\n \r\n\xef\xbb\xbf# a comment\r"
    data = engine.pdf(PAGE, theme, (name, content))
    assert attachments(data) == [(name, content)]
    assert failures(data, "3a", "ua1") == []
    (reference,) = root_of(data)["/AF"]
    specification = reference.get_object()
    assert specification["/AFRelationship"] == "/Source"
    assert specification["/UF"] == name
    assert specification["/EF"]["/F"].get_object()["/Subtype"] == media_type
    assert specification["/EF"]["/F"].get_object()["/Params"]["/Size"] == len(content)


@pytest.mark.parametrize("last", [b"\r", b"\n"])
def test_a_stream_that_ends_like_a_line_is_as_long_as_it_says(theme, last):
    chance = random.Random(1)  # noqa: S311  # for a search, no secret
    contents = (bytes(chance.choices(b"abc: \n", k=90)) for _ in range(5000))
    content = next(found for found in contents if zlib.compress(found, 9).endswith(last))
    data = engine.pdf(PAGE, theme, ("cv.yaml", content))
    assert last + b"\r\nendstream" in data
    assert attachments(data) == [("cv.yaml", content)]
    assert failures(data, "3a", "ua1") == []


def test_every_stream_is_as_long_as_it_says(cv):
    for application in ("lindqvist", "polte"):
        data = cv(application).made.data
        lengths = [int(found) for found in re.findall(rb"/Length (\d+)[^R]*?>>\nstream\n", data)]
        starts = [found.end() for found in re.finditer(rb"/Length \d+[^R]*?>>\nstream\n", data)]
        assert len(starts) > 10
        assert all(
            data.startswith(b"\r\nendstream\nendobj", start + length)
            for start, length in zip(starts, lengths, strict=True)
        )


# What it does not carry

CONTENT = """\
# {comment}
basics: {{name: N. N., summary: A person., phone: "{phone}"}}
work:
  - {{id: one, private: {withheld}, name: "{private_one}", keywords: ["{private_one}"], position: Engineer}}
  - id: two
    name: Two
    position: Engineer
    highlights: [{{private: {withheld}, text: "{nested_one}"}}, shown]
  - {{id: three, name: "{omitted_one}", url: "https://{omitted_one}.example.org"}}
sections:
  - {{id: more, only: [others], title: "{only_one}", body: "[a](https://{only_one}.example.org)"}}
"""
WITHHELD = ("private_one", "nested_one", "omitted_one", "only_one", "phone")
WORDS = st.lists(st.text("bcdfghjklmnpqrstvwxz", min_size=9, max_size=12), min_size=6, max_size=6, unique=True)


@given(words=WORDS, is_withheld=st.booleans())
@settings(max_examples=8, phases=[Phase.generate])
def test_nothing_withheld_is_anywhere_in_the_file(words, is_withheld):
    theme = load("ats", [ROOT / "themes"])
    said = dict(zip(("comment", *WITHHELD), words, strict=True))
    content = CONTENT.format(withheld="true" if is_withheld else "false", **said)
    resume, faults = read(content.encode(), "cv.yaml")
    assert faults == []
    shows = {"omit": ("work.three", "basics.phone")} if is_withheld else {"tags": ("others",)}
    tailored = tailor(resume, Application(**shows))
    data = pdf.write(Manuscript(arrange(tailored, "en"), theme, tailored))
    found = everything(data)
    assert len(attachments(data)) == 1
    assert all((said[kind] in found) != is_withheld for kind in WITHHELD)
    assert said["comment"] not in found
    assert all(word.encode("utf-16-be").hex() not in found.lower() for word in words if is_withheld)


def test_with_nothing_withheld_the_file_is_carried_as_it_stands(theme):
    content = b"\xef\xbb\xbf# of mine\r\nbasics: {name: N. N.}\r\n"
    resume, _ = read(content, "content/cv.yaml")
    tailored = tailor(resume, Application())
    data = pdf.write(Manuscript(arrange(tailored, "en"), theme, tailored))
    assert attachments(data) == [("cv.yaml", content)]
