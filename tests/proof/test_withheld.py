"""The rule `withheld`: a hidden value is found in every format, and in every corner of a file."""

import base64
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
import pytest

from typeset import proof, writers
from typeset.document.arrange import arrange
from typeset.proof import Claim
from typeset.proof.finished import READERS
from typeset.proof.search.inside import inside
from typeset.readers.yaml import read
from typeset.resume.audience.profiles import BUILT_IN, Profile, Rule
from typeset.resume.audience.redaction import Redacted, redacted
from typeset.resume.audience.secrets import Kind, Secret, Withheld
from typeset.resume.model import Resume
from typeset.theme import SHIPPED_THEMES
from typeset.theme.theme import Theme, load
from typeset.writers import Manuscript, svg

GRACE = """\
basics:
  name: Grace Quillfeather
  label: Navigator
  email: grace@quill.example.org
  phone: +1 555 0100 177
  url: https://quill.example.org
work:
  - {name: Page & Sons, position: Mark, startDate: 2011-05, highlights: ["With grace, a May page, and a strong mark."]}
"""
NAME, MAIL = "Grace Quillfeather", "grace@quill.example.org"
SECRETS = Withheld((Secret("basics.name", Kind.NAME, NAME), Secret("basics.email", Kind.ADDRESS, MAIL)))
PICTURES = {"png"}
"""What has no text of its own."""


@pytest.fixture(scope="module")
def grace() -> Resume:
    return read(GRACE.encode(), "grace.yaml")[0]


@pytest.fixture(scope="module")
def blind(grace: Resume) -> Redacted:
    return redacted(grace, BUILT_IN["blind"], "first", "en")


def theme_of(format_name: str) -> Theme:
    return load("classic-latex" if writers.FORMATS[format_name].engine == "latex" else "ats", [SHIPPED_THEMES])


def findings(shown: Resume, format_name: str, withheld: Withheld, name: str = "cv") -> list[proof.Finding]:
    document, theme = arrange(shown, "en"), theme_of(format_name)
    files = writers.write(Manuscript(document, theme, shown), format_name)
    names = tuple(f"{name}{key}" for key in files)
    claim = Claim(document, theme.families, attached=shown, kept_back=withheld, names=names)
    return [each for each in proof.prove([*files.values()], format_name, claim)[1] if each.rule == "withheld"]


def test_every_format_is_searched():
    assert len(READERS) > 13
    assert all("withheld" in reader.rules for reader in READERS.values())


@pytest.mark.parametrize(
    "format_name",
    [
        pytest.param(name, marks=pytest.mark.needs(svg.DRAW) if name == "svg" else ())
        for name in READERS
        if name not in PICTURES
    ],
)
def test_a_writer_that_forgets_the_audience_is_caught(grace, blind, format_name):
    assert findings(blind.resume, format_name, blind.withheld) == []
    told = findings(grace, format_name, blind.withheld)
    assert "basics.name" in {each.fault.message.split("`")[1] for each in told}
    assert all(each.is_error and each.fault.place for each in told)


def test_a_file_s_name_is_part_of_it(blind):
    [told] = findings(blind.resume, "txt", blind.withheld, "Quillfeather-CV")
    assert "the file's name" in told.fault.message


def test_the_place_that_still_says_it_is_told():
    text = GRACE.replace("a strong mark", "and all that Page & Sons are")
    own = Profile("own", (Rule("work.*.name"),))
    made = redacted(read(text.encode(), "grace.yaml")[0], own, "web", "en")
    [told] = findings(made.resume, "txt", made.withheld)
    assert told.fault.place
    assert told.fault.place.line == 8
    assert told.fault.hint
    assert told.fault.hint.startswith("hide `work.page-sons.with-grace-a-may-page-and-and-all-that.text` too")


# Corners


def corners(data: bytes, withheld: Withheld = SECRETS) -> set[str]:
    """Where in a file something is said."""
    layers = [layer for layer in inside([data]).layers if not layer.maker]
    return {layer.where for layer in layers if withheld.said_in(layer.text, source=layer.source)}


def pdf(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    made, out = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    change(made)
    made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _outline(made: pikepdf.Pdf) -> None:
    with made.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(NAME, 0))


