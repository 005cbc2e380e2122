"""A JSON-LD graph in; what it says in words, and where it leads, out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from typeset.proof.finished import Finished

_LINKS = frozenset(["url", "sameAs"])
_NOT_WORDS = frozenset(["credentialCategory", "startDate", "endDate", "datePublished", "dateCreated"])
"""Properties whose values are schema.org's own words, or dates in ISO 8601."""


def read(data: bytes) -> Finished:
    """Return the texts of a graph, one a line, and its addresses."""
    said = list(_said("", json.loads(data)))
    words = tuple(value for name, value in said if name not in _LINKS)
    return Finished(
        pages=("\n".join(words),),
        links=tuple(value for name, value in said if name in _LINKS),
        author=next((value for name, value in said if name == "name"), None),
    )


def _said(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield every text below a value, under the name of the property that holds it."""
    match value:
        case dict():
            for key, inner in value.items():
                if not key.startswith("@") or key == "@graph":
                    yield from _said(key, inner)
        case list():
            for inner in value:
                yield from _said(name, inner)
        case str() if name not in _NOT_WORDS:
            yield name, value
