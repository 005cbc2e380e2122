"""A picture file in; a small JPEG without any metadata out, for screens or for a press. Alone knows Pillow."""

from __future__ import annotations

import base64
import io
import struct
import warnings
from functools import cache
from pathlib import Path
from typing import Any

from typeset.source.folders import read_regular
from typeset.writers import CannotWrite
from typeset.writers.assets.profiles import COATED, SRGB

LARGEST_FILE = 10_000_000
MOST_PIXELS = 25_000_000
LONGEST_SIDE = 900
QUALITY = 88
_PROFILES = {"RGB": SRGB, "CMYK": COATED}


class BadPhoto(CannotWrite):
    """A file that is no picture, or one too large; the message says which."""


@cache
def jpeg(file: str) -> bytes:
    """Return the picture upright, in RGB, at most 900 pixels a side, re-encoded so that no metadata is left.

    Raises `BadPhoto` for what is not a whole JPEG, PNG or WebP of at most 10 MB and 25 million pixels.
    """
    from PIL import Image, ImageOps

    be_strict()
    try:
        data = read_regular(Path(file), LARGEST_FILE)
        if len(data) > LARGEST_FILE:
            raise BadPhoto(f"the photo has more than the {LARGEST_FILE:,} bytes that are allowed")
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as image,
        ):
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except Image.DecompressionBombError:
        raise BadPhoto(f"the photo has more than {MOST_PIXELS:,} pixels") from None
    except (OSError, ValueError, TypeError, SyntaxError, struct.error):
        raise BadPhoto("the photo is not a whole JPEG, PNG or WebP picture") from None
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = Image.new("RGB", upright.size)
    clean.paste(upright)
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def be_strict() -> None:
    """Let Pillow take nothing for a picture that is cut off or too large, whoever else in this process wished it to."""
    from PIL import Image, ImageFile

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2  # it warns above this, and refuses twice as many
    ImageFile.LOAD_TRUNCATED_IMAGES = False


def cut(picture: bytes, ratio: float) -> bytes:
    """Return a JPEG of this module's own, its middle cut out so that the width is `ratio` heights."""
    from PIL import Image, ImageOps

    image = Image.open(io.BytesIO(picture))
    size = min(image.width, round(image.height * ratio)), min(image.height, round(image.width / ratio))
    out = io.BytesIO()
    ImageOps.fit(image, size).save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def in_ink(picture: bytes) -> bytes:
    """Return a JPEG of this module's own in CMYK; its values are inverted, as in every CMYK JPEG of Adobe's kind."""
    from PIL import Image

    out = io.BytesIO()
    converted = _converted(Image.open(io.BytesIO(picture)), "CMYK")
    converted.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def pixels_in_ink(pixels: bytes, width: int, height: int) -> bytes:
    """Return the pixels of a picture, three bytes of RGB each, in CMYK, four bytes each."""
    from PIL import Image

    converted: bytes = _converted(Image.frombytes("RGB", (width, height), pixels), "CMYK").tobytes()
    return converted


def measured(mode: str, colors: bytes) -> list[tuple[float, float, float]]:
    """Return colours in CIE L*a*b*, relative to the paper; `colors` are bytes of RGB or CMYK, one after another."""
    from PIL import Image

    found = _converted(Image.frombytes(mode, (len(colors) // len(mode), 1), colors), "LAB").tobytes()
    lightness, a, b = found[::3], found[1::3], found[2::3]
    return [(one / 2.55, _signed(two), _signed(three)) for one, two, three in zip(lightness, a, b, strict=True)]


def _signed(value: int) -> int:
    return value - 256 if value > 127 else value


def _converted(image: Any, mode: str) -> Any:
    return _transform(image.mode, mode).apply(image)


@cache
def _transform(source: str, mode: str) -> Any:
    """Return what converts to inks as a photo wants it, shadows kept apart, and measures colours as they are."""
    from PIL import ImageCms

    target = ImageCms.createProfile("LAB") if mode == "LAB" else str(_PROFILES[mode])
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION if mode == "CMYK" else ImageCms.Flags.NONE
    return ImageCms.buildTransform(
        str(_PROFILES[source]), target, source, mode, ImageCms.Intent.RELATIVE_COLORIMETRIC, flags
    )


def release() -> None:
    """Forget every picture and profile."""
    jpeg.cache_clear()
    _transform.cache_clear()


def data_address(file: str) -> str:
    """Return the re-encoded picture as a `data:` address (RFC 2397)."""
    return "data:image/jpeg;base64," + base64.b64encode(jpeg(file)).decode("ascii")
