"""An open page of a PDF in; where its pictures are, and whether they can be seen whole, out. Knows PDFium."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from typeset.proof.sheets import Image

_END_OF_JPEG = b"\xff\xd9"
_AFTER_END = b"\0\r\n"
_PLAIN = frozenset(["FlateDecode", "LZWDecode", "RunLengthDecode", "ASCIIHexDecode", "ASCII85Decode"])
"""Filters after which the data of a picture are its pixels."""


def images(page: Any, left: float, bottom: float) -> Iterator[Image]:
    """Yield the pictures of a page, in points from a corner."""
    import pypdfium2.raw as pdfium

    for picture in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE]):
        box, form = picture.get_bounds(), picture.container
        while form:
            box, form = form.get_matrix().on_rect(*box), form.container
        yield Image((box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom), _is_whole(picture))


def _is_whole(picture: Any) -> bool:
    """Whether a picture can be decoded, and its data go on to the end: a decoder makes up what is missing."""
    from pypdfium2 import PdfiumError

    try:
        picture.get_bitmap()
        kinds = picture.get_filters()
        data = bytes(picture.get_data(decode_simple=True))
        about = picture.get_metadata()
    except PdfiumError:
        return False
    if kinds[-1:] == ["DCTDecode"]:
        return data.rstrip(_AFTER_END).endswith(_END_OF_JPEG)
    if kinds and kinds[-1] not in _PLAIN:
        return True
    return bool(len(data) >= about.height * -(-about.width * about.bits_per_pixel // 8))
