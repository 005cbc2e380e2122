"""What a run touches that is nobody's business, noted while it runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from .attack import Attack

ROOT = Path(__file__).parents[2]
PROGRAMS = {"lualatex"}
"""What a run may start."""
OWN = (ROOT / "typeset", ROOT / "themes", ROOT / "tests" / "hostile")
READABLE = (*OWN, Path(sys.prefix), Path(sys.base_prefix), Path("/usr/share/zoneinfo"), Path("/proc/self/maps"))
"""What a run may read besides its own project. Imports also list whatever folder is on their path."""
_READS, _WRITES = {"open", "os.listdir", "os.scandir"}, {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.chmod"}
_WRITES |= {"os.link", "os.symlink", "os.truncate", "os.chown", "os.utime", "shutil.rmtree", "shutil.move"}
_SOCKETS = {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}
_STARTS = {"subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.spawn", "pty.spawn"}


@dataclass
class Outcome:
    """What came of an attack. `ended` is made, refused, stopped or broken; the lists are of what should be empty."""

    ended: str = "stopped"
    said: str = ""
    reads: list[str] = field(default_factory=list)
    writes: list[str] = field(default_factory=list)
    sockets: list[str] = field(default_factory=list)
    programs: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)
    hangs: bool = False
    seconds: float = 0.0
    computed: float = 0.0

    def faults(self, attack: Attack) -> list[str]:
        """Return what is wrong, in words; nothing of an attack that came to nothing."""
        found = [
            f"{what}: {each}"
            for what in ("reads", "writes", "sockets", "programs", "leaks")
            for each in getattr(self, what)
        ]
        if self.ended == "broken" or (self.ended == "stopped" and not attack.is_program):
            found.append(f"{self.ended}: {self.said[-600:]}")
        if attack.must and self.ended != attack.must:
            found.append(f"{self.ended} instead of {attack.must}: {self.said[:300]}")
        if self.hangs:
            found.append(f"took {self.seconds:.0f} s")
        return found


def watcher(outcome: Outcome, project: Path) -> Callable[[str, tuple[object, ...]], None]:
    """Return an audit hook (PEP 578) that notes what leads outside of a project."""
    may_read = tuple(f"{path.resolve()}{os.sep}" for path in (project, *READABLE))
    may_write = (f"{project / 'temporary'}{os.sep}", f"{project / 'content'}{os.sep}", f"{project / 'out'}{os.sep}")
    alone = {str(Path(path).resolve()) for path in (*READABLE, *sys.path)} | {os.devnull, str(project)}
    cleared: list[str] = []

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event in _SOCKETS:
            outcome.sockets.append(f"{event} {arguments[1:]}")
        elif event in _STARTS:
            if Path(str(arguments[0])).name not in PROGRAMS:
                outcome.programs.append(f"{event} {arguments[0]}")
        elif event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_PATH:
            return  # nothing is read of what is only named
        elif event in _READS | _WRITES and isinstance(arguments[0], str | bytes | os.PathLike):
            path = _path(event, arguments)
            if event == "open" and cleared and os.sep not in str(arguments[0]):
                return  # how `shutil.rmtree` goes down, from folder to folder
            changes = event in _WRITES or (event == "open" and _changes(arguments))
            if path not in alone and not f"{path}{os.sep}".startswith(may_write if changes else may_read):
                (outcome.writes if changes else outcome.reads).append(f"{event} {path}")
            elif event == "shutil.rmtree":
                cleared.append(path)

    return note


def _path(event: str, arguments: tuple[object, ...]) -> str:
    """Return the whole path that an event is about, which may be said from an open folder."""
    path = os.fsdecode(arguments[0])  # type: ignore[arg-type]
    folder = arguments[-1] if event in ("os.remove", "os.rmdir") else -1
    if isinstance(folder, int) and folder >= 0:
        path = os.path.join(os.readlink(f"/proc/self/fd/{folder}"), path)  # noqa: PTH115, PTH118  # it is watched itself
    return os.path.realpath(path)


def _changes(arguments: tuple[object, ...]) -> bool:
    """Whether a file is opened to be changed."""
    mode, flags = arguments[1], arguments[2]
    return bool(isinstance(mode, str) and set(mode) & set("wax+")) or bool(
        isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)
    )
