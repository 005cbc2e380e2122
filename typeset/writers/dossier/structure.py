"""The tags of several PDFs in, one tree of them out (ISO 32000-2, 14.7): for those who listen to a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

_COUNTED = ("/StructParents", "/StructParent")
_GATHERED = ("/RoleMap", "/ClassMap")


def count_on(sources: Sequence[Any]) -> None:
    """Let what the pages of each file count from 0 go on from one file to the next, in the files themselves.

    Elements that are called by an `ID` get one that no other file has.
    """
    import pikepdf

    at = 0
    for number, source in enumerate(_tagged(sources)):
        tree = source.Root.StructTreeRoot
        entries = list(pikepdf.NumberTree(tree.ParentTree).items()) if "/ParentTree" in tree else []
        numbers = [piece for key, value in sorted(entries, key=lambda entry: entry[0]) for piece in (at + key, value)]
        tree.ParentTree = source.make_indirect(pikepdf.Dictionary({"/Nums": pikepdf.Array(numbers)}))
        for item in source.objects:
            if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
                for key in _COUNTED:
                    if key in item:
                        item[key] = at + int(item[key])
        for element in _named(source):
            element.ID = pikepdf.String(f"{number}-{element.ID}")
        at += max((key for key, _ in entries), default=-1) + 1


def join(whole: Any, sources: Sequence[Any]) -> None:
    """Give the whole, in which the pages of all `sources` are already, one tree of structure: a document of parts."""
    import pikepdf

    trees = [whole.copy_foreign(source.Root.StructTreeRoot) for source in _tagged(sources)]
    if not trees:
        return
    root = whole.make_indirect(pikepdf.Dictionary({"/Type": pikepdf.Name.StructTreeRoot}))
    document = whole.make_indirect(pikepdf.Dictionary({"/S": pikepdf.Name.Document, "/P": root}))
    document.K = pikepdf.Array([child for tree in trees for child in _below(tree)])
    for child in document.K:
        child.P = document
        if child.S == "/Document":
            child.S = pikepdf.Name.Part
    root.K = pikepdf.Array([document])
    numbers = [piece for tree in trees for piece in tree.ParentTree.Nums]
    root.ParentTree = whole.make_indirect(pikepdf.Dictionary({"/Nums": pikepdf.Array(numbers)}))
    root.ParentTreeNextKey = max(map(int, numbers[::2]), default=-1) + 1
    for name in _GATHERED:
        if gathered := {key: value for tree in trees for key, value in tree.get(name, {}).items()}:
            root[name] = pikepdf.Dictionary(gathered)
    if namespaces := [namespace for tree in trees for namespace in tree.get("/Namespaces", ())]:
        root.Namespaces = pikepdf.Array(namespaces)
    if named := sorted((bytes(element.ID), element) for element in _named(whole)):
        listed = [piece for name, element in named for piece in (pikepdf.String(name), element)]
        root.IDTree = whole.make_indirect(pikepdf.Dictionary({"/Names": pikepdf.Array(listed)}))
    whole.Root.StructTreeRoot = root
    whole.Root.MarkInfo = pikepdf.Dictionary({"/Marked": True})


def _tagged(sources: Sequence[Any]) -> list[Any]:
    return [source for source in sources if "/StructTreeRoot" in source.Root]


def _below(tree: Any) -> list[Any]:
    import pikepdf

    found = tree.get("/K", pikepdf.Array())
    return list(found.as_list()) if isinstance(found, pikepdf.Array) else [found]


def _named(file: Any) -> Iterator[Any]:
    """Yield the elements of a file's structure that are called by an `ID`."""
    import pikepdf

    for item in file.objects:
        if isinstance(item, pikepdf.Dictionary) and all(key in item for key in ("/ID", "/S", "/P")):
            yield item
