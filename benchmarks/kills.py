"""Builds that are killed at any moment in; what they leave torn, wrong or behind out, which should be nothing.

A project is built, its content changed, and the build of that killed (SIGKILL, so that nothing can tidy up). When is
drawn by lot: for half of the kills a time, sometimes in one process and sometimes in several; for the others one of
the steps in which files are made, before or after a call to the system, where little time is spent but most can go
wrong. The build is the whole command, in a process forked when its imports are done. Then every file in `out/` must be
one that some sound build makes, the manifest must be whole and true of every file it names, and the next build must do
what is left, and leave neither a half-written file nor a folder for temporary ones.

Run: python benchmarks/kills.py [KILLS]
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from typeset.__main__ import main as main_of_typeset
from typeset.build.request import Request
from typeset.build.session import build
from typeset.cli.places import project as project_in

FORMATS = ("txt", "html", "json")
PEOPLE = 2
STEPS = frozenset(
    ["open", "write", "writelines", "flush", "fsync", "close", "replace", "rename", "link", "unlink", "mkdir", "rmdir"]
)
"""The names of functions that call the system for a file."""
THEIRS = frozenset(["module", "FileIO", "BufferedWriter", "BufferedRandom", "TextIOWrapper"])
"""The types of what has such functions; strings, too, can `replace`."""
CONTENT = """\
basics:
  name: Person {person}
  label: Version {version}
work:
  - {{name: An employer, position: A position, startDate: 2001, highlights: [{filler}]}}
"""


class Row(NamedTuple):
    """A line of the table of figures: what was counted, how many of how many."""

    what: str
    found: int
    of: int


class Project(NamedTuple):
    """A folder to build in, and what every version of its files is, by digest."""

    root: Path
    known: dict[str, set[str]]

    @property
    def out(self) -> Path:
        """Where its files are built."""
        return self.root / "out"

    def write(self, version: int) -> None:
        """Write the content of a version."""
        folder = self.root / "content"
        folder.mkdir(exist_ok=True)
        for person in range(PEOPLE):
            filler = ", ".join(["Did this and that"] * 40)
            text = CONTENT.format(person=person, version=version, filler=filler)
            folder.joinpath(f"person{person}.yaml").write_text(text, "utf-8")

    def command(self, jobs: int) -> list[str]:
        """Return the command line of a build by so many processes."""
        formats = [word for name in FORMATS for word in ("--format", name)]
        return ["typeset", "--project", str(self.root), "build", "--jobs", str(jobs), *formats]

    def begin(self, jobs: int, last: int | None = None, steps: mmap.mmap | None = None) -> int:
        """Start a build, and return its process; what it says goes into a file.

        It may count its `steps` for who waits for it, and come to its end at the `last` of them.
        """
        (self.root / "tmp").mkdir(exist_ok=True)
        if pid := os.fork():
            return pid
        told = os.open(self.root / "told", os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        for descriptor in (1, 2):
            os.dup2(told, descriptor)
        sys.stdout = sys.stderr = os.fdopen(told, "w")
        sys.argv, tempfile.tempdir = self.command(jobs), str(self.root / "tmp")
        if steps is not None:
            sys.setprofile(partial(_step, steps, last))
        main_of_typeset()
        os._exit(1)

    def build(self, jobs: int, steps: mmap.mmap | None = None) -> None:
        """Build to the end; raises `RuntimeError` where that is not 0."""
        if status := os.waitpid(self.begin(jobs, None, steps), 0)[1]:
            raise RuntimeError(f"ended with {status}: {(self.root / 'told').read_text()}")

    def digests(self) -> dict[str, str]:
        """Return the SHA-256 of every finished file in `out/`."""
        files = [path for path in self.out.glob("*/*") if path.is_file() and path.name != "record.json"]
        found = {str(path.relative_to(self.out)): path for path in files if not path.name.startswith(".")}
        return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found.items()}

    def learn(self) -> None:
        """Take what stands as sound."""
        for name, digest in self.digests().items():
            self.known.setdefault(name, set()).add(digest)


class Harm(NamedTuple):
    """What a kill has left, in words; nothing in what it should."""

    torn: list[str]
    wrong: list[str]
    unmended: list[str]
    left: list[str]


def _step(steps: mmap.mmap, last: int | None, _: FrameType, event: str, function: Any) -> None:
    """Count a call before and after it is made, and die at the last."""
    whose = type(getattr(function, "__self__", None)).__name__
    if event in {"c_call", "c_return"} and function.__name__ in STEPS and whose in THEIRS:
        number = int.from_bytes(steps[:8], "big") + 1
        steps[:8] = number.to_bytes(8, "big")
        if number == last:
            os.kill(os.getpid(), signal.SIGKILL)


def kill_at(project: Project, seconds: float, jobs: int) -> bool:
    """Start a build, kill it after so many seconds, and return whether it was still running."""
    pid = project.begin(jobs)
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])


def kill_after(project: Project, last: int) -> bool:
    """Start a build, have it killed after so many steps, and return whether it went so far."""
    return os.WIFSIGNALED(os.waitpid(project.begin(1, last, mmap.mmap(-1, 8)), 0)[1])


def torn(project: Project) -> list[str]:
    """Return the files that are not what any sound build makes."""
    return [name for name, digest in project.digests().items() if digest not in project.known[name]]


def wrong(project: Project) -> list[str]:
    """Return what the manifest says that is not so, and what of the build's own files is not whole."""
    found = []
    for file in (*project.out.glob("*.json"), *project.out.glob(".*.json"), *project.out.glob("*/record.json")):
        try:
            json.loads(file.read_bytes())
        except ValueError:
            found.append(f"{file.name} is not whole")
    stands, manifest = project.digests(), project.out / "manifest.json"
    entries = json.loads(manifest.read_bytes())["files"] if manifest.is_file() and not found else {}
    return [*found, *(f"{name} is another" for name, entry in entries.items() if stands.get(name) != entry["sha256"])]


