"""The blocks of a CV's head in; how to reach the person, as keys of `basics`, and what is none of it, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from typeset.readers.draft.accounts import account, address_of, network
from typeset.readers.draft.nodes import listed, mapped, string
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.outline.pieces import Piece, piece_of
from typeset.readers.outline.shapes import Block, List, Paragraph, Quote, Table
from typeset.readers.outline.telling import MAIL, REMARK, SURE, TOWN, WORDS, Kind, Told, columns, split, told
from typeset.resume import links
from typeset.resume.markdown import inline
from typeset.resume.text import Text
from typeset.source import Mapping, Node, Scalar

LONGEST = 160
"""Characters of a line that can be contact data."""


@dataclass(slots=True)
class Contact:
    """What gathers: the entries of `basics` in their order, and pieces that are none of it."""

    entries: dict[str, Node] = field(default_factory=dict)
    profiles: list[Mapping] = field(default_factory=list)
    rest: list[Scalar] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    said: set[str] = field(default_factory=set)

    def gather(self, block: Block) -> bool:
        """Take a block of contact data; False for one in which nothing tells for sure how to reach anybody."""
        pieces = list(told(_pieces(block)))
        if not any(piece.kind in SURE for piece in pieces):
            return False
        for piece in pieces:
            self.take(piece)
        return True

    def basics(self) -> Iterator[tuple[str, Node]]:
        """Yield the keys of `basics` in the order of the file."""
        for key, value in self.entries.items():
            if key == "profiles":
                yield key, listed(self.profiles, value.place) or value
            else:
                yield key, _short(value)

    def name(self, name: Scalar) -> None:
        """Tell whose contact data it is, so that the name is not kept again."""
        self.said.add(piece_of(name).plain.casefold())

    def take(self, found: Told) -> None:
        """Keep one piece under its key, or among the rest."""
        words = found.piece.plain.strip("<>")
        address = found.piece.link or words
        if {words.casefold(), _shown(address)} & self.said:
            self.notes.append(Note(Fate.DROPPED, f"“{words}”, which is said already", found.piece.place))
            return
        _KEEP[found.kind](self, found)
        self.said |= {words.casefold(), _shown(address)}

    def other(self, found: Told) -> None:
        self.rest.append(_node(found))

    def email(self, found: Told) -> None:
        words = found.piece.plain.strip("<>")
        address = MAIL.fullmatch(found.piece.link or "") or MAIL.fullmatch(words)
        if not address or "email" in self.entries:
            self.other(found)
            return
        self.entries["email"] = string(address[1], found.piece.place)
        if words.casefold() not in (address[1].casefold(), *WORDS):
            self.rest.append(string(words, found.piece.place))

    def phone(self, found: Told) -> None:
        if "phone" in self.entries:
            self.other(found)
        else:
            self.entries["phone"] = string(found.piece.plain, found.piece.place)

    def address(self, found: Told) -> None:
        """Keep a page: as an account where its address or its label says so, else as the person's own."""
        words, note = found.piece.plain, None
        if remark := REMARK.match(words):
            words, note = remark[1], remark[2]
        address = next((run.link for run in found.piece.runs if run.link), words)
        if links.problem(address) and not links.problem(f"https://{address}"):
            address = f"https://{address}"
        site, username = account(address)
        site = network(found.label) or site
        is_mere = words.casefold() in {_shown(address), address.casefold(), (username or "").casefold(), *WORDS}
        if not is_mere and not network(words):
            note = f"{words} ({note})" if note else words
        if site or note or "url" in self.entries:
            self.profile(found, network=site, username=username, url=address, note=note)
        else:
            self.entries["url"] = string(address, found.piece.place)

    def account(self, found: Told) -> None:
        """Keep "GitHub: name"."""
        site, username = network(found.label) or found.label, found.piece.plain.lstrip("@")
        address = address_of(site, username)
        if address:
            self.notes.append(Note(Fate.GUESSED, f"`{username}` at {site} is `{address}`", found.piece.place))
        self.profile(found, network=site, username=username, url=address)

    def profile(self, found: Told, **values: str | None) -> None:
        place = found.piece.place
        made = mapped(((key, string(value, place)) for key, value in values.items() if value), place)
        self.profiles.append(made)
        self.entries.setdefault("profiles", made)

    def place(self, found: Told) -> None:
        """Keep a street, a town with its postal code, or a place in one line."""
        place, words = found.piece.place, found.piece.plain
        there = self.entries.get("location")
        parts = {key.text: value for key, value in there} if isinstance(there, Mapping) else {}
        town = TOWN.fullmatch(words) if found.kind is Kind.TOWN else None
        if town and not {"city", "text"} & parts.keys():
            values = {
                "city": town["city"] or town["city2"],
                "region": town["region"],
                "postalCode": town["code"] or town["code2"],
            }
            parts |= {key: string(value, place) for key, value in values.items() if value}
        elif found.kind is Kind.STREET and not parts:
            parts["address"] = string(words, place)
        elif parts:
            self.other(found)
            return
        else:
            parts["text"] = string(words, place)
            if not found.label:
                self.notes.append(Note(Fate.GUESSED, f"“{words}” is where the person lives", place))
        self.entries["location"] = mapped(parts.items(), there.place if there else place)


_KEEP = {
    Kind.EMAIL: Contact.email,
    Kind.PHONE: Contact.phone,
    Kind.ADDRESS: Contact.address,
    Kind.ACCOUNT: Contact.account,
    Kind.TOWN: Contact.place,
    Kind.STREET: Contact.place,
    Kind.PLACE: Contact.place,
    Kind.OTHER: Contact.other,
}


def _short(value: Node) -> Node:
    """Return a place that is one line as that line."""
    match value:
        case Mapping(((key, only),)) if key.text == "text":
            return only
    return value


def _shown(address: str) -> str:
    return links.shown(address).casefold().rstrip("/")


def _pieces(block: Block) -> list[Piece]:
    """Return the pieces of a block that may hold contact data, in reading order; none for one that cannot."""
    match block:
        case Paragraph(lines):
            rows = [_whole(line.text) for line in lines]
            return columns(rows) if all(len(row.plain.split()) <= LONGEST // 8 for row in rows) else []
        case List(items):
            if any(item.blocks for item in items):
                return []
            return [piece for item in items for piece in _pieces(Paragraph(item.lines))]
        case Quote(blocks):
            return [piece for inner in blocks for piece in _pieces(inner)]
        case Table(rows):
            return [piece for row in rows for cell in row for piece in split(_whole(cell))]


def _whole(line: Scalar) -> Piece:
    """Return a line whose code spans, which only kept its columns, are text."""
    piece = piece_of(line)
    return replace(piece, runs=tuple(replace(run, code=False) for run in piece.runs))


def _node(found: Told) -> Scalar:
    """Return a piece as it was written, its label and its link included."""
    said = inline(Text(found.piece.runs))
    return Scalar(f"{found.label}: {said}" if found.label else said, found.piece.place)
