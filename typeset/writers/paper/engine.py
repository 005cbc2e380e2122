"""HTML and style sheets in, PDF out. The only room that knows WeasyPrint."""

from __future__ import annotations

import ctypes
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from typeset.theme.theme import Theme
from typeset.writers import CannotWrite, Line, Sheet
from typeset.writers.page.styles import font_sheet, option_sheet, own_sheets
from typeset.writers.paper import finish
from typeset.writers.paper.lean import lean_import

LIBRARIES = (
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz.so.0",
    "libharfbuzz-subset.so.0",
    "libfontconfig.so.1",
    "libfreetype.so.6",
)
FONT_CONFIGURATION = Path(__file__).with_name("fonts.conf")
_POINT = 0.75
"""Points to a CSS pixel."""
_FONTS: list[Any] = []
"""WeasyPrint's font configurations in use."""


def pdf(page: str, theme: Theme, attached: finish.Attached | None = None) -> bytes:
    """Return the page as one file that is PDF/UA-1 and PDF/A-3a, its source attached; PDF/A-2a with nothing attached.

    Raises `CannotWrite` as `laid_out` does.
    """
    return archived(laid_out(page, theme), attached)


def written(page: str, theme: Theme, finisher: finish.Finisher = finish.join_glyphs, sheet: str = "") -> bytes:
    """Return the page as a tagged PDF after what a finisher does to it; raises `CannotWrite` as `laid_out` does."""
    return _written(laid_out(page, theme, sheet), finisher)


def laid_out(page: str, theme: Theme, sheet: str = "") -> Any:
    """Return the page as WeasyPrint's document, set in the theme's fonts alone; `sheet` is one more style sheet.

    Raises `CannotWrite` for whatever WeasyPrint raises: `AssertionError`, `ZeroDivisionError`, `RecursionError` and
    others have all come out of it.
    """
    weasyprint = _weasyprint()
    with _told():
        fetcher, (fonts_first, *others), fonts = _prepared(replace(theme, values=()), sheet)
        options = weasyprint.CSS(string=option_sheet(theme), url_fetcher=fetcher, font_config=fonts)
        html = weasyprint.HTML(string=page, url_fetcher=fetcher, base_url="about:blank")
        return html.render(stylesheets=[fonts_first, options, *others], font_config=fonts)


def archived(document: Any, attached: finish.Attached | None) -> bytes:
    """Return what is laid out as `pdf` does."""
    return _written(document, finish.archival(attached))


def sheets(document: Any) -> tuple[Sheet, ...]:
    """Return what lines are on each page of what is laid out, without running heads."""
    from weasyprint.formatting_structure.boxes import LineBox, MarginBox, TextBox

    found = []
    for page in document.pages:
        box = page._page_box  # noqa: SLF001  # there is no public way to a page's boxes
        top = box.content_box_y()
        lines = [
            Line(
                (line.position_y - top) * _POINT,
                (line.position_y + line.height - top) * _POINT,
                "".join(text.text for text in line.descendants() if isinstance(text, TextBox)),
            )
            for child in box.children
            if not isinstance(child, MarginBox)
            for line in child.descendants()
            if isinstance(line, LineBox)
        ]
        found.append(Sheet(box.height * _POINT, tuple(lines)))
    return tuple(found)


def _written(document: Any, finisher: finish.Finisher) -> bytes:
    with _told(), finish.whole_streams():
        data: bytes = document.write_pdf(finisher=finisher, pdf_tags=True, pdf_version="1.7", pdf_identifier=True)
    return data


@contextmanager
def _told() -> Iterator[None]:
    """Turn whatever WeasyPrint raises into `CannotWrite`."""
    try:
        yield
    except CannotWrite:
        raise
    except Exception as error:
        raise CannotWrite(f"WeasyPrint cannot lay this out: {type(error).__name__}: {error}") from error


def libraries() -> list[Path]:
    """Return the files of the native libraries that shape and lay out text; none where the system does not tell."""
    for name in LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
    maps = Path("/proc/self/maps")
    if not maps.exists():
        return []
    mapped = {line.split(maxsplit=5)[5] for line in maps.read_text().splitlines() if line.count("/")}
    stems = tuple(name.partition(".so")[0] for name in LIBRARIES)
    return sorted(Path(file) for file in mapped if Path(file).name.startswith(stems))


def warm() -> None:
    """Import WeasyPrint now, so that forked workers have it."""
    _weasyprint()


def release() -> None:
    """Let go of all that themes were prepared into, and remove the folders that WeasyPrint keeps their fonts in.

    By name, because they are held in cycles, and the command line runs without a collector.
    """
    _prepared.cache_clear()
    while _FONTS:
        _FONTS.pop().__del__()


@cache
def _prepared(theme: Theme, sheet: str) -> tuple[Any, list[Any], Any]:
    """Return the theme's fetcher, parsed style sheets and fonts: made once, used for every page of a process.

    The sheet of its fonts comes first. Of its options, whose values differ from page to page, there is none.
    """
    weasyprint = _weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    files = {f"font:{number}": face.file for number, face in enumerate(theme.faces)}
    addresses = {face: address for address, face in zip(files, theme.faces, strict=True)}
    with _fonts_of_the_theme_alone():
        fetcher, fonts = _fetcher(files), FontConfiguration()
    _FONTS.append(fonts)
    texts = [font_sheet(theme, addresses.__getitem__), *own_sheets(theme), sheet]
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
    with lean_import(), _fonts_of_the_theme_alone(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "No fonts configured")  # that the machine's are not is the point
        import weasyprint

    return weasyprint


@contextmanager
def _fonts_of_the_theme_alone() -> Iterator[None]:
    """Let fontconfig see none of the machine's fonts while it starts; programs that are run later see them."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(FONT_CONFIGURATION)
    try:
        yield
    finally:
        del os.environ["FONTCONFIG_FILE"]
        if before is not None:
            os.environ["FONTCONFIG_FILE"] = before
