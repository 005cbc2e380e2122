"""LaTeX source in; its characters and links out. Its words are read from the PDF that is made of it."""

from __future__ import annotations

import re

from typeset.proof.finished import Finished

_LINK = re.compile(
    r"\\(?:cvhref|href|renewcommand\\cvemail|renewcommand\\cvhomepage)\s*\{((?:[a-z]+:)(?:\\.|[^{}\\])*)\}"
)
_ESCAPE = re.compile(r"\\string(?=~)|\\(?=[#%&_$])")


def read(data: bytes, *companions: bytes) -> Finished:  # noqa: ARG001  # fonts and a photo have nothing to say
    """Return the source as one page, and the addresses that it links to."""
    source = data.decode("utf-8")
    return Finished(pages=(source,), links=tuple(_ESCAPE.sub("", match[1]) for match in _LINK.finditer(source)))
