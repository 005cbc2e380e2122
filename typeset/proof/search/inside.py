"""The bytes of a file in; all that anybody could find in them, and in whatever they hold, out.

Files are told apart by how they begin, not by the format they were written as: an attachment, a picture in a page and
a part of a package are opened in the same way. Who opens one hands back the files that are in it; they are opened here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from typeset.proof.reading.objects import Objects, objects
from typeset.proof.search import package, pictures, words
from typeset.proof.search.found import Act, Enclosed, Found, Inside, Layer, Trace
from typeset.proof.search.markup import markup
from typeset.proof.search.paper import paper

DEEPEST = 5
"""Files that stand in one another."""
_OBFUSCATED = ".odttf"
_FONTS = (b"OTTO", b"\0\1\0\0", b"true", b"ttcf", b"wOFF", b"wOF2", b"\1\0\4", b"%!PS-AdobeFont", b"%!FontType")


def inside(files: Iterable[bytes], where: str = "the file") -> Inside:
    """Return what is in files, the first of which stand side by side."""
    return gathered(Enclosed(where, data) for data in files)


def gathered(found: Iterable[Found]) -> Inside:
    """Return what was found, and what is in the files among it."""
    all_found = list(_opened(found, 0))
    return Inside(
        tuple(each for each in all_found if isinstance(each, Layer)),
        tuple(each for each in all_found if isinstance(each, Act)),
        tuple(each for each in all_found if isinstance(each, Trace)),
    )


def _opened(found: Iterable[Found], depth: int) -> Iterator[Found]:
    for each in found:
        if not isinstance(each, Enclosed):
            yield each
        elif depth <= DEEPEST:
            yield from _opened(_contents(each.data, each.where), depth + 1)


def _contents(data: bytes, where: str) -> Iterable[Found]:
    if where.endswith(_OBFUSCATED):
        return ()
    for start, opener in _OPENERS.items():
        if data.startswith(start):
            return opener(data, where)
    text = words.text_of(data)
    if text is None:
        return words.in_bytes(data, where)
    return markup(text, where) if text.lstrip()[:1] == "<" else words.in_text(text, where)


def of_paper(held: Objects, data: bytes, where: str = "the file") -> Inside:
    """Return what is in the objects of a PDF, and what stands in its bytes besides."""
    return gathered([*paper(held, where), *words.of_maker(data, where)])


def _paper(data: bytes, where: str) -> Iterator[Found]:
    """Yield what is in a PDF that is in another file, with what its pages show; of the main one that is known."""
    yield from paper(objects(data), where)
    yield from words.of_maker(data, where)


_OPENERS: dict[bytes, Callable[[bytes, str], Iterable[Found]]] = {
    b"%PDF-": _paper,
    b"PK\3\4": package.package,
    pictures.PNG: pictures.png,
    pictures.JPEG: pictures.jpeg,
    pictures.RIFF: pictures.webp,
    **dict.fromkeys(_FONTS, words.of_maker),
}
"""How a file begins, and what opens it; anything else is text, or bytes with text in them."""
