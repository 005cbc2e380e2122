"""How WeasyPrint is imported without what a build never uses. The PDF is the same, the start a third shorter."""

from __future__ import annotations

import ctypes.util
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

DEFERRED = {
    "fontTools.subset": (),
    "fontTools.ttLib": ("TTFont", "TTLibError", "ttFont", "woff2"),
    "fontTools.varLib.instancer": ("instantiateVariableFont",),
}
"""Modules that WeasyPrint imports for WOFF2 and variable fonts and where HarfBuzz cannot subset, and the names it
takes from them. Themes have neither kind of font, and importing the three takes 80 ms."""


@contextmanager
def lean_import() -> Iterator[None]:
    """Defer fontTools, and open native libraries by their file names alone, while WeasyPrint is imported.

    WeasyPrint tries names that no Linux library has before the right one, and ctypes starts ldconfig, gcc and ld
    for each of them: 86 processes, 117 ms. The names with `.so` in its list need no search.
    """
    search = ctypes.util.find_library
    stubs = {name: _stub(name, names) for name, names in DEFERRED.items() if name not in sys.modules}
    if sys.platform == "linux":
        ctypes.util.find_library = _found_nowhere
    sys.modules.update(stubs)
    try:
        yield
    finally:
        ctypes.util.find_library = search
        for name in stubs:
            del sys.modules[name]


class _Deferred:
    """A module or a name of one, imported when it is first called or looked into."""

    def __init__(self, module: str, name: str) -> None:
        self._module = module
        self._name = name

    def _found(self) -> Any:
        return getattr(import_module(self._module), self._name)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._found()(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._found(), name)


class _Stub(types.ModuleType):
    """Stands in `sys.modules` for a deferred module."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)  # what the import system asks of every module
        return getattr(import_module(self.__name__), name)


def _stub(module: str, names: tuple[str, ...]) -> types.ModuleType:
    stub = _Stub(module)
    for name in names:
        setattr(stub, name, _Deferred(module, name))
    return stub


def _found_nowhere(name: str) -> None:
    """Search for no library."""
