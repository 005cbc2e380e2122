"""HTML and style sheets in, PDF out. The only room that knows WeasyPrint."""

from __future__ import annotations

import ctypes.util
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from typeset.theme.theme import Theme
from typeset.writers.styles import font_sheet, option_sheet, own_sheets

FONT_CONFIGURATION = Path(__file__).with_name("fonts.conf")


def pdf(page: str, theme: Theme, language: str) -> bytes:
    """Return the page as a tagged PDF/UA-1 file, set in the theme's fonts alone."""
    weasyprint = _weasyprint()
    fetcher, sheets, fonts = _prepared(theme)
    html = weasyprint.HTML(string=page, url_fetcher=fetcher, base_url="about:blank")
    data: bytes = html.write_pdf(
        stylesheets=sheets, font_config=fonts, pdf_variant="pdf/ua-1", lang=language, custom_metadata=False
    )
    return data


def versions() -> dict[str, str]:
    """Return the versions of what decides how a page comes out."""
    weasyprint = _weasyprint()
    from weasyprint.text.ffi import ffi, pango

    return {
        "weasyprint": weasyprint.__version__,
        "pango": ffi.string(pango.pango_version_string()).decode(),
    }


@cache
def _prepared(theme: Theme) -> tuple[Any, list[Any], Any]:
    """Return the theme's fetcher, parsed style sheets and fonts: made once, used for every page of a process."""
    weasyprint = _weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    files = {f"font:{number}": face.file for number, face in enumerate(theme.fonts)}
    addresses = {face: address for address, face in zip(files, theme.fonts, strict=True)}
    fetcher, fonts = _fetcher(files), FontConfiguration()
    texts = [font_sheet(theme, addresses.__getitem__), option_sheet(theme), *own_sheets(theme)]
    sheets = [
        weasyprint.CSS(string=text, url_fetcher=fetcher, font_config=fonts, base_url="about:blank") for text in texts
    ]
    return fetcher, sheets, fonts


def _fetcher(files: dict[str, Path]) -> Any:
    """Return a fetcher that knows `data:` addresses and the given files; WeasyPrint's own fetches anything."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class ClosedFetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if url in files:
                return URLFetcherResponse(url, body=files[url].read_bytes())
            return super().fetch(url, headers)

    return ClosedFetcher(allowed_protocols={"data"}, allow_redirects=False)


@cache
def _weasyprint() -> Any:
    os.environ["FONTCONFIG_FILE"] = str(FONT_CONFIGURATION)
    with _libraries_by_name():
        import weasyprint
    logging.getLogger("weasyprint").propagate = True
    return weasyprint


@contextmanager
def _libraries_by_name() -> Iterator[None]:
    """Let libraries be opened by their file names alone.

    WeasyPrint tries names that no Linux library has before the right one, and ctypes starts ldconfig, gcc and ld
    for each of them: 86 processes, 117 ms. The names with `.so` in its list need no search.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search
