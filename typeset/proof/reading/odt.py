"""An OpenDocument text in; its text, its links and its description out, read with the standard library alone."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.finished import Finished
from typeset.proof.reading import package
from typeset.proof.reading.package import Tree

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _STYLE, _OFFICE = (f"{_OASIS}{name}:1.0}}" for name in ("text", "style", "office"))
_META, _FO = f"{_OASIS}meta:1.0}}", f"{_OASIS}xsl-fo-compatible:1.0}}"
_DC, _LINK = "{http://purl.org/dc/elements/1.1/}", "{http://www.w3.org/1999/xlink}href"
_WHITE = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_UNSAID = {"{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}frame"}


def read(data: bytes) -> Finished:
    """Return what an OpenDocument text says. The running head is a page of its own, the second, as it is seen.

    Tagged is a file whose paragraphs are all of a style that it defines.
    """
    parts = package.files(data)
    trees = {name: package.tree(found) for name, found in parts.items() if name.endswith(".xml")}
    text, styles, about = trees["content.xml"], trees["styles.xml"], trees["meta.xml"]
    heads = "".join(map(_text, styles.iter(f"{_STYLE}header"))).replace("\t", "\n")
    links = [link for tree in trees.values() for element in tree.iter() if (link := element.get(_LINK))]
    return Finished(
        pages=(_text(text), *([heads] if heads else [])),
        links=tuple(link for link in links if link not in parts),
        title=package.said(about, f"{_DC}title"),
        author=package.said(about, f"{_META}initial-creator"),
        language=_language(styles.find(f".//{_STYLE}default-style/{_STYLE}text-properties")),
        is_tagged=_is_tagged(text, styles),
    )


def _text(root: Tree) -> str:
    return "".join(_characters(root)).removesuffix("\n")


def _characters(element: Tree) -> Iterator[str]:
    """Yield the characters of the paragraphs in an element; a picture's description is none."""
    yield _WHITE.get(element.tag, "")
    yield element.text or ""
    for child in element:
        if child.tag not in _UNSAID:
            yield from _characters(child)
        yield child.tail or ""
    if element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
        yield "\n"


def _language(properties: Tree | None) -> str | None:
    found = [package.attribute(properties, f"{_FO}{name}") for name in ("language", "script", "country")]
    return "-".join(part for part in found if part and part != "none") or None


def _is_tagged(text: Tree, styles: Tree) -> bool:
    known = {style.get(f"{_STYLE}name") for tree in (text, styles) for style in tree.iter(f"{_STYLE}style")}
    return all(
        paragraph.get(f"{_TEXT}style-name") in known for kind in "ph" for paragraph in text.iter(f"{_TEXT}{kind}")
    )
