"""An attack in; what came of it out. A place is made for it, and looked at afterwards."""

from __future__ import annotations

import gc
import os
import shutil
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .attack import CANARY, CV, OUTSIDE, PORT, Attack, Link, Pipe, Planted
from .cage import caged
from .watch import ROOT, Outcome


class Ground:
    """Where attacks are run: the folder outside, and somebody who listens."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.outside = folder / "outside"
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)
        self.runs = 0
        self._plant()

    def _plant(self) -> None:
        from PIL import Image

        self.outside.mkdir()
        secrets = {"txt": CANARY, "tex": CANARY, "css": f"/*{CANARY}*/", "html": CANARY, "lua": f'return "{CANARY}"'}
        secrets |= {
            "yaml": f"basics: {{name: {CANARY}}}",
            "svg": f"<svg xmlns='http://www.w3.org/2000/svg'><text>{CANARY}</text></svg>",
        }
        for ending, text in secrets.items():
            (self.outside / f"secret.{ending}").write_text(text)
        Image.new("RGB", (7, 7), "red").save(self.outside / "secret.png")
        (self.outside / "secret.otf").write_bytes((ROOT / "themes/classic/fonts/XCharter-Roman.otf").read_bytes())
        self.before = self._state()

    def _state(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.outside.iterdir() if path.is_file()}

    def run(self, attack: Attack) -> Outcome:
        """Return what came of an attack, after which the ground is as before."""
        self.runs += 1
        project = self.folder / f"run-{self.runs}"
        temporary = project / "temporary"
        temporary.mkdir(parents=True)
        self._lay(attack, project)
        outcome = caged(lambda: act(attack, project), project)
        if self._state() != self.before:
            outcome.writes.append("a file outside is changed")
        outcome.sockets += ["somebody called"] if self._was_called() else []
        shutil.rmtree(project)
        return outcome

    def _lay(self, attack: Attack, project: Path) -> None:
        files: dict[str, Planted] = dict(attack.files)
        if not any(path.startswith("content/cv.") for path in files):
            files["content/cv.yaml"] = CV
        for name, planted in files.items():
            path = project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            match planted:
                case Link(target):
                    path.symlink_to(self.filled(target.encode()).decode())
                case Pipe():
                    os.mkfifo(path)
                case _:
                    path.write_bytes(self.filled(planted))

    def filled(self, data: bytes) -> bytes:
        """Return a file with the folder outside and the port in their places."""
        port = str(self.listener.getsockname()[1])
        return data.replace(OUTSIDE.encode(), str(self.outside).encode()).replace(PORT.encode(), port.encode())

    def _was_called(self) -> bool:
        try:
            self.listener.accept()[0].close()
        except BlockingIOError:
            return False
        return True


@contextmanager
def ground() -> Iterator[Ground]:
    """Yield a ground, with all that a build imports imported before the first attack."""
    warm()
    with tempfile.TemporaryDirectory(prefix="typeset-hostile-") as folder:
        made = Ground(Path(folder).resolve())
        try:
            yield made
        finally:
            made.listener.close()


def warm() -> None:
    """Build a sound CV in this process, so that what runs in its forks is the attack alone."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, "content")
        content.mkdir()
        content.joinpath("cv.yaml").write_bytes(CV)
        for format_name in ("pdf", "html"):
            _built(Path(folder), (format_name,), "ats")
    gc.collect()
    gc.freeze()  # or every fork copies what its collector looks at


def act(attack: Attack, project: Path) -> dict[str, bytes]:
    """Do with an attack what its sender hopes for, and return the files that it makes."""
    from typeset.readers.importing import imported

    if attack.imports:
        data = (project / attack.imports).read_bytes()
        made = imported(data, attack.imports, person="Ada Lovelace").text.encode()
        (project / "content" / "cv.yaml").write_bytes(made)
        return {"content": made, **_built(project, ("txt",), "")}
    return _built(project, attack.formats, attack.theme)


def _built(project: Path, formats: tuple[str, ...], theme: str) -> dict[str, bytes]:
    from typeset.build.discover import plans
    from typeset.build.job import Job, make
    from typeset.build.project import Project

    found = Project(project, project / "content", project / "out", (project / "themes", ROOT / "themes"))
    made: dict[str, bytes] = {}
    for plan in plans(found):
        for name in formats:
            job = Job(found, plan, name, None if plan.application else theme or None)
            made |= {f"{plan.name}.{name}{key}": data for key, data in make(job, time.perf_counter).files.items()}
    return made
