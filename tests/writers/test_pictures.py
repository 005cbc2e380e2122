"""Pictures of pages: as many as the PDF has, of its size, with what it shows."""

import io
from pathlib import Path

import pypdf
import pytest
from PIL import Image
from sound import faults

from typeset.proof import Claim, prove
from typeset.resume.model import Resume
from typeset.theme.theme import load
from typeset.writers import CannotWrite, Manuscript, svg

ROOT = Path(__file__).parents[2]
needs_poppler = pytest.mark.needs(svg.DRAW)
formats = pytest.mark.parametrize("format_name", ["png", pytest.param("svg", marks=needs_poppler)])


@formats
@pytest.mark.parametrize("application", ["lindqvist", "polte"])
def test_there_is_a_picture_of_each_page(cv, application, format_name):
    found, paper = cv(application, None, format_name), cv(application)
    assert faults(found.made.findings) == []
    assert found.made.pages == paper.made.pages
    assert list(found.made.files) == [f"-{number}.{format_name}" for number in range(1, found.made.pages + 1)]


def test_a_picture_is_of_the_papers_size_and_says_so(cv):
    with Image.open(io.BytesIO(cv("polte", None, "png").made.data)) as picture:
        across, down = (size / dots for size, dots in zip(picture.size, picture.info["dpi"], strict=True))
    assert (round(across * 25.4), round(down * 25.4)) == (210, 297)


def test_a_picture_shows_the_accent_and_the_photo(cv):
    with Image.open(io.BytesIO(cv("lindqvist", None, "png").made.data)) as picture:
        assert len(picture.convert("RGB").getcolors(1 << 24)) > 1024
    with Image.open(io.BytesIO(cv("twitch", None, "png").made.data)) as picture:
        colors = picture.convert("RGB").getcolors(1 << 24)
    assert any(abs(red - 0x64) + abs(green - 0x41) + abs(blue - 0xA5) < 12 for _, (red, green, blue) in colors)


@needs_poppler
def test_a_drawing_has_a_name_for_who_cannot_see_it(cv):
    drawing = cv("polte", None, "svg").made.data.decode()
    title = "Milo Polte – Software Engineer – 1/3"
    assert f'role="img" aria-label="{title}"><title>{title}</title>' in drawing


def test_without_poppler_the_message_says_what_to_install(document, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    theme = load("ats", [ROOT / "themes"])
    with pytest.raises(CannotWrite, match="`pdfinfo`") as raised:
        svg.write(Manuscript(document("basics: {name: Ada}"), theme, Resume()))
    assert "poppler-utils" in str(raised.value.hint)


def png(size: tuple[int, int], ink: bool) -> bytes:
    picture = Image.new("RGB", size, "white")
    if ink:
        picture.putpixel((3, 3), (0, 0, 0))
        picture.putpixel((3, 5), (0, 0, 0))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{}pt" height="9pt"><defs><path/></defs>{}</svg>'


@pytest.mark.parametrize(
    ("files", "format_name", "expected"),
    [
        ([png((9, 9), True), png((9, 9), True)], "png", []),
        ([png((9, 9), True), png((9, 9), False)], "png", ["the picture is blank"]),
        ([png((9, 9), True), png((9, 8), True)], "png", ["the pictures are of 2 sizes"]),
        ([SVG.format(9, "<path/>").encode()], "svg", []),
        ([SVG.format(9, "").encode()], "svg", ["the picture is blank"]),
        ([SVG.format(9, "<use/>").encode(), SVG.format(8, "<use/>").encode()], "svg", ["the pictures are of 2 sizes"]),
        ([b"GIF89a"], "png", ["the file cannot be read back: ValueError: not a PNG"]),
    ],
)
def test_a_blank_or_odd_picture_is_found(document, files, format_name, expected):
    findings = prove(files, format_name, Claim(document("basics: {name: Ada}")))[1]
    assert [finding.fault.message for finding in findings] == expected


def test_a_picture_that_is_cut_off_is_found(cv, document):
    data = cv("polte", None, "png").made.data
    [finding] = prove([data[: len(data) // 2]], "png", Claim(document("basics: {name: Ada}")))[1]
    assert finding.fault.message.startswith("the file cannot be read back")


def test_pictures_are_held_to_the_page_budget(cv, document):
    files = [*cv("polte", None, "png").made.files.values()]
    [finding] = prove(files, "png", Claim(document("basics: {name: Ada}"), most_pages=2))[1]
    assert finding.rule == "pages"
    assert len(pypdf.PdfReader(io.BytesIO(cv("polte").made.data)).pages) == len(files)
