"""The rule `leaks`: a file tells nothing of the machine that it was made on, nor of how its pictures were taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from typeset.document.shapes import Text
from typeset.proof.claim import Claim
from typeset.proof.expected import texts
from typeset.proof.findings import Finding
from typeset.proof.finished import Finished
from typeset.proof.paths import paths
from typeset.proof.search.found import Layer
from typeset.resume.source_text import source_of
from typeset.source import Fault, Place, Severity, Source

MOST_FINDINGS = 5
_CALLED_SO = (
    "root user users admin administrator guest nobody owner default home work test tester build builder runner "
    "ubuntu debian fedora centos alpine vagrant docker codespace vscode jenkins travis circleci gitlab github "
    "actions localhost macbook desktop laptop server"
)
_COMMON = frozenset(_CALLED_SO.split())
"""Logins and machines that are called so everywhere."""
_SHORTEST = 3


def leaks(finished: Finished, claim: Claim) -> Iterator[Finding]:
    """No path, login or machine's name is in any corner of the file, and no picture tells how it was taken.

    Everything is opened and searched: strings, streams, metadata, attachments, fonts, profiles of colours, pictures,
    the parts of a Word or OpenDocument file. A path such as `/home/ada/jobs/…` tells a reader your login and how your
    folders are called; a photo's Exif data may tell where you live, with the camera's number and the time. It usually
    comes from a relative link, a picture or a template of a theme that was not made by `typeset`, or a comment in the
    content file, which a PDF carries inside: take it out there, or say `attach: none`. What the page itself says, such
    as `/etc/hosts` in an administrator's CV, is no leak.
    """
    known = "\n".join(said for text in texts(claim.document) for said in _said(text))
    corners = (*finished.inside.layers, *(Layer("the file's name", name) for name in claim.names))
    found: dict[str, str] = {}
    for layer in corners:
        for said in (*paths(layer.text, claim.machine.folders), *_names(layer, claim, known)):
            if said not in known:
                found.setdefault(said, layer.where)
    if found:
        yield from _told(found, _own(claim))
    for trace in dict.fromkeys(finished.inside.traces):
        hint = "a theme or a file joined to this one brings it: take out what the picture tells, or the picture"
        yield Finding("leaks", Fault(f"{trace.where} carries {trace.what}", hint=hint))


def _said(text: Text) -> Iterator[str]:
    """Yield what a text says, and where it leads."""
    yield text.plain
    yield from (run.link for run in text.runs if run.link)


def _own(claim: Claim) -> Source:
    """Return the content that the file was made of, where it carries any."""
    if not claim.attached:
        return Source("", "")
    name, data = source_of(claim.attached)
    place = claim.attached.place
    return Source(place.source.name if place else name, data.decode("utf-8", errors="replace"))


def _names(layer: Layer, claim: Claim, known: str) -> Iterator[str]:
    """Yield the login and the machine's name where a text says them as words that are not the document's."""
    if layer.source or layer.maker:
        return
    for name in (claim.machine.login, claim.machine.host):
        if len(name) >= _SHORTEST and name.casefold() not in _COMMON and name in layer.text:
            word = re.compile(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", re.IGNORECASE)
            if word.search(layer.text) and not word.search(known):
                yield name


def _told(found: Mapping[str, str], own: Source) -> Iterator[Finding]:
    """Yield a finding for each thing that is said; in one's own words a path is a warning, and a name nothing."""
    for said, where in [*found.items()][:MOST_FINDINGS]:
        stands = next(((number, line.find(said)) for number, line in enumerate(own.lines, 1) if said in line), None)
        if not stands:
            message = f"`{said}` is in {where}: it tells of the machine that the file was made on"
            yield Finding("leaks", Fault(message))
        elif _is_path(said):
            place = Place(own, stands[0], stands[1] + 1, len(said))
            hint = "take it out, or let the application say `attach: none`"
            message = f"the file carries `{said}` with its content"
            yield Finding("leaks", Fault(message, place, hint, Severity.WARNING))


def _is_path(said: str) -> bool:
    return any(sign in said for sign in "/\\:")
