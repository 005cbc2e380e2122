"""A Word file in; its text, its links and its description out, read with the standard library alone."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.proof.finished import Finished
from typeset.proof.reading import package
from typeset.proof.reading.package import Tree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_BREAKS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_EXTERNAL = "External"


def read(data: bytes) -> Finished:
    """Return what a Word file says. The running head is a page of its own, the second: there it is seen first.

    Tagged is a file whose paragraphs and words are all of a style that it defines.
    """
    parts = package.files(data)
    trees = {name: package.tree(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    text, about = trees["word/document.xml"], trees.get("docProps/core.xml")
    styles = trees["word/styles.xml"]
    heads = [
        _text(tree).replace("\t", "\n")
        for name, tree in trees.items()
        if name.startswith(("word/header", "word/footer"))
    ]
    others = [
        _text(tree)
        for name, tree in trees.items()
        if name.startswith(("word/comments", "word/footnotes", "word/endnotes"))
    ]
    return Finished(
        pages=("\n".join([_text(text), *others]), *(["\n".join(heads)] if heads else [])),
        links=tuple(_links(trees)),
        title=package.said(about, f"{_DC}title"),
        author=package.said(about, f"{_DC}creator"),
        language=package.attribute(styles.find(f"{_W}docDefaults//{_W}lang"), f"{_W}val"),
        is_tagged=_is_tagged(text, styles),
    )


def _text(root: Tree) -> str:
    """Return the text of every paragraph on lines of its own."""
    return "".join(_characters(root)).removesuffix("\n")


def _characters(element: Tree) -> Iterator[str]:
    """Yield the characters in an element, in order; a tab stop among the properties of a paragraph is none."""
    if element.tag in (f"{_W}t", f"{_W}delText"):
        yield element.text or ""
    yield _BREAKS.get(element.tag, "")
    for child in element:
        if child.tag != f"{_W}pPr":
            yield from _characters(child)
    if element.tag == f"{_W}p":
        yield "\n"


def _links(trees: dict[str, Tree]) -> Iterator[str]:
    """Yield every address in the file, of whichever part: links, and pictures or templates that would be fetched."""
    for name, tree in trees.items():
        if name.endswith(".rels"):
            yield from (row.get("Target", "") for row in tree if row.get("TargetMode") == _EXTERNAL)
        else:
            instructions = (element.get(f"{_W}instr", "") for element in tree.iter(f"{_W}fldSimple"))
            written = (element.text or "" for element in tree.iter(f"{_W}instrText"))
            yield from (word.strip('"') for said in (*instructions, *written) for word in said.split() if ":" in word)


def _is_tagged(text: Tree, styles: Tree) -> bool:
    known = {style.get(f"{_W}styleId") for style in styles.iter(f"{_W}style")}
    used = [paragraph.find(f"{_W}pPr/{_W}pStyle") for paragraph in text.iter(f"{_W}p")]
    used += list(text.iter(f"{_W}rStyle"))
    return all(package.attribute(style, f"{_W}val") in known for style in used)
