"""What an application comes to: its CV, the letter that goes with it, the dossier that joins both with other files."""

from __future__ import annotations

from dataclasses import dataclass

CV, LETTER, DOSSIER = "cv", "letter", "dossier"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: how the names of its files end, and the formats it is written in; without any, in all there are."""

    ending: str
    formats: tuple[str, ...] = ()

    def has(self, format_name: str) -> bool:
        """Whether the piece is written in a format."""
        return format_name in self.formats or not self.formats


PIECES = {
    CV: Piece("CV"),
    LETTER: Piece("Letter", ("pdf", "html", "docx", "odt", "txt", "md", "latex", "png", "svg")),
    DOSSIER: Piece("Dossier", ("pdf",)),
}
"""Each piece by name. Data for machines are of a person, not of what is written to somebody; so there is no letter."""


def named(name: str, piece: str) -> str:
    """Return what a piece's files are called, given the name of the CV's: `Ada-Lovelace-CV` and `-Letter`."""
    if piece == CV:
        return name
    return f"{name.removesuffix(PIECES[CV].ending).rstrip('-_.')}-{PIECES[piece].ending}"
