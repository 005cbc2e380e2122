"""Plain text in; its words, and the addresses that the text writer sets behind words, out."""

from __future__ import annotations

import re

from typeset.proof.finished import Finished

_ADDRESS_IN_TEXT = re.compile(r"<(?:https?|mailto|tel):[^>\s]*>")


def read(data: bytes) -> Finished:
    """Return the text without the addresses that were added behind words; those are its links."""
    text = data.decode("utf-8")
    links = tuple(match[0][1:-1] for match in _ADDRESS_IN_TEXT.finditer(text))
    return Finished(pages=(_ADDRESS_IN_TEXT.sub("", text),), links=links)
