"""The bytes of a ZIP of XML files in, its files and their trees out; nothing in it is trusted."""

from __future__ import annotations

import io
from xml.etree import ElementTree
from zipfile import ZipFile

LARGEST = 20_000_000
"""Bytes of all files of a package together, unpacked."""

MOST_FILES = 1000
DEEPEST = 200
"""Elements that stand in one another."""

Tree = ElementTree.Element


class Untrusted(Exception):
    """A package that is too large, or XML that no office file holds."""


def files(data: bytes) -> dict[str, bytes]:
    """Return the files of a package by name; raises `Untrusted` when they are too many or too large."""
    with ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
        if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > LARGEST:
            raise Untrusted("the package is too large")
        return {entry.filename: package.read(entry) for entry in entries}


def tree(data: bytes) -> Tree:
    """Return the root of an XML file in UTF-8; raises `Untrusted` when it declares entities or nests without end."""
    text = data.decode("utf-8-sig")
    if "<!DOCTYPE" in text:
        raise Untrusted("the XML declares a document type")
    root = ElementTree.fromstring(text)  # noqa: S314  # without a document type there are no entities to expand
    if _depth(root) > DEEPEST:
        raise Untrusted("the XML is nested too deep")
    return root


def _depth(root: Tree) -> int:
    """Return how deep a tree is, as far as it matters."""
    depth, level = 0, [root]
    while level and depth <= DEEPEST:
        depth, level = depth + 1, [child for element in level for child in element]
    return depth


def attribute(element: Tree | None, name: str) -> str | None:
    """Return an attribute, or None where there is neither it nor the element."""
    return None if element is None else element.get(name)


def said(root: Tree | None, name: str) -> str | None:
    """Return the text of the first element of that name."""
    found = None if root is None else root.find(f".//{name}")
    return None if found is None else "".join(found.itertext())
