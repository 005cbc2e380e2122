"""A vCard in; who a person is and how to reach them out."""

from __future__ import annotations

import re

from typeset.readers.draft.descriptions import markdown_of_lines
from typeset.readers.draft.draft import Draft
from typeset.readers.draft.nodes import listed, literal, mapped, string
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.draft.publications import full_name
from typeset.readers.draft.sample import Sample
from typeset.readers.vcard.properties import Property, properties
from typeset.source import Fault, Faults, Node, Place

TITLE = "vCard"

_Entries = list[tuple[str, Node | None]]

_BEGIN = re.compile(r"\s*BEGIN:VCARD\s*$", re.IGNORECASE | re.MULTILINE)
_BOOKKEEPING = frozenset(
    ["VERSION", "PRODID", "REV", "UID", "KIND", "SOURCE", "CLASS", "SORT-STRING", "X-ABUID", "XML"]
)
_PICTURES = frozenset(["PHOTO", "LOGO", "SOUND", "KEY"])
_NETWORKS = {"github": "GitHub", "linkedin": "LinkedIn", "orcid": "ORCID", "youtube": "YouTube", "gitlab": "GitLab"}
_IN_ADDRESS = re.compile(r"https?://(?:www\.)?([\w-]+)\.[a-z.]+/(?:in/|@|user/)?([^/?#\s]+)/?", re.IGNORECASE)


def recognizes(sample: Sample) -> bool:
    """Whether it begins as a card does."""
    return not sample.is_binary and bool(_BEGIN.match(sample.text.text))


def read(sample: Sample) -> Draft:
    """Return a draft of the first card's person.

    Raises `Faults` for a card without a line that can be read.
    """
    notes: list[Note] = []
    found = _first_card(list(properties(sample.text, notes)), notes)
    if not found:
        raise Faults([Fault("the card says nothing", Place(sample.text, 1, 1))])
    card = _Card(found, notes)
    basics = mapped(card.basics(), found[0].place)
    return Draft(mapped([("basics", basics)], found[0].place), tuple(card.notes))


def _first_card(properties: list[Property], notes: list[Note]) -> list[Property]:
    """Return the lines of the first card; others are other people's."""
    ends = [at for at, line in enumerate(properties) if line.name == "END"]
    first = properties[: ends[0]] if ends else properties
    others = [line for line in properties[len(first) :] if line.name == "BEGIN"]
    if others:
        message = f"another person's card, of {len(others)}" if len(others) > 1 else "another person's card"
        notes.append(Note(Fate.DROPPED, message, others[0].place))
    return [line for line in first if line.name not in ("BEGIN", "END") and line.text]


