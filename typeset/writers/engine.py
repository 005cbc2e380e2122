"""HTML and style sheets in, PDF out. The only room that knows WeasyPrint."""

from __future__ import annotations

import ctypes
import os
import warnings
from functools import cache
from pathlib import Path
from typing import Any

from typeset.theme.theme import Theme
from typeset.writers import CannotWrite
from typeset.writers.lean import lean_import
from typeset.writers.styles import font_sheet, option_sheet, own_sheets

LIBRARIES = (
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz.so.0",
    "libharfbuzz-subset.so.0",
    "libfontconfig.so.1",
    "libfreetype.so.6",
)
FONT_CONFIGURATION = Path(__file__).with_name("fonts.conf")
_FONTS: list[Any] = []
"""WeasyPrint's font configurations in use."""


def pdf(page: str, theme: Theme) -> bytes:
    """Return the page as a tagged PDF/UA-1 file, set in the theme's fonts alone.

    Raises `CannotWrite` for whatever WeasyPrint raises: `AssertionError`, `ZeroDivisionError`, `RecursionError`
    and others have all come out of it.
    """
    weasyprint = _weasyprint()
    try:
        fetcher, sheets, fonts = _prepared(theme)
        html = weasyprint.HTML(string=page, url_fetcher=fetcher, base_url="about:blank")
        data: bytes = html.write_pdf(
            stylesheets=sheets, font_config=fonts, pdf_variant="pdf/ua-1", finisher=_join_glyphs
        )
    except Exception as error:
        raise CannotWrite(f"WeasyPrint cannot lay this out: {type(error).__name__}: {error}") from error
    return data


def _join_glyphs(document: Any, file: Any) -> None:  # noqa: ARG001  # the signature WeasyPrint calls
    """Write glyphs that follow one another without adjustment as one string (ISO 32000-2, 9.4.3).

    WeasyPrint writes each alone, with a zero between: a quarter of the page's bytes, and a third of the time that
    reading it back takes.
    """
    for item in file.objects:
        if isinstance(operations := getattr(item, "stream", None), list):
            item.stream = [
                operation.replace(b">0<", b"").replace(b">0]", b">]")
                if isinstance(operation, bytes) and operation.endswith(b" TJ")
                else operation
                for operation in operations
            ]


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
def _prepared(theme: Theme) -> tuple[Any, list[Any], Any]:
    """Return the theme's fetcher, parsed style sheets and fonts: made once, used for every page of a process."""
    weasyprint = _weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    files = {f"font:{number}": face.file for number, face in enumerate(theme.fonts)}
    addresses = {face: address for address, face in zip(files, theme.fonts, strict=True)}
    fetcher, fonts = _fetcher(files), FontConfiguration()
    _FONTS.append(fonts)
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
    with lean_import(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "No fonts configured")  # that the machine's are not is the point
        import weasyprint

    return weasyprint
