"""The command line's way in."""

from __future__ import annotations

import gc
import os
import signal
import sys
from types import FrameType

STOPS = ("SIGTERM", "SIGHUP")
"""What ends a program as Ctrl-C does: it is asked to stop, or its terminal is gone."""


def main() -> None:
    """Run one command and leave.

    Nothing lives long enough for the cyclic garbage collector to earn its time, nor for a tidy end of the
    interpreter: what must be on the disk is, and what was printed is flushed.
    """
    gc.disable()
    try:
        status = _run()
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        status = 1
    except KeyboardInterrupt as stop:
        from typeset.cli.terminal import status_of

        status = status_of(stop)
    os._exit(status)


def _run() -> int:
    for name in STOPS:
        number = getattr(signal, name, None)  # Windows knows the first alone
        if number and signal.getsignal(number) is signal.SIG_DFL:  # `nohup` has the second ignored
            signal.signal(number, _stop)
    from typeset.cli import typeset

    try:
        typeset(prog_name="typeset")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    return 0


def _stop(number: int, _: FrameType | None) -> None:
    raise KeyboardInterrupt(number)


if __name__ == "__main__":
    main()
