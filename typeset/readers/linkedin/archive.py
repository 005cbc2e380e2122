"""The bytes of a ZIP archive in; the tables in it that are about the person's career out, and notes on the others.

An archive is bounded before anything in it is read: LinkedIn's have some dozens of files of some kilobytes.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping

from typeset.readers.draft.notes import Fate, Note
from typeset.readers.draft.sample import LARGEST, Sample
from typeset.readers.linkedin.table import Table, table
from typeset.source import Fault, Faults, Place, Source
from typeset.source.characters import LARGEST_FILE

MOST_FILES = 2_000
MOST_BYTES = 8_000_000
STEEPEST = 200
"""Bytes that one byte of the archive may become; text becomes five to twenty."""

_BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ENTRY = b"PK\x01\x02"
_MOST_NAMED = 8
_KINDS = {
    "word/document.xml": "a Word document (DOCX)",
    "xl/workbook.xml": "an Excel workbook (XLSX)",
    "ppt/presentation.xml": "a PowerPoint presentation (PPTX)",
    "META-INF/container.xml": "an e-book (EPUB)",
    "AndroidManifest.xml": "an Android application",
    "META-INF/MANIFEST.MF": "a Java archive",
    "index.xml": "a document of Pages, Numbers or Keynote",
    "Index/Document.iwa": "a document of Pages, Numbers or Keynote",
}
_MIME_KINDS = {
    b"application/vnd.oasis.opendocument.text": "a LibreOffice document (ODT)",
    b"application/vnd.oasis.opendocument.spreadsheet": "a LibreOffice workbook (ODS)",
    b"application/epub+zip": "an e-book (EPUB)",
}
_DAMAGES = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, KeyError)


def is_zip(data: bytes) -> bool:
    """Whether bytes begin as a ZIP archive does."""
    return data.startswith(_BEGINNINGS)


def short_name(path: str) -> str:
    """Return a file's name without folders, extension, case, spaces and underscores: `emailaddresses`."""
    return re.sub(r"[^a-z0-9]", "", path.replace("\\", "/").rpartition("/")[2].lower().removesuffix(".csv"))


def tables(sample: Sample, columns: Mapping[str, frozenset[str]]) -> tuple[dict[str, Table], list[Note]]:
    """Return the tables of an export by their short names; `columns` are those that each known one may have.

    Raises `Faults` for an archive that is damaged, encrypted or too large, or that is none of LinkedIn's.
    """
    try:
        return _tables(sample, columns)
    except _DAMAGES as error:
        raise _fault(sample, f"the archive is damaged: {error}") from None


def _tables(sample: Sample, columns: Mapping[str, frozenset[str]]) -> tuple[dict[str, Table], list[Note]]:
    if len(sample.data) > LARGEST or sample.data.count(_ENTRY) > MOST_FILES:
        raise _fault(sample, "the archive is larger than a data export can be")
    with zipfile.ZipFile(io.BytesIO(sample.data)) as archive:
        files = [file for file in archive.infolist() if _is_file(file)]
        known = [file for file in files if short_name(file.filename) in columns]
        if not known:
            raise _stranger(sample, archive)
        _bound(sample, known)
        notes: list[Note] = _left_alone([file.filename for file in files if file not in known])
        found: dict[str, Table] = {}
        for file in known:
            name = short_name(file.filename)
            part = Sample(
                file.filename.replace("\\", "/").rpartition("/")[2], archive.open(file).read(LARGEST_FILE + 1)
            )
            if name in found:
                notes.append(Note(Fate.DROPPED, f"a second {part.name} in the archive", Place(part.text, 1, 1)))
                continue
            found[name] = table(part.text, columns[name])
            notes += part.repairs
    return found, notes


def _is_file(file: zipfile.ZipInfo) -> bool:
    parts = file.filename.replace("\\", "/").split("/")
    return not file.is_dir() and "__MACOSX" not in parts and not parts[-1].startswith("._")


def _bound(sample: Sample, files: list[zipfile.ZipInfo]) -> None:
    """Raise `Faults` for files that are encrypted, or that would become too large."""
    for file in files:
        if file.flag_bits & 1:
            raise _fault(
                sample, f"{file.filename} is encrypted", "export without a password, or unpack and pack it again"
            )
        if file.file_size > LARGEST_FILE or file.file_size > STEEPEST * max(1, file.compress_size):
            raise _fault(
                sample, f"{file.filename} would become {file.file_size:,} bytes: no table of LinkedIn's is so large"
            )
    if sum(file.file_size for file in files) > MOST_BYTES:
        raise _fault(sample, f"its tables would become more than {MOST_BYTES:,} bytes")


def _left_alone(names: list[str]) -> list[Note]:
    if not names:
        return []
    shown = ", ".join(names[:_MOST_NAMED]) + (
        f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    )
    message = f"not about the career, or other people's, and never read: {shown}"
    return [Note(Fate.DROPPED, message)]


def _stranger(sample: Sample, archive: zipfile.ZipFile) -> Faults:
    """Return the fault of an archive that is no export, and what it looks like."""
    names = set(archive.namelist())
    kind = next((kind for path, kind in _KINDS.items() if path in names), None)
    if "mimetype" in names and not archive.getinfo("mimetype").flag_bits & 1:
        kind = _MIME_KINDS.get(archive.open("mimetype").read(100).strip(), kind)
    if kind:
        return _fault(sample, f"it is {kind}, which cannot be imported", "save it as text or Markdown, or as a PDF")
    return _fault(
        sample, "the archive is no data export of LinkedIn's", "one has files such as Profile.csv and Positions.csv"
    )


def _fault(sample: Sample, message: str, hint: str | None = None) -> Faults:
    return Faults([Fault(message, Place(Source(sample.name, ""), 1, 1), hint)])
