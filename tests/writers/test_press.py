"""PDF for a print shop: the boxes, the inks and the declarations of PDF/X-4, and the pages as they were."""

import base64
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageCms, ImageStat
from sound import faults

from typeset.resume.model import Resume
from typeset.theme.theme import available, load
from typeset.writers import CannotWrite, Manuscript, press
from typeset.writers.assets.photo import in_ink, measured
from typeset.writers.assets.profiles import COATED, SRGB
from typeset.writers.paper.ink import MOST, inks, inks_of_lab
from typeset.writers.tex import lualatex
from typeset.writers.tex.log import Sheet

ROOT = Path(__file__).parents[2]
POINT = 72 / 25.4
SCREEN_COLOR = re.compile(rb"(?<!\S)(?:rg|RG|g|G|sc|SC|scn|cs|sh)(?!\S)")
INKS = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) [kK]\b")

ROOTS = [ROOT / "themes"]
ENGINES = {name: load(name, ROOTS).engine for name in available(ROOTS)}
SHOWN = {
    "margin": ["lindqvist", "twitch"],
    "classic": ["mims"],
    "ats": ["polte"],
    "academic": ["mims"],
    "classic-latex": ["twitch"],
}
"""The applications that are printed in a theme; the one with a photo in any other."""
needs_latex = pytest.mark.skipif(
    not shutil.which("lualatex") and os.environ.get("CI") != "true", reason="LaTeX is not installed"
)
MARKS = {"latex": [needs_latex], "weasyprint": []}

pages = pytest.mark.parametrize(
    ("application", "theme"),
    [
        pytest.param(application, theme, marks=MARKS[engine])
        for theme, engine in ENGINES.items()
        for application in SHOWN.get(theme, ["lindqvist"])
    ],
)


def reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def contents(data: bytes) -> bytes:
    return b"\n".join(found.get_data() for page in reader(data).pages if (found := page.get_contents()) is not None)


def set_in(data: bytes) -> set[tuple[float, ...]]:
    """The mixtures of inks that a file sets, in percent."""
    return {tuple(100 * float(ink) for ink in found) for found in INKS.findall(contents(data))}


@pytest.fixture(autouse=True, scope="module")
def _tex_runs_once_a_source():
    """Both formats of a CV come of one LaTeX source; that TeX makes the same of it twice is shown elsewhere."""
    run = lualatex.pdf
    made: dict[str, bytes] = {}

    def remembered(sheet: Sheet, companions: Mapping[str, bytes]) -> bytes:
        return made.get(sheet.text) or made.setdefault(sheet.text, run(sheet, companions))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lualatex, "pdf", remembered)
        yield


def test_themes_of_either_engine_are_found():
    assert set(ENGINES.values()) == MARKS.keys()
    assert SHOWN.keys() < ENGINES.keys()


# Paper


@pages
def test_it_proves_clean(cv, application, theme):
    assert faults(cv(application, theme, "print").made.findings) == []


@pages
def test_pages_are_trimmed_to_the_size_of_the_pdf_and_bleed_three_millimetres(cv, application, theme):
    ours = reader(cv(application, theme, "print").made.data).pages
    theirs = reader(cv(application, theme).made.data).pages
    assert len(ours) == len(theirs)
    for page, other in zip(ours, theirs, strict=True):
        assert list(page.trimbox) == pytest.approx(list(other.mediabox), abs=0.01)
        bleed = [float(one) - float(two) for one, two in zip(page.bleedbox, page.trimbox, strict=True)]
        assert bleed == pytest.approx([-3 * POINT, -3 * POINT, 3 * POINT, 3 * POINT], abs=0.01)
        room = [float(one) - float(two) for one, two in zip(page.mediabox, page.trimbox, strict=True)]
        assert room == pytest.approx([-8 * POINT, -8 * POINT, 8 * POINT, 8 * POINT], abs=0.01)