def unmended(project: Project) -> list[str]:
    """Build once more, and return what is not as it should be after that."""
    try:
        project.build(1)
    except RuntimeError as error:
        return [str(error)]
    return [f"{name} is not listed" for name in project.digests() if name not in _listed(project)]


def left(project: Project) -> list[str]:
    """Return what is half-written or temporary and still there."""
    return [str(path) for path in (*project.out.rglob(".typeset-*"), *(project.root / "tmp").glob("*"))]


def harm(project: Project, version: int, kill: Callable[[Project], bool]) -> tuple[Harm, bool]:
    """Return what killing the build of a version does, and whether it was killed."""
    project.write(version)
    was_killed = kill(project)
    first, second = torn(project), wrong(project)
    return Harm(first, second, unmended(project), left(project)), was_killed


class Length(NamedTuple):
    """How long a build is."""

    seconds: float
    steps: int


def prepared() -> tuple[Project, Length]:
    """Return a project of which two versions are known, and how long it takes to build one of them."""
    project = Project(Path(tempfile.mkdtemp(prefix="typeset-kills-")), {})
    project.write(0)
    list(build(project_in(str(project.root)), Request(formats=FORMATS), time.perf_counter))  # imports all it takes
    steps = mmap.mmap(-1, 8)
    for version in (1, 0, 1):
        project.write(version)
        started = time.perf_counter()
        project.build(1, steps if version == 0 else None)
        seconds = time.perf_counter() - started
        project.learn()
    return project, Length(seconds, int.from_bytes(steps[:8], "big"))


def drawn(length: Length, number: int, chance: random.Random) -> Callable[[Project], bool]:
    """Return how the build of a number is killed."""
    if number % 4 < 2:  # both versions of the content alike
        last = chance.randint(1, length.steps)
        return lambda project: kill_after(project, last)
    seconds, jobs = chance.uniform(0, 1.1 * length.seconds), 1 + (chance.random() < 1 / 4)
    return lambda project: kill_at(project, seconds, jobs)


def run(kills: int, seed: int = 6) -> tuple[list[Harm], int]:
    """Return what so many kills have done, and how many of them found the build running."""
    project, length = prepared()
    chance = random.Random(seed)  # noqa: S311  # no secret depends on it
    try:
        found = [harm(project, number % 2, drawn(length, number, chance)) for number in range(kills)]
    finally:
        shutil.rmtree(project.root)
    return [each for each, _ in found], sum(was_killed for _, was_killed in found)


def figures(kills: int = 500) -> list[Row]:
    """Return what so many kills have done, counted."""
    found, running = run(kills)
    return [
        Row("builds killed while they ran", running, kills),
        Row("kills that left a torn file", sum(bool(each.torn) for each in found), kills),
        Row("kills that left a manifest that is wrong", sum(bool(each.wrong) for each in found), kills),
        Row("kills that the next build did not mend", sum(bool(each.unmended) for each in found), kills),
        Row("kills that left something behind after that", sum(bool(each.left) for each in found), kills),
    ]


def main() -> None:
    """Print a line for each figure, and end with 1 where anything was harmed."""
    rows = figures(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
    for row in rows:
        print(f"{row.what:46}{row.found:5} of {row.of}")
    if any(row.found for row in rows[1:]):
        raise SystemExit(1)


def _listed(project: Project) -> set[str]:
    entries = json.loads((project.out / "manifest.json").read_bytes())["files"]
    return {*entries, *(other for entry in entries.values() for other in entry["others"])}


if __name__ == "__main__":
    main()
