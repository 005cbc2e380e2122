"""Defects of what stands where on the pages: seen by eye, and by no reader of text."""

import io
import zlib
from collections.abc import Callable

import pikepdf
from PIL import Image

from planted.plant import CONTENT, Plant, document, plain, proved, styled, tampered, written
from typeset.proof import Claim, Finding

LONG = CONTENT.replace(
    "Saw it at work.",
    "Saw it at work on several evenings in the company of her mother and of Mary Somerville who explained to her "
    "what every one of its wheels was there for.",
)
"""A CV with a bullet that is longer than a line."""
PARAGRAPH = f"""\
basics:
  name: Ada Lovelace
  summary: {"Wrote the first program, and said what machines might do one day. " * 4}
"""
RULED = """\
@page {{ size: 210mm 297mm; margin: 20mm 20mm {}mm }}
* {{ margin: 0 !important; padding: 0 !important }}
.masthead {{ height: 40mm }} h2 {{ height: 10mm }} p {{ line-height: 10mm; orphans: 1; widows: 1 }}
"""
"""A sheet on which the paragraph, of three lines of 10 mm, begins 50 mm below the upper margin."""


Change = Callable[[pikepdf.Pdf], None]


def drawn_first(operators: str) -> Change:
    """Return a change of a PDF that draws something on its first page before all else."""

    def change(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        page.contents_add(operators.encode(), prepend=True)

    return change


def written_over(file: pikepdf.Pdf) -> None:
    """Set letters all down the first page, as a part of its text."""
    page = file.pages[0]
    font = next(iter(page.Resources.Font.keys()))
    lines = "".join(f"1 0 0 1 90 {y} Tm <002400250026002700280029> Tj " for y in range(400, 700, 7))
    page.contents_add(b"q", prepend=True)
    page.contents_add(f"Q q /Span <</MCID 0>> BDC BT {font} 10 Tf {lines} ET EMC Q".encode())


def cut(file: pikepdf.Pdf) -> None:
    file.pages[0].MediaBox = pikepdf.Array([0, 0, 420, 842])


def with_another_page(file: pikepdf.Pdf) -> None:
    file.add_blank_page(page_size=(595.28, 841.89))


def pictured(data: bytes, **about: object) -> Change:
    """Return a change of a PDF that puts a picture of 40 by 40 pixels on its first page."""

    def change(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        said = {"Type": pikepdf.Name.XObject, "Subtype": pikepdf.Name.Image, "Width": 40, "Height": 40}
        picture = pikepdf.Stream(file, data, **said, ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8, **about)
        page.Resources.XObject = pikepdf.Dictionary(Photo=picture)
        page.contents_add(b"q", prepend=True)
        page.contents_add(b"Q q 40 0 0 40 400 700 cm /Photo Do Q")

    return change


def jpeg() -> bytes:
    out = io.BytesIO()
    Image.radial_gradient("L").resize((40, 40)).convert("RGB").save(out, "jpeg")
    return out.getvalue()


DCT, FLATE = {"Filter": pikepdf.Name.DCTDecode}, {"Filter": pikepdf.Name.FlateDecode}
PIXELS = bytes(range(240)) * 20


def without_its_photo() -> list[Finding]:
    return proved(written(), Claim(document(), plain().families), pictures=1)


PLANTED = (
    Plant(
        "a line that runs over the right edge",
        "edges",
        lambda: styled("li { white-space: nowrap }", LONG),
        "content.yaml:22:18",
    ),
    Plant(
        "a head that begins left of the page", "edges", lambda: styled("h1 { margin-left: -30mm }"), "content.yaml:2:"
    ),
    Plant("a page that was cut too narrow", "edges", lambda: tampered(cut, LONG), "content.yaml:22:18"),
    Plant(
        "a name that stands in the margin",
        "margins",
        lambda: styled("h1 { margin-left: -12mm }"),
        "content.yaml:2:9: warning: ",
    ),
    Plant("a table that is too wide", "margins", lambda: styled(".line { width: 108% }")),
    Plant(
        "a footer that is no running foot",
        "margins",
        lambda: styled("main { position: relative } .section:last-child { position: absolute; top: 236mm }"),
    ),
    Plant(
        "letters of which the lower half is hidden",
        "clipped",
        lambda: styled("li { overflow: hidden; height: 8pt }"),
        "content.yaml:16:9",
    ),
    Plant(
        "a line of which the end is hidden",
        "clipped",
        lambda: styled("li { overflow: hidden; width: 40mm; white-space: nowrap }"),
        "content.yaml:16:9",
    ),
    Plant("a window over a part of the page", "clipped", lambda: tampered(drawn_first("0 0 200 842 re W n"))),
    Plant(
        "lines without room between them", "overlap", lambda: styled("li { line-height: .3 }", LONG), "content.yaml:22"
    ),
    Plant(
        "a heading that the line below lies over",
        "overlap",
        lambda: styled("h2 { margin-bottom: -1.3em }"),
    ),
    Plant("letters set over a line afterwards", "overlap", lambda: tampered(written_over)),
    Plant(
        "dates that are too small",
        "small",
        lambda: styled(".period { font-size: 5.4pt }"),
        "content.yaml:11:15: warning: ",
    ),
    Plant("a list that is shrunk", "small", lambda: styled("li { transform: scale(.55) }"), "content.yaml:16:9"),
    Plant("a light grey", "contrast", lambda: styled("li { color: #999 }"), "content.yaml:16:9: warning: "),
    Plant("a veil over a list", "contrast", lambda: styled("ul { opacity: .5 }"), "content.yaml:16:9"),
    Plant("white on a light ground", "contrast", lambda: styled("h2 { background: #8aa; color: #fff }")),
    Plant(
        "a heading that what it is about has left",
        "stranded",
        lambda: styled("h2 { break-after: page !important } h2 + * { break-before: page }"),
    ),
    Plant(
        "a head that its bullets have left", "stranded", lambda: styled(".entry ul { break-before: page !important }")
    ),
    Plant("a first line alone", "widows", lambda: styled(RULED.format(212), PARAGRAPH), "content.yaml:3:12"),
    Plant("a last line alone", "widows", lambda: styled(RULED.format(202), PARAGRAPH), "content.yaml:3:12"),
    Plant(
        "an entry's last bullet alone",
        "widows",
        lambda: styled("li:last-child { break-before: page !important }"),
        "content.yaml:17:9",
    ),
    Plant(
        "two lines on the last page",
        "ending",
        lambda: styled(".section:last-child { break-before: page }"),
        "content.yaml:29",
    ),
    Plant(
        "a page break at the end",
        "blank",
        lambda: styled("main::after { content: ''; display: block; break-before: page }"),
    ),
    Plant("a page that somebody added", "blank", lambda: tampered(with_another_page)),
    Plant("a photo that is not there", "images", without_its_photo, "content.yaml:2:9"),
    Plant("a photo that ends in the middle", "images", lambda: tampered(pictured(jpeg()[:-60], **DCT))),
    Plant("a picture with rows missing", "images", lambda: tampered(pictured(zlib.compress(PIXELS[:-900]), **FLATE))),
    Plant("a picture that is none", "images", lambda: tampered(pictured(b"no picture at all", **DCT))),
)
