"""What is confined reads what it needs, changes nothing, and comes out the same."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from typeset.build.cage import bubble, crew, walls, worker
from typeset.build.cage.hands import forked
from typeset.build.cage.limits import Limits
from typeset.build.cage.needs import needs
from typeset.writers.tex import confine

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="bubblewrap and Landlock are Linux's")


@pytest.fixture
def bubbles() -> str:
    """The path of bubblewrap, where it works."""
    found = shutil.which("bwrap")
    if not found or subprocess.run([found, "--unshare-all", "--ro-bind", "/", "/", "true"], check=False).returncode:
        pytest.skip("bubblewrap does not work here")
    return found


def _files(workshop) -> dict[str, bytes]:
    return {name: data for name, (data, _) in workshop.out.items() if name.endswith((".pdf", ".txt"))}


def test_the_same_bytes_come_out_of_a_bubble_and_of_a_wall(workshop, bubbles, monkeypatch):
    assert bubbles
    formats = ("pdf", "txt")
    workshop.build(*formats)
    free = _files(workshop)
    assert len(free) == 2
    for program, told in (("bwrap", 0), ("no-such-program", 1)):
        monkeypatch.setattr(bubble, "PROGRAM", program)
        shutil.rmtree(workshop.root / "out")
        said: list[str] = []
        accounts = workshop.build(*formats, workers=2, is_confined=True, say=said.append)
        assert [str(fault) for account in accounts for fault in account.faults] == []
        assert _files(workshop) == free
        assert len(said) == told
    assert said[0].startswith("bubblewrap is not on this machine: ")


TRIES = {
    "open('{root}/out/secret').read()": False,
    "open('{root}/content/ada.yaml').read()": True,
    "open('{root}/content/ada.yaml', 'a')": False,
    "open('{root}/new', 'w')": True,  # in its own memory
    "open('/etc/passwd').read()": False,
    "os.listdir(os.path.expanduser('~'))": False,
    "open('/tmp/mine', 'w').write('x')": True,
    "open('/new', 'w')": False,
    "open('/usr/new', 'w')": False,
    "socket.create_connection(('127.0.0.1', {port}), 1)": False,
    "assert len([name for name in os.listdir('/proc') if name.isdecimal()]) < 5": True,
    "__import__('weasyprint')": True,
}
"""What is tried in a bubble, and whether it may work."""


def test_a_bubble_holds(workshop, bubbles):
    workshop.write("out/secret", "secret")
    server = socket.create_server(("127.0.0.1", 0))
    facts = {"root": workshop.root, "port": server.getsockname()[1], "pid": os.getpid()}
    needed = needs([workshop.root / "content"], [])
    paths = os.pathsep.join(filter(None, map(os.path.abspath, sys.path)))
    for attempt, is_allowed in TRIES.items():
        code = f"import os, socket\n{attempt.format(**facts)}"
        command = bubble.arguments(bubbles, needed, [sys.executable, "-c", code])
        ended = subprocess.run(command, capture_output=True, text=True, env={"PYTHONPATH": paths}, check=False)
        assert (ended.returncode == 0) == is_allowed, (attempt, ended.stderr)
    server.close()
    assert not (workshop.root / "new").exists()
    assert not Path("/tmp/mine").exists()  # noqa: S108  # what the bubble calls so is its own


@pytest.mark.skipif(not confine.version(), reason="the kernel has no Landlock")
def test_a_wall_holds_without_a_bubble(workshop, tmp_path):
    workshop.write("out/secret", "secret")
    read, written = workshop.root / "content/ada.yaml", workshop.root / "out/new"
    tries = {
        "secret": lambda: (workshop.root / "out/secret").read_bytes(),
        "passwd": lambda: Path("/etc/passwd").read_bytes(),
        "content": read.read_bytes,
        "append": lambda: read.open("a"),
        "new": lambda: written.write_bytes(b""),
        "temporary": lambda: Path(worker.tempfile.gettempdir(), "mine").write_bytes(b""),
        "run": lambda: subprocess.run(["/usr/bin/true"], check=True),
    }

    def answer(call: bytes) -> tuple[bytes, bool]:
        try:
            tries[call.decode()]()
        except PermissionError:
            return b"refused", False
        return b"done", False

    terms = worker.Terms(Limits(), str(tmp_path), walls.landlock(needs([workshop.root / "content"], [])))
    told = crew.told([[name.encode() for name in tries]], lambda others: forked(answer, terms, others), 1, Limits())
    found = {list(tries)[place]: said for _, place, said in told}
    assert {name for name, said in found.items() if said == b"done"} == {"content", "temporary"}
    assert not written.exists()


def test_a_file_that_a_link_leads_to_is_one_that_is_needed(workshop, tmp_path_factory, bubbles):
    assert bubbles
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "real.yaml"
    elsewhere.write_text("basics: {name: Lin King}\n")
    (workshop.root / "content/linked.yaml").symlink_to(elsewhere)
    accounts = workshop.build("txt", application="linked", is_confined=True)
    assert [str(fault) for account in accounts for fault in account.faults] == []


def test_a_bubble_that_bursts_takes_with_it_what_was_in_it_and_no_more(workshop, bubbles, monkeypatch):
    """The first bubble is killed as soon as it holds; what is left is done in another."""
    assert bubbles
    for name in ("bob", "carl"):
        workshop.write(f"content/{name}.yaml", f"basics:\n  name: {name}\n")
    blown, hears = [], bubble._hears  # noqa: SLF001  # the moment at which it holds

    def burst(zygote, patience: float) -> bool:
        if zygote.pid not in blown:
            blown.append(zygote.pid)
            return hears(zygote, patience)
        if zygote.pid == blown[0]:
            os.kill(zygote.pid, 9)
            time.sleep(0.1)
        return hears(zygote, patience)

    monkeypatch.setattr(bubble, "_hears", burst)
    accounts = workshop.build("txt", is_confined=True)
    failed = [account for account in accounts if account.has_failed]
    assert len(blown) == 2
    assert [str(fault).splitlines()[0] for account in failed for fault in account.faults] == [
        "content/ada.yaml:2:9: error: making the txt burst the bubble that it was in"
    ]


def test_limits_hold_in_a_bubble(workshop, bubbles, monkeypatch):
    assert bubbles
    monkeypatch.setattr(Limits.__init__, "__defaults__", (1 << 20, 60, 120.0, 64 << 20))
    [account] = workshop.build("pdf", is_confined=True)
    [fault] = map(str, account.faults)
    assert fault.startswith("content/ada.yaml:2:9: error: making the pdf ")
