"""Photos: re-encoded without what a camera adds; refused when they are none, or too large."""

import io
import random
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from typeset.writers.assets import photo
from typeset.writers.paper import engine

SECRET = b"taken at home"


def picture(size: tuple[int, int] = (40, 30), format_name: str = "JPEG", orientation: int = 1) -> bytes:
    """A picture, red on its left half, with a comment and the place where it was taken."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (53.0, 32.0, 11.0)})
    out = io.BytesIO()
    options = {"JPEG": {"comment": SECRET}}.get(format_name, {})
    image.save(out, format_name, exif=exif, **options)
    return out.getvalue()


@pytest.fixture
def written(tmp_path: Path):
    """A function that writes a file anew and gives what becomes of it."""

    def write(data: bytes) -> bytes:
        file = tmp_path / f"photo-{len(list(tmp_path.iterdir()))}"
        file.write_bytes(data)
        return photo.jpeg(str(file))

    return write


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP"])
def test_metadata_is_stripped(written, format_name):
    data = picture(format_name=format_name)
    assert SECRET in data
    found = written(data)
    assert SECRET not in found
    with Image.open(io.BytesIO(found)) as image:
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (40, 30))
        assert not image.getexif()
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_picture_lying_on_its_side_is_set_upright(written):
    with Image.open(io.BytesIO(written(picture(orientation=6)))) as image:
        assert image.size == (30, 40)
        red, _, blue = image.getpixel((15, 5))
        assert red > blue


def test_a_large_picture_is_made_smaller(written):
    with Image.open(io.BytesIO(written(picture((3000, 1500))))) as image:
        assert image.size == (photo.LONGEST_SIDE, photo.LONGEST_SIDE // 2)


def test_the_same_picture_gives_the_same_bytes(written):
    assert written(picture()) == written(picture())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        picture()[:-200],
        picture(format_name="PNG")[:60],
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    ],
    ids=["empty", "text", "half a JPEG", "half a PNG", "SVG"],
)
def test_what_is_no_whole_picture_is_refused(written, data):
    with pytest.raises(photo.BadPhoto, match="not a whole"):
        written(data)


def test_half_a_picture_is_refused_after_weasyprint_has_had_its_way_with_pillow(written):
    engine.warm()
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    with pytest.raises(photo.BadPhoto, match="not a whole"):
        written(picture((300, 300))[:-2_000])


def test_a_file_of_too_many_bytes_is_refused(written):
    with pytest.raises(photo.BadPhoto, match="bytes"):
        written(picture() + bytes(photo.LARGEST_FILE))


@pytest.mark.parametrize("side", [5001, 12_000])
def test_a_picture_of_too_many_pixels_is_refused(written, side):
    out = io.BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    with pytest.raises(photo.BadPhoto, match="pixels"):
        written(out.getvalue())


def test_mutated_pictures_are_read_or_refused(written):
    chance = random.Random(3)  # noqa: S311  # no secret depends on it
    seeds = [picture(format_name=name) for name in ("JPEG", "PNG", "WEBP")]
    refused = 0
    for _ in range(400):
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(min(len(data), 300))] = chance.randrange(256)
        try:
            written(bytes(data))
        except photo.BadPhoto:
            refused += 1
    assert refused > 100
