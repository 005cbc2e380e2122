"""Text and blocks in, Markdown source out: what `typeset.resume.text` and `blocks` parse, or what GitHub reads.

Of several ways to write a text the first is taken that a parser reads as that very text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from typeset.resume import text as texts
from typeset.resume.blocks import Block, List, ListItem, Paragraph, Quote, Terms
from typeset.resume.text import Run, Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


class Dialect(Enum):
    """Whose Markdown: the closed set of content files, or all that GitHub's readers know (CommonMark and more)."""

    CONTENT = "content"
    GITHUB = "github"


_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_ACTIVE = {
    Dialect.CONTENT: re.compile(r"[*`\[\]<]|\\(?=[!-/:-@\[-`{-~]|$)|(?<![^\W_])_|_(?![^\W_])|!$"),
    Dialect.GITHUB: re.compile(
        r"[*`\[\]<|~$]|\\(?=[!-/:-@\[-`{-~]|$)|(?<![^\W_])_|_(?![^\W_])|!$"
        r"|&(?=#?\w+;)|&$|:(?=//)|:(?=[\w+-]+:)|(?<=www)\."
    ),
}
_LINE_START = {
    Dialect.CONTENT: re.compile(r"^(?:(?P<number>\d{1,9})(?=[.)](?:\s|$))|(?=[-+*](?:\s|$)|>))", re.MULTILINE),
    Dialect.GITHUB: re.compile(r"^(?:(?P<number>\d{1,9})(?=[.)](?:\s|$))|(?=[-+#>=:]))", re.MULTILINE),
}
_HARMLESS = re.compile(r"(?!\d+[.)]|.*www)[^*_`\[\]<>\\|~$&:!#+=^\n-][^*_`\[\]<>\\|~$&:!^\n]*")
_HARD_BREAK = "\\\n"


def inline(text: Text, dialect: Dialect = Dialect.CONTENT, *, starts_line: bool = False) -> str:
    """Return the Markdown of one paragraph's text.

    Lost is only what Markdown cannot keep: white space at the ends of a line, and styles that touch in a way that
    no marks can say. `starts_line` tells that a parser of blocks will read it, to which "1." is more than a number.
    """
    runs = _trimmed(text.runs)
    if len(runs) == 1 and runs[0] == Run(runs[0].text) and _HARMLESS.fullmatch(runs[0].text):
        return runs[0].text
    starts_line = starts_line or dialect is Dialect.GITHUB
    written = ""
    for write in _ways(runs, dialect):
        written = write()
        if starts_line:
            written = _LINE_START[dialect].sub(lambda found: f"{found['number'] or ''}\\", written)
        if _read(written, dialect) == runs:
            return written
    return written


def blocks(body: Iterable[Block], dialect: Dialect = Dialect.CONTENT) -> str:
    """Return the Markdown of blocks, without a line feed at its end."""
    parts: list[str] = []
    before: Block | None = None
    other_mark = False
    for block in body:
        other_mark = isinstance(block, List) and isinstance(before, List) and not other_mark
        parts.append("\n".join(_block(block, dialect, other_mark=other_mark)))
        before = block
    return "\n\n".join(parts)


def labelled(label: Text | None, text: Text) -> Text:
    """Return a text behind its label: **Label:** text."""
    if not label:
        return text
    strong = [replace(run, strong=run.text != "\n") for run in (*label.runs, *([Run(":")] if text else []))]
    return Text((*strong, Run(" "), *text.runs) if text else tuple(strong), label.place)


def listed(items: Iterable[Text], separator: str = ", ") -> Text:
    """Return texts as one, one after another."""
    runs: list[Run] = []
    for item in items:
        runs += [Run(separator), *item.runs] if runs else item.runs
    return Text(tuple(runs))


# Inline


def _ways(runs: list[Run], dialect: Dialect) -> Iterator[Callable[[], str]]:
    """Yield the ways to write runs, the plainest first; the last drops the styles."""
    if dialect is Dialect.CONTENT:
        yield lambda: _spans(runs, ("*", "**"), lambda text: text)
    for escaped in (
        lambda text: _ACTIVE[dialect].sub(r"\\\g<0>", text),
        lambda text: _PUNCTUATION.sub(r"\\\g<0>", text),
    ):
        for marks in (("*", "**"), ("_", "**"), ("*", "__"), ("_", "__")):
            yield lambda marks=marks, escaped=escaped: _spans(runs, marks, escaped)  # type: ignore[misc]
    bare = [Run(run.text, link=run.link) for run in runs]
    yield lambda: _spans(bare, ("*", "**"), lambda text: _PUNCTUATION.sub(r"\\\g<0>", text))


def _read(written: str, dialect: Dialect) -> list[Run]:
    return texts.runs(_parser(dialect).parseInline(written)[0].children or [])


