"""Names, texts and attributes in; elements of an HTML page out. What comes from a file is text, and never markup."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

from typeset.source.diagnostics import escaped


def element(tag: str, text: str = "", *children: Element, **attributes: str) -> Element:
    """Return an element with a text, then children. `class_` is the attribute class, `http_equiv` http-equiv."""
    made = Element(tag, {name.rstrip("_").replace("_", "-"): escaped(value) for name, value in attributes.items()})
    made.text = "\n".join(map(escaped, text.split("\n"))) or None
    made.extend(children)
    return made


def page(root: Element) -> bytes:
    """Return a whole HTML page."""
    written: bytes = tostring(root, encoding="utf-8", method="html")
    return b"<!doctype html>\n" + written + b"\n"