@pages
def test_crop_marks_point_at_the_corners_and_stay_out_of_the_bleed(cv, application, theme):
    page = reader(cv(application, theme, "print").made.data).pages[0]
    marks = page.get_contents().get_data().partition(b" EMC")[0]
    lines = [tuple(map(float, found)) for found in re.findall(rb"([-\d.]+) ([-\d.]+) m ([-\d.]+) ([-\d.]+) l", marks)]
    left, bottom, right, top = map(float, page.trimbox)
    assert {(x, y) for x, y, *_ in lines if x in (0.0, round(right, 3))} != set()
    assert len(lines) == 8
    for x, y, to_x, to_y in lines:
        outside_x = min(abs(x - left), abs(x - right)) >= 3 * POINT - 0.01 and not left < x < right
        outside_y = min(abs(y - bottom), abs(y - top)) >= 3 * POINT - 0.01 and not bottom < y < top
        assert outside_x != outside_y
        assert (x == to_x) != (y == to_y)
        assert page.mediabox.left <= min(x, to_x) + 0.01


@pages
def test_within_the_trim_the_page_looks_as_the_pdf_does(cv, application, theme):
    ours, theirs = cv(application, theme, "print").made.data, cv(application, theme).made.data
    document = pypdfium2.PdfDocument(ours)
    page = document[0]
    page.set_cropbox(*page.get_trimbox())
    one = page.render(scale=1.5).to_pil().convert("L")
    other = pypdfium2.PdfDocument(theirs)[0].render(scale=1.5).to_pil().convert("L")
    assert one.size == other.size
    assert ImageStat.Stat(ImageChops.difference(one, other)).mean[0] < 2
    assert ImageStat.Stat(one).mean[0] < 254


# Colours


@pages
def test_every_colour_is_of_ink(cv, application, theme):
    data = cv(application, theme, "print").made.data
    assert SCREEN_COLOR.findall(contents(data)) == []
    assert set_in(data)
    assert b"DeviceRGB" not in contents(data)
    for page in reader(data).pages:
        for picture in page["/Resources"].get("/XObject", {}).values():
            assert picture.get_object()["/ColorSpace"] == "/DeviceCMYK"
    assert b"/DeviceRGB" not in data


@pages
def test_text_is_black_ink_alone_and_no_colour_is_of_all_four_inks(cv, application, theme):
    mixtures = set_in(cv(application, theme, "print").made.data)
    assert (0, 0, 0, 100) in mixtures
    assert all(min(mixture[:3]) == 0 and sum(mixture) <= MOST for mixture in mixtures)


