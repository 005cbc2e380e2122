"""What the pages say, in reading order and in few shapes; nothing here knows a theme, a format or a locale."""

from __future__ import annotations

from dataclasses import dataclass, field

from typeset.resume.blocks import Block, List, ListItem, Note, Paragraph, Quote, Terms
from typeset.resume.text import Run, Text

__all__ = [
    "Block",
    "Contact",
    "Document",
    "Entry",
    "Group",
    "Letter",
    "List",
    "ListItem",
    "Masthead",
    "Note",
    "Paragraph",
    "Part",
    "Period",
    "Photo",
    "Prose",
    "Quote",
    "Run",
    "Section",
    "Terms",
    "Text",
]


@dataclass(frozen=True, slots=True)
class Period:
    """A date or a range as the locale writes it; `start` and `end` in ISO 8601 where they are known, else empty."""

    text: Text
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach the person. `kind` is `email`, `phone`, `url`, `location` or `profile`."""

    kind: str
    text: Text
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture file, which no template is told, and what it shows."""

    file: str = field(repr=False)
    description: str


@dataclass(frozen=True, slots=True)
class Masthead:
    """Who this is, and how to reach them; `card` is what a picture of the latter, for phones, is called."""

    name: Text
    label: Text | None = None
    contacts: tuple[Contact, ...] = ()
    photo: Photo | None = None
    card: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that was done somewhere for some time.

    Where several roles at one employer stand together, the employer is an entry without a title and the roles are
    its `entries`. `remark` is said of the organisation, `lead` of the entry as a whole, in one line each.
    """

    id: str
    title: Text | None = None
    subtitle: Text | None = None
    organization: Text | None = None
    place: Text | None = None
    period: Period | None = None
    remark: Text | None = None
    lead: Text | None = None
    body: tuple[Block, ...] = ()
    links: tuple[Text, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A label and what belongs under it: terms on one line, blocks below, or both. `note` qualifies the label."""

    id: str
    label: Text | None = None
    note: Text | None = None
    items: tuple[Text, ...] = ()
    body: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """Running blocks."""

    blocks: tuple[Block, ...]


Part = Entry | Group | Prose


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its parts. `kind` is the key of the content file: `work`, `skills`, …, or `sections`."""

    id: str
    kind: str
    title: Text
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter below its head. `form` is one of those in `typeset.document.customs`.

    `sender` is the address on one line, for a window; `enclosed` is the heading of the `enclosures`.
    """

    form: str
    recipient: tuple[Text, ...]
    date: Period
    body: tuple[Block, ...]
    closing: Text
    name: Text
    sender: Text | None = None
    reference: Text | None = None
    subject: Text | None = None
    salutation: Text | None = None
    signature: Photo | None = None
    enclosed: Text | None = None
    enclosures: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """All that is said, with what a file says of itself. `language` is a BCP 47 tag.

    It is a CV, which has sections, or a letter. A `mark` stands on every page of what is for some eyes only.
    """

    language: str
    masthead: Masthead
    sections: tuple[Section, ...] = ()
    keywords: tuple[str, ...] = ()
    mark: str = ""
    letter: Letter | None = None

    @property
    def author(self) -> str:
        """The person's name in plain characters."""
        return self.masthead.name.plain

    @property
    def title(self) -> str:
        """What the file is called: the name, and what the person is or what the letter is about."""
        label = self.letter.subject if self.letter else self.masthead.label
        return f"{self.author} – {label.plain}" if label else self.author
