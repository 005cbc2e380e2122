"""A content file in, résumé out. A format is a module with `read`, and a row of the table."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path, PurePosixPath

from typeset.resume.links import is_far
from typeset.resume.model import Resume
from typeset.source import Fault, Severity, place_of, raise_errors
from typeset.source.characters import read_bytes

READERS = {
    ".yaml": "typeset.readers.yaml",
    ".yml": "typeset.readers.yaml",
    ".json": "typeset.readers.json",
}
"""The module that reads files of each ending."""


def read(file: Path, name: str) -> tuple[Resume, list[Fault]]:
    """Return the résumé of a content file, shown as `name` in messages, and warnings.

    Raises `Faults` with all that is wrong with it when anything is.
    """
    resume, faults = import_module(READERS[file.suffix]).read(read_bytes(file, name), name)
    faults += _photo_faults(resume, file.parent)
    raise_errors(faults)
    return resume, faults


def _photo_faults(resume: Resume, folder: Path) -> list[Fault]:
    image = resume.basics.image
    if image and is_far(image):
        hint = "save the picture beside the content file and name it; nothing is ever fetched"
        return [Fault("`image`: a photo elsewhere is not shown", place_of(image), hint, Severity.WARNING)]
    return picture_faults(image, folder)


def picture_faults(image: str | None, folder: Path) -> list[Fault]:
    """Return what is wrong with the name of a picture, which must be a regular file of `folder` or below it."""
    if not image:
        return []
    place = place_of(image)
    path = PurePosixPath(image)
    if path.is_absolute() or ".." in path.parts or ":" in image or "\\" in image:
        hint = "name a file beside the content file"
        return [Fault(f"`image`: `{image}` is not a file of the content folder", place, hint)]
    if not _is_file_below(folder, folder / path):
        return [Fault(f"`image`: there is no file `{image}` beside the content file", place)]
    return []


def _is_file_below(folder: Path, file: Path) -> bool:
    try:
        return file.resolve().is_relative_to(folder.resolve()) and file.is_file()
    except (OSError, ValueError, RuntimeError):  # a name too long or with a NUL in it, links in a circle
        return False
