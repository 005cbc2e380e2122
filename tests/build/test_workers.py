"""Workers are bounded, and whatever one does, the others' CVs are built, and nothing of it remains."""

import contextlib
import ctypes
import faulthandler
import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from typeset.build import calls, workers
from typeset.build.cage import crew, limits, worker
from typeset.build.cage.crew import Died
from typeset.build.cage.frames import Inbox, send
from typeset.build.cage.hands import forked, started
from typeset.build.cage.limits import Limits
from typeset.build.job import Job, Made, make

TIGHT = Limits(memory=256 << 20, computing=30, clock=6.0, file=1 << 20)
STAYING = "86399.25"
"""An argument of `sleep` that nobody else has."""

needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems bound workers by the clock alone")


class Odd(BaseException):
    pass


def _crash(number: int) -> None:
    """End by a signal, as C code does, and without pytest's report of it."""
    faulthandler.disable()
    if number == signal.SIGSEGV:
        ctypes.string_at(0)
    os.kill(os.getpid(), number)


def _allocate() -> None:
    kept = []
    while True:
        kept.append(bytearray(1 << 24))


def _compute() -> None:
    while True:
        pass


def _overflow() -> None:
    faulthandler.disable()
    sys.setrecursionlimit(1 << 30)

    def deeper(*_: object) -> object:
        return list(map(deeper, [0]))

    deeper()


def _be_odd() -> None:
    raise Odd("very")


def _print() -> None:
    sys.stdout.write("garbage" * 100)
    sys.stdout.flush()
    for descriptor in (1, 2):
        os.write(descriptor, b"garbage\n" * 100)


def _write() -> None:
    Path(tempfile.gettempdir(), "huge").write_bytes(bytes(2 << 20))


def _leave_children() -> None:
    """Leave one child, and one that a child has left in a session of its own."""
    subprocess.Popen(["sleep", STAYING])
    if not os.fork():
        os.setsid()
        subprocess.Popen(["sleep", STAYING])
        os._exit(0)


def _leave_and_die() -> None:
    subprocess.Popen(["sleep", STAYING])
    _crash(signal.SIGSEGV)


