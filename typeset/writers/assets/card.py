"""The head of a page in; a card for address books out, as text, and as a QR code. The only room that knows segno."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typeset.document.shapes import Masthead
from typeset.writers import CannotWrite

if TYPE_CHECKING:
    from segno import QRCode

QUIET_ZONE = 2
"""Modules of white around a code, where ISO/IEC 18004 asks for 4: around it is more white."""


def card(masthead: Masthead) -> str:
    """Return a vCard 3.0 (RFC 2426) that says what the head of the page says, and nothing more.

    A name's last word is taken for the family name, and all of a place for the town: the head tells no more.
    """
    from segno.helpers import make_vcard_data

    name = _escaped(masthead.name.plain)
    given, _, family = (part.replace(";", ",") for part in name.rpartition(" "))
    links = (run.address for contact in masthead.contacts for run in contact.text.runs)
    made: str = make_vcard_data(
        f"{family};{given}",
        name,
        email=_said(masthead, "email"),
        phone=_said(masthead, "phone"),
        url=list(dict.fromkeys(link for link in links if link and link.startswith("http"))),
        city=next(iter(_said(masthead, "location")), None),
        title=_escaped(masthead.label.plain) if masthead.label else None,
    )
    return made


def picture(masthead: Masthead) -> str:
    """Return the card as a QR code: an SVG `data:` address, black on white."""
    address: str = _code(masthead).svg_data_uri(
        border=QUIET_ZONE, light="white", svgclass=None, lineclass=None, omitsize=True
    )
    return address


def modules(masthead: Masthead) -> tuple[bytearray, ...]:
    """Return the card as the rows of a QR code, without white around it; 1 is dark."""
    matrix: tuple[bytearray, ...] = _code(masthead).matrix
    return matrix


def _code(masthead: Masthead) -> QRCode:
    """Raises `CannotWrite` for a card that no code can hold."""
    import segno

    try:
        return segno.make_qr(card(masthead), error="m", boost_error=False, encoding="utf-8")
    except segno.DataOverflowError:
        raise CannotWrite("the contact data are too long for a QR code", masthead.name.place) from None


def _said(masthead: Masthead, kind: str) -> list[str]:
    return [_escaped(contact.text.plain) for contact in masthead.contacts if contact.kind == kind]


def _escaped(text: str) -> str:
    """Return a text with its backslashes doubled (RFC 2426, 4), which segno leaves as they are."""
    return text.replace("\\", "\\\\")
