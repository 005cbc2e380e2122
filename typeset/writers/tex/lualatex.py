"""LaTeX source and its companions in, PDF out. The only room that starts TeX.

A theme may be a stranger's, and TeX is a programming language, with Lua inside it. So it runs in a folder made for it,
with the environment it needs and no more; it may read the installation, write nowhere but there, and start nothing:
`guard.lua` sees to it, and Landlock where the kernel has it. Time, memory and the size of files are bounded.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from functools import cache, partial
from pathlib import Path

from typeset.writers import CannotWrite, ToolMissing
from typeset.writers.tex import confine
from typeset.writers.tex.folder import GUARD, NAME, Folder
from typeset.writers.tex.log import PACKAGES, Sheet, complaint

ENGINE = "lualatex"

MOST_RUNS = 4
LONGEST_RUN = 60.0
"""Seconds by the clock; TeX may compute half of them."""
MOST_MEMORY = 2 << 30
LARGEST_FILE = 64 << 20
MOST_WRITTEN = 256 << 20
"""Bytes of all files together after a run."""
_ALLOWED_CPU = 30

_PREPARE = r"\directlua{typeset_close()}\pdfvariable suppressoptionalinfo 767 \input "
"""Shut Lua in; leave out dates, the engine's banner, and identifiers made of them (LuaTeX manual, 3.2.2)."""

_TREES = ("/usr/share/texlive", "/usr/share/texmf", "/usr/local/share/texmf", "/var/lib/texmf", "/etc/texmf")
_TELLING = (
    "latex/base/latex.ltx",
    "latex/hyperref/hyperref.sty",
    "latex/microtype/microtype.sty",
    "latex/moderncv/moderncv.cls",
    "latex/pdfmanagement-testphase/pdfmanagement-testphase.sty",
    "latex/tagpdf/tagpdf.sty",
    "lualatex/lua-ul/lua-ul.sty",
    "luatex/luaotfload/luaotfload.lua",
)
"""Files that say the version of what themes are made with; the compiled format is another on every machine."""
_OPEN: set[Draft] = set()
"""What is neither finished nor thrown away."""
_SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache", "/usr/share/fonts")


def pdf(sheet: Sheet, companions: Mapping[str, bytes]) -> bytes:
    """Return the PDF that a LaTeX source makes, with files beside it by their paths.

    Raises `CannotWrite` where there is no TeX, at the content's place where TeX fails, and for what takes too long.
    """
    return Draft(sheet, companions).finished()


class Draft:
    """A document after one run, in which every line is in its place: `data` is its PDF, but not the last word.

    Where it is not finished it must be thrown away, for it keeps a folder until then; raises what `pdf` does.
    """

    def __init__(self, sheet: Sheet, companions: Mapping[str, bytes]) -> None:
        if not (engine := _engine()):
            raise ToolMissing(f"LaTeX is not installed: `{ENGINE}` is not found", hint=f"apt install {PACKAGES}")
        self._sheet = sheet
        self._made = tempfile.TemporaryDirectory(prefix="typeset-")
        inputs = {f"{NAME}.tex": sheet.text.encode(), **companions}
        self._folder = Folder(Path(self._made.name).resolve(), engine, inputs)
        _OPEN.add(self)
        self.data = self._after_a_run()

    def finished(self) -> bytes:
        """Return the PDF after as many runs more as it takes until what one leaves for the next is what it found."""
        notes = self._folder.notes()
        for _ in range(MOST_RUNS - 1):
            data = self._after_a_run()
            if notes == (notes := self._folder.notes()):
                break
        self.discard()
        return data

    def discard(self) -> None:
        """Remove its folder."""
        _OPEN.discard(self)
        self._made.cleanup()

    def _after_a_run(self) -> bytes:
        try:
            return _after_a_run(self._folder, self._sheet)
        except CannotWrite:
            self.discard()
            raise


def release() -> None:
    """Throw away whatever is not finished."""
    for draft in tuple(_OPEN):
        draft.discard()


def tools() -> list[Path]:
    """Return the files that tell one TeX installation from another, found without starting it; none without TeX."""
    engine = _engine()
    if not engine:
        return []
    telling = [tree / "texmf-dist" / "tex" / name for tree in _trees(engine) for name in _TELLING]
    return [engine.resolve(), GUARD, *(path for path in telling if path.is_file())]


