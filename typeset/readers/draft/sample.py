"""A file to import, and what can be made of it without knowing its format."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from functools import cached_property

from typeset.readers.draft.notes import Fate, Note
from typeset.source import Fault, Faults, Node, Place, Scalar, Source, json, yaml
from typeset.source.characters import LARGEST_FILE, REFUSED, place_at

LARGEST = 20_000_000
"""Bytes of a file that is no text: a PDF, an archive."""

_BINARY = re.compile(rb"%PDF-|PK\x03\x04|PK\x05\x06|\xd0\xcf\x11\xe0|\x89PNG|\xff\xd8\xff|GIF8|\x1f\x8b|\{\\rtf")
_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*\n(?=.*\S|\s*\n\s*\S)")
_KEY_LINE = re.compile(r"(?:---\s*\n|\s*#.*\n|\s*\n)*[\"']?[A-Za-z$_][\w$ -]*[\"']?:(?:\s|$)")


@dataclass(frozen=True)
class Sample:
    """A file's name and bytes; the rest is made of them when it is asked for.

    `name` is for messages: a format is recognised by shape. Raises `Faults` when asked for the text of a file that
    is larger than content may be.
    """

    name: str
    data: bytes

    @cached_property
    def is_binary(self) -> bool:
        """Whether it is anything but text, by its first bytes."""
        return bool(_BINARY.match(self.data)) or (b"\x00" in self.data[:1000] and not self._is_utf16)

    @cached_property
    def text(self) -> Source:
        """The file's text with lines ended by `\\n`, and without characters that content may not hold.

        A form feed, which ends a page of extracted text, stays.
        """
        return self._cleaned[0]

    @cached_property
    def repairs(self) -> tuple[Note, ...]:
        """What was done to make a text of the bytes, if one was made."""
        return self._cleaned[1] if "_cleaned" in self.__dict__ else ()

    @cached_property
    def tree(self) -> Node | None:
        """The tree of a JSON or YAML file; None for what is neither. Raises `Faults` for what nearly is."""
        if self.is_binary:
            return None
        if self.text.text.lstrip()[:1] in ("{", "["):
            return self._json()
        try:
            found = yaml.parse(self.text, forgiving=True)
        except Faults:
            if _KEY_LINE.match(self.text.text) and not _FRONT_MATTER.match(self.text.text):
                raise
            return None
        return None if isinstance(found, Scalar) else found

    def _json(self) -> Node | None:
        """Return the tree of what looks like JSON; a Markdown text may begin with a bracket, too."""
        try:
            return json.parse(self.text, forgiving=True)
        except Faults:
            if re.match(r"\s*(?:\{|\[\s*[{\[\]\"])", self.text.text):
                raise
            return None

    @property
    def _is_utf16(self) -> bool:
        return self.data.startswith((BOM_UTF16_BE, BOM_UTF16_LE))

    @cached_property
    def _cleaned(self) -> tuple[Source, tuple[Note, ...]]:
        if len(self.data) > LARGEST_FILE:
            message = f"the file has {len(self.data):,} bytes; {LARGEST_FILE:,} are read at most"
            raise Faults([Fault(message, Place(Source(self.name, ""), 1, 1))])
        written, notes = self._decoded()
        written = _LINE_ENDS.sub("\n", written)
        source = Source(self.name, REFUSED.sub(lambda found: "\f" if found[0] == "\f" else "", written), self.data)
        refused = {match[0]: match.start() for match in REFUSED.finditer(written) if match[0] != "\f"}
        raw = Source(self.name, written)
        notes += [
            Note(Fate.DROPPED, f"the character U+{ord(char):04X}, which no content may hold", place_at(raw, offset))
            for char, offset in refused.items()
        ]
        return source, tuple(notes)

    def _decoded(self) -> tuple[str, list[Note]]:
        encoding = "utf-16" if self._is_utf16 else "utf-8"
        try:
            return self.data.removeprefix(BOM_UTF8).decode(encoding), []
        except UnicodeDecodeError as error:
            guess = Note(Fate.GUESSED, f"not UTF-8 ({error.reason}): read as Windows-1252", None)
            return self.data.decode("cp1252", errors="replace").replace("\ufffd", "?"), [guess]