BEHAVIOUR: dict[str, tuple[Callable[[], object], str]] = {
    "allocates": (_allocate, "making the txt ran out of memory"),
    "computes": (_compute, "making the txt took longer than 6 s"),
    "sleeps": (lambda: time.sleep(1000), "making the txt took longer than 6 s"),
    "stops": (lambda: os.kill(os.getpid(), signal.SIGSTOP), "making the txt took longer than 6 s"),
    "segfaults": (lambda: _crash(signal.SIGSEGV), "making the txt was killed by signal 11 (Segmentation fault)"),
    "aborts": (lambda: _crash(signal.SIGABRT), "making the txt was killed by signal 6 (Aborted)"),
    "exits": (lambda: sys.exit(3), "making the txt failed: SystemExit: 3 (build/calls.py:"),
    "vanishes": (lambda: os._exit(3), "making the txt ended with status 3"),
    "raises": (lambda: 1 // 0, "making the txt failed: ZeroDivisionError: integer division or modulo by zero (build/"),
    "is-odd": (_be_odd, "making the txt failed: Odd: very (build/calls.py:"),
    "overflows": (_overflow, "making the txt was killed by signal 11 (Segmentation fault)"),
    "writes": (_write, "making the txt failed: OSError: [Errno 27] File too large"),
    "leaves-and-dies": (_leave_and_die, "making the txt was killed by signal 11 (Segmentation fault)"),
    "prints": (_print, ""),
    "leaves-children": (_leave_children, ""),
    "behaves": (lambda: None, ""),
}


def _misbehaving(job: Job, clock: Callable[[], float]) -> Made:
    BEHAVIOUR[job.plan.name][0]()
    return make(job, clock)


def _staying() -> list[int]:
    """The processes that a job has left and that live."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if STAYING.encode() in path.read_bytes().split(b"\0"):
                found.append(int(path.parent.name))
    return found


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.fixture
def tight(monkeypatch):
    """Limits that tests can wait for, and nothing loaded that plain text does not take."""
    monkeypatch.setattr(limits, "Limits", lambda: TIGHT)
    monkeypatch.setattr(workers, "warm", lambda: None)
    monkeypatch.setattr(workers, "_is_forking", lambda: True)


@needs_linux
@pytest.mark.usefixtures("tight")
@pytest.mark.parametrize("is_confined", [False, True], ids=["shared", "confined"])
def test_whatever_a_job_does_is_one_line_and_the_others_are_built(workshop, monkeypatch, capfd, is_confined):
    monkeypatch.setattr(calls, "make", _misbehaving)
    monkeypatch.setattr("typeset.build.cage.bubble.PROGRAM", "no-such-program")
    (workshop.root / "content/ada.yaml").unlink()
    for name in BEHAVIOUR:
        workshop.write(f"content/{name}.yaml", f"basics:\n  name: {name}\n")
    descriptors, said = _descriptors(), []
    accounts = {each.application: each for each in workshop.build(workers=2, is_confined=is_confined, say=said.append)}
    for name, (_, complaint) in BEHAVIOUR.items():
        faults = [str(fault) for fault in accounts[name].faults]
        if not complaint or (is_confined and name in ("leaves-children", "leaves-and-dies")):
            continue
        assert len(faults) == 1, name
        assert faults[0].startswith(f"content/{name}.yaml:2:9: error: {complaint}"), faults
    assert {name for name, account in accounts.items() if not account.has_failed} >= {"prints", "behaves"}
    assert {f"{name}/{name}-CV.txt" for name in ("prints", "behaves")} <= workshop.out.keys()
    assert "garbage" not in "".join(capfd.readouterr())
    assert _staying() == []
    assert _descriptors() == descriptors
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    assert len(said) == is_confined


@needs_linux
def test_who_computes_for_too_long_is_ended_whatever_the_clock_says():
    bounds = Limits(computing=0, clock=300.0)
    hire = partial(forked, lambda _: (_compute(), False), worker.Terms(bounds, tempfile.gettempdir()))
    assert list(crew.told([[b"a"]], hire, 1, bounds)) == [(0, 0, Died("computed for more than 0 s"))]


@needs_linux
def test_workers_leave_no_memory_and_no_descriptors_behind():
    def answer(call: bytes) -> tuple[bytes, bool]:
        if call == b"die":
            _crash(signal.SIGABRT)
        return bytes(1 << 20), False

    hire, sizes = partial(forked, answer, worker.Terms(TIGHT, tempfile.gettempdir())), []
    descriptors = _descriptors()
    for _ in range(5):
        told = list(crew.told([[b"live", b"die", b"live"]] * 7, hire, 2, TIGHT))
        assert sorted(isinstance(found, Died) for *_, found in told) == [False] * 14 + [True] * 7
        sizes.append(_resident())
    assert _descriptors() == descriptors
    assert max(sizes[1:]) - sizes[1] < 10 << 20


def _pipes() -> dict[tuple[int, int], int]:
    """The pipes that are open here: a descriptor by what the pipe is known as."""
    found = {}
    for descriptor in range(100):
        with contextlib.suppress(OSError):
            state = os.fstat(descriptor)
            found |= {(state.st_ino, descriptor): descriptor} if stat.S_ISFIFO(state.st_mode) else {}
    return found


def _told(answer: worker.Answer, *families: list[bytes], **terms: object) -> list[crew.Told]:
    hire = partial(forked, answer, worker.Terms(TIGHT, tempfile.gettempdir()))
    return list(crew.told(families, hire, 2, TIGHT, **terms))


@needs_linux
def test_an_answer_may_be_long():
    assert _told(lambda _: (b"x" * (50 << 20), False), [b"a"]) == [(0, 0, b"x" * (50 << 20))]


@needs_linux
@pytest.mark.parametrize("garbage", [b"\xff" * 9, b"\xff" * (1 << 20)], ids=["a length", "much"])
def test_what_is_no_message_is_no_answer(garbage):
    """A worker that was taken over may write what it likes into its pipe."""

    before = _pipes()

    def answer(_: bytes) -> tuple[bytes, bool]:
        for number in _pipes().keys() - before.keys():
            with contextlib.suppress(OSError):
                os.write(_pipes()[number], garbage)
        time.sleep(1000)
        return b"", False

    assert _told(answer, [b"a"]) == [(0, 0, Died("answered more than anybody asked for"))]


@needs_linux
def test_who_says_that_it_is_the_worse_for_a_call_gets_no_other():
    pids = [found for *_, found in _told(lambda _: (str(os.getpid()).encode(), True), [b"a"] * 3)]
    assert len(set(pids)) == 3


@needs_linux
def test_a_family_has_one_worker_and_a_fresh_one_where_that_is_asked():
    def pids(*, is_fresh: bool) -> list[set[object]]:
        told = _told(lambda _: (str(os.getpid()).encode(), False), *[[b"a"] * 3] * 4, is_fresh=is_fresh)
        return [{found for number, _, found in told if number == family} for family in range(4)]

    assert list(map(len, pids(is_fresh=True))) == [1, 1, 1, 1]
    assert len(set.union(*pids(is_fresh=True))) == 4
    assert len(set.union(*pids(is_fresh=False))) == 2


@needs_linux
def test_temporary_files_of_a_worker_go_with_it(tmp_path, monkeypatch):
    def answer(_: bytes) -> tuple[bytes, bool]:
        tempfile.mkstemp()
        _crash(signal.SIGABRT)
        return b"", False

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    [(_, _, found)] = _told(answer, [b"a"])
    assert found == Died("was killed by signal 6 (Aborted)")
    assert list(tmp_path.iterdir()) == []


def test_a_worker_started_as_a_program_answers_the_same(workshop, monkeypatch):
    workshop.write("content/bob.yaml", "basics: {name: Bob}\n")
    accounts = workshop.build("txt", "md")
    before = {name: data for name, (data, _) in workshop.out.items() if name.endswith(("txt", "md"))}
    assert not any(account.has_failed for account in accounts)
    monkeypatch.setattr(workers, "_is_forking", lambda: False)
    for name in before:
        (workshop.root / "out" / name).unlink()
    accounts = workshop.build("txt", "md", workers=2)
    assert [str(fault) for account in accounts for fault in account.faults] == []
    assert {name: data for name, (data, _) in workshop.out.items() if name.endswith(("txt", "md"))} == before


@needs_linux
def test_who_has_threads_is_not_forked():
    import threading

    gate = threading.Event()
    thread = threading.Thread(target=gate.wait)
    thread.start()
    assert not workers._is_forking()  # noqa: SLF001  # what decides it
    gate.set()
    thread.join()


def test_a_program_that_does_not_start_is_no_hang():
    def hire(_: object) -> object:
        return started(worker.Terms(Limits(), "/nonexistent"), [])

    with pytest.raises(FileNotFoundError):
        list(crew.told([[b"a"]], hire, 1, TIGHT))


def test_an_answer_from_who_was_taken_over_makes_nothing_else(workshop, tmp_path):
    import pickle

    class Evil:
        def __reduce__(self):
            return os.mkdir, (str(tmp_path / "made"),)

    project = workshop.project
    from typeset.build.project import Plan

    job = Job(project, Plan("ada", None, project.content / "ada.yaml"), "txt")
    for data in (pickle.dumps(Evil()), b"", b"garbage", pickle.dumps(1), pickle.dumps("Made")):
        found = calls.answered(job, data)
        assert [fault.message for fault in found.faults] == ["making the txt came back as nonsense"]
    assert not (tmp_path / "made").exists()


def test_messages_arrive_whole_however_they_are_cut():
    reading, writing = os.pipe()
    inbox = Inbox(reading)
    send(writing, b"one", leaves=True)
    send(writing, b"")
    whole = os.read(reading, 1000)
    for byte in whole:
        assert not inbox.has_message
        os.write(writing, bytes([byte]))
        inbox.fill()
        if inbox.has_message:
            assert inbox.take() in ((b"one", True), (b"", False))
    os.close(writing)
    assert inbox.next() is None
    os.close(reading)


def test_in_one_process_what_a_library_raises_is_one_line_too(workshop, monkeypatch):
    def broken(*_: object) -> Made:
        raise RecursionError("maximum recursion\ndepth \x1b[31m")

    monkeypatch.setattr(calls, "make", broken)
    [account] = workshop.build()
    [fault] = map(str, account.faults)
    place, _, said = fault.partition(" error: ")
    assert place == "content/ada.yaml:2:9:"
    assert said.startswith("making the txt failed: RecursionError: maximum recursion depth \\u001b[31m (build/")
