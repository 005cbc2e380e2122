"""How faults and tables look on a terminal, and what a command makes of the faults it meets."""

from __future__ import annotations

import functools
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import ParamSpec, Self

import click

MOST_TOLD = 100
NARROW = 80
Parameters = ParamSpec("Parameters")


def stops_on_faults(command: Callable[Parameters, None]) -> Callable[Parameters, None]:
    """Return the command, printing faults and ending with 1 where it would raise them."""

    @functools.wraps(command)
    def run(*args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except KeyboardInterrupt as stop:
            raise SystemExit(status_of(stop)) from None
        except Exception as error:
            from typeset.source.diagnostics import Fault, Faults  # only now: an unchanged build never needs it

            if isinstance(error, Faults):
                tell(error.faults)
            elif isinstance(error, OSError) and error.filename:
                tell([Fault(f"{error.filename}: {error.strerror}")])
            else:
                raise
            raise SystemExit(1) from None

    return run


def status_of(stop: KeyboardInterrupt) -> int:
    """Return what a program ends with that was stopped: 128 and the number of the signal, as shells have it."""
    return 128 + next((number for number in stop.args if isinstance(number, int)), signal.SIGINT)


class Progress:
    """How much of some work is done: a line at the foot of a terminal, and nothing where no terminal is."""

    FEWEST = 3
    _ERASED = "\r\x1b[K"

    def __init__(self) -> None:
        self.total = 0
        self.done = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.hide()

    def expect(self, total: int) -> None:
        """Show the line, if there are steps enough to wait for."""
        if total >= self.FEWEST and sys.stderr.isatty():
            self.total = total
            self.show()

    def step(self) -> None:
        """Count one step, and take the line away, so that something can be printed."""
        self.done += 1
        self.hide()

    def hide(self) -> None:
        """Take the line away."""
        if self.total:
            click.echo(self._ERASED, err=True, nl=False)

    def show(self) -> None:
        """Put the line back, until all is done."""
        if self.done < self.total:
            click.echo(f"{self.done} of {self.total} …", err=True, nl=False)


def tell(messages: Iterable[object]) -> None:
    """Print faults or findings on standard error, the first hundred of them."""
    waiting = list(messages)
    for message in waiting[:MOST_TOLD]:
        click.echo(str(message), err=True)
    if len(waiting) > MOST_TOLD:
        click.echo(f"and {len(waiting) - MOST_TOLD:,} more", err=True)


def tell_notes(notes: Iterable[str]) -> None:
    """Print what there is to say of the row above: further in, and no wider than a terminal."""
    for note in notes:
        click.echo(click.wrap_text(note, NARROW, initial_indent="  ", subsequent_indent="    "))


def row(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Return cells padded to widths (negative: flush right), two spaces between, none at the end.

    Names come from files, and files may be called anything.
    """
    if not all(map(str.isprintable, cells)):
        from typeset.source.diagnostics import visible

        cells = [visible(cell) for cell in cells]
    padded = (cell.rjust(-width) if width < 0 else cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows with aligned columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(row(cells, widths) for cells in rows)


def shortened(text: str, width: int) -> str:
    """Return a text on one line, cut to `width` characters."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def counted(number: int, noun: str) -> str:
    """Return "1 page", "2 pages"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
