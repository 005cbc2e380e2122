"""A dictionary of Hunspell in; whether it has a word out. The only module that knows the library."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hunspell import Hunspell


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A pair of files, `<name>.aff` and `<name>.dic`, in a folder; they are read when it is first asked for a word."""

    folder: str
    name: str

    def knows(self, word: str) -> bool:
        """Whether a word is right, in the capitals that it has. What the dictionary has no letters for is no word."""
        try:
            return bool(_opened(self).spell(word.replace("’", "'")))
        except UnicodeEncodeError:
            return False


def own(name: str) -> Dictionary | None:
    """Return the dictionary of that name that comes with the library, which brings American English."""
    from importlib.util import find_spec

    found = find_spec("hunspell")
    folder = Path(str(found.origin)).parent / "dictionaries" if found else Path()
    return Dictionary(str(folder), name) if (folder / f"{name}.dic").is_file() else None


@cache
def _opened(dictionary: Dictionary) -> Hunspell:
    from hunspell import Hunspell

    encoding = sys.getfilesystemencoding()
    return Hunspell(dictionary.name, hunspell_data_dir=dictionary.folder, system_encoding=encoding)
