"""Folders and files of a project in; all that drawing it must be able to read, and to run, out."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from typeset.build.fingerprint import PACKAGE

_SYSTEM = ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/nix/store", "/etc/ld.so.cache", "/etc/alternatives")
_TYPES = "/etc/mime.types"
"""What Python's own library looks up kinds of files in."""
_TEX = ("/etc/texmf", "/var/lib/texmf")
_LOADED = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/nix/store")
"""Where the programs that start other programs lie: the loader of shared libraries."""
_PROGRAMS = ("lualatex", "pdfinfo", "pdftocairo")


@dataclass(frozen=True, slots=True)
class Needs:
    """What may be read, whole folders or single files, and what may be run."""

    read: tuple[Path, ...]
    run: tuple[Path, ...]


def needs(folders: Iterable[Path], files: Iterable[Path]) -> Needs:
    """Return what drawing takes: the system's libraries, Python, this package, TeX, and the project's own.

    Files are looked for where they really lie, since a link leads out of its folder.
    """
    programs = [Path(found).resolve() for name in _PROGRAMS if (found := shutil.which(name))]
    whole = [*map(Path, (*_SYSTEM, _TYPES, *_TEX)), *_python(), PACKAGE, *_homes(programs), *folders]
    whole = [folder for folder in whole if folder.exists()]
    roots = {folder.resolve() for folder in whole}
    real = {file.resolve() for file in files}
    single = sorted(file for file in real if file.exists() and not roots.intersection(file.parents))
    return Needs((*dict.fromkeys(whole), *single), (*programs, *map(Path, _LOADED)))


def _python() -> list[Path]:
    """Return the folders of the interpreter, and those that what it has loaded comes from."""
    own = [Path(sys.prefix), Path(sys.base_prefix), Path(sys.executable).resolve().parent]
    loaded = {Path(str(module.__file__)).parent for module in list(sys.modules.values()) if _has_file(module)}
    paths = [Path(entry) for entry in sys.path if entry and Path(entry).is_dir()]
    return [*own, *(path for path in paths if path != PACKAGE.parent and _is_used(path, loaded))]


def _has_file(module: object) -> bool:
    return bool(getattr(module, "__file__", None))


def _is_used(path: Path, loaded: set[Path]) -> bool:
    return any(folder == path or folder.parent == path for folder in loaded)


def _homes(programs: list[Path]) -> list[Path]:
    """Return the folders of a TeX Live that is installed beside the system."""
    return [home.parent for program in programs for home in program.parents if (home / "texmf-dist").is_dir()]
