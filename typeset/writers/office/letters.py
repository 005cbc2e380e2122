"""A letter in; its paragraphs in word processors out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from typeset.document.shapes import Letter, Text
from typeset.source import Fault, Severity
from typeset.writers import Manuscript
from typeset.writers.office.line import Line
from typeset.writers.office.pieces import plain, running, styled


def letter(letter: Letter, body: Iterable[Line]) -> Iterator[Line]:
    """Yield a letter around its `body`; the address on one line is for windows, in which nothing stands here."""
    yield from _apart(letter.recipient)
    yield from _apart(text for text in (letter.reference, letter.date.text) if text)
    if letter.subject:
        yield Line("subject", plain(letter.subject), keeps=True)
    if letter.salutation:
        yield Line("apart", plain(letter.salutation), keeps=True)
    yield from body
    yield from (replace(line, keeps=True) for line in _apart([letter.closing]))
    yield Line("signed", plain(letter.name))
    if letter.enclosed:
        yield Line("apart", styled(letter.enclosed, "title"), keeps=True)
        yield from (Line("address", running(text)) for text in letter.enclosures)


def losses(manuscript: Manuscript) -> tuple[Fault, ...]:
    """Return a warning for the picture of a signature, for which a letter leaves room instead."""
    letter = manuscript.document.letter
    if not letter or not letter.signature:
        return ()
    message = "the picture of the signature is not in files for word processors; there is room to sign by hand"
    return (Fault(message, letter.name.place, severity=Severity.WARNING),)


def _apart(texts: Iterable[Text]) -> Iterator[Line]:
    """Yield lines that stand together, apart from what is above them."""
    for number, text in enumerate(texts):
        yield Line("address" if number else "apart", plain(text))
