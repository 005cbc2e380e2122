"""Entries of BibTeX in, publications out; entries may refer to each other."""

from __future__ import annotations

import re
from dataclasses import replace

from typeset.readers.bibtex.latex import text_of_latex
from typeset.readers.bibtex.people import OTHERS, people
from typeset.readers.bibtex.scanning import MONTHS, Entry
from typeset.readers.draft.nodes import listed, mapped, string
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.draft.publications import Others, doi_of, nodes_of, venue
from typeset.resume.names import WELL_FORMED, slug
from typeset.resume.text import Text
from typeset.source import Mapping, Node, Place, Scalar

_YEAR = re.compile(r"\d{4}")
_ISO = re.compile(r"(\d{4}(?:-\d\d){0,2})([/T].*)?")


class _Fields:
    """What an entry says, by name; each value is taken once, and the rest is kept."""

    def __init__(self, entry: Entry) -> None:
        self.first: dict[str, Scalar] = {}
        self.again: list[tuple[str, Scalar]] = []
        for name, value in entry.fields:
            if not value.text:
                continue
            if name in self.first:
                self.again.append((name, value))
            else:
                self.first[name] = value

    def take(self, *names: str) -> Scalar | None:
        """Return the first of some values that is there, and is not taken yet."""
        return next((self.first.pop(name) for name in names if name in self.first), None)

    def rest(self) -> list[tuple[str, Scalar]]:
        """Return what nobody took."""
        return [*self.first.items(), *self.again]


