"""What a reader notes while it maps one file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from typeset.readers.draft.notes import Fate, Note
from typeset.source import Place, Scalar


@dataclass(slots=True)
class Notebook:
    """Notes in the order in which they were made."""

    notes: list[Note] = field(default_factory=list)
    said: set[str] = field(default_factory=set)

    def note(self, fate: Fate, message: str, place: Place) -> None:
        """Note what became of the value at a place."""
        self.notes.append(Note(fate, message, place))

    def once(self, fate: Fate, message: str, place: Place) -> None:
        """Note what a whole file does again and again, where it does so first."""
        if message not in self.said:
            self.said.add(message)
            self.note(fate, message, place)

    def joined(self, parts: Sequence[Scalar], separator: str, whole: str) -> Scalar | None:
        """Return several texts as one, at the place of the first; each of the others is told of."""
        if not parts:
            return None
        for part in parts[1:]:
            self.note(Fate.REPAIRED, f"joined to the text before it in `{whole}`", part.place)
        return Scalar(separator.join(part.text.strip() for part in parts), parts[0].place)
