"""A text with the few marks that plain text keeps, in; inline Markdown that says the same, and nothing more, out."""

from __future__ import annotations

import re

from typeset.resume.links import problem
from typeset.resume.markdown import inline
from typeset.resume.text import Run, Text
from typeset.source import Place, Scalar

_MARKED = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|\*\*(?P<strong>[^\s*](?:[^*]{0,300}[^\s*])?)\*\*"
    r"|(?<![\w*])\*(?P<emphasis>[^\s*](?:[^*]{0,300}[^\s*])?)\*(?![\w*])"
    r"|\[(?P<words>[^\[\]]{1,200})\]\((?P<link>[^\s()]{1,400}(?:\([^\s()]*\)[^\s()]*)?)\)"
    r"|<(?P<address>(?:https?://|mailto:)[^\s<>]{1,400})>"
)


def scalar(text: str, place: Place) -> Scalar:
    """Return a text as inline Markdown: `*…*`, `**…**`, `[…](…)`, `<…>` and `\\$` mean what they do there."""
    return Scalar(inline(Text(tuple(runs(text)))), place)


def runs(text: str) -> list[Run]:
    """Return the runs of a text with marks; characters that mark nothing mean themselves."""
    made: list[Run] = []
    at = 0
    for found in _MARKED.finditer(text):
        _add(made, Run(text[at : found.start()]))
        for run in _marked(found):
            _add(made, run)
        at = found.end()
    _add(made, Run(text[at:]))
    return made


def plain(text: str) -> str:
    """Return what a text with marks says."""
    return "".join(run.text for run in runs(text))


def _marked(found: re.Match[str]) -> list[Run]:
    if found["escaped"]:
        return [Run(found["escaped"])]
    if found["strong"]:
        return [Run(run.text, strong=True, emphasis=run.emphasis, link=run.link) for run in runs(found["strong"])]
    if found["emphasis"]:
        return [Run(run.text, strong=run.strong, emphasis=True, link=run.link) for run in runs(found["emphasis"])]
    address = found["link"] or found["address"]
    words = runs(found["words"]) if found["words"] else [Run(address.removeprefix("mailto:"))]
    if problem(address):
        return [Run(found[0])]
    return [Run(run.text, run.emphasis, run.strong, link=address) for run in words]


def _add(made: list[Run], run: Run) -> None:
    if not run.text:
        return
    if made and Run("x", made[-1].emphasis, made[-1].strong, link=made[-1].link) == Run(
        "x", run.emphasis, run.strong, link=run.link
    ):
        run = Run(made.pop().text + run.text, run.emphasis, run.strong, link=run.link)
    made.append(run)
