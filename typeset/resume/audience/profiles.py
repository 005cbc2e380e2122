"""An application's `audience` and `audiences` in; the rules of what that audience may not see out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from typeset.resume import names, values
from typeset.resume.fields import Slug, about, record
from typeset.resume.model import Part
from typeset.resume.reading import read
from typeset.resume.text import Text, text_of
from typeset.source import Fault, Key, Mapping, Place, place_of

NAME = "basics.name"
FIELDS = ("code", "number")
"""What may stand in braces in words that replace others: a code of the application, the number of what is replaced."""
_PATTERN = re.compile(r"(?:[A-Za-z0-9_-]+|\*)(?:\.(?:[A-Za-z0-9_-]+|\*))*")
_BRACES = re.compile(r"\{(\w*)\}")


@record
class Audience(Part):
    """What a kind of reader may not see."""

    closed = True

    extends: Slug | None = about("An audience to which this one may not show more.", also=("base",))
    hide: tuple[str, ...] = about("Paths of what is left out; `*` stands for any one name.", default=(), also=("omit",))
    replace: Mapping | None = about("Paths, and for each the words to show instead.", also=("reword",))
    keep: tuple[str, ...] = about("Words of hidden values that may stand elsewhere all the same.", default=())


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of paths and, where not nothing is to stand there, what."""

    pattern: str
    instead: Text | None = None
    place: Place | None = None

    def matches(self, path: str) -> bool:
        """Whether a path is one that the pattern names."""
        wanted, found = self.pattern.split("."), path.split(".")
        return len(wanted) == len(found) and all(one in ("*", other) for one, other in zip(wanted, found, strict=True))


@dataclass(frozen=True, slots=True)
class Profile:
    """All rules of an audience, its own before those it builds on, and the words that may stand all the same."""

    name: str
    rules: tuple[Rule, ...]
    keep: frozenset[str] = frozenset()


def _candidate() -> Text:
    """Return what a person without a name is called, in words that tell no gender."""
    said = {"en": "Candidate", "de": "Profil", "fr": "Profil", "es": "Perfil", "pt": "Perfil", "it": "Profilo"}
    said |= {
        "nl": "Profiel",
        "sv": "Profil",
        "da": "Profil",
        "pl": "Profil",
        "ja": "候補者",
        "zh": "候选人",
        "ko": "지원자",
    }
    versions = tuple(Text(text_of(f"{word} {{code}}").runs, language=language) for language, word in said.items())
    return Text(versions[0].runs, language="en", versions=versions)


CANDIDATE = Rule(NAME, _candidate())

_PUBLIC = (
    "basics.phone",
    "basics.email",
    "basics.location.text",
    "basics.location.address",
    "basics.location.postalCode",
    "references.*.email",
    "references.*.phone",
)
_BLIND = (*_PUBLIC, "basics.image", "basics.url", "basics.location", "profiles.*")

BUILT_IN = {
    "public": Profile("public", tuple(map(Rule, _PUBLIC))),
    "blind": Profile("blind", (*map(Rule, _BLIND), CANDIDATE)),
}
"""`public` may not reach anybody but through the page; `blind` may not know who it is."""


def profile(wanted: str, own: Sequence[Mapping | None]) -> tuple[Profile | None, list[Fault]]:
    """Return the profile of that name among `own`, the nearest first, and those built in; and what is wrong with it."""
    faults: list[Fault] = []
    known: dict[str, tuple[Key, Audience]] = {}
    for group in own:
        for key, node in group or ():
            if key.text in BUILT_IN:
                faults.append(Fault(f"there is an audience `{key.text}` already", key.place, "choose another name"))
            elif key.text not in known:
                audience, wrong = read(node, Audience, f"the audience `{key.text}`")
                faults += wrong
                known[key.text] = (key, audience)
    rules, keep, name, met = list[Rule](), set[str](), wanted, list[str]()
    while name in known and name not in met:
        met.append(name)
        audience = known[name][1]
        rules += _rules(audience, faults)
        keep |= set(audience.keep)
        if not audience.extends:
            return Profile(wanted, tuple(rules), frozenset(keep)), faults
        name = audience.extends
    if name in BUILT_IN:
        return Profile(wanted, (*rules, *BUILT_IN[name].rules), frozenset(keep)), faults
    if name in met:
        return None, [*faults, Fault(f"audiences extend each other: {' → '.join([*met, name])}", place_of(name))]
    return None, [
        *faults,
        Fault(f"there is no audience `{name}`", place_of(name), names.hint(name, [*BUILT_IN, *known])),
    ]


def _rules(audience: Audience, faults: list[Fault]) -> Iterator[Rule]:
    """Yield what an audience replaces, then what it hides, each with its line."""
    for key, node in audience.replace or ():
        said = values.line(node, f"`{key.text}`", faults)
        if said and _is_pattern(key.text, key.place, faults):
            faults += _strange_fields(said, node.place)
            yield Rule(key.text, said, key.place)
    for pattern in audience.hide:
        if _is_pattern(pattern, place_of(pattern), faults):
            yield Rule(str(pattern), None, place_of(pattern))


def _is_pattern(pattern: str, place: Place | None, faults: list[Fault]) -> bool:
    if _PATTERN.fullmatch(pattern):
        return True
    faults.append(Fault(f"`{pattern}` is not a path", place, "join names with dots; `*` is any one: `work.*.name`"))
    return False


def _strange_fields(said: Text, place: Place) -> list[Fault]:
    found = {field for version in (said, *said.versions) for field in _BRACES.findall(version.plain)}
    return [
        Fault(f"there is no field `{{{field}}}` for what replaces other words", place, names.hint(field, FIELDS))
        for field in sorted(found.difference(FIELDS))
    ]
