"""The machine that files are made on, out: what of it must be in none of them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from typeset.proof.machine import Machine


def machine(paths: Iterable[Path]) -> Machine:
    """Return who is logged in, what the machine is called, and its folders, with those that `paths` are in."""
    login, host, home = _known()
    made_from = (str(folder) for path in paths if (folder := path.absolute().parent) != folder.parent)
    folders = (*([home] if home else []), str(Path(tempfile.gettempdir())), str(Path.cwd()), *made_from)
    return Machine(login, host, tuple(dict.fromkeys(folders)))


@cache
def _known() -> tuple[str, str, str]:
    """Ask the system's own tables, not the environment, which anybody may have set to anything."""
    try:
        import pwd
    except ImportError:  # Windows has no such table
        return "", "", ""
    try:
        account = pwd.getpwuid(os.getuid())
    except KeyError:  # a user without a name, as containers have
        return "", os.uname().nodename, ""
    return account.pw_name, os.uname().nodename, account.pw_dir