def _metadata(made: pikepdf.Pdf) -> None:
    with made.open_metadata(update_docinfo=False) as about:
        about["dc:creator"] = [NAME]


def _attached(made: pikepdf.Pdf) -> None:
    made.attachments["cv.yaml"] = b"basics:\n  email: " + MAIL.encode()


def _stream(made: pikepdf.Pdf) -> None:
    said = NAME.encode("utf-16-be").hex().upper()
    content = f"/Span <</ActualText <FEFF{said}>>> BDC EMC".encode()
    made.pages[0].Contents = made.make_stream(content)


def _unused(made: pikepdf.Pdf) -> None:
    made.Root.Perhaps = made.make_indirect(pikepdf.Array([pikepdf.String(NAME)]))


def _link(made: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=f"mailto:{MAIL}")
    made.pages[0].Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=action)])


def _nested(made: pikepdf.Pdf) -> None:
    made.attachments["other.pdf"] = pdf(_metadata)


@pytest.mark.parametrize("change", [_outline, _metadata, _attached, _stream, _unused, _link, _nested])
def test_no_corner_of_a_pdf_is_left_out(change):
    assert corners(pdf(lambda _: None)) == set()
    assert corners(pdf(change))


def package(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/"), text)
    return out.getvalue()


def picture(kind: bytes, content: bytes, after: bytes = b"") -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"\0" * 13) + chunk(kind, content) + chunk(b"IEND", b"") + after


@pytest.mark.parametrize(
    "data",
    [
        package(docProps__core="<c xmlns:dc='x'><dc:creator>Grace Quillfeather</dc:creator></c>"),
        package(word__document="<p><r><t>by Quill</t></r><r><t>feather, 2011</t></r></p>"),
        package(word__comments='<comment w:author="Quillfeather"/>'),
        package(media__quillfeather_jpg="x"),
        package(word__settings="<!-- grace@quill.example.org -->"),
        picture(b"tEXt", b"Author\0Grace Quillfeather"),
        picture(b"zTXt", b"Author\0\0" + zlib.compress(b"Grace Quillfeather")),
        picture(b"IDAT", b"", b"Grace Quillfeather"),
        b"\xff\xd8\xff\xfe\0\x20by Grace Quillfeather\xff\xd9",
        "Grace Quillfeather".encode("utf-16-le") + b"\xff\xd8\xff",
        b"<svg><title>Grace Quillfeather</title></svg>",
        b"<p title='Quillfeather'>",
        b"<h2 id='quillfeather-notes'>",
        b"<a href='mailto:grace%40quill.example.org'>x</a>",
        b"<p>Grace Quill&shy;feather</p>",
        b"<style>/* grace@quill.example.org */</style>",
        b"<style>p::after { content: 'Grace Quillfeather' }</style>",
        b'<script type="application/ld+json">{"name": "Grace \\u0051uillfeather"}</script>',
        b"<img src='data:image/svg+xml;base64," + base64.b64encode(b"<svg><desc>Quillfeather</desc></svg>") + b"'>",
        b"<img src='data:image/svg+xml,%3Csvg%3E%3Cdesc%3EQuillfeather'>",
        b"BEGIN:VCARD\r\nNOTE:written by Quillfe\r\n ather\r\nEND:VCARD",
        b"\\documentclass{article}\\hypersetup{pdfauthor={Quillfeather}}",
        json.dumps({"a": [{"b": "Quillfeather"}]}).encode(),
    ],
)
def test_no_corner_of_any_other_file_is_left_out(data):
    assert corners(data)


@pytest.mark.parametrize(
    "data",
    [
        b"<style>.grace { max-width: 1px }</style><p class='Grace'>with grace</p>",
        b"<w:style w:val='Strong Grace'/>",
        b"data: grace",
        b"wOF2 Grace Quillfeather",
        b"{" * 100_000,
        b"<svg><path d='M 1 2 L 3 4'/></svg>",
        b"",
    ],
)
def test_what_a_format_says_in_its_own_words_is_no_secret(data):
    assert corners(data) == set()


def test_files_in_files_have_an_end():
    data = b"Grace Quillfeather"
    for _ in range(10):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            made.writestr("inner", data)
        data = out.getvalue()
    assert corners(data) == set()
