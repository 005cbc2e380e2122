"""Builds that are killed, stopped, or two at once: nothing is torn, and the next one mends what is left."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SLOW = """\
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
from typeset.build import calls, job, workers
def slow(*what):
    open({marker!r}, "a").write("x")
    {instead}
calls.make = slow
workers.warm = lambda: None
from typeset.__main__ import main
sys.argv[0] = "typeset"
main()
"""
"""A build in which every job takes for ever, after it has made itself known.

It minds signals even where who runs the tests does not, as in the background.
"""

needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends what a killed process has started")


@pytest.fixture(scope="module")
def kills():
    spec = spec_from_file_location("kills", ROOT / "benchmarks" / "kills.py")
    assert spec
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@needs_linux
def test_a_build_that_is_killed_leaves_nothing_torn_and_the_next_mends_it(kills):
    found, running = kills.run(24, seed=int.from_bytes(os.urandom(4)))
    assert [each for each in found if any(each)] == []
    assert running > 4


def test_a_file_that_is_torn_or_wrong_would_be_seen(kills, tmp_path):
    project = kills.Project(tmp_path, {"a/a.txt": {kills.hashlib.sha256(b"whole").hexdigest()}})
    for name, text in {"a/a.txt": "whol", "a/record.json": "{", ".typeset-1-a.part": "", "../tmp/x": ""}.items():
        path = project.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    assert kills.torn(project) == ["a/a.txt"]
    assert kills.wrong(project) == ["record.json is not whole"]
    assert len(kills.left(project)) == 2
    project.out.joinpath("a/record.json").write_text("{}")
    project.out.joinpath("manifest.json").write_text(json.dumps({"files": {"a/a.txt": {"sha256": "0"}}}))
    assert kills.wrong(project) == ["a/a.txt is another"]


# Stopped

COMPUTE = "while True: pass"
TEX = (
    "from typeset.writers.tex import lualatex; from typeset.writers.tex.log import Sheet; "
    "lualatex.pdf(Sheet({text!r}, {{}}), {{}})"
)


def _start(project: Path, instead: str, jobs: int, *more: str, **options: object) -> subprocess.Popen[bytes]:
    code = SLOW.format(marker=str(project / "marker"), instead=instead)
    command = [sys.executable, "-c", code, "--project", str(project), "build", "-f", "txt", "-j", str(jobs), *more]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(project / "tmp")}
    (project / "tmp").mkdir(exist_ok=True)
    process = subprocess.Popen(command, env=environment, **options)
    until = time.monotonic() + 60
    while not (project / "marker").exists():
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.02)
    return process


def _relations(session_of: Path) -> list[str]:
    """The processes that were started for a project: its folder for temporary files is in their environment."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if f"TMPDIR={session_of / 'tmp'}".encode() in path.joinpath("environ").read_bytes():
                found.append(path.joinpath("cmdline").read_bytes().decode())
        except OSError:
            continue
    return found


@pytest.fixture
def three(workshop) -> Path:
    for name in ("bob", "carl"):
        workshop.write(f"content/{name}.yaml", f"basics: {{name: {name}}}\n")
    return workshop.root


@needs_linux
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_build_that_is_stopped_ends_at_once_with_all_its_own(three, number, status, jobs):
    process = _start(three, COMPUTE, jobs, stderr=subprocess.PIPE)
    started = time.process_time(), time.monotonic()
    process.send_signal(number)
    _, told = process.communicate(timeout=30)
    assert process.returncode == status
    assert time.monotonic() - started[1] < 5  # a second where nothing else runs
    assert b"Traceback" not in told
    assert _relations(three) == []
    assert list((three / "tmp").iterdir()) == []


@needs_linux
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_key_at_a_terminal_stops_it_too(three, jobs):
    ours, theirs = pty.openpty()
    process = _start(three, COMPUTE, jobs, stdin=theirs, stdout=theirs, stderr=theirs, preexec_fn=_take_terminal)
    os.close(theirs)
    os.write(ours, b"\x03")
    assert process.wait(30) == 130
    os.close(ours)
    assert _relations(three) == []


def _take_terminal() -> None:
    import fcntl
    import termios

    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@needs_linux
@pytest.mark.needs("lualatex")
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_tex_does_not_outlive_a_build(three, jobs, number):
    process = _start(three, TEX.format(text=r"\def\x{\x}\x"), jobs)
    until = time.monotonic() + 30
    while not (running := _tex(three)):
        assert time.monotonic() < until
        time.sleep(0.05)
    process.send_signal(number)
    assert process.wait(30) == (130 if number == signal.SIGINT else -number)
    until = time.monotonic() + 5
    while any(Path("/proc", str(pid), "cmdline").exists() for pid in running):
        assert time.monotonic() < until
        time.sleep(0.02)


def _tex(project: Path) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if b"lualatex" in path.joinpath("cmdline").read_bytes().split(b"\0")[0] and path.joinpath(
                "cwd"
            ).resolve().is_relative_to(project):
                found.append(int(path.name))
        except OSError:
            continue
    return found


# Two at once


def test_two_builds_at_once_follow_one_another(three):
    command = [sys.executable, "-m", "typeset", "--project", str(three), "build", "-j", "2", "-f", "txt", "-f", "html"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    both = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    entries = []
    while any(process.poll() is None for process in both):
        manifest = three / "out/manifest.json"
        entries.append(len(json.loads(manifest.read_bytes())["files"]) if manifest.exists() else 0)
        time.sleep(0.01)
    told = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert sorted(out.splitlines()[-1].partition(" in ")[0] for out, _ in told) == [
        "0 built, 6 up to date",
        "6 built, 0 up to date",
    ]
    assert entries[-1] == 6 or len(json.loads((three / "out/manifest.json").read_bytes())["files"]) == 6


def test_who_waits_is_told_and_gives_up_in_the_end(workshop, monkeypatch):
    from typeset.build import lock

    workshop.build()
    workshop.change("content/ada.yaml", "Analyst", "Countess")
    monkeypatch.setattr(lock, "LONGEST_WAIT", 0.1)
    said: list[str] = []
    with lock.alone(workshop.root / "out", lambda: None) as is_held:
        assert is_held
        [fault] = _faults(workshop, said)
    assert said == ["another build of out/ is running: waiting for it to end"]
    assert fault.startswith("error: another build of out/ is still running")
    assert workshop.build()[0].seconds


def _faults(workshop, said: list[str]) -> list[str]:
    from typeset.source import Faults

    with pytest.raises(Faults) as raised:
        workshop.build(say=said.append)
    return list(map(str, raised.value.faults))
