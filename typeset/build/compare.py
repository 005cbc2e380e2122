"""Two applications in; what they say differently out: settings, what only one says, what moved, other wordings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from typeset.build.plan import plan_of
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Project
from typeset.resume.items import items
from typeset.resume.languages import in_language
from typeset.resume.model import Item, Part, Resume
from typeset.resume.tailoring.addresses import Address, addresses
from typeset.resume.tailoring.saying import keyed, said
from typeset.resume.text import Text


@dataclass(frozen=True, slots=True)
class Difference:
    """A path or a setting, and what each of the two applications has there; empty where it has nothing."""

    path: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two applications have differently. In `moved` are places among what both show of one list, from 1."""

    settings: tuple[Difference, ...]
    only: tuple[Difference, ...]
    moved: tuple[Difference, ...]
    worded: tuple[Difference, ...]

    def __bool__(self) -> bool:
        return bool(self.settings or self.only or self.moved or self.worded)


def compare(project: Project, first: str, second: str) -> Comparison:
    """Return what two applications say differently; raises `Faults` when one of them cannot be made."""
    one, other = (prepare(project, plan_of(project, name)) for name in (first, second))
    settings = _differences(_settings(one, other), _settings(other, one))
    texts, others = _Said.of(one), _Said.of(other)
    changed = [
        difference
        for difference in _differences(texts.texts, others.texts)
        if not _is_within(difference.path, texts.items.keys() ^ others.items.keys())
    ]
    return Comparison(
        settings=tuple(settings),
        only=(*_only(texts, others), *(each for each in changed if not (each.first and each.second))),
        moved=tuple(_moved(texts.lists, others.lists)),
        worded=tuple(each for each in changed if each.first and each.second),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """What an application says: sections and items by path, every text by path, and the names in lists, in order."""

    items: dict[str, Item | Text]
    texts: dict[str, str]
    lists: dict[str, list[str]]

    @classmethod
    def of(cls, prepared: Prepared) -> _Said:
        resume = in_language(prepared.resume, prepared.document.language)
        titles = {section.id: section.title for section in prepared.document.sections}
        found: dict[str, Item | Text] = {**titles, **dict(items(resume)), **titles}
        texts = {path: said(address.value, marked=True) for path, address in _texts(resume)}
        texts |= {path: said(title, marked=True) for path, title in titles.items()}
        lists: dict[str, list[str]] = {"": list(titles)}
        for path in found:
            within, _, name = path.rpartition(".")
            if within:
                lists.setdefault(within, []).append(name)
        return cls(found, texts, lists)


def _texts(resume: Resume) -> Iterator[tuple[str, Address]]:
    """Yield every value that has words, once, but for headings, which the page has."""
    own = {section.id for section in resume.sections}
    for path, (address, *_) in addresses(resume).items():
        known, (top, _, field) = address.known, path.partition(".")
        is_heading = (field == "title" and top in own) or (top == "headings" and field.endswith("title"))
        is_whole = known and not (isinstance(known.kind, type) and issubclass(known.kind, Part) and not known.many)
        if is_whole and path == address.path and not is_heading:
            yield path, address


def _settings(prepared: Prepared, other: Prepared) -> dict[str, str]:
    """Return what an application sets; of options, those that it names itself where the themes are not the same."""
    application, theme = prepared.application, prepared.theme
    named = {key.text for key, _ in application.options or ()}
    is_same = theme.name == other.theme.name
    return {
        "content": prepared.resume_name,
        "for": said(application.opening),
        "theme": theme.name,
        **{f"options.{name}": value for name, value in theme.values if is_same or name in named},
        "language": prepared.document.language,
        "formats": ", ".join(prepared.formats),
        "pages": keyed(application.pages),
        "file": application.file or "",
        "attach": application.attach or "",
    }


def _differences(first: dict[str, str], second: dict[str, str]) -> list[Difference]:
    names = dict.fromkeys((*first, *second))
    pairs = (Difference(name, first.get(name, ""), second.get(name, "")) for name in names)
    return [pair for pair in pairs if pair.first != pair.second]


def _only(first: _Said, second: _Said) -> Iterator[Difference]:
    """Yield what one of the two shows and the other does not, without what stands below such a thing."""
    alone = first.items.keys() ^ second.items.keys()
    for path in dict.fromkeys((*first.items, *second.items)):
        if path in alone and not _is_within(path.rpartition(".")[0], alone):
            here, there = first.items.get(path), second.items.get(path)
            yield Difference(path, said(here), said(there))


def _moved(first: dict[str, list[str]], second: dict[str, list[str]]) -> Iterator[Difference]:
    """Yield the fewest members of lists that must move for both to have the same order of what both have."""
    for within in first:
        other = [name for name in second.get(within, ()) if name in first[within]]
        one = [name for name in first[within] if name in other]
        stay = _longest_rise([other.index(name) for name in one])
        for number, name in enumerate(one):
            if other.index(name) not in stay:
                path = f"{within}.{name}" if within else name
                yield Difference(path, str(number + 1), str(other.index(name) + 1))


def _longest_rise(numbers: list[int]) -> list[int]:
    """Return the longest of the rising sequences that leaving out members of `numbers` gives."""
    best: list[list[int]] = []
    for number in numbers:
        before = max((rise for rise in best if rise[-1] < number), key=len, default=[])
        best.append([*before, number])
    return max(best, key=len, default=[])


def _is_within(path: str, others: Any) -> bool:
    parts = path.split(".")
    return any(".".join(parts[:count]) in others for count in range(1, len(parts) + 1))
