"""Whether a file that was made holds the canary, wherever in it."""

from __future__ import annotations

import io
import zipfile

from .attack import CANARY

_SECRET = CANARY.encode()


def holds(data: bytes) -> bool:
    """Whether the canary is in a file: as it stands, in what a PDF or an archive holds, or as text on a page."""
    if _SECRET in data:
        return True
    if data.startswith(b"%PDF"):
        return _in_pdf(data)
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(_SECRET in archive.read(name) for name in archive.namelist())
    return False


def _in_pdf(data: bytes) -> bool:
    import pikepdf
    from pypdfium2 import PdfDocument

    with pikepdf.open(io.BytesIO(data)) as file:
        if any(isinstance(item, pikepdf.Stream) and _SECRET in _content(item) for item in file.objects):
            return True
    document = PdfDocument(data)
    try:
        return any(CANARY in page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def _content(stream: object) -> bytes:
    from pikepdf import PdfError

    try:
        return bytes(stream.read_bytes())  # type: ignore[attr-defined]
    except PdfError:  # a picture, whose bytes are no text
        return bytes(stream.read_raw_bytes())  # type: ignore[attr-defined]
