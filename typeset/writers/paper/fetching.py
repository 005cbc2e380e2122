"""An address in a theme in, the bytes behind it out: those of a `data:` address or of the theme's fonts, or a refusal.

WeasyPrint asks for whatever a page, a style sheet or a drawing names; three of its four advisories up to 70.0 were of
a way that forgot whom to ask. Whatever it asks for here is in memory already, and what is not ends the layout.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

from typeset.source import Place, Source
from typeset.source.characters import place_at
from typeset.source.folders import read_regular
from typeset.theme.theme import text
from typeset.writers import CannotWrite

LARGEST_FONT = 40_000_000
"""Bytes; fonts of Chinese have some twenty million."""
LONGEST_ADDRESS = 8_000_000
"""Characters of a `data:` address."""
_LONGEST_SHOWN = 80
_DATA = re.compile(r"(?i)data:([\w.+-]+/[\w.+-]+)?((?:;[\w-]+=[\w.:+-]+)*)(;base64)?,")


class _Refused(Exception):
    """An address that nothing is fetched from."""


def fetcher(files: Mapping[str, Path]) -> Any:
    """Return a fetcher that knows `data:` addresses and those of the given files."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class ClosedFetcher(URLFetcher):  # type: ignore[misc]
        def __init__(self) -> None:
            """Have none of the handlers that its class opens files and connections with."""
            self._fail_on_errors = True

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:  # noqa: ARG002  # as its class has it
            if url in files:
                return URLFetcherResponse(url, body=_font(files[url]))
            kind, body = _data(url)
            return URLFetcherResponse(url, body=body, headers={"Content-Type": kind})

    return ClosedFetcher()


def _font(file: Path) -> bytes:
    data = read_regular(file, LARGEST_FONT)
    if len(data) > LARGEST_FONT:
        raise _Refused(file.name)
    return data


def _data(address: str) -> tuple[str, bytes]:
    """Return what a `data:` address (RFC 2397) is and holds; raises `_Refused` for every other address."""
    head = _DATA.match(address[:200])
    if not head or len(address) > LONGEST_ADDRESS:
        raise _Refused(address)
    body = unquote_to_bytes(address[head.end() :])
    try:
        return (head[1] or "text/plain") + head[2], base64.b64decode(body) if head[3] else body
    except binascii.Error:
        raise _Refused(address) from None


def refusals() -> type[BaseException]:
    """Return what WeasyPrint raises where a fetcher refuses; it passes by every `except Exception` of its own."""
    from weasyprint.urls import FatalURLFetchingError

    found: type[BaseException] = FatalURLFetchingError
    return found


def told(refusal: BaseException, styles: Iterable[Path]) -> CannotWrite:
    """Return a refusal at its place in a style sheet, if it came from there as it stands."""
    cause = refusal.__cause__
    address = str(cause) if isinstance(cause, _Refused) else ""
    shown = address if len(address) <= _LONGEST_SHOWN else address[:_LONGEST_SHOWN] + "…"
    hint = "a page is made of the theme's own fonts and of what stands in `data:` addresses; nothing is fetched"
    return CannotWrite(f"the theme asks for `{shown}`", _place(address, styles), hint)


def _place(address: str, styles: Iterable[Path]) -> Place | None:
    for path in styles:
        source = Source(str(path), text(path))
        if address and (found := source.text.find(address)) >= 0:
            return place_at(source, found, len(address))
    return None
