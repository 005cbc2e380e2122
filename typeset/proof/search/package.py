"""A ZIP of files in, such as Word's or OpenDocument's; the files in it, their names, and what would act in it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.proof.reading.package import files
from typeset.proof.search.found import Act, Enclosed, Found, Layer

_ACTING = {
    r"(?i)(?:^|/)vbaProject[^/]*$|^(?:Basic|Scripts)/.|(?:^|/)macros?/": "a macro",
    r"(?i)(?:^|/)(?:embeddings|activeX)/.|\.(?:ole|bin)$|^Object \d+|^ObjectReplacements/.": "an embedded object",
}
"""How files are called that hold programs, and what these are."""


def package(data: bytes, where: str) -> Iterator[Found]:
    """Yield the files of a package; raises `Untrusted` when they are too many or too large."""
    for name, part in files(data).items():
        yield Layer(f"the name of a file in {where}", name)
        yield from (Act(what, name) for pattern, what in _ACTING.items() if re.search(pattern, name))
        yield Enclosed(name, part)
