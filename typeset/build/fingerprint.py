"""Everything that decides the bytes of a file in, one hash out. Equal fingerprints mean equal bytes."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
DISTRIBUTIONS = (
    "weasyprint",
    "pydyf",
    "tinycss2",
    "cssselect2",
    "tinyhtml5",
    "fonttools",
    "pyphen",
    "pillow",
    "jinja2",
    "markupsafe",
    "babel",
    "markdown-it-py",
    "pyyaml",
    "pypdf",
    "pypdfium2",
    "pikepdf",
    "python-docx",
    "lxml",
    "segno",
)
"""The packages whose versions decide how a page comes out or what is found on it."""


@cache
def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@cache
def tools() -> tuple[Path, ...]:
    """Return the files that the compiler is made of: its own, and its packages' metadata."""
    own = sorted(path for suffix in ("*.py", "*.conf", "*.lua", "*.icc") for path in PACKAGE.rglob(suffix))
    return (*own, *_metadata())


def fingerprint(parts: Iterable[str], files: Iterable[tuple[str, Path]]) -> str:
    """Return the hash of some strings and of files, each under a label that is the same on every machine."""
    hashed = hashlib.sha256(sys.version.encode())
    for part in parts:
        hashed.update(b"\0" + part.encode())
    for label, path in files:
        hashed.update(f"\0{label}\0{digest(path)}".encode())
    return hashed.hexdigest()


def versions() -> dict[str, str]:
    """Return the version of each of `DISTRIBUTIONS` that is installed."""
    return {name: folder.name.removesuffix(".dist-info").split("-")[1] for name, folder in _installed().items()}


@cache
def _installed() -> dict[str, Path]:
    """Return the metadata folders of `DISTRIBUTIONS`, found beside one of them.

    `importlib.metadata` would read every list of files, and imports the e-mail package: 25 ms.
    """
    spec = find_spec(DISTRIBUTIONS[0])
    packages = Path(spec.origin).parent.parent if spec and spec.origin else Path()
    found = {folder.name.split("-")[0].lower().replace("_", "-"): folder for folder in packages.glob("*.dist-info")}
    return {name: found[name] for name in DISTRIBUTIONS if name in found}


def _metadata() -> list[Path]:
    return [folder / "METADATA" for folder in _installed().values()]
