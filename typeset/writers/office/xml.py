"""Names, attributes and children in, the markup of an XML element out, escaped."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2); the source refuses it, other documents may have it."""


def tag(name: str, /, *children: str, **attributes: object) -> str:
    """Return an element around markup. `w_val=1` is written `w:val="1"`; an attribute that is None is left out.

    The first underscore of an attribute's name is its colon, any other a hyphen.
    """
    written = "".join(
        f" {key.replace('_', ':', 1).replace('_', '-')}={quoteattr(str(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def legal(characters: str) -> str:
    """Return characters that XML can hold; in place of any other stands the sign of a lost one."""
    return _ILLEGAL.sub("\ufffd", characters)


def said(characters: str) -> str:
    """Return text as markup."""
    return escape(legal(characters))


def part(root: str) -> bytes:
    """Return a whole file of XML around its root element."""
    return (DECLARATION + root).encode("utf-8")
