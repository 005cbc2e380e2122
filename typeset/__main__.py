"""The command line's way in."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run one command and leave.

    Nothing lives long enough for the cyclic garbage collector to earn its time, nor for a tidy end of the
    interpreter: what must be on the disk is, and what was printed is flushed.
    """
    gc.disable()
    from typeset.cli import typeset

    try:
        typeset(prog_name="typeset")
        status = 0
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        status = status or 1
    os._exit(status)


if __name__ == "__main__":
    main()
