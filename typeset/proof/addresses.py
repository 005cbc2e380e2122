"""An address, and the words that lead to it, in; what is wrong with them out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote, urlsplit, urlunsplit

from typeset.resume.links import problem
from typeset.source import Severity


class Flaw(NamedTuple):
    """What is wrong with an address, what to do, and how much it weighs."""

    message: str
    hint: str | None = None
    severity: Severity = Severity.ERROR


_TWICE = re.compile(r"(?i)(?:https?|mailto|tel):/{0,2}(?:https?:/|mailto:|tel:)")
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_FORBIDDEN = re.compile(r"[\s<>\"\\\x00-\x1f\x7f]")
_LOCAL = re.compile(
    r"(?i)localhost|.*\.(?:localhost|local|internal|lan|home|test|invalid)|127\..*|10\.\d+\.\d+\.\d+"
    r"|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\..*"
)
"""Hosts that a reader's machine does not find, or finds something else for (RFC 6761, RFC 1918, RFC 6762)."""
_NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_LEFT_OVER = re.compile(
    r"(?i)(?<![\w-])(?:your[-_.]?(?:name|username|user|handle|site|website|domain|profile|email|company|id)"
    r"|(?:user|first|last)[-_.]?name|firstname[-_.]?lastname|todo|tbd|x{4,}|lorem|changeme)(?![\w-])"
    r"|[{}]|^https?://(?:www\.)?(?:example\.(?:com|net)|domain\.com|website\.com|mysite\.com)(?:[/?#]|$)"
    r"|^mailto:(?:you|name|me|email|user|username|someone|name\.surname)@(?:example|domain|mail|email)\.(?:com|net|org)"
)
"""What templates hold for the one who fills them in."""
_AFTERWARDS = re.compile(r"[,;.]$|^[^(]*\)$")

_SAID_ADDRESS = re.compile(r"(?i)(https?://|www\.)?((?:[\w-]+\.)+[a-z]{2,})(?::\d+)?([/?#]\S*)?")
_SAID_MAIL = re.compile(r"[^\s@<>()]+@(?:[\w-]+\.)+[A-Za-z]{2,}")
_FEWEST_FIGURES, _MOST_FIGURES = 3, 15
"""Of a telephone number: those of an emergency, and those of the longest (ITU E.164, 6.1)."""
_TELLING_FIGURES = 7
_ALIKE = {"dx.doi.org": "doi.org", "twitter.com": "x.com"}


def flaws(address: str) -> Iterator[Flaw]:
    """Yield what is wrong with an address that a file leads to; nothing for one that somebody can follow."""
    if _TWICE.match(address):
        yield Flaw(f"`{address}` begins twice", "write the scheme once")
        return
    if _FORBIDDEN.search(address):
        yield Flaw(f"`{address}` holds a character that no address has", "leave it out, or write it as `%20` and so on")
        return
    scheme = address.partition(":")[0].lower()
    found = list(_BY_SCHEME[scheme](address)) if scheme in _BY_SCHEME else []
    yield from found
    if not found and (known := problem(address)):
        yield Flaw(*known)
    if not found and _LEFT_OVER.search(unquote(address)):
        hint = "put your own address there, or take it out"
        yield Flaw(f"`{address}` looks like what a template has for you to fill in", hint, Severity.ADVICE)


def _web(address: str) -> Iterator[Flaw]:
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        yield Flaw(f"`{address}` is no address: its host cannot be read")
        return
    if "@" in parts.netloc:
        hint = "leave out what stands before the `@`"
        yield Flaw(f"`{address}` names a user, and leads to `{host}`", hint)
    elif _NUMBERED.fullmatch(host) or _LOCAL.fullmatch(host):
        if _LOCAL.fullmatch(host):
            yield Flaw(f"`{address}` leads to a machine that others do not reach", None, Severity.WARNING)
    elif ":" in host:
        return
    elif not _is_host(host):
        yield Flaw(f"`{address}` is no address: no host is called `{host}`")
    elif _AFTERWARDS.search(address):
        hint = "what follows an address in a sentence is easily taken along"
        yield Flaw(f"`{address}` ends in `{address[-1]}`", hint, Severity.WARNING)


def _is_host(host: str) -> bool:
    """Whether a host can have that name (RFC 1123, 2.1; in any script), and is not of one word only."""
    labels = host.removesuffix(".").split(".")
    return len(host) <= 253 and len(labels) > 1 and all(map(_LABEL.fullmatch, labels)) and not labels[-1].isdigit()


def _mail(address: str) -> Iterator[Flaw]:
    for recipient in unquote(address[len("mailto:") :].partition("?")[0]).split(","):
        name, at, host = recipient.strip().rpartition("@")
        if not (at and name and _is_host(host)) or "@" in name.strip('"'):
            yield Flaw(f"`{address}` is no address of mail", "it is `mailto:`, a name, `@` and a host")


def _telephone(address: str) -> Iterator[Flaw]:
    figures = len(re.sub(r"\D", "", address.partition(";")[0]))
    if not _FEWEST_FIGURES <= figures <= _MOST_FIGURES:
        yield Flaw(f"`{address}` is no telephone number: it has {figures} figures")


_BY_SCHEME = {"http": _web, "https": _web, "mailto": _mail, "tel": _telephone}


def disagreement(said: str, address: str) -> Flaw | None:
    """Return how words that look like an address lead to another one; None where they do not."""
    said, scheme = said.strip(), address.partition(":")[0].lower()
    if _SAID_MAIL.fullmatch(said):
        target = unquote(address.removeprefix("mailto:").partition("?")[0])
        return None if target.casefold() == said.casefold() else _lie(said, address)
    figures = re.sub(r"\D", "", said)
    if scheme == "tel" and len(figures) >= _TELLING_FIGURES:
        target = re.sub(r"\D", "", address)
        return None if target[-_TELLING_FIGURES:] == figures[-_TELLING_FIGURES:] else _lie(said, address)
    written = _SAID_ADDRESS.fullmatch(said)
    if not written or not (written[1] or written[3]):
        return None
    return _elsewhere(said, written[2], written[3] or "", address)


def _elsewhere(said: str, host: str, path: str, address: str) -> Flaw | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if not parts.hostname or _host(parts.hostname) != _host(host):
        return _lie(said, address)
    start = unquote(path.removesuffix("…").removesuffix("...")).rstrip("/")
    if not unquote(urlunsplit(("", "", *parts[2:]))).casefold().startswith(start.casefold()):
        return Flaw(f"“{said}” leads to `{address}`", "let both say the same", Severity.WARNING)
    return None


def _host(name: str) -> str:
    name = name.lower().removeprefix("www.")
    return _ALIKE.get(name, name)


def _lie(said: str, address: str) -> Flaw:
    return Flaw(f"“{said}” says one address and leads to another, `{address}`", "let both say the same")
