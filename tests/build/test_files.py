"""A file is written whole or not at all: disks that are full, folders that are not ours, builds that were killed."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from typeset.build import files, ledger, manifest
from typeset.build.scratch import scratch

ROOT = Path(__file__).parents[2]
needs_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can mount")
needs_posix = pytest.mark.skipif(os.name != "posix", reason="locks are POSIX's")


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _build(folder: Path, *before: str) -> subprocess.CompletedProcess[str]:
    """Build in a folder by a process of its own, as a program that stands `before` has it."""
    command = [*before, sys.executable, "-m", "typeset", "--project", str(folder), "build", "-f", "txt"]
    here = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=here, capture_output=True, text=True, check=False)


CALLS = ("fsync", "replace", "mkdir", "_write", "_sweep")
"""What writing a file does to the disk, each of which may find it full or shut."""


@pytest.fixture
def failing(monkeypatch) -> Callable[[str, int], None]:
    """A function that makes one kind of call fail from now on."""

    def fail(call: str, number: int) -> None:
        def refuse(*what: object, **_: object) -> None:
            raise OSError(number, os.strerror(number), str(what[0]))

        owner = files if call.startswith("_") else os if call == "fsync" else Path
        monkeypatch.setattr(owner, call, refuse)

    return fail


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("call", CALLS)
def test_a_write_that_fails_leaves_the_old_file_and_says_which(tmp_path, failing, call, number):
    file = tmp_path / "a.txt"
    files.write_whole(file, b"old")
    failing(call, number)
    with pytest.raises(OSError, match=r"a\.txt") as raised:
        files.write_whole(file, b"new")
    assert (raised.value.errno, raised.value.filename) == (number, str(file))
    assert _contents(tmp_path) == {"a.txt": b"old"}


def test_of_several_files_none_is_replaced_where_one_cannot_be_written(tmp_path, monkeypatch):
    one, other = tmp_path / "1.png", tmp_path / "2.png"
    files.write_all({one: b"old", other: b"old"})
    write = files._write  # noqa: SLF001  # the first half of a write

    def refuse(path: Path, data: bytes) -> None:
        if data == b"too much":
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, data)

    monkeypatch.setattr(files, "_write", refuse)
    with pytest.raises(OSError, match=r"2\.png"):
        files.write_all({one: b"new", other: b"too much"})
    assert _contents(tmp_path) == {"1.png": b"old", "2.png": b"old"}


@pytest.mark.parametrize("call", CALLS)
def test_a_build_that_cannot_write_leaves_what_stood_and_says_so_in_lines(workshop, failing, call):
    workshop.build("txt", "html")
    before = _contents(workshop.root / "out")
    workshop.change("content/ada.yaml", "Analyst", "Countess")
    failing(call, errno.ENOSPC)
    faults = workshop.faults("txt", "html")
    assert faults
    assert all(fault.startswith("error: cannot write out") and "No space left" in fault for fault in faults)
    assert _contents(workshop.root / "out") == before


@needs_root
@pytest.mark.needs("mount")
def test_a_disk_that_is_full_or_read_only_is_one_line(workshop):
    workshop.build("txt")
    out, kept = workshop.root / "out", workshop.root / "kept"
    shutil.copytree(out, kept)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", out], check=False).returncode
    if mounted:
        pytest.skip("nothing can be mounted here")
    try:
        shutil.copytree(kept, out, dirs_exist_ok=True)
        before = _contents(out)
        workshop.change("content/ada.yaml", "Analyst", "Countess")
        (out / "filling").write_bytes(bytes(shutil.disk_usage(out).free))
        ended = _build(workshop.root)
        assert ended.returncode == 1
        assert ended.stderr.splitlines()[0].startswith("error: cannot write out/")
        assert ended.stderr.splitlines()[0].endswith("No space left on device")
        (out / "filling").unlink()
        assert _contents(out) == before
        subprocess.run(["mount", "-o", "remount,ro", out], check=True)
        ended = _build(workshop.root)
        assert (ended.returncode, ended.stderr.splitlines()) == (1, [READ_ONLY])
        assert _contents(out) == before
    finally:
        subprocess.run(["umount", out], check=True)


READ_ONLY = "error: cannot write into out/: it is read-only here, or somebody else's"


@needs_root
@pytest.mark.needs("setpriv")
def test_a_folder_of_somebody_else_is_one_line(workshop):
    workshop.build("txt")
    out = workshop.root / "out"
    before = _contents(out)
    workshop.change("content/ada.yaml", "Analyst", "Countess")
    for path in (out, *out.rglob("*")):
        os.chown(path, 65534, 65534)
    ended = _build(workshop.root, "setpriv", "--bounding-set=-all", "--inh-caps=-all")  # root without its privileges
    assert (ended.returncode, ended.stderr.splitlines()) == (1, [READ_ONLY])
    assert _contents(out) == before


# What was killed


def test_what_a_killed_process_has_left_is_swept_and_what_is_being_written_is_not(tmp_path):
    left, busy, foreign = tmp_path / ".typeset-0-a.part", tmp_path / ".typeset-1-b.part", tmp_path / ".a.part"
    for path in (left, busy, foreign):
        path.write_bytes(b"x")
    with busy.open("rb") as file:
        assert files.try_lock(file.fileno())
        files.write_whole(tmp_path / "a.txt", b"new")
    expected = {".a.part", "a.txt"} | ({".typeset-1-b.part"} if os.name == "posix" else set())
    assert _contents(tmp_path).keys() == expected


@pytest.fixture
def temporary(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@needs_posix
def test_temporary_folders_of_the_dead_are_swept_and_of_the_living_are_not(temporary):
    dead, empty = temporary / "typeset-build-dead", temporary / "typeset-build-empty"
    for folder in (dead, empty):
        folder.mkdir()
    (dead / "fonts").write_bytes(b"x")
    with scratch():
        ours = Path(tempfile.gettempdir())
        assert ours.parent == temporary
        assert list(temporary.iterdir()) == [ours]
        tempfile.mkstemp()
        with scratch():
            assert ours.exists()
    assert list(temporary.iterdir()) == []
    assert Path(tempfile.gettempdir()) == temporary


@needs_posix
def test_a_folder_that_is_swept_before_it_is_held_is_made_anew(temporary, monkeypatch):
    made = []
    make = tempfile.mkdtemp

    def make_and_sweep(**about: str) -> str:
        made.append(make(**about))
        if len(made) == 1:
            Path(made[0]).rmdir()
        return made[-1]

    monkeypatch.setattr(tempfile, "mkdtemp", make_and_sweep)
    with scratch():
        assert tempfile.gettempdir() == made[1]
    assert list(temporary.iterdir()) == []


OUTLIVED = """
import os, time
from typeset.build.scratch import scratch
with scratch():
    worker = os.fork()
    if worker:
        print(worker, flush=True)
    time.sleep(60)
