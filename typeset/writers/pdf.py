"""Manuscript in, PDF out: the theme's HTML laid out on paper, or its LaTeX by TeX, as the theme says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from typeset.resume.source_text import source_of
from typeset.theme.theme import Theme
from typeset.writers import LaidOut, Manuscript


@dataclass(frozen=True, slots=True)
class Engine:
    """What lays out pages, and the files outside the package that it is made of."""

    lay_out: Callable[[Manuscript], LaidOut]
    tools: Callable[[], list[Path]]


def write(manuscript: Manuscript) -> bytes:
    """Return a file that is PDF/UA-1 and PDF/A-3a with its content inside, or PDF/A-2a where it carries none.

    The same manuscript gives the same bytes.
    """
    attached = source_of(manuscript.resume) if manuscript.carries_source else None
    return (manuscript.laid_out or lay_out(manuscript)).write(attached)


def lay_out(manuscript: Manuscript) -> LaidOut:
    """Return the pages, not yet written; raises `CannotWrite`, as writing them does."""
    return ENGINES[manuscript.theme.engine].lay_out(manuscript)


def tools(theme: Theme) -> list[Path]:
    """Return the files outside the package that decide how the theme's pages come out."""
    return ENGINES[theme.engine].tools()


def _by_weasyprint(manuscript: Manuscript) -> LaidOut:
    from typeset.writers.page.templates import render
    from typeset.writers.paper import engine

    pages = engine.laid_out(render(manuscript.document, manuscript.theme), manuscript.theme)
    return LaidOut(engine.sheets(pages), cache(lambda attached: engine.archived(pages, attached)))


def _libraries() -> list[Path]:
    from typeset.writers.paper.engine import libraries

    return libraries()


def _by_latex(manuscript: Manuscript) -> LaidOut:
    from typeset.writers import latex
    from typeset.writers.tex import finish as texfinish
    from typeset.writers.tex import lualatex, sheets

    document, theme = manuscript.document, manuscript.theme
    source, companions = latex.written(document, theme)
    draft = lualatex.Draft(source, companions)
    finished = cache(draft.finished)
    return LaidOut(
        sheets.of(draft.data),
        cache(lambda attached: texfinish.finished(finished(), source.text, document, theme, attached)),
        draft.discard,
    )


def _tex() -> list[Path]:
    from typeset.writers.tex.lualatex import tools

    return tools()


ENGINES = {"weasyprint": Engine(_by_weasyprint, _libraries), "latex": Engine(_by_latex, _tex)}
"""What lays out a theme's pages, by its `engine`; each is entered when it is first asked for."""
