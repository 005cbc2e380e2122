"""One value in, as a field of the model can take it out, and what was done to it in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from typeset.readers.draft.notes import Fate
from typeset.resume import blocks, dates, links, names, text
from typeset.resume.blocks import Body
from typeset.resume.fields import Email, LanguageTag, Slug
from typeset.resume.links import Url
from typeset.resume.model import Date
from typeset.resume.text import Text
from typeset.source import Node, Scalar, Sequence
from typeset.source.place import NOWHERE

Said = list[tuple[Fate, str]]
"""What was done to a value, if anything."""

_TAG = re.compile(r"</?(?:a|b|br|code|div|em|i|li|ol|p|span|strong|sub|sup|u|ul|h[1-6])\b[^<>]*>", re.IGNORECASE)


def mended(node: Node, kind: Any) -> tuple[Node, Said]:
    """Return a value for a field of some kind; as it is when there is nothing to mend, or no one way to do so."""
    said: Said = []
    if isinstance(node, Sequence) and kind in (Text, Body):
        node = _joined(node, kind, said)
    if not isinstance(node, Scalar) or node.is_null:
        return node, said
    mend = _MENDS.get(kind)
    made = mend(node.text, said) if mend else node.text
    return (node if made == node.text else Scalar(made, node.place)), said


def _joined(node: Sequence, kind: Any, said: Said) -> Node:
    """Return a list of texts as one: paragraphs, or words with commas between them."""
    parts = [item.text for item in node.items if isinstance(item, Scalar)]
    if len(parts) < len(node.items):
        return node
    said.append((Fate.REPAIRED, "a list made one text"))
    return Scalar(("\n\n" if kind is Body else ", ").join(parts), node.place)


def _line(written: str, said: Said) -> str:
    return _prose(written, said, lambda source: _text_without_bad_links(source, said))


def _body(written: str, said: Said) -> str:
    return _prose(written, said, lambda source: _body_without_bad_links(source, said))


def _prose(written: str, said: Said, unlinked: Callable[[str], str]) -> str:
    if _TAG.search(written):
        from typeset.readers.draft.html import markdown_of

        made = markdown_of(written, is_mixed=True)
        if made and made != written:
            said.append((Fate.REPAIRED, "HTML made Markdown"))
            written = made
    return unlinked(written)


def _text_without_bad_links(written: str, said: Said) -> str:
    value, faults = text.parse(written, NOWHERE)
    if not faults:
        return written
    from typeset.resume.markdown import inline

    said.append((Fate.REPAIRED, "a link to what no CV may link to is written out"))
    return inline(_written_out(value))


def _body_without_bad_links(written: str, said: Said) -> str:
    value, faults = blocks.parse(written, NOWHERE)
    if not value or not faults:
        return written
    from typeset.resume.markdown import blocks as markdown

    said.append((Fate.REPAIRED, "a link to what no CV may link to is written out"))
    return markdown(_blocks_written_out(value.blocks))


def _blocks_written_out(found: tuple[blocks.Block, ...]) -> tuple[blocks.Block, ...]:
    made: list[blocks.Block] = []
    for block in found:
        match block:
            case blocks.Paragraph():
                made.append(blocks.Paragraph(_written_out(block.text)))
            case blocks.Quote():
                made.append(blocks.Quote(_blocks_written_out(block.blocks)))
            case blocks.List():
                items = (
                    replace(item, text=_written_out(item.text), blocks=_blocks_written_out(item.blocks))
                    for item in block.items
                )
                made.append(replace(block, items=tuple(items)))
            case _:
                made.append(block)
    return tuple(made)


def _written_out(value: Text) -> Text:
    """Return a text whose bad links are their words, and the address in parentheses."""
    made = []
    for run in value.runs:
        if run.link is None or not links.problem(run.link):
            made.append(run)
            continue
        made.append(replace(run, link=None))
        if run.link and run.link != run.text:
            made.append(text.Run(f" ({run.link})"))
    return replace(value, runs=tuple(made))


def _one_line(written: str, said: Said) -> str:
    made = " ".join(written.split())
    if made != written.strip():
        said.append((Fate.REPAIRED, "written on one line"))
    return made


def _url(written: str, said: Said) -> str:
    made = _one_line(written, said)
    problem = links.problem(made)
    for guess in (f"https://{made}", f"mailto:{made}") if problem else ():
        if not links.problem(guess) and ("." in made.partition("/")[0] or guess.startswith("mailto:")):
            said.append((Fate.GUESSED, f"`{made}` is `{guess}`"))
            return guess
    return made


def _email(written: str, said: Said) -> str:
    found = re.fullmatch(r"(?:mailto:|.*<)?([^<>]*)>?", _one_line(written, said), re.IGNORECASE)
    return found[1] if found else written


def _slug(written: str, said: Said) -> str:
    if names.WELL_FORMED.fullmatch(written):
        return written
    said.append((Fate.REPAIRED, f"`{written}` is no name: made `{names.slug(written)}`"))
    return names.slug(written)


def _language(written: str, said: Said) -> str:
    parts = written.replace("_", "-").split("-")
    shaped = [parts[0].lower(), *(part.upper() if len(part) < 4 else part.title() for part in parts[1:])]
    made = "-".join(shaped)
    if made != written:
        said.append((Fate.REPAIRED, f"`{written}` is `{made}`"))
    return made


def _date(written: str, said: Said) -> str:
    try:
        if dates.parse(written):
            return written
    except dates.NotADate:
        pass
    from typeset.readers.draft.dates import moment

    if made := moment(written):
        said.append((Fate.GUESSED, f"`{written}` is {made}"))
        return made
    return _line(written, said)


_MENDS: dict[Any, Callable[[str, Said], str]] = {
    Text: _line,
    Body: _body,
    Date: _date,
    str: _one_line,
    Url: _url,
    Email: _email,
    Slug: _slug,
    LanguageTag: _language,
}