"""


@needs_posix
def test_a_worker_that_outlives_its_build_holds_no_folder(temporary):
    here = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)}
    with subprocess.Popen([sys.executable, "-c", OUTLIVED], env=here, stdout=subprocess.PIPE, text=True) as started:
        worker = int(started.stdout.readline())
        started.kill()
    try:
        with scratch():
            assert list(temporary.iterdir()) == [Path(tempfile.gettempdir())]
    finally:
        os.kill(worker, signal.SIGKILL)


# The manifest


def test_what_is_about_to_be_replaced_is_struck_out_first(workshop, monkeypatch):
    workshop.write("content/bob.yaml", "basics: {name: Bob}\n")
    workshop.build("txt")
    workshop.change("content/ada.yaml", "Analyst", "Countess")
    seen = {}

    def look(*_: object) -> None:
        seen.update(manifest.load_manifest(workshop.root / "out"))
        raise KeyboardInterrupt

    monkeypatch.setattr(ledger, "write_all", look)
    with pytest.raises(KeyboardInterrupt):
        workshop.build("txt")
    assert seen.keys() == {"bob/Bob-CV.txt"}


def test_after_a_kill_a_file_of_an_old_name_is_still_removed(workshop, monkeypatch):
    """The build dies after it has written the file of a new name, and before it has removed the old."""
    workshop.build("txt")
    workshop.change("content/ada.yaml", "Ada Lovelace", "Ada King")
    with monkeypatch.context() as patched:
        patched.setattr(ledger.Ledger, "_forget", lambda *_: 1 // 0)
        patched.setattr(ledger.Ledger, "close", lambda _: False)
        with pytest.raises(ZeroDivisionError):
            workshop.build("txt")
    assert {"ada/Ada-King-CV.txt", "ada/Ada-Lovelace-CV.txt"} <= workshop.out.keys()
    assert manifest.load_manifest(workshop.root / "out") == {}
    workshop.build("txt")
    assert {name for name in workshop.out if name.endswith(".txt")} == {"ada/Ada-King-CV.txt"}
    assert b"being-replaced" not in workshop.out["manifest.json"][0]


def test_a_build_that_is_stopped_keeps_what_it_has_done(workshop):
    from time import perf_counter

    from typeset.build.request import Request
    from typeset.build.session import build

    workshop.write("content/bob.yaml", "basics: {name: Bob}\n")
    accounts = build(workshop.project, Request(formats=("txt",)), perf_counter)
    first = next(accounts)
    accounts.close()
    assert manifest.load_manifest(workshop.root / "out").keys() == {f"{first.application}/Ada-Lovelace-CV.txt"}
    assert sum(account.seconds is not None for account in workshop.build()) == 1


def test_names_in_a_manifest_lead_nowhere_else(workshop):
    """A manifest may come with somebody else's project: nothing outside `out/` is removed for it."""
    workshop.build("txt")
    victim = workshop.write("content/victim.txt", "mine")
    text = (workshop.root / "out/manifest.json").read_text()
    digest = ledger.hashlib.sha256(b"mine").hexdigest()
    for name in ("../content/victim.txt", str(victim), "a\\u0000b"):
        workshop.write("out/manifest.json", text.replace('"others": {}', f'"others": {{"{name}": "{digest}"}}'))
        workshop.change("content/ada.yaml", "Analyst", "Countess")
        workshop.build("txt")
        workshop.change("content/ada.yaml", "Countess", "Analyst")
        assert victim.read_text() == "mine"


@pytest.mark.parametrize("file", ["manifest.json", ".typeset.json", "ada/record.json"])
@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "\xff",
        '{"files": {"a": {}}}',
        "cut",
        '{"files": 1, "inputs": [], "folders": 0, "requests": 0}',
        "kinds",
    ],
)
def test_what_is_damaged_is_told_and_made_anew(workshop, file, damage):
    workshop.build("txt")
    path = workshop.root / "out" / file
    whole = path.read_bytes()
    kinds = whole.replace(b": {", b": [{").replace(b"}", b"}]")
    path.write_bytes({"cut": whole[: len(whole) // 2], "kinds": kinds}.get(damage, damage.encode("latin-1")))
    said: list[str] = []
    assert not any(account.has_failed for account in workshop.build("txt", say=said.append))
    if file.startswith("ada/"):
        workshop.change("content/ada.yaml", "Analyst", "Countess")
        workshop.build("txt", say=said.append)
    assert said == [f"out/{file} is damaged, or of another version: it is made anew"]
    assert workshop.is_up_to_date("txt")
    assert not workshop.build("txt", say=said.append)[0].seconds
    assert len(said) == 1
