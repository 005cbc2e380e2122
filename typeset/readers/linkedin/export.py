"""The tables of LinkedIn's export in, a draft of content out."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from typeset.readers.draft.nodes import listed, mapped, string, with_entries
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.linkedin.entries import OWN_SECTIONS, SECTIONS, Reader
from typeset.readers.linkedin.table import Row, Table
from typeset.readers.linkedin.values import Entries, long, phone, profile
from typeset.source import Mapping as Tree
from typeset.source import Node, Place, Scalar, Sequence

_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|#0?39|#x27);")


def draft(tables: Mapping[str, Table]) -> tuple[Tree, list[Note]]:
    """Return the draft of an export, and notes on what was guessed, repaired and left."""
    export = _Export(tables)
    top = Place(next(iter(tables.values())).source, 1, 1)
    entries: Entries = [("basics", export.basics(top))]
    entries += [(section, _listed(export.each(names, entry))) for section, names, entry in SECTIONS]
    own = [section for each in OWN_SECTIONS if (section := export.section(*each))]
    entries += [("sections", _listed(own))]
    unread = export.unread()
    tree = mapped(entries, top)
    return (with_entries(tree, [("x", unread)]) if unread else tree), export.notes


def _listed(items: list[Node]) -> Sequence | None:
    return listed(items, items[0].place) if items else None


class _Export:
    """The tables, and what is to be told of them."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self.tables = tables
        self.notes: list[Note] = []

    def rows(self, *names: str) -> list[Row]:
        """Return the rows of some tables, as far as they are there and their columns are known."""
        found = [self.tables[name] for name in names if name in self.tables]
        return [row for table in found if table.is_known for row in table.rows]

    def each(self, names: tuple[str, ...], entry: Reader) -> list[Node]:
        """Return the rows of a table as entries; what of a row nobody took stands under the name of its column."""
        made = []
        for row in self.rows(*names):
            entries = entry(_clean(row, self.notes), self.notes)
            if entries is not None:
                made.append(_with_rest(entries, row))
        return made

    def section(self, title: str, names: tuple[str, ...], entry: Reader) -> Node | None:
        """Return a section of the person's own."""
        items = _listed(self.each(names, entry))
        return (
            mapped([("title", string(title, items.place)), ("items", items)], items.items[0].place) if items else None
        )

    def basics(self, place: Place) -> Node:
        """Return who the person is: from the profile, the addresses and the numbers."""
        emails = sorted(self.rows("emailaddresses"), key=lambda row: row.text("primary").lower() != "yes")
        addresses = [address for row in emails if (address := row.take("Email Address", "Email"))]
        phones = [number for row in self.rows("phonenumbers") if (number := phone(row))]
        self.leave([*emails, *self.rows("phonenumbers")])
        own = next(iter(self.rows("profile")), None)
        summary = next(iter(self.rows("profilesummary")), None)
        entries = profile(_clean(own, self.notes)) if own else []
        if summary and not any(key == "summary" for key, node in entries if node):
            entries.append(("summary", long(summary.take("Profile Summary", "Summary"))))
        entries[2:2] = [("email", addresses[0] if addresses else None), ("phone", phones[0] if phones else None)]
        entries += [("emails", listed(addresses[1:], place)), ("phones", listed(phones[1:], place))]
        return _with_rest(entries, own) if own else mapped(entries, place)

    def leave(self, rows: list[Row]) -> None:
        """Leave what LinkedIn notes beside addresses and numbers, and say so once."""
        left = [(name, cell) for row in rows for name, cell in row.rest()]
        if left:
            names = ", ".join(f"`{name}`" for name in dict.fromkeys(name for name, _ in left))
            self.notes.append(Note(Fate.DROPPED, f"{names}: what LinkedIn notes beside addresses", left[0][1].place))

    def unread(self) -> Node | None:
        """Return the tables whose columns are not known, cell by cell, and tell of them."""
        kept: list[tuple[str, Node]] = []
        for name, table in self.tables.items():
            if table.is_known or not table.rows:
                continue
            place = table.rows[0].place
            columns = ", ".join(f"`{column}`" for column in table.columns if column)
            message = f"{table.source.name} to `x`: its columns are not those of an export in English ({columns})"
            self.notes.append(Note(Fate.MOVED, message, Place(table.source, 1, 1)))
            rows = listed((_with_rest([], row) for row in table.rows), place)
            kept += [(name, rows)] if rows else []
        return mapped(kept, kept[0][1].place) if kept else None


def _clean(row: Row, notes: list[Note]) -> Row:
    """Resolve entities of HTML, which some exports have in their texts."""
    for name, cell in row.cells.items():
        if _ENTITY.search(cell.text):
            row.cells[name] = Scalar(html.unescape(cell.text), cell.place)
            notes.append(Note(Fate.REPAIRED, f"entities of HTML in `{name}` are the characters they mean", cell.place))
    return row


def _with_rest(entries: Entries, row: Row) -> Node:
    made = mapped(entries, row.place)
    return with_entries(made, [(_camel(name), cell) for name, cell in row.rest()])


def _camel(name: str) -> str:
    first, *more = re.findall(r"\w+", name) or ["column"]
    return str(first).lower() + "".join(word.capitalize() for word in more)
