"""The objects of a PDF in; every string in them, its metadata, the files in it, and what in it would act, out.

What its pages show is not read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from typeset.proof.reading.objects import Objects, number_of, text_of
from typeset.proof.search.found import Act, Enclosed, Found, Layer, Trace
from typeset.proof.search.words import of_maker

_MAKERS_KEYS = ("/FontFile", "/FontFile2", "/FontFile3", "/ToUnicode", "/CIDSet", "/CIDToGIDMap", "/DestOutputProfile")
_FONTS = ("/Font", "/FontDescriptor")
_SILENT = ("/XRef", "/ObjStm")
_ASIDE = re.compile(rb"/(?:ActualText|Alt|E|Contents|T)\s*(?:<([0-9A-Fa-f\s]*)>|\(((?:\\.|[^\\()])*)\))", re.DOTALL)
_UTF_16 = b"\xfe\xff"

_DOING = (
    "/JavaScript /Launch /SubmitForm /ImportData /ResetForm /GoToR /GoToE /GoToDp /Thread /Sound /Movie "
    "/Rendition /Trans /GoTo3DView /RichMediaExecute /SetOCGState /Named /Hide"
)
_ACTIONS = frozenset(_DOING.split())
"""Actions that do something else than to lead to a page or an address (ISO 32000-2, table 201)."""
_KEYS = {
    "/JavaScript": "JavaScript",
    "/AA": "additional actions",
    "/XFA": "a form in XML",
    "/AcroForm": "a form",
    "/RichMediaContent": "rich media",
}
_ACTING = {
    "/S": _ACTIONS,
    "/Subtype": frozenset(["/RichMedia", "/Movie", "/Sound", "/3D", "/Screen", "/Widget", "/PS"]),
}
"""Values that name what acts: the kind of an action, the kind of an annotation or a drawing."""


def paper(objects: Objects, where: str) -> Iterator[Found]:
    """Yield what is said in the strings and in the streams of a PDF, and what in it would act."""
    makers = {number for _, found in objects.dictionaries() for number in _made(found)}
    strings = [string for each in (*objects.values.values(), objects.trailer) for string in _strings(each)]
    yield Layer(f"the objects of {where}", "\n".join(strings))
    for number, data in objects.streams.items():
        if number in makers:
            yield from of_maker(data, f"a font or a profile in {where}")
        else:
            yield from _stream(objects.values[number], data, where)
    yield from (Act(what, where) for what in dict.fromkeys(_acts(objects)))
    if any(found.get("/Subtype") == "/Image" and "/Metadata" in found for _, found in objects.dictionaries()):
        yield Trace("an XMP packet", f"a picture in {where}")


def _made(found: dict[str, Any]) -> Iterator[int]:
    """Yield the numbers of the streams that draw glyphs, name them, or mix colours: they say nothing of their own."""
    for key in _MAKERS_KEYS:
        if key in found and (number := number_of(found[key])) is not None:
            yield number


def _strings(found: Any) -> Iterator[str]:
    """Yield the strings in an object; objects that it refers to come by themselves. A font's are its maker's."""
    if isinstance(found, dict):
        if found.get("/Type") not in _FONTS:
            for value in found.values():
                yield from _strings(value)
    elif isinstance(found, list):
        for member in found:
            yield from _strings(member)
    elif (said := text_of(found)) is not None:
        yield said


def _stream(about: dict[str, Any], data: bytes, where: str) -> Iterator[Found]:
    """Yield what a stream says: of a page's, what is set aside for those who do not see it, and what is no operator."""
    kind = about.get("/Type")
    if kind in _SILENT:
        return
    if about.get("/Subtype") == "/Image":
        yield Enclosed(f"a picture in {where}", data)
    elif kind == "/Metadata":
        yield Enclosed(f"the metadata of {where}", data)
    elif kind == "/EmbeddedFile":
        yield Enclosed(f"a file attached to {where}", data)
    else:
        aside = (_written(*match.groups()) for match in _ASIDE.finditer(data))
        yield Layer(f"what a page of {where} says aside", "\n".join(map(_decoded, aside)))
        yield from of_maker(data, f"a page's source in {where}")


def _acts(objects: Objects) -> Iterator[str]:
    """Yield what a file would do when it is opened, looked at or clicked (ISO 32000-2, 12.6)."""
    if objects.is_encrypted:
        yield "encryption"
    for number, found in objects.dictionaries():
        yield from (what for key, what in _KEYS.items() if key in found)
        if "/P" not in found or "/K" not in found:  # an element of the structure may be called as it likes
            yield from (f"`{found[key][1:]}`" for key, known in _ACTING.items() if _plain(found.get(key)) in known)
        if "/F" in found and number in objects.streams and found is objects.values[number]:
            yield "a stream that is in another file"
    opened = objects.root.get("/OpenAction")
    if (kind := objects.dictionary(opened).get("/S")) and kind not in ("/GoTo", *_ACTIONS):
        yield f"`{kind[1:]}` when it is opened"


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _written(figures: bytes | None, characters: bytes | None) -> bytes:
    """Return a string as it is meant: in hexadecimal (ISO 32000-2, 7.3.4.3), or between brackets."""
    if figures is None:
        return re.sub(rb"\\(?=[\\()])", b"", characters or b"")
    pairs = b"".join(figures.split())
    return bytes.fromhex((pairs + b"0" * (len(pairs) % 2)).decode())


def _decoded(data: bytes) -> str:
    if data.startswith(_UTF_16):
        return data[2:].decode("utf-16-be", errors="replace")
    return data.decode("latin-1") if data.isascii() else data.decode("utf-8", errors="replace")
