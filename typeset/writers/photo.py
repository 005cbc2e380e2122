"""A picture file in; a small JPEG without any metadata out. The only room that knows Pillow."""

from __future__ import annotations

import base64
import io
import struct
import warnings
from functools import cache
from pathlib import Path

from typeset.writers import CannotWrite

LARGEST_FILE = 10_000_000
MOST_PIXELS = 25_000_000
LONGEST_SIDE = 900
QUALITY = 88


class BadPhoto(CannotWrite):
    """A file that is no picture, or one too large; the message says which."""


@cache
def jpeg(file: str) -> bytes:
    """Return the picture upright, in RGB, at most 900 pixels a side, re-encoded so that no metadata is left.

    Raises `BadPhoto` for what is not a whole JPEG, PNG or WebP of at most 10 MB and 25 million pixels.
    """
    from PIL import Image, ImageOps

    try:
        data = Path(file).read_bytes()
        if len(data) > LARGEST_FILE:
            raise BadPhoto(f"the photo has {len(data):,} bytes; {LARGEST_FILE:,} are allowed at most")
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as image,
        ):
            if image.width * image.height > MOST_PIXELS:
                raise BadPhoto(f"the photo has more than {MOST_PIXELS:,} pixels")
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (OSError, ValueError, TypeError, SyntaxError, struct.error, Image.DecompressionBombError):
        raise BadPhoto("the photo is not a whole JPEG, PNG or WebP picture") from None
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = Image.new("RGB", upright.size)
    clean.paste(upright)
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def release() -> None:
    """Forget every picture."""
    jpeg.cache_clear()


def data_address(file: str) -> str:
    """Return the re-encoded picture as a `data:` address (RFC 2397)."""
    return "data:image/jpeg;base64," + base64.b64encode(jpeg(file)).decode("ascii")
