"""The machine that a file was made on: what of it must not be in the file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Machine:
    """Who is logged in, what the machine is called, and the folders that are its own; nothing where it is not known."""

    login: str = ""
    host: str = ""
    folders: tuple[str, ...] = ()


UNKNOWN = Machine()
"""Where nobody says."""
