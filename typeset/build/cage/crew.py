"""Families of calls in; what became of each, as it becomes known, out. Those of one family are for one worker."""

from __future__ import annotations

import os
import select
import signal
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from typeset.build.cage.frames import Nonsense
from typeset.build.cage.hands import Hand, Hire
from typeset.build.cage.limits import Limits


@dataclass(frozen=True, slots=True)
class Died:
    """A call that was never answered, and why: what its process did, in words that follow its name."""

    why: str


Told = tuple[int, int, bytes | Died]
"""The number of a family, the place of a call in it, and its answer."""


@dataclass(slots=True)
class _Task:
    """A worker, the call that it is at, and until when by the clock."""

    hand: Hand
    family: int
    place: int
    until: float


def told(
    families: Sequence[Sequence[bytes]], hire: Hire, hands: int, limits: Limits, *, is_fresh: bool = False
) -> Generator[Told, None, None]:
    """Yield what became of every call, by so many hands at once; `is_fresh` for a new one to every family.

    Whoever dies at a call, or is not done with it in time, is replaced, and the next call goes on.
    """
    crew = _Crew(families, hire, limits, is_fresh)
    try:
        while crew.waiting or crew.tasks:
            while crew.waiting and len(crew.tasks) < hands:
                crew.begin(crew.waiting.popleft(), 0)
            yield from crew.listen()
    finally:
        for hand in crew.hands:
            hand.end()


class _Crew:
    """Who there is, and what they are at."""

    def __init__(self, families: Sequence[Sequence[bytes]], hire: Hire, limits: Limits, is_fresh: bool) -> None:
        self.families = families
        self.hire = hire
        self.limits = limits
        self.is_fresh = is_fresh
        self.waiting = deque(range(len(families)))
        self.tasks: dict[int, _Task] = {}
        self.idle: list[Hand] = []

    @property
    def hands(self) -> list[Hand]:
        return [*self.idle, *(task.hand for task in self.tasks.values())]

    def begin(self, family: int, place: int, hand: Hand | None = None) -> None:
        """Give a call to a worker: to that of its family, or to one that has nothing to do, or to a new one."""
        hand = hand or (self.idle.pop() if self.idle else self.hire(self.hands))
        until = time.monotonic() + self.limits.clock
        self.tasks[hand.inbox.descriptor] = _Task(hand, family, place, until)
        hand.ask(self.families[family][place])

    def listen(self) -> Iterator[Told]:
        """Wait for the next answers, and yield them."""
        poll = select.poll()
        for descriptor in self.tasks:
            poll.register(descriptor, select.POLLIN)
        left = min(task.until for task in self.tasks.values()) - time.monotonic()
        heard = {descriptor for descriptor, _ in poll.poll(max(0, left) * 1000 + 1)}
        for descriptor, task in list(self.tasks.items()):
            if descriptor in heard:
                yield from self.hear(task)
            elif time.monotonic() > task.until:
                yield self.lost(task, f"took longer than {self.limits.clock:.0f} s")

    def hear(self, task: _Task) -> Iterator[Told]:
        """Take what has arrived from a worker."""
        inbox = task.hand.inbox
        try:
            inbox.fill()
        except Nonsense:
            yield self.lost(task, "answered more than anybody asked for")
        else:
            if inbox.has_message:
                data, leaves = inbox.take()
                yield task.family, task.place, data
                self.go_on(task, leaves=leaves)
            elif inbox.is_closed:
                yield self.lost(task)

    def lost(self, task: _Task, why: str | None = None) -> Told:
        """End a worker that has not answered, and go on with another."""
        found = self.tasks.pop(task.hand.inbox.descriptor)
        status = found.hand.end()
        self.next(task, None)
        return task.family, task.place, Died(why or _cause(status, self.limits))

    def go_on(self, task: _Task, *, leaves: bool) -> None:
        """Give the next call of a family to its worker, if that is fit for it."""
        hand: Hand | None = self.tasks.pop(task.hand.inbox.descriptor).hand
        is_last = task.place + 1 == len(self.families[task.family])
        if hand and (leaves or (is_last and self.is_fresh)):
            hand.end()
            hand = None
        self.next(task, hand)

    def next(self, task: _Task, hand: Hand | None) -> None:
        if task.place + 1 < len(self.families[task.family]):
            self.begin(task.family, task.place + 1, hand)
        elif hand:
            self.idle.append(hand)


def _cause(status: int, limits: Limits) -> str:
    """Return what a process did that has ended, by its status, in words that follow a name."""
    if not os.WIFSIGNALED(status):
        return f"ended with status {os.waitstatus_to_exitcode(status)}"
    number = os.WTERMSIG(status)
    if number == signal.SIGXCPU:
        return f"computed for more than {limits.computing} s"
    return f"was killed by signal {number} ({signal.strsignal(number)})"