def test_the_accent_of_an_application_is_the_nearest_that_ink_can_be(cv):
    purple = inks(*(int("6441a5"[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    assert purple in set_in(cv("twitch", "margin", "print").made.data)
    assert purple not in set_in(cv("polte", "margin", "print").made.data)


@pytest.mark.parametrize("grey", ["000000", "1a1a1a", "444444", "55575a", "cfcbc4", "ffffff"])
def test_greys_are_of_black_ink_alone(grey):
    *colored, black = inks(*(int(grey[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    assert colored == [0, 0, 0]
    assert (black == 0) == (grey == "ffffff")
    if grey not in ("000000", "1a1a1a"):  # darker than black ink is
        lightness = measured("RGB", bytes.fromhex(grey))[0][0]
        assert measured("CMYK", bytes([0, 0, 0, round(2.55 * black)]))[0][0] == pytest.approx(lightness, abs=1)


@pytest.mark.parametrize("color", ["1b2a41", "334155", "8b1a1a", "00695c", "0b5394", "1f4e79", "2e7d32"])
def test_an_accent_that_ink_can_be_looks_the_same(color):
    mixture = inks(*(int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    wanted, found = (
        measured("RGB", bytes.fromhex(color))[0],
        measured("CMYK", bytes(round(2.55 * i) for i in mixture))[0],
    )
    assert max(abs(one - other) for one, other in zip(wanted, found, strict=True)) < 3
    assert 0 in mixture[:3]


@pytest.mark.parametrize("color", ["0000ff", "00ff00", "000040", "300000", "ff00ff"])
def test_no_colour_takes_more_ink_than_the_paper(color):
    mixture = inks(*(int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    assert sum(mixture) <= MOST
    assert min(mixture[:3]) == 0


def test_a_colour_of_lab_and_of_rgb_are_one():
    assert inks_of_lab(*measured("RGB", bytes.fromhex("1f4e79"))[0]) == inks(0x1F / 255, 0x4E / 255, 0x79 / 255)


def test_a_photo_in_ink_is_the_same_photo():
    out = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(out, "JPEG", quality=95)
    found = Image.open(io.BytesIO(in_ink(out.getvalue())))
    assert (found.mode, found.size) == ("CMYK", (256, 256))
    columns = measured("CMYK", b"".join(bytes(found.getpixel((9, y))) for y in (0, 60, 120, 180, 255)))
    lightnesses = [lightness for lightness, _, _ in columns]
    assert lightnesses == sorted(lightnesses)
    assert lightnesses[0] < 25
    assert lightnesses[-1] > 97
    assert max(abs(a) + abs(b) for _, a, b in columns) < 8
    assert max(sum(found.getpixel((9, y))) for y in range(256)) <= 2.55 * (MOST + 5)


# Declarations


@pages
def test_it_declares_itself_for_the_press(cv, application, theme):
    data = cv(application, theme, "print").made.data
    found = reader(data)
    (intent,) = found.trailer["/Root"]["/OutputIntents"]
    assert data.startswith(b"%PDF-1.6")
    assert intent["/S"] == "/GTS_PDFX"
    assert intent["/OutputConditionIdentifier"] == "FOGRA39"
    assert intent["/DestOutputProfile"].get_object().get_data() == COATED.read_bytes()
    assert intent["/DestOutputProfile"].get_object()["/N"] == 4
    assert found.metadata["/Trapped"] == "/False"
    assert len(found.trailer["/ID"]) == 2
    tree = ElementTree.fromstring(found.trailer["/Root"]["/Metadata"].get_data())  # noqa: S314  # our own
    said = {element.tag.partition("}")[2]: (element.text or "").strip() for element in tree.iter()}
    assert said["GTS_PDFXVersion"] == "PDF/X-4"
    assert said["Trapped"] == "False"
    assert re.fullmatch(r"uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", said["DocumentID"])
    assert {"CreateDate", "ModifyDate", "MetadataDate", "VersionID", "RenditionClass"} <= said.keys()


@pages
def test_nothing_on_a_page_can_be_clicked_and_nothing_is_attached(cv, application, theme):
    assert any("/Annots" in page for page in reader(cv(application, theme).made.data).pages)
    data = cv(application, theme, "print").made.data
    assert b"/StructTreeRoot" in data
    assert all(name not in data for name in (b"/Annot", b"/OBJR", b"/GoTo", b"/URI", b"/Outlines", b"/OpenAction"))
    assert b"http" not in contents(data)
    assert reader(data).attachments == {}


def test_the_profile_is_of_a_press_and_anybody_may_use_it():
    for file, mode, device in ((COATED, "CMYK", "prtr"), (SRGB, "RGB", "mntr")):
        profile = ImageCms.ImageCmsProfile(str(file)).profile
        assert (profile.device_class, profile.xcolor_space.strip()) == (device, mode)
        assert "No copyright" in profile.copyright
    assert COATED.stat().st_size < 80_000


@pages
def test_qpdf_finds_nothing_wrong(cv, application, theme, tmp_path):
    if not shutil.which("qpdf"):
        if os.environ.get("CI") == "true":
            pytest.fail("CI must have qpdf")
        pytest.skip("qpdf is not installed")
    file = tmp_path / "cv.pdf"
    file.write_bytes(cv(application, theme, "print").made.data)
    run = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")


# Other themes


@pytest.fixture
def styled(document, tmp_path):
    """A function from a declaration of CSS for paragraphs to the file."""

    def paint(declaration: str) -> bytes:
        folder = tmp_path / "mine"
        folder.mkdir()
        folder.joinpath("theme.yaml").write_text("{name: mine, about: mine, extends: ats, styles: [mine.css]}")
        folder.joinpath("mine.css").write_text(f"p {{ {declaration} }}")
        made = document("basics: {name: N. N., summary: A person.}")
        return press.write(Manuscript(made, load("mine", [tmp_path, ROOT / "themes"]), Resume()))

    return paint


def picture(kind: str, mode: str) -> str:
    out = io.BytesIO()
    Image.new(mode, (3, 3), (200, 30, 30, 90)[: len(mode)] if len(mode) > 1 else 90).save(out, kind)
    return f"url(data:image/{kind};base64,{base64.b64encode(out.getvalue()).decode()})"


SQUARE = (
    'url(\'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
    '<rect width="9" height="9" fill="red" stroke="blue"/></svg>\')'
)


@pytest.mark.parametrize(
    "declaration",
    [
        "color: oklch(0.5 0.2 240); border: 1px solid lab(50 20 30)",
        "opacity: 0.5; background: #fed",
        f"background: {picture('jpeg', 'RGB')}",
        f"background: {picture('jpeg', 'L')}",
        *(f"background: {picture('png', mode)}" for mode in ("RGB", "RGBA", "L")),
        f"background: {SQUARE}",
    ],
)
def test_whatever_has_an_ink_is_painted(styled, declaration):
    data = styled(declaration)
    found = reader(data)
    streams = [found.get_object(number) for number in range(1, int(found.trailer["/Size"]))]
    drawn = [item for item in streams if hasattr(item, "get_data") and item.get("/Subtype") in (None, "/Form")]
    painting = [
        item.get_data() for item in drawn if item.get("/Type") in (None, "/XObject", "/Pattern") and "/N" not in item
    ]
    assert [item for item in painting if re.search(rb"(?<!\S)(?:rg|RG)(?!\S)|/lab", item)] == []
    assert "/DeviceRGB" not in "".join(map(repr, streams))


def test_what_touches_the_edge_of_the_page_goes_on_to_the_end_of_the_bleed(styled):
    page = pypdfium2.PdfDocument(styled("color: red } @page { background: #1f4e79 } p {"))[0]
    across = page.render(scale=1).to_pil().convert("L").crop((0, 400, 30, 401)).tobytes()
    assert set(across[: int(5 * POINT)]) == {255}
    assert max(across[int(5 * POINT) + 1 :]) < 120


def test_a_gradient_of_a_style_sheet_is_refused(styled):
    with pytest.raises(CannotWrite, match="the theme paints a gradient") as refused:
        styled("background: linear-gradient(red, blue)")
    assert refused.value.hint


@pytest.fixture
def painted(document):
    """A function from the operators of a page, and things they name by their kind, to the page that is printed."""

    def paint(operators: bytes, **named: pikepdf.Object) -> pypdf.PageObject:
        with pikepdf.new() as file:
            file.add_blank_page(page_size=(200, 100))
            page = file.pages[0]
            page.Contents = file.make_stream(operators)
            page.Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB)
            for kind, thing in named.items():
                stored = file.make_stream(b"", thing) if kind == "XObject" else thing
                page.Resources[f"/{kind}"] = pikepdf.Dictionary(N=file.make_indirect(stored))
            file.docinfo["/Producer"] = "a program"
            out = io.BytesIO()
            file.save(out)
        return reader(press.printed(out.getvalue(), document("basics: {name: N. N.}"))).pages[0]

    return paint


def parsed(text: str) -> pikepdf.Object:
    return pikepdf.Object.parse(text.encode())


@pytest.mark.parametrize(
    ("operators", "mixture"),
    [
        (b"0 g", "0 0 0 1 k"),
        (b"1 G", "0 0 0 0 K"),
        (b"0.10196 0.10196 0.10196 RG", "0 0 0 1 K"),
        (b"/lab-d50 cs 100 0 0 scn", "0 0 0 0 k"),
        (b"0.1 0.2 0.3 0.4 k", "0.1 0.2 0.3 0.4 k"),
        (b"/DeviceCMYK CS 0.1 0.2 0.3 0.4 SCN", "/DeviceCMYK CS 0.1 0.2 0.3 0.4 SCN"),
        (b"/Pattern cs /N scn", "/Pattern cs /N scn"),
    ],
)
def test_every_way_to_set_a_colour_comes_to_inks(painted, operators, mixture):
    page = painted(operators)
    _, _, found = page.get_contents().get_data().decode().partition(" re W n\n")
    plain = [float(word) if word[0].isdigit() else word for word in found.split()]
    assert plain == [float(word) if word[0].isdigit() else word for word in mixture.split()]
    assert page["/Group"]["/CS"] == "/DeviceCMYK"


@pytest.mark.parametrize(
    ("operators", "named", "message"),
    [
        (b"/N sh", {}, "a gradient"),
        (b"", {"Pattern": "<</PatternType 2>>"}, "a gradient"),
        (b"/N cs 1 scn", {"ColorSpace": "[/Separation /Gold /DeviceCMYK <<>>]"}, "in the colour space `N`"),
        (b"/DeviceRGB CS 1 0 0 SC", {}, "in the colour space `DeviceRGB`"),
        (b"BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI", {}, "a picture among the text"),
        (b"", {"XObject": "<</Subtype/Image/ColorSpace[/ICCBased null]>>"}, "a picture of an unusual kind"),
        (
            b"",
            {"XObject": "<</Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 16>>"},
            "a picture of an unusual kind",
        ),
        (b"", {"Font": "<</Subtype/Type3>>"}, "letters that are drawings"),
        (b"0 0 rg", {}, "what cannot be read"),
        (b"/One /Two /Three rg", {}, "what cannot be read"),
    ],
)
def test_what_has_no_ink_is_refused(painted, operators, named, message):
    with pytest.raises(CannotWrite, match=f"the theme paints {message}") as refused:
        painted(operators, **{kind: parsed(text) for kind, text in named.items()})
    assert refused.value.hint or "read" in message


def test_a_picture_without_loss_keeps_its_pixels(styled):
    found = reader(styled(f"background: {picture('png', 'RGB')}"))
    objects = (found.get_object(number) for number in range(1, int(found.trailer["/Size"])))
    (pixels,) = [item for item in objects if isinstance(item, dict) and item.get("/Subtype") == "/Image"]
    assert (pixels["/ColorSpace"], len(pixels.get_data())) == ("/DeviceCMYK", 3 * 3 * 4)
    red = measured("RGB", bytes((200, 30, 30)))[0]
    assert measured("CMYK", pixels.get_data()[:4])[0] == pytest.approx(red, abs=10)


MADE = """\
import hashlib, sys
from pathlib import Path
from typeset.build.job import Job, make
from typeset.build.project import Plan, Project
root = Path(sys.argv[1])
project = Project(root, root / "content", root / "out", (root / "themes",))
plan = Plan("lindqvist", project.applications / "lindqvist.yaml")
for name in ("print", "pdf"):
    print(hashlib.sha256(make(Job(project, plan, name), lambda: 0.0).data).hexdigest())
"""


def test_every_process_makes_the_same_bytes(cv, tmp_path):
    environment = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7", "PATH": "", "TZ": "Asia/Tokyo"}
    run = subprocess.run(
        [sys.executable, "-c", MADE, ROOT], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    made = [cv("lindqvist", None, name).made.data for name in ("print", "pdf")]
    assert run.stdout.split() == [hashlib.sha256(data).hexdigest() for data in made]
