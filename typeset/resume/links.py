"""Which addresses content may link to: absolute ones, in four schemes."""

from __future__ import annotations

import re
from typing import Self

SCHEMES = ("https", "http", "mailto", "tel")

UNSEEN = r"\s\\\u00ad\u200b-\u200f\u2060-\u206f\ufeff"
"""What no address holds: spaces, signs that nobody sees, and the backslash, which browsers take for a slash."""
_ABSOLUTE = re.compile(
    rf"(?i)(?:https?://[^{UNSEEN}/?#@]+(?:[/?#][^{UNSEEN}]*)?|mailto:[^{UNSEEN}@]+@[^{UNSEEN}@]+|tel:\+?[0-9().\-]+)"
)
"""Before a host stands no name of a user, which only serves to show one host and lead to another."""
_BARE_HOST = re.compile(r"(?i)(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#:]\S*)?")


class NotAnAddress(ValueError):
    """What no link may lead to; says what is wrong with it, and may have a `hint`."""

    def __init__(self, problem: str, hint: str | None) -> None:
        super().__init__(problem)
        self.hint = hint


class Url(str):
    """A sound address: no other can be made, so that whatever is given one has nothing left to check."""

    __slots__ = ()

    def __new__(cls, address: str) -> Self:
        """Return an address; raises `NotAnAddress`."""
        if found := problem(address):
            raise NotAnAddress(*found)
        return super().__new__(cls, address)


def problem(address: str) -> tuple[str, str | None] | None:
    """Return what is wrong with a link's address and a hint, or None for a sound one.

    Relative addresses are refused because WeasyPrint turns them into `file:` links that carry the user's path.
    """
    if _ABSOLUTE.fullmatch(address):
        return None
    if _BARE_HOST.fullmatch(address):
        return f"the address `{address}` has no scheme", f"write `https://{address}`"
    return (
        f"`{address}` is not an address that a CV may link to",
        "allowed are https:, http:, mailto: and tel: addresses",
    )


def is_far(image: str) -> bool:
    """Whether a picture is elsewhere: it is never fetched, and never shown."""
    return image.startswith(("http://", "https://", "data:"))


def shown(address: str) -> str:
    """Return an address as a reader sees it: without scheme and final slash."""
    return re.sub(r"^(?:https?://|mailto:|tel:)|(?<=[^/])/$", "", address, flags=re.IGNORECASE)
