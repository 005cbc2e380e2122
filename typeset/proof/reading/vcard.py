"""A vCard in; its values, one a line, and its addresses out."""

from __future__ import annotations

import re

from typeset.proof.finished import Finished

_DERIVED = frozenset(["BEGIN", "VERSION", "N", "END"])
_PART = re.compile(r"(?:\\.|[^\\;])+")
_ESCAPED = re.compile(r"\\(.)")


def read(data: bytes) -> Finished:
    """Return what a card says (RFC 2426), without the parts it splits the name into."""
    lines = [line.partition(":") for line in data.decode("utf-8").replace("\r\n ", "").split("\r\n") if line]
    said = [(kind.partition(";")[0], _value(written)) for kind, _, written in lines]
    return Finished(
        pages=("\n".join(value for kind, value in said if kind not in _DERIVED | {"URL"}),),
        links=tuple(value for kind, value in said if kind == "URL"),
    )


def _value(written: str) -> str:
    return " ".join(_ESCAPED.sub(r"\1", part) for part in _PART.findall(written))
