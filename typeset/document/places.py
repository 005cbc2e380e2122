"""The parts of an address in, a line of it as the country writes it out."""

from __future__ import annotations

import re

from typeset.document.inline import joined
from typeset.resume.text import Text

_POSTAL_CODE_LAST = frozenset(["AU", "CA", "GB", "IE", "IN", "NZ", "US"])
_ZIP = re.compile(r"\d{5}(?:-\d{4})?")
_STATE = re.compile(r"[A-Z]{2}")


def _is_american(code: Text | None, region: Text | None) -> bool:
    """Whether a postal code and a region look as in the United States: "94110" and "CA"."""
    return bool(code and region and _ZIP.fullmatch(code.plain) and _STATE.fullmatch(region.plain))


def town(code: Text | None, city: Text | None, region: Text | None, country: str | None) -> list[Text | None]:
    """Return what names a town, in order: "22880 Wedel", "Schleswig-Holstein"; in some countries "Austin", "TX 78701".

    `code` is the postal code, `country` an ISO 3166-1 alpha-2 code.
    """
    if country.upper() in _POSTAL_CODE_LAST if country else _is_american(code, region):
        return [city, joined([region, code], " ")]
    return [joined([code, city], " "), region]
