"""What watches attacks sees each thing that it watches for."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hostile import cage
from hostile import ground as ground_
from hostile.attack import CANARY, Attack, Link, content, themed
from hostile.ground import Ground
from typeset.source import Fault, Faults

ANY = Attack("YAML", "anything")


def reads(ground: Ground) -> None:
    (ground.outside / "secret.txt").read_bytes()


def reads_through_a_link(ground: Ground) -> None:
    link = Path(tempfile.gettempdir(), "linked")
    link.symlink_to(ground.outside / "secret.txt")
    link.read_bytes()


def lists(ground: Ground) -> None:
    os.listdir(ground.outside)  # noqa: PTH208  # it is what is watched for


def writes(ground: Ground) -> None:
    (ground.folder / "written").write_text("x")


def writes_unwatched(ground: Ground) -> None:
    sys.addaudithook(lambda *_: None)
    subprocess.run(["touch", str(ground.outside / "secret.txt")], check=True)
    (ground.outside / "secret.txt").write_text("changed")


def removes(ground: Ground) -> None:
    (ground.folder / "gone").unlink(missing_ok=True)


def connects(ground: Ground) -> None:
    socket.create_connection(ground.listener.getsockname())


def looks_up(_: Ground) -> None:
    socket.getaddrinfo("localhost", 80)


def starts(_: Ground) -> None:
    subprocess.run(["true"], check=True)


def says(_: Ground) -> None:
    raise Faults([Fault(f"it says {CANARY}")])


def fails(_: Ground) -> None:
    raise ZeroDivisionError


def leaves(_: Ground) -> None:
    raise SystemExit(3)


def says_nothing(_: Ground) -> None:
    raise Faults([])


def dies(_: Ground) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def computes(_: Ground) -> None:
    while True:
        pass


def waits(_: Ground) -> None:
    time.sleep(60)


@pytest.mark.parametrize(
    ("what", "seen"),
    [
        *((reads, "reads: open"), (reads_through_a_link, "reads: open"), (lists, "reads: os.listdir")),
        *((writes, "writes: open"), (removes, "writes: os.remove")),
        *((connects, "somebody called"), (looks_up, "socket.getaddrinfo"), (starts, "programs: subprocess.Popen true")),
        *((says, "leaks: what it says"), (fails, "ZeroDivisionError"), (leaves, "SystemExit")),
        *((says_nothing, "say nothing"), (dies, "stopped"), (computes, "stopped"), (waits, "stopped")),
    ],
)  # fmt: skip
def test_it_sees(ground: Ground, monkeypatch, what: Callable[[Ground], None], seen: str):
    monkeypatch.setattr(ground_, "act", lambda *_: what(ground) or {})
    monkeypatch.setattr(cage, "PROCESSOR", 1)
    monkeypatch.setattr(cage, "LIMIT", 5.0)
    outcome = ground.run(ANY)
    assert seen in "\n".join(outcome.faults(ANY))
    assert outcome.seconds < 7


@pytest.mark.parametrize("name", ["pdf", "txt"])
def test_it_sees_what_is_in_a_file(ground: Ground, name: str):
    said = content("YAML", "the canary itself", f"basics: {{name: {CANARY}}}".encode(), formats=(name,), theme="ats")
    assert "leaks" in "\n".join(ground.run(said).faults(said))


def test_a_file_outside_that_is_changed_is_seen(ground: Ground, monkeypatch):
    monkeypatch.setattr(ground_, "act", lambda *_: writes_unwatched(ground) or {})
    before = ground.outside.joinpath("secret.txt").read_text()
    outcome = ground.run(ANY)
    ground.outside.joinpath("secret.txt").write_text(before)
    assert "a file outside is changed" in outcome.writes


# What the guards hold off: without each of them, something is seen


def without_a_fetcher(monkeypatch) -> Attack:
    from typeset.writers.paper import fetching

    def open_fetcher(_: object) -> object:
        from weasyprint.urls import URLFetcher

        return URLFetcher()

    monkeypatch.setattr(fetching, "fetcher", open_fetcher)
    return themed("CSS", "a background", {"mine.css": b"body { background: url('file://@OUTSIDE@/secret.png') }"})


def without_looking_for_links(monkeypatch) -> Attack:
    from typeset.theme import theme

    monkeypatch.setattr(theme, "inside", lambda folder, name: folder / name if (folder / name).exists() else None)
    return themed("Paths", "a template", {"html/masthead.html": Link("@OUTSIDE@/secret.html")})


def without_hidden_attributes(monkeypatch) -> Attack:
    from typeset.writers.page.sandbox import Sandbox

    monkeypatch.setattr(Sandbox, "is_safe_attribute", lambda *_: True)
    private = f"basics: {{name: Ada}}  # {CANARY}\n".encode()
    shown = {"html/masthead.html": b"<h1>Ada</h1>{{ document.masthead.name.place.source.text }}"}
    attack = themed("Templates", "the whole source", shown)
    return Attack("Templates", attack.name, {**attack.files, "content/cv.yaml": private}, theme=attack.theme)


@pytest.mark.parametrize("remove", [without_a_fetcher, without_looking_for_links, without_hidden_attributes])
def test_a_guard_that_is_gone_is_missed(ground: Ground, monkeypatch, remove: Callable[[object], Attack]):
    attack = remove(monkeypatch)
    assert ground.run(attack).faults(attack)
