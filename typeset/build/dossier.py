"""An application's pieces as finished PDFs, and files from elsewhere, in; one PDF of all of them, proved, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from typeset.build.enclosing import Enclosed
from typeset.build.pieces import LETTER
from typeset.build.prepare import Prepared
from typeset.proof import Claim, Finding
from typeset.proof.dossier import Bundle, Chapter, prove_dossier
from typeset.proof.finished import Finished
from typeset.source import Fault, Faults
from typeset.writers.dossier import About, CannotWrite, Part, joined

ROMAN, FIGURES = "/r", "/D"


def pieces(prepared: Prepared) -> list[str]:
    """Return the pieces of an application that its dossier holds, in order."""
    return [part.piece for part in prepared.dossier if part.piece]


def made(
    prepared: Prepared, own: Mapping[str, bytes], claims: Mapping[str, Claim]
) -> tuple[bytes, Finished, list[Finding]]:
    """Return the dossier, how it reads back, and what the proof finds; `own` are the PDFs of its `pieces`.

    Raises `Faults` for a file that cannot be read or joined.
    """
    parts = list(_parts(prepared, own))
    about = _about(prepared)
    try:
        data = joined(parts, about)
    except CannotWrite as error:
        raise Faults([Fault(str(error), error.place, error.hint)]) from error
    finished, findings = proved(data, prepared, claims)
    return data, finished, findings


def proved(data: bytes, prepared: Prepared, claims: Mapping[str, Claim]) -> tuple[Finished, list[Finding]]:
    """Return how a dossier reads back, and what the proof finds in it; `claims` are those of its pieces."""
    about = _about(prepared)
    chapters = tuple(
        Chapter(part.title.plain, claims[part.piece] if part.piece else None, part.place, _read(part))
        for part in prepared.dossier
    )
    return prove_dossier(data, Bundle(chapters, about.title, about.author, about.language))


def told(prepared: Prepared, size: int) -> str:
    """Return how large a dossier is, and what it does not claim, since nobody knows what other files hold."""
    said = f"a dossier of {len(prepared.dossier)} parts and {size / 1000:,.0f} kB"
    return f"{said}; with files from elsewhere it is not declared PDF/A" if prepared.enclosed_files else said


def _parts(prepared: Prepared, own: Mapping[str, bytes]) -> Iterator[Part]:
    """Yield the parts: pages of the letter are i, ii, …, those of the CV 1, 2, …, of files A-1, A-2, …, B-1, …"""
    files = 0
    for part in prepared.dossier:
        title = part.title.plain
        if part.piece:
            yield Part(title, own[part.piece], ROMAN if part.piece == LETTER else FIGURES, place=part.place)
        else:
            yield Part(title, _read(part), FIGURES, f"{_letters(files)}-", is_own=False, place=part.place)
            files += 1


def _letters(number: int) -> str:
    """Return A, B, …, Z, AA, BB, … for 0, 1, …"""
    return chr(ord("A") + number % 26) * (number // 26 + 1)


def _read(part: Enclosed) -> bytes:
    if not part.file:
        return b""
    try:
        return Path(part.file).read_bytes()
    except OSError as error:
        raise Faults([Fault(f"`{part.file.name}` cannot be read: {error.strerror}", part.place)]) from None


def _about(prepared: Prepared) -> About:
    """Return what a dossier says of itself: what its letter does, or else what its CV does."""
    has_letter = LETTER in pieces(prepared) and prepared.letter is not None
    document = prepared.letter if has_letter and prepared.letter else prepared.document
    return About(document.title, document.author, document.language, prepared.document.keywords)
