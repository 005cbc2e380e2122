"""What formats of publications share: venues in one line, people's names, and whose CV it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from typeset.readers.draft.nodes import text_of, with_entries
from typeset.readers.draft.notes import Fate, Note
from typeset.resume import text
from typeset.source import Mapping, Node, Place, Scalar
from typeset.source import Sequence as Listed

Others = dict[str, list[Place]]
"""Where values stand that the model has no key for, by their names."""

_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)


def doi_of(written: str) -> str | None:
    """Return the bare identifier of a DOI, however it is written; None for what is none (DOI Handbook 2.2)."""
    found = _DOI.fullmatch(written.strip())
    return found[1] if found else None


def venue(container: str, volume: str = "", number: str = "", pages: str = "") -> str:
    """Return where something was published in one line: "Journal 12(3), 45–67"."""
    issue = f"{volume}({number})" if volume and number else volume or (f"no. {number}" if number else "")
    pages = re.sub(r"(?<=\w)\s*(?:-{1,3}|–)\s*(?=\w)", "–", pages)
    return ", ".join(part for part in (" ".join(part for part in (container, issue) if part), pages) if part)


def full_name(given: str, family: str, particle: str = "", suffix: str = "") -> str:
    """Return a name as it is said: "Ludwig van Beethoven, Jr."."""
    name = " ".join(part for part in (given, particle, family) if part)
    return f"{name}, {suffix}" if name and suffix else name or suffix


def told_of_others(others: Others) -> list[Note]:
    """Return one note for each name of values that went to their entries' `x`."""
    return [Note(Fate.MOVED, f"`{name}` of {_counted(len(places))} `x`", places[0]) for name, places in others.items()]


def _counted(count: int) -> str:
    return f"{count} publications, to their" if count > 1 else "a publication, to its"


# The person among the authors


def with_person_bold(tree: Mapping, name: str) -> tuple[Mapping, list[Note]]:
    """Return the tree with the person bold among the authors of each publication, and a note for each guess.

    A whole name is known for certain; of "A. Lovelace" it is told that it was guessed. Whose authors hold a bold one
    already is left alone.
    """
    notes: list[Note] = []
    entries = tuple(
        (key, _all_with_person(value, name, notes) if key.text == "publications" else value) for key, value in tree
    )
    return Mapping(entries, tree.place), notes


def _all_with_person(node: Node, name: str, notes: list[Note]) -> Node:
    if not isinstance(node, Listed):
        return node
    return replace(node, items=tuple(_with_person(item, name, notes) for item in node.items))


def _with_person(node: Node, name: str, notes: list[Note]) -> Node:
    authors = node.get("authors") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or not isinstance(authors, Listed):
        return node
    marked = _marked(authors, name, notes)
    return replace(node, entries=tuple((key, marked if value is authors else value) for key, value in node))


def _marked(authors: Listed, name: str, notes: list[Note]) -> Listed:
    """Return the authors with the nearest to a name in bold, if one is near."""
    said = [text.parse(text_of(author), author.place)[0] for author in authors.items]
    if any(run.strong for author in said for run in author.runs):
        return authors
    near = [_nearness(author.plain, name) for author in said]
    best = max(near, default=0)
    if not best or near.count(best) > 1:
        return authors
    at = near.index(best)
    author = authors.items[at]
    if best < _CERTAIN:
        notes.append(Note(Fate.GUESSED, f"the author `{said[at].plain}` is {name}: set in bold", author.place))
    bold = Scalar(f"**{text_of(author)}**", author.place)
    return replace(authors, items=(*authors.items[:at], bold, *authors.items[at + 1 :]))


_CERTAIN = 3


def _nearness(author: str, name: str) -> int:
    """Return 3 for the same name, 2 for the same but for names left out, 1 for initials that fit, 0 for another."""
    (given, family), (own_given, own_family) = _parts(author), _parts(name)
    if not family or family != own_family:
        return 0
    if given == own_given:
        return _CERTAIN
    if not given or not own_given or not _fits(given[0], own_given[0]):
        return 0
    if not all(_fits(one, other) for one, other in zip(given, own_given, strict=False)):
        return 0
    return 2 if given[0] == own_given[0] else 1


def _fits(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _parts(name: str) -> tuple[list[str], list[str]]:
    """Return the given names and the family name, in plain small letters, of "Ada Lovelace" or "Lovelace, Ada"."""
    family, comma, given = _plain(name).partition(",")
    if comma and given.strip() and not re.fullmatch(r"\s*(?:jr|sr|ph ?d|m ?d|i{1,3}|iv)\s*", given):
        return given.split(), family.split()
    words = family.split()
    return words[:-1], words[-1:]


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^\w,]+", " ", "".join(char for char in letters if not unicodedata.combining(char)))


def with_unique_ids(entries: Iterable[Mapping]) -> list[Mapping]:
    """Return entries of which no two have the same `id`: the later one has none."""
    seen: set[str] = set()
    made = []
    for entry in entries:
        name = text_of(entry.get("id"))
        if name and name in seen:
            entry = Mapping(tuple((key, value) for key, value in entry if key.text != "id"), entry.place)
        seen.add(name)
        made.append(entry)
    return made


def nodes_of(others: Sequence[tuple[str, Node]], seen: Others) -> Mapping | None:
    """Return what goes to an entry's `x`, and remember where it stood."""
    for name, node in others:
        seen.setdefault(name, []).append(node.place)
    return with_entries(Mapping((), others[0][1].place), others) if others else None