class Library:
    """Entries that refer to each other, and what came of them beside publications."""

    def __init__(self, entries: list[Entry]) -> None:
        self.by_key = {entry.key.text.lower(): entry for entry in reversed(entries) if entry.key.text}
        self.referred = {value.text.lower() for entry in entries for name, value in entry.fields if name == "crossref"}
        self.notes: list[Note] = []
        self.others: Others = {}
        self.commands: dict[str, Place] = {}

    def is_for_others(self, entry: Entry) -> bool:
        """Whether an entry is there only for others to take values from; then a note says so."""
        own = {name for name, _ in entry.fields}
        if entry.key.text.lower() not in self.referred or own & {"author", "editor"}:
            return False
        message = f"`@{entry.kind.text}{{{entry.key.text}}}`, which others refer to: they have its values"
        self.notes.append(Note(Fate.DROPPED, message, entry.kind.place))
        return True

    def publication(self, entry: Entry) -> Mapping:
        """Return the entry as a publication."""
        fields = _Fields(self.inherited(entry))
        entries: list[tuple[str, Node | None]] = [
            ("id", self.id(entry.key)),
            ("name", self.title(fields)),
            ("authors", self.authors(fields)),
            ("publisher", self.venue(fields, entry.kind.text)),
            ("releaseDate", self.date(fields)),
            ("url", self.url(fields)),
            ("doi", self.doi(fields)),
            ("summary", self.summary(fields)),
            ("tags", listed([string(slug(entry.kind.text) or "misc", entry.kind.place)], entry.kind.place)),
        ]
        kept: list[tuple[str, Node]] = [(name, self.text(value)) for name, value in fields.rest()]
        if entry.key.text and not WELL_FORMED.fullmatch(entry.key.text):
            kept.append(("key", entry.key))
        return mapped([*entries, ("x", nodes_of(kept, self.others))], entry.kind.place)

    def inherited(self, entry: Entry) -> Entry:
        """Return an entry with what it does not say itself and the one it refers to does."""
        reference = next((value.text.lower() for name, value in entry.fields if name == "crossref"), None)
        parent = self.by_key.get(reference) if reference else None
        if not parent or parent is entry:
            return entry
        own = {name for name, _ in entry.fields}
        given = [("booktitle" if name == "title" else name, value) for name, value in parent.fields]
        more = [(name, value) for name, value in given if name not in own | {"crossref", "author", "abstract", "doi"}]
        fields = [(name, value) for name, value in entry.fields if name != "crossref"]
        return replace(entry, fields=[*fields, *more])

    def id(self, key: Scalar) -> Node | None:
        name = key.text if WELL_FORMED.fullmatch(key.text) else slug(key.text)
        return string(name, key.place) if name else None

    def title(self, fields: _Fields) -> Node | None:
        title, subtitle = fields.take("title", "howpublished"), fields.take("subtitle")
        if title and subtitle:
            title = Scalar(f"{title.text}: {subtitle.text}", title.place)
        return self.text(title) if title else None

    def authors(self, fields: _Fields) -> Node | None:
        written = fields.take("author")
        if not written and (written := fields.take("editor", "editora")):
            self.notes.append(Note(Fate.GUESSED, "the editors stand where there are no authors", written.place))
        if not written:
            return None
        named = (string(name, written.place) for name in people(written.text))
        return listed((name if name.text == OTHERS else self.text(name) for name in named), written.place)

    def venue(self, fields: _Fields, kind: str) -> Node | None:
        container = fields.take("journal", "journaltitle", "booktitle", "maintitle")
        publisher = None if container else fields.take("school", "institution", "publisher", "organization")
        named = container or publisher
        type_ = fields.take("type") if publisher and kind.endswith(("thesis", "report")) else None
        volume, number, pages = (fields.take(*names) for names in (["volume"], ["number", "issue"], ["pages", "eid"]))
        first = next((value for value in (named, volume, number, pages) if value), None)
        if not first:
            return None
        said = venue(*(value.text if value else "" for value in (named, volume, number, pages)))
        return self.text(Scalar(f"{type_.text}, {said}" if type_ else said, first.place))

    def date(self, fields: _Fields) -> Node | None:
        written = fields.take("date")
        if written and (found := _ISO.fullmatch(written.text)):
            if found[2]:
                fields.again.append(("date", written))
            return string(found[1], written.place)
        if written:
            return self.text(written)
        year = fields.take("year")
        if not year or not _YEAR.fullmatch(year.text):
            return self.text(year) if year else None
        month = _month(fields.first.get("month"))
        if not month:
            return string(year.text, year.place)
        fields.take("month")
        day = fields.take("day") if fields.first.get("day", year).text.isdigit() else None
        return string("-".join([year.text, month, *([day.text.zfill(2)] if day else [])]), year.place)

    def url(self, fields: _Fields) -> Node | None:
        if url := fields.take("url"):
            link = next((run.link for run in text_of_latex(url.text)[0].runs if run.link), None)
            address = link or re.sub(r"\\([#%&_~{}])", r"\1", url.text)
            doi = fields.first.get("doi")
            same = doi and doi_of(address) and doi_of(address) == doi_of(doi.text)
            return None if same else string("".join(address.split()), url.place)
        return self.preprint(fields)

    def preprint(self, fields: _Fields) -> Node | None:
        """Return the address of a preprint at arXiv, which is made of its number."""
        archive = fields.first.get("archiveprefix") or fields.first.get("eprinttype")
        number = fields.first.get("eprint")
        if not number or not archive or archive.text.lower() != "arxiv":
            return None
        fields.take("eprint")
        fields.take("archiveprefix", "eprinttype")
        address = f"https://arxiv.org/abs/{number.text.removeprefix('arXiv:')}"
        self.notes.append(Note(Fate.GUESSED, f"the preprint `{number.text}` is at {address}", number.place))
        return string(address, number.place)

    def doi(self, fields: _Fields) -> Node | None:
        written = fields.take("doi")
        if not written:
            return None
        plain = re.sub(r"\\([#%&_~{}])", r"\1", written.text)
        return string(doi_of(plain) or plain, written.place)

    def summary(self, fields: _Fields) -> Node | None:
        written = fields.take("abstract", "annotation", "annote")
        if not written:
            return None
        from typeset.resume.markdown import inline

        paragraphs = [self.latex(part, written.place) for part in re.split(r"\n\s*\n", written.text)]
        return string("\n\n".join(inline(part, starts_line=True) for part in paragraphs), written.place)

    def text(self, written: Scalar) -> Scalar:
        """Return a value in LaTeX as Markdown."""
        from typeset.resume.markdown import inline

        return string(inline(self.latex(written.text, written.place)), written.place)

    def latex(self, written: str, place: Place) -> Text:
        text, unknown = text_of_latex(written)
        for command in unknown:
            self.commands.setdefault(command, place)
        return text

    def unknown_commands(self) -> list[Note]:
        """Return one note for each command that was not understood."""
        return [
            Note(Fate.DROPPED, f"the LaTeX command `\\{name}`, which has no meaning here; its text is kept", place)
            for name, place in self.commands.items()
        ]


def _month(written: Scalar | None) -> str | None:
    """Return a month's two figures; None for what is no one month."""
    said = written.text.strip().rstrip(".").lower() if written else ""
    if said.isdigit():
        return said.zfill(2) if 1 <= int(said) <= 12 else None
    if said in MONTHS.values() or said in MONTHS or said == "sept":
        return f"{list(MONTHS).index(said[:3]) + 1:02d}"
    return None
