"""Hostile photos: other formats, parts of pictures, bombs, and what pictures carry besides pixels."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Iterator

from .attack import CANARY, OUTSIDE, Attack

_CONTENT = b"basics: {name: Ada Lovelace, image: photo.jpg}\n"
_OTHERS = (
    "GIF",
    "BMP",
    "TIFF",
    "ICO",
    "PPM",
    "PCX",
    "TGA",
    "EPS",
    "PDF",
    "JPEG2000",
    "ICNS",
    "DIB",
    "SGI",
    "MSP",
    "XBM",
)


def attacks() -> Iterator[Attack]:
    """Yield them all."""
    for name, data, must in _pictures():
        yield Attack(
            "Photos",
            name,
            {"content/cv.yaml": _CONTENT, "content/photo.jpg": data},
            formats=("pdf",),
            theme="classic",
            must=must,
        )


def _pictures() -> Iterator[tuple[str, bytes, str]]:
    yield from _other_formats()
    yield from _bombs()
    yield from _with_more()
    whole = {name: _picture(name) for name in ("JPEG", "PNG", "WEBP")}
    for name, data in whole.items():
        for share in (0, 1, 4, 10, 20, 33, 50, 66, 80, 90, 95):
            yield f"{share} % of a {name}", data[: len(data) * share // 100], "refused"
        chance = random.Random(name)  # noqa: S311  # the same damage at every run
        for number in range(40):
            damaged = bytearray(data)
            for _ in range(chance.randint(1, 8)):
                damaged[chance.randrange(min(400, len(damaged)))] = chance.randrange(256)
            yield f"a damaged {name} ({number})", bytes(damaged), ""


def _picture(format_name: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **more: object) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    width, height = size
    tile = Image.frombytes("L", (64, 64), random.Random(1).randbytes(4096))  # noqa: S311  # the same noise always
    Image.merge("RGB", [tile.resize((width, height))] * 3).convert(mode).save(out, format_name, **more)
    return out.getvalue()


def _other_formats() -> Iterator[tuple[str, bytes, str]]:
    for name in _OTHERS:
        mode = {"MSP": "1", "XBM": "1"}.get(name, "RGB")
        yield f"a {name}", _picture(name, mode=mode), "refused"
    yield "a FITS header", b"SIMPLE  =                    T" + b" " * 50 + b"NAXIS   =  999" + b" " * 2_790, "refused"
    yield "a Photoshop file", b"8BPS\x00\x01" + bytes(6) + b"\x00\x03" + b"\xff" * 8 + bytes(300), "refused"
    yield (
        "a PostScript file",
        f"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n({OUTSIDE}/secret.txt) run\n".encode(),
        "refused",
    )
    yield (
        "a drawing",
        f"<svg xmlns='http://www.w3.org/2000/svg'><image href='file://{OUTSIDE}/secret.png'/></svg>".encode(),
        "refused",
    )
    yield "a page", b"<html><img src=/etc/passwd></html>", "refused"
    yield "a program", b"\x7fELF" + bytes(300), "refused"
    yield "an archive", b"PK\x03\x04" + bytes(300), "refused"
    yield "nothing", b"", "refused"
    yield "ten megabytes and more", _picture("JPEG") + bytes(10_000_001), "refused"


def _bombs() -> Iterator[tuple[str, bytes, str]]:
    for width, height in (
        (12_000, 12_000),
        (5_001, 5_000),
        (2**31 - 1, 2**31 - 1),
        (1, 2**31 - 1),
        (65_500, 65_500),
        (0, 0),
    ):
        yield f"a PNG that says {width} × {height}", _png(width, height, zlib.compress(bytes(1_000))), "refused"
    yield "a PNG of nothing but white, 4,000 × 4,000", _picture("PNG", (4_000, 4_000), "1"), ""
    yield "a PNG whose data are a bomb", _png(100, 100, zlib.compress(bytes(50_000_000), 9)), ""
    yield (
        "a PNG whose text is a bomb",
        _png(9, 9, zlib.compress(bytes(9 * 28)), b"zTXt" + b"a\x00\x00" + zlib.compress(bytes(80_000_000), 9)),
        "",
    )
    yield (
        "a PNG whose profile is a bomb",
        _png(9, 9, zlib.compress(bytes(9 * 28)), b"iCCP" + b"a\x00\x00" + zlib.compress(bytes(80_000_000), 9)),
        "",
    )
    yield (
        "a WebP that says 16,383 × 16,383",
        b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f" + b"\xff" * 12,
        "refused",
    )
    jpeg = bytearray(_picture("JPEG"))
    at = jpeg.index(b"\xff\xc0")
    jpeg[at + 5 : at + 9] = struct.pack(">HH", 65_500, 65_500)
    yield "a JPEG that says 65,500 × 65,500", bytes(jpeg), "refused"
    yield "a JPEG of one line", _picture("JPEG", (60_000, 1)), ""
    yield "a PNG of one column", _picture("PNG", (1, 60_000)), ""


def _png(width: int, height: int, data: bytes, more: bytes = b"") -> bytes:
    chunks = [
        b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0),
        *([more] if more else []),
        b"IDAT" + data,
        b"IEND",
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks
    )


def _with_more() -> Iterator[tuple[str, bytes, str]]:
    """Pictures that say where they were taken, and other things that the file which is made must not say."""
    from PIL import Image, PngImagePlugin

    secret = CANARY.encode()
    exif = Image.Exif()
    exif[0x010E], exif[0x9286], exif[0x0112] = CANARY, CANARY, 6
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", CANARY)
    text.add_itxt("XML:com.adobe.xmp", CANARY)
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{CANARY}</x:xmpmeta>".encode()
    yield "a comment", _picture("JPEG", comment=secret), "made"
    yield "EXIF", _picture("JPEG", exif=exif), "made"
    yield "XMP", _picture("JPEG", xmp=xmp), "made"
    yield "a profile", _picture("JPEG", icc_profile=secret * 20), "made"
    yield "something after its end", _picture("JPEG") + secret, "made"
    yield "the text of a PNG", _picture("PNG", pnginfo=text), "made"
    yield "EXIF of a PNG", _picture("PNG", exif=exif), "made"
    yield "EXIF and XMP of a WebP", _picture("WEBP", exif=exif, xmp=xmp), "made"
    yield "a picture in a picture", _picture("JPEG", exif=exif) + _picture("PNG", pnginfo=text), "made"
    for mode, name in (
        ("CMYK", "JPEG"),
        ("L", "JPEG"),
        ("1", "PNG"),
        ("P", "PNG"),
        ("LA", "PNG"),
        ("RGBA", "WEBP"),
        ("I;16", "PNG"),
        ("RGBA", "PNG"),
    ):
        yield f"a {name} of {mode}", _picture(name, mode="L" if mode == "I;16" else mode), "made"
    frames = [Image.new("RGB", (50, 50), color) for color in ("red", "blue")] * 60
    for name in ("PNG", "WEBP"):
        out = io.BytesIO()
        frames[0].save(out, name, save_all=True, append_images=frames[1:])
        yield f"a {name} that moves", out.getvalue(), "made"
