"""PDFs from elsewhere: opened with care, and made to do nothing but show their pages."""

from __future__ import annotations

import io
from typing import Any

from typeset.resume import links
from typeset.source import Place
from typeset.writers import CannotWrite

LARGEST = 50_000_000
"""Bytes of one file; an application by e-mail is refused long before."""
MOST_PAGES = 500
_OF_STRUCTURE = ("/StructParents", "/StructParent")


def opened(data: bytes, title: str, place: Place | None = None) -> Any:
    """Return a PDF, open; raises `CannotWrite` for one that is encrypted, damaged, too large or without pages."""
    import pikepdf

    if len(data) > LARGEST:
        raise CannotWrite(f"“{title}” has {len(data):,} bytes; {LARGEST:,} are allowed at most", place)
    try:
        source = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
    except pikepdf.PasswordError:
        raise _encrypted(title, place) from None
    except (pikepdf.PdfError, ValueError, RuntimeError) as error:
        raise _damaged(title, place) from error
    try:
        if source.is_encrypted:
            raise _encrypted(title, place)
        if problems := source.check_pdf_syntax():
            raise _damaged(title, place) from ValueError(problems[0])
        if not 0 < len(source.pages) <= MOST_PAGES:
            raise CannotWrite(f"“{title}” has {len(source.pages)} pages; {MOST_PAGES} are allowed at most", place)
    except (pikepdf.PdfError, ValueError, RuntimeError) as error:
        source.close()
        raise _damaged(title, place) from error
    except CannotWrite:
        source.close()
        raise
    return source


def tame(source: Any) -> None:
    """Leave of each page what it shows, and links to an address that is allowed; nothing that it does.

    Fields that are filled in, signatures and stamps become part of the page. Its structure is not carried over, so
    nothing may point into it.
    """
    import pikepdf

    if "/AcroForm" in source.Root:
        source.generate_appearance_streams()
    source.flatten_annotations("print")
    for page in source.pages:
        for key in ("/AA", "/Tabs"):
            if key in page:
                del page[key]
        if "/Annots" in page:
            page.Annots = pikepdf.Array([annotation for annotation in page.Annots if _is_harmless_link(annotation)])
    for item in source.objects:
        if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            for key in _OF_STRUCTURE:
                if key in item:
                    del item[key]


def _is_harmless_link(annotation: Any) -> bool:
    """Whether an annotation leads to an address that is allowed, and does nothing else."""
    import pikepdf

    action = annotation.get("/A") if isinstance(annotation, pikepdf.Dictionary) else None
    if not isinstance(action, pikepdf.Dictionary) or annotation.get("/Subtype") != "/Link":
        return False
    if {"/AA", "/PA"} & set(annotation.keys()) or "/Next" in action:
        return False
    return "/URI" in action and links.problem(str(action.URI)) is None


def _encrypted(title: str, place: Place | None) -> CannotWrite:
    return CannotWrite(f"“{title}” is encrypted", place, "save it without a password: qpdf --decrypt IN OUT")


def _damaged(title: str, place: Place | None) -> CannotWrite:
    return CannotWrite(f"“{title}” is no whole PDF", place, "export it again, or repair it: qpdf IN OUT")