@cache
def _parser(dialect: Dialect) -> MarkdownIt:
    if dialect is Dialect.CONTENT:
        return texts.parser()
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark").enable("strikethrough")
    markdown.validateLink = texts.any_address  # type: ignore[assignment, method-assign]
    return markdown


def _trimmed(runs: Sequence[Run]) -> list[Run]:
    """Return the runs without the white space that Markdown drops, neighbours of one style joined."""
    found: list[Run] = []
    for number, run in enumerate(runs):
        if run.text == "\n":
            found.append(Run("\n"))
            continue
        said = run.text.replace("\n", " ")
        if not run.code and (not number or runs[number - 1].text == "\n"):
            said = said.lstrip()
        if not run.code and number + 1 == len(runs):
            said = said.rstrip()
        if said and found and found[-1].text != "\n" and replace(found[-1], text="") == replace(run, text=""):
            said = found.pop().text + said
        if said:
            found.append(replace(run, text=said))
    return found


def _spans(runs: Sequence[Run], marks: tuple[str, str], escaped: Callable[[str], str]) -> str:
    """Return the runs between their marks; `marks` are those of emphasis and of strong emphasis."""
    written = ""
    opened: list[str] = []
    for number, run in enumerate(runs):
        wanted = _wanted(runs[number:], marks)
        kept = next((at for at, mark in enumerate(opened) if mark not in wanted), len(opened))
        written += "".join(map(_closing, reversed(opened[kept:])))
        new = [mark for mark in wanted if mark not in opened[:kept]]
        written += "".join(mark[0] if mark.startswith("[") else mark for mark in new)
        opened = [*opened[:kept], *new]
        written += _said(run, escaped)
    return written + "".join(map(_closing, reversed(opened)))


def _wanted(ahead: Sequence[Run], marks: tuple[str, str]) -> list[str]:
    """Return the marks that the next run stands between, outermost first: those that reach farther."""
    styled = next((run for run in ahead if run.text != "\n"), ahead[0])
    emphasis, strong = marks
    reaches: list[tuple[int, str]] = []
    if styled.strong:
        reaches.append((_reach(ahead, lambda run: run.strong), strong))
    if styled.emphasis:
        reaches.append((_reach(ahead, lambda run: run.emphasis), emphasis))
    if styled.link is not None:
        reaches.append((_reach(ahead, lambda run: run.link == styled.link), f"[{styled.link}"))
    return [mark for _, mark in sorted(reaches, key=lambda reach: -reach[0])]


def _reach(ahead: Sequence[Run], holds: Callable[[Run], bool]) -> int:
    return next((count for count, run in enumerate(ahead) if run.text != "\n" and not holds(run)), len(ahead))


def _closing(mark: str) -> str:
    if not mark.startswith("["):
        return mark
    address = re.sub(r"[\\()<>]|&(?=#?\w+;)", r"\\\g<0>", mark[1:])
    return f"](<{address}>)" if not address or re.search(r"\s", address) else f"]({address})"


def _said(run: Run, escaped: Callable[[str], str]) -> str:
    if run.text == "\n":
        return _HARD_BREAK
    if not run.code:
        return escaped(run.text)
    longest = max(map(len, re.findall("`+", run.text)), default=0)
    ticks = "`" * (longest + 1)
    is_padded = run.text.startswith("`") or run.text.endswith("`") or (run.text[0] == run.text[-1] == " " != run.text)
    return f"{ticks} {run.text} {ticks}" if is_padded else f"{ticks}{run.text}{ticks}"


# Blocks


def _block(block: Block, dialect: Dialect, *, other_mark: bool) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from inline(block.text, dialect, starts_line=True).split("\n")
        case Quote():
            for line in blocks(block.blocks, dialect).split("\n"):
                yield f"> {line}".rstrip()
        case Terms():
            yield from inline(labelled(block.label, listed(block.items)), dialect, starts_line=True).split("\n")
        case List():
            sign = (")" if other_mark else ".") if block.ordered else ("*" if other_mark else "-")
            for number, item in enumerate(block.items, 1):
                yield from _item(item, f"{number}{sign} " if block.ordered else f"{sign} ", dialect)


def _item(item: ListItem, mark: str, dialect: Dialect) -> Iterator[str]:
    text = inline(labelled(item.label, item.text), dialect, starts_line=True)
    below = blocks(item.blocks, dialect)
    is_tight = item.blocks and isinstance(item.blocks[0], List) and item.blocks[0].items[0].text
    between = "\n" if is_tight else "\n\n"
    lines = (f"{text}{between}{below}" if text and below else text or below).split("\n")
    for number, line in enumerate(lines):
        yield (f"{' ' * len(mark) if number else mark}{line}").rstrip()