class _Card:
    """The properties of one card; each is taken once, and the rest is kept."""

    def __init__(self, properties: list[Property], notes: list[Note]) -> None:
        self.place = properties[0].place
        self.left = properties
        self.notes = notes

    def all(self, *names: str) -> list[Property]:
        """Take every property of some names, preferred ones first."""
        found = [line for line in self.left if line.name in names]
        self.left = [line for line in self.left if line.name not in names]
        return sorted(found, key=lambda line: "pref" not in line.types)

    def basics(self) -> _Entries:
        """Return the entries of `basics`."""
        self.leave("what an address book notes for itself", _BOOKKEEPING)
        self.leave("pictures, sounds and keys are not taken from a card", _PICTURES)
        emails, phones = self.all("EMAIL"), self.all("TEL")
        urls, notes = self.all("URL"), self.all("NOTE")
        entries: _Entries = [
            ("name", self.name()),
            ("label", self.label()),
            ("email", _one(emails[:1])),
            ("phone", _one(phones[:1])),
            ("url", _one(urls[:1])),
            ("location", self.location()),
            ("summary", string(markdown_of_lines(notes[0].text, notes[0].place), notes[0].place) if notes else None),
            ("profiles", listed([*map(_site, urls[1:]), *self.profiles()], self.place)),
            ("emails", listed(map(_one, ([line] for line in emails[1:])), self.place)),
            ("phones", listed(map(_one, ([line] for line in phones[1:])), self.place)),
            ("notes", listed((literal(line.text, line.place) for line in notes[1:]), self.place)),
        ]
        return [*entries, *self.others()]

    def leave(self, reason: str, names: frozenset[str]) -> None:
        """Take what is not kept, and say so once."""
        if found := self.all(*names):
            kinds = ", ".join(f"`{name}`" for name in dict.fromkeys(line.name for line in found))
            self.notes.append(Note(Fate.DROPPED, f"{kinds}: {reason}", found[0].place))

    def name(self) -> Node | None:
        whole, parts = self.all("FN"), self.all("N")
        if whole:
            said = set(re.findall(r"\w+", whole[0].text.lower()))
            if parts and not set(re.findall(r"\w+", " ".join(parts[0].parts).lower())) <= said:
                self.left += parts
            return literal(whole[0].text, whole[0].place)
        if not parts:
            return None
        family, given, additional, prefix, suffix, *_ = [*parts[0].parts, "", "", "", "", ""]
        said_so = full_name(" ".join(filter(None, (prefix, given, additional))), family, suffix=suffix)
        return literal(said_so, parts[0].place)

    def label(self) -> Node | None:
        roles, where = self.all("TITLE", "ROLE"), self.all("ORG")
        at = ", ".join(part for part in where[0].parts if part) if where else ""
        said = ", ".join(filter(None, (roles[0].text if roles else "", at)))
        self.left += [*roles[1:], *where[1:]]
        if not said:
            return None
        place = (roles + where)[0].place
        if where:
            self.notes.append(
                Note(Fate.GUESSED, "`label` is made of the organisation and the title there", where[0].place)
            )
        return literal(said, place)

    def location(self) -> Node | None:
        found = self.all("ADR")
        self.left += found[1:]
        if not found:
            return None
        box, more, street, city, region, code, country, *_ = [*found[0].parts, *[""] * 7]
        street = ", ".join(filter(None, (street, more, box)))
        named = {"address": street, "postalCode": code, "city": city, "region": region, "countryCode": country}
        place = found[0].place
        return mapped([(key, literal(" ".join(value.split()), place)) for key, value in named.items() if value], place)

    def profiles(self) -> list[Node]:
        """Return accounts at networks and messengers."""
        return [
            _account(line)
            for line in self.all("X-SOCIALPROFILE", "SOCIALPROFILE", "IMPP", "X-SKYPE", "X-JABBER", "X-TWITTER")
        ]

    def others(self) -> _Entries:
        """Return what is left by its names, for `x`."""
        names = dict.fromkeys(line.name.lower() for line in self.left)
        return [(name, self._other(name)) for name in names]

    def _other(self, name: str) -> Node | None:
        found = [string(line.text, line.place) for line in self.left if line.name.lower() == name]
        return found[0] if len(found) == 1 else listed(found, found[0].place)


def _one(lines: list[Property]) -> Node | None:
    if not lines:
        return None
    said = re.sub(r"^(?:mailto|tel):", "", lines[0].text, flags=re.IGNORECASE)
    return string(said, lines[0].place)


def _site(line: Property) -> Node:
    return mapped([("url", string(line.text, line.place))], line.place)


def _account(line: Property) -> Node:
    """Return an account: an address, `skype:ada` as a URI, or a bare name."""
    named = next((kind for kind in line.types if kind not in ("pref", "home", "work", "other")), "")
    address = _IN_ADDRESS.fullmatch(line.text)
    scheme, _, rest = line.text.partition(":")
    network = named or (
        address[1] if address else line.name.removeprefix("X-") if line.name.startswith("X-") else scheme
    )
    url = line.text if address or line.text.startswith("http") else ""
    username = address[2] if address else "" if url else rest or scheme
    entries = [("network", _NETWORKS.get(network.lower(), network.capitalize())), ("username", username), ("url", url)]
    return mapped([(key, string(value, line.place)) for key, value in entries if value], line.place)
