"""Bytes of an advertisement in, its blocks out. A format is a module and a row of the table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from typeset.coverage.posting import job, markdown, page, plain
from typeset.coverage.posting.blocks import Block
from typeset.resume import names
from typeset.source import Fault, Faults, Place
from typeset.source.characters import LARGEST_FILE, REFUSED
from typeset.source.place import Source

READERS: dict[str, Callable[[Source], list[Block]]] = {
    ".txt": plain.blocks,
    ".md": markdown.blocks,
    ".html": page.blocks,
    ".htm": page.blocks,
    ".json": job.blocks,
}
"""Who reads what, by the ending of the file's name."""


def read(data: bytes, name: str, place: Place | None = None) -> list[Block]:
    """Return the blocks of an advertisement; `place` is where somebody asks for it.

    Raises `Faults` for an ending that is not known, more than 1 MB, bytes that are not UTF-8, and a text without words.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in READERS:
        hint = names.hint(suffix, READERS) if suffix else f"a posting ends in {', '.join(READERS)}"
        raise Faults([Fault(f"`{name}` is no posting that can be read: {suffix or 'no ending'}", place, hint)])
    if len(data) > LARGEST_FILE:
        message = f"{name} has {len(data):,} bytes; {LARGEST_FILE:,} are read at most"
        raise Faults([Fault(message, place, "save the text of the advertisement alone")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Faults([Fault(f"{name} is not UTF-8 from byte {error.start}", place, "save it as UTF-8")]) from None
    found = READERS[suffix](Source(name, _readable(text), data))
    if not any(block.text.strip() for block in found):
        raise Faults([Fault(f"{name} says nothing", place, "paste the advertisement's text into it")])
    return found


def _readable(text: str) -> str:
    """Return a text as it was copied from somewhere, without the characters that only steer a screen."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return REFUSED.sub("", text).replace("\u00ad", "").replace("\u200b", "")
