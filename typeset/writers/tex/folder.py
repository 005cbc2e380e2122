"""A LaTeX source and what lies beside it in, the folder that TeX runs in out, and what it writes there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

GUARD = Path(__file__).with_name("guard.lua")
NAME = "document"
"""What the source is called, without its ending."""
LOG_END = 1 << 20
"""Bytes that are read of either end of a log."""

_LINKS_ON_PAGES = re.compile(rb"(?m)^\\newlabeldata\{__tag_objr_page_.*\n")
"""What tagpdf notes of the page of each link takes a run more to settle; `texfinish` finds it in the PDF."""


class Folder:
    """Where one document is made: its source and what TeX writes in `work`, TeX's own things beside that."""

    def __init__(self, root: Path, engine: Path, inputs: Mapping[str, bytes]) -> None:
        self.root = root
        self.engine = engine
        self.inputs = inputs
        self.work = root / "work"
        self.guard = root / GUARD.name
        self.cache = root / "texmf"
        self.cache.mkdir()
        shutil.copyfile(GUARD, self.guard)

    def lay_out(self) -> None:
        """Put the inputs in their places, whatever the last run has written over them."""
        for name, data in self.inputs.items():
            path = self.work / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def written(self, suffix: str) -> bytes:
        """Return what TeX wrote into a file of its own; nothing when it did not."""
        path = self.work / (NAME + suffix)
        return path.read_bytes() if path.is_file() else b""

    def log(self) -> str:
        """Return both ends of what TeX says: an error is the last of it, and a loop can say anything before."""
        said = self.written(".log")
        kept = said if len(said) <= 2 * LOG_END else said[:LOG_END] + b"\n" + said[-LOG_END:]
        return kept.decode("utf-8", "replace")

    @property
    def size(self) -> int:
        """The bytes of all that lies where TeX writes."""
        return sum(path.lstat().st_size for path in self.work.rglob("*"))

    def notes(self) -> dict[str, bytes]:
        """Return what one run leaves for the next."""
        own = {*self.inputs, f"{NAME}.pdf", f"{NAME}.log"}
        files = (path for path in sorted(self.work.iterdir()) if path.is_file())
        return {path.name: _LINKS_ON_PAGES.sub(b"", path.read_bytes()) for path in files if path.name not in own}
