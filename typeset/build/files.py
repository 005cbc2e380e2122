"""Bytes onto the disk, whole or not at all. The only room that writes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from typeset.build.lock import try_lock

_PREFIX, _SUFFIX = ".typeset-", ".part"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader, or a machine that loses power, sees the old one or the new one.

    What a process that was killed has left half-written in the same folder is removed. Raises `OSError` with the file's
    own name; the old file then stands, and nothing else is left behind.
    """
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files as `write_whole` does, and none of them before there is room for all; raises `OSError`."""
    written: dict[Path, Path] = {}
    try:
        for folder in {path.parent: None for path in files}:
            folder.mkdir(parents=True, exist_ok=True)
            _sweep(folder)
        for path, data in files.items():
            written[path] = path.with_name(f"{_PREFIX}{os.urandom(6).hex()}-{path.name[:100]}{_SUFFIX}")
            _write(written[path], data)
        for path, temporary in written.items():
            temporary.replace(path)
        for folder in {path.parent: None for path in files}:
            _settle(folder)
    except OSError as error:
        name = next(reversed(written), next(iter(files)))
        raise OSError(error.errno, error.strerror or str(error), str(name)) from None
    finally:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        try_lock(file.fileno())
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Have a folder's names reach the disk, where the system can be asked for that."""
    with suppress(OSError):  # a folder cannot be opened on Windows, nor be settled on every file system
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sweep(folder: Path) -> None:
    """Remove what was half-written by who is no more: a file that is being written is locked."""
    with os.scandir(folder) as entries:
        left = [entry.path for entry in entries if entry.name.startswith(_PREFIX) and entry.name.endswith(_SUFFIX)]
    for path in left:
        with suppress(OSError), Path(path).open("rb") as file:
            if try_lock(file.fileno()):
                Path(path).unlink()
