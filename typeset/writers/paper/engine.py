"""HTML and style sheets in, PDF out: the room of WeasyPrint, which is given whatever it may read."""

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

from typeset.source import Faults
from typeset.theme.theme import Theme
from typeset.writers import CannotWrite, Line, Sheet
from typeset.writers.assets import photo
from typeset.writers.page.styles import font_sheet, option_sheet, own_sheets
from typeset.writers.paper import fetching, finish
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
NOWHERE = "about:blank"
"""What addresses are relative to: relative ones lead nowhere."""
_HIGHEST = 100_000
"""Pixels of CSS that a page may be high, 26 metres; a PDF cannot say much more (ISO 32000-2, annex C)."""
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
    with _told(theme):
        made = _prepared(replace(theme, values=()), sheet)
        fonts_first, *others = made.sheets
        sheets = [fonts_first, made.sheet(option_sheet(theme)), *others]
        return made.page(page).render(stylesheets=sheets, font_config=made.fonts)


def archived(document: Any, attached: finish.Attached | None) -> bytes:
    """Return what is laid out as `pdf` does."""
    return _written(document, finish.archival(attached))


def sheets(document: Any) -> tuple[Sheet, ...]:
    """Return what lines are on each page of what is laid out, without running heads.

    Raises `CannotWrite` for pages that have no room for any.
    """
    from weasyprint.formatting_structure.boxes import LineBox, MarginBox, TextBox

    found: list[Sheet] = []
    for page in document.pages:
        box = page._page_box  # noqa: SLF001  # there is no public way to a page's boxes
        if not 0 < box.height < _HIGHEST:
            raise CannotWrite(f"the theme leaves no room for text on page {len(found) + 1}")
        top = box.content_box_y()
        lines = [
            Line(
                (line.position_y - top) * finish.POINT,
                (line.position_y + line.height - top) * finish.POINT,
                "".join(text.text for text in line.descendants() if isinstance(text, TextBox)),
            )
            for child in box.children
            if not isinstance(child, MarginBox)
            for line in child.descendants()
            if isinstance(line, LineBox)
        ]
        found.append(Sheet(box.height * finish.POINT, tuple(lines)))
    return tuple(found)


def _written(document: Any, finisher: finish.Finisher) -> bytes:
    with _told(None), finish.whole_streams():
        finish.link_once(document)
        data: bytes = document.write_pdf(finisher=finisher, pdf_tags=True, pdf_version="1.7", pdf_identifier=True)
    return data


@contextmanager
def _told(theme: Theme | None) -> Iterator[None]:
    """Turn whatever WeasyPrint raises into `CannotWrite`, at the place in the theme that asks for what it may not."""
    try:
        yield
    except (CannotWrite, Faults):
        raise
    except fetching.refusals() as error:
        raise fetching.told(error, theme.styles if theme else ()) from None
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


class _Press:
    """Makes every page and style sheet of a theme, each with the fetcher that knows its fonts and nothing else.

    WeasyPrint's own fetcher fetches anything, and whatever is made without one has that one. The sheet of the fonts is
    the first of `sheets`. Of the options, whose values differ from page to page, there is none.
    """

    def __init__(self, theme: Theme, sheet: str) -> None:
        self._made = _weasyprint()
        from weasyprint.text.fonts import FontConfiguration

        files = {f"font:{number}": face.file for number, face in enumerate(theme.faces)}
        addresses = {face: address for address, face in zip(files, theme.faces, strict=True)}
        with _fonts_of_the_theme_alone():
            self._fetcher, self.fonts = fetching.fetcher(files), FontConfiguration()
        _FONTS.append(self.fonts)
        texts = [font_sheet(theme, addresses.__getitem__), *own_sheets(theme), sheet]
        self.sheets = [self.sheet(text) for text in texts]

    def sheet(self, text: str) -> Any:
        """Return a style sheet."""
        known = {"url_fetcher": self._fetcher, "font_config": self.fonts, "base_url": NOWHERE}
        return self._made.CSS(string=text, **known)

    def page(self, text: str) -> Any:
        """Return a page of HTML."""
        return self._made.HTML(string=text, url_fetcher=self._fetcher, base_url=NOWHERE)


@cache
def _prepared(theme: Theme, sheet: str) -> _Press:
    """Return what makes a theme's pages: made once, used for every page of a process."""
    return _Press(theme, sheet)


@cache
def _weasyprint() -> Any:
    with lean_import(), _fonts_of_the_theme_alone(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "No fonts configured")  # that the machine's are not is the point
        import weasyprint
    photo.be_strict()  # WeasyPrint makes Pillow take half a picture for a whole one

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
