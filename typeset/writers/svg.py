"""Manuscript in, a drawing of each page out. The only room that runs poppler."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from typeset.theme.theme import Theme
from typeset.writers import CannotWrite, Files, Manuscript, ToolMissing, pdf

COUNT, DRAW = "pdfinfo", "pdftocairo"
MOST_SECONDS = 60
_PAGES = re.compile(r"^Pages:\s*(\d+)$", re.MULTILINE)
_ROOT = re.compile(r"<svg\b([^>]*)>")


def write(manuscript: Manuscript) -> Files:
    """Return one SVG a page of the PDF: letters as outlines, and a title for those who cannot see them.

    Raises `CannotWrite` where poppler is missing or fails.
    """
    with TemporaryDirectory() as folder:
        paper = Path(folder, "cv.pdf")
        paper.write_bytes(pdf.write(manuscript))
        pages = int(_PAGES.findall(_run(COUNT, str(paper)))[0])
        drawings = [_run(DRAW, "-svg", *_only(number), str(paper), "-") for number in range(1, pages + 1)]
    title = manuscript.document.title
    return {
        f"-{number}.svg": _titled(drawing, f"{title} – {number}/{pages}").encode()
        for number, drawing in enumerate(drawings, 1)
    }


def tools(theme: Theme) -> list[Path]:
    """Return the programs that decide how a drawing comes out, besides those that make the PDF."""
    return [*pdf.tools(theme), *(Path(found) for name in (COUNT, DRAW) if (found := shutil.which(name)))]


def _only(page: int) -> tuple[str, ...]:
    return "-f", str(page), "-l", str(page)


def _run(tool: str, *arguments: str) -> str:
    try:
        run = subprocess.run([tool, *arguments], capture_output=True, check=True, timeout=MOST_SECONDS)  # noqa: S603  # no word of it is the content's
    except FileNotFoundError:
        hint = "install poppler; on Debian and Ubuntu: apt-get install poppler-utils"
        raise ToolMissing(f"SVG needs `{tool}`, which is not here", hint=hint) from None
    except subprocess.SubprocessError:
        raise CannotWrite(f"`{tool}` cannot draw the PDF") from None
    return run.stdout.decode("utf-8", errors="replace")


def _titled(drawing: str, title: str) -> str:
    """Return a drawing that a screen reader names by its title (SVG 2, section 5.7)."""
    said = escape(title)
    return _ROOT.sub(lambda root: f'<svg{root[1]} role="img" aria-label="{said}"><title>{said}</title>', drawing, 1)
