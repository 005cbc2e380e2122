"""A declaration in; what it does to the text that programs read, or to PDF/UA and PDF/A, out. One check a function.

Each was measured with WeasyPrint 70: what seven extractors make of the page, and what validators say of the file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from typeset.source import Fault, Severity
from typeset.theme.lint.sheet import Declaration
from typeset.theme.options import POINTS

LOOSEST = 0.05
LOOSEST_HEADING = 0.08
"""Space between letters, in em, from which on extractors take it for a space between words; headings are larger."""
_EM = POINTS["em"]
_HEADING = re.compile(r"^h[1-6](?![\w-])")
_LIST = re.compile(r"^(?:ul|ol|li|dl|dt|dd)(?![\w-])")
_SPANNING = re.compile(r"^(?:html|body|main|section|article|ul|ol|\.(?:section|entry|group|prose|body))(?![\w-])")
_BOX = re.compile(r"^img(?![\w-])|::(?:before|after)$|^@")
_CAPITALS = {"small-caps", "all-small-caps", "petite-caps", "all-petite-caps", "unicase"}
_CAPITAL_FEATURES = {"smcp", "c2sc", "pcap", "c2pc", "unic"}

Check = Callable[[Declaration], Fault | None]


def faults_of(declaration: Declaration) -> Iterator[Fault]:
    """Yield what is wrong with one declaration for paper."""
    for check in (*CHECKS.get(declaration.name, ()), *EVERYWHERE):
        if fault := check(declaration):
            yield fault


def _fault(found: Declaration, message: str, hint: str | None = None, severity: Severity = Severity.ERROR) -> Fault:
    return Fault(message, found.place, hint, severity)


def _floats(found: Declaration) -> Fault | None:
    if not found.words & {"left", "right", "inline-start", "inline-end"}:
        return None
    message = "`float` takes text out of its order: the floats of a page are painted before its text"
    return _fault(found, message, "set what stands side by side in cells of a table (`display: table-cell`)")


def _order(found: Declaration) -> Fault | None:
    if all(number == 0 for number, _ in found.measures):
        return None
    return _fault(found, "`order` makes programs read in another order than the document's", "order the template")


def _direction(found: Declaration) -> Fault | None:
    if not any(word.endswith("reverse") for word in found.words):
        return None
    return _fault(found, "the text is read in the reverse of the document's order", "order the template")


def _capitals(found: Declaration) -> Fault | None:
    if not found.words & _CAPITALS and not {text.strip() for text in found.texts} & _CAPITAL_FEATURES:
        return None
    message = "small capitals come out of the file as “AdA LoveLAce”"
    return _fault(found, message, "use `text-transform: uppercase` in a smaller size")


def _hyphens(found: Declaration) -> Fault | None:
    if "auto" not in found.words:
        return None
    message = "automatic hyphens stay inside the words that programs read"
    return _fault(found, message, "leave the lines ragged", Severity.WARNING)


def _tracking(found: Declaration) -> Fault | None:
    is_heading = all(_HEADING.match(subject) for subject in found.subjects) and bool(found.subjects)
    most = LOOSEST_HEADING if is_heading else LOOSEST
    widest = max((_em(number, unit) for number, unit in found.measures), default=0.0)
    if widest <= most + 1e-9:
        return None
    where = "headings" if is_heading else "text"
    message = f"letters this far apart are read as words apart: {widest:.2g}em, where {where} may have {most}em"
    return _fault(found, message)


def _em(number: float, unit: str) -> float:
    return number if unit == "em" else number * POINTS.get(unit, _EM) / _EM


def _display(found: Declaration) -> Fault | None:
    words = found.words
    listed = [subject for subject in found.subjects if _LIST.match(subject) and "::" not in subject]
    if listed and (words & {"contents"} or any(word.startswith("inline") for word in words)):
        return _fault(found, f"`display: {found.value}` on `{listed[0]}` breaks the tags of lists (PDF/UA-1 fails)")
    if listed and "list-item" in words:
        return _marker(found)
    if not words & {"flex", "grid", "inline-flex", "inline-grid"}:
        return None
    if any(_SPANNING.match(subject) for subject in found.subjects):
        message = f"a `{found.value}` that goes over pages takes time by the square of its pages"
        return _fault(found, message, "use it within one line or one head, or cells of a table", Severity.WARNING)
    message = f"`{found.value}` takes twice the time of a table's cells to lay out"
    return _fault(found, message, "set what stands side by side with `display: table-cell`", Severity.ADVICE)


def _marker(found: Declaration) -> Fault:
    message = "a list's own bullets are painted after all other text of the page"
    return _fault(found, message, 'write `list-style: none`, and the bullet with `li::before { content: "•" }`')


def _list_style(found: Declaration) -> Fault | None:
    if "inside" in found.words:
        return _fault(found, "bullets that stand inside break the tags of lists (PDF/UA-1 fails)", "hang them")
    if found.name == "list-style-position" or found.words & {"none", "inherit", "initial", "unset"}:
        return None
    return _marker(found)


def _position(found: Declaration) -> Fault | None:
    if not found.words & {"relative", "absolute", "fixed", "sticky"} or all(map(_BOX.search, found.subjects)):
        return None
    layer = found.beside.get("z-index", "")
    is_ordered = layer == "0" if "relative" in found.words else layer.startswith("-")
    if is_ordered and not found.words & {"fixed", "sticky"}:
        return None
    message = f"`position: {found.value}` moves text out of its order: it is painted after what follows it"
    hint = "take it out, or keep the order: `relative` with `z-index: 0`, `absolute` in it with `z-index: -1`"
    return _fault(found, message, hint)


def _overflow(found: Declaration) -> Fault | None:
    if not found.words & {"hidden", "clip", "scroll", "auto", "ellipsis"}:
        return None
    return _fault(found, f"`{found.name}` cuts off what does not fit", "let it grow", Severity.WARNING)


def _columns(found: Declaration) -> Fault | None:
    if not any(number > 1 and not unit for number, unit in found.measures):
        return None
    message = "columns of text are read across by many programs, line by line"
    return _fault(found, message, "one column, or cells of a table row by row", Severity.WARNING)


def _bidirectional(found: Declaration) -> Fault | None:
    if not found.words & {"bidi-override", "isolate-override"}:
        return None
    return _fault(found, "the letters of a word are read in reverse", "leave directions to the text")


def _content(found: Declaration) -> Fault | None:
    private = next((char for text in found.texts for char in text if unicodedata.category(char) == "Co"), None)
    if not private:
        return None
    message = f"U+{ord(private):04X} means nothing outside an icon font, and stays in the text that programs read"
    return _fault(found, message, "set an icon as a background, or leave it out")


def _gradient(found: Declaration) -> Fault | None:
    if not any(word.endswith("gradient") for word in found.words):
        return None
    return _fault(found, "gradients are no part of an archival file (PDF/A fails)", "use one colour")


CHECKS: dict[str, tuple[Check, ...]] = {
    "float": (_floats,),
    "order": (_order,),
    "flex-direction": (_direction,),
    "flex-flow": (_direction,),
    "flex-wrap": (_direction,),
    "font": (_capitals,),
    "font-variant": (_capitals,),
    "font-variant-caps": (_capitals,),
    "font-feature-settings": (_capitals,),
    "hyphens": (_hyphens,),
    "letter-spacing": (_tracking,),
    "display": (_display,),
    "list-style": (_list_style,),
    "list-style-type": (_list_style,),
    "list-style-image": (_list_style,),
    "list-style-position": (_list_style,),
    "position": (_position,),
    "overflow": (_overflow,),
    "overflow-x": (_overflow,),
    "overflow-y": (_overflow,),
    "text-overflow": (_overflow,),
    "columns": (_columns,),
    "column-count": (_columns,),
    "unicode-bidi": (_bidirectional,),
    "content": (_content,),
}
"""What is looked at in which property."""

EVERYWHERE: tuple[Check, ...] = (_gradient,)
"""What is looked at in every property."""
