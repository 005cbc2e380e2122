"""What holds of the theme's paragraphs in every word processor: which are headings, how far they stand in."""

from __future__ import annotations

from typeset.theme.office import Style

DEEPEST = 4
"""The levels of lists that have styles; what is nested deeper stands on the last."""

OUTLINE = ("section", "head", "subhead")
"""Headings, from the highest; each stays with what follows."""

ENDED = ("head", "subhead", "below", "lead", "short", "text", "running")
"""Paragraphs with a tab stop at their right end."""

TIGHT = ("contacts", "terms")
"""Paragraphs with no space between one and the next of the same kind."""

INLINE = {"emphasis": Style(italic=True), "strong": Style(bold=True), "both": Style(bold=True, italic=True)}
"""The look of words that no theme names."""

QUOTE_INDENT, NUMBER_HANG = 1.3, 1.7
"""How far a quotation stands in, and the least room for a point's number, in sizes of the text."""


def indents(name: str, style: Style) -> tuple[float, float, float]:
    """Return how far a paragraph stands in at its left and right, and its first line before it, in sizes of text."""
    return (QUOTE_INDENT, QUOTE_INDENT, 0.0) if name == "quote" else (style.hang, 0.0, style.hang)


def list_indents(kind: str, level: int, style: Style) -> tuple[float, float, float]:
    """Return the same of a line of a list; the first line of a `bullet` or `number` begins with its mark."""
    hang = max(style.hang, NUMBER_HANG) if kind == "number" else style.hang
    return (level - 1) * style.hang + hang, 0.0, 0.0 if kind == "continued" else hang