def _after_a_run(folder: Folder, sheet: Sheet) -> bytes:
    """Return the PDF that one run makes."""
    status = _run(folder)
    if folder.size > MOST_WRITTEN:
        raise CannotWrite(f"TeX wrote more than {MOST_WRITTEN >> 20} MB")
    log = folder.log()
    if fault := complaint(log, sheet):
        raise fault
    if status:
        hint = None if log else f"apt install {PACKAGES}"
        raise CannotWrite(f"`{ENGINE}` ended without a page", hint=hint)
    if not (data := folder.written(".pdf")).startswith(b"%PDF"):
        raise CannotWrite(f"`{ENGINE}` ended without a page")
    return data


def _run(folder: Folder) -> int:
    """Run TeX once and return its exit status; raises `CannotWrite` for one that does not end in time."""
    folder.lay_out()
    arguments = [
        str(folder.engine),
        *("--safer", "--nosocket", "--no-shell-escape", f"--lua={folder.guard}"),
        *("--interaction=nonstopmode", "--halt-on-error", "--file-line-error", f"--jobname={NAME}"),
        f"{_PREPARE}{NAME}.tex",
    ]
    with _wall(folder) as shut:
        process = subprocess.Popen(  # noqa: S603  # no argument is anything but ours
            arguments,
            cwd=folder.work,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            process_group=0,
            preexec_fn=partial(_limit, shut),  # system calls alone, on the child itself
        )
    try:
        status = process.wait(LONGEST_RUN)
    except subprocess.TimeoutExpired:
        raise CannotWrite(f"TeX was still running after {LONGEST_RUN:.0f} seconds") from None
    finally:
        _end(process)
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        raise CannotWrite(f"TeX was still running after {_ALLOWED_CPU} seconds")
    return status


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _wall(folder: Folder) -> AbstractContextManager[confine.Wall | None]:
    return confine.wall(
        programs=[folder.engine.resolve(), *map(Path, _SYSTEM)],
        read=[Path("/dev/null"), folder.root, *_trees(folder.engine)],
        write=[folder.work],
    )


def _limit(shut: confine.Wall | None) -> None:
    """Bound this process, which is about to become TeX, no wider than it is bound already."""
    import resource  # which Windows has not

    confine.die_with_parent()
    for kind, most in (
        (resource.RLIMIT_CPU, _ALLOWED_CPU),
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_FSIZE, LARGEST_FILE),
        (resource.RLIMIT_CORE, 0),
    ):
        allowed = resource.getrlimit(kind)[1]
        bound = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
        resource.setrlimit(kind, (bound, bound))
    if shut:
        shut()


def _environment(folder: Folder) -> dict[str, str]:
    """Return all the environment that TeX is given."""
    private = dict.fromkeys(("HOME", "TEXMFHOME", "TEXMFVAR", "TEXMFCONFIG", "TEXMFCACHE", "TMPDIR"), str(folder.cache))
    never = dict.fromkeys(("MKTEXTEX", "MKTEXTFM", "MKTEXMF", "MKTEXPK", "MKTEXFMT"), "0")
    roots = [str(root) for root in (*_trees(folder.engine), folder.cache, folder.work)]
    return {
        **private,
        **never,
        "PATH": str(folder.engine.parent),
        "LC_ALL": "C.UTF-8",
        "openin_any": "p",
        "openout_any": "p",
        "SOURCE_DATE_EPOCH": "0",
        "FORCE_SOURCE_DATE": "1",
        "max_print_line": "10000",
        "TYPESET_ROOTS": "\n".join(roots),
    }


@cache
def _engine() -> Path | None:
    found = shutil.which(ENGINE)
    return Path(found) if found else None


def _trees(engine: Path) -> list[Path]:
    """Return the folders of the TeX installation: Debian's, or those beside the program where TeX Live is whole."""
    home = engine.resolve().parents[2]
    own = [home, home.parent / "texmf-local"] if (home / "texmf-dist").is_dir() else []
    return [path for path in (*own, *map(Path, _TREES)) if path.is_dir()]
