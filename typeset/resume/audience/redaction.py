"""A résumé for one reader and the reader's audience in; the résumé for that audience, and what is withheld, out."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from typeset.resume import names
from typeset.resume.audience.genders import Telling, telling
from typeset.resume.audience.hiding import Hidden, hidden, without
from typeset.resume.audience.mentions import Mention, Scrubber
from typeset.resume.audience.profiles import NAME, Profile
from typeset.resume.audience.secrets import Kind, Standing, Withheld, folded
from typeset.resume.blocks import Body
from typeset.resume.fields import Email, LanguageTag, Slug, described
from typeset.resume.items import items
from typeset.resume.languages import in_language
from typeset.resume.links import Url
from typeset.resume.model import SECTIONS, Item, Link, Part, Resume
from typeset.resume.tailoring.addresses import addresses
from typeset.resume.tailoring.saying import said
from typeset.resume.text import Run, Text
from typeset.source import Fault, Severity

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Figures and letters that nobody takes for one another."""
_CODE = 4


@dataclass(frozen=True, slots=True)
class Redacted:
    """The résumé that an audience sees, what it may not see, and what the person should know about the two."""

    resume: Resume
    withheld: Withheld
    warnings: tuple[Fault, ...] = ()


def code(application: str) -> str:
    """Return a short name for the person of an application, made from the application's own and the same every time."""
    number = int.from_bytes(hashlib.sha256(application.encode()).digest()[:8])
    return "".join(_ALPHABET[number // len(_ALPHABET) ** place % len(_ALPHABET)] for place in range(_CODE))


def redacted(resume: Resume, profile: Profile, application: str, language: str) -> Redacted:
    """Return what `profile` shows of a tailored résumé, in an `application` of that name for readers of `language`.

    What has other words in its place has them wherever it stands; links to what is hidden lose their address; what
    the model has no name for, where the whole file is to be found, and what it says in other languages, whose forms may
    tell of a person, is not shown.
    """
    found = hidden(resume, profile)
    edits, mentions = _edits(found, code(application))
    secrets = tuple(dict.fromkeys(secret for each in found for secret in each.secrets))
    bare = in_language(without(resume, edits), language)
    scrubber = Scrubber(Withheld(secrets), mentions, language)
    clean = _scrubbed(bare, scrubber, language)
    standing = list(_standing(clean, Withheld(secrets)))
    names_shown = tuple(dict.fromkeys(_shown(clean, standing)))
    withheld = Withheld(secrets, tuple(_standing(clean, Withheld(secrets, shown=names_shown))), names_shown)
    warnings = [_warning(each) for each in standing if each not in withheld.standing]
    if any(each.address.path == NAME for each in found):
        warnings += [_gender_warning(each) for each in telling(clean, language)]
    return Redacted(_unnamed(clean, scrubber), withheld, tuple(warnings))


def faults(whole: Resume, profile: Profile) -> list[Fault]:
    """Return a fault for each path of a profile that nothing in the content has."""
    known = addresses(whole)
    tops = {path.split(".")[0] for path in known} | {*SECTIONS}
    strange = [
        rule
        for rule in profile.rules
        if rule.place and not any(map(rule.matches, known)) and not _may_be_absent(rule.pattern, known, tops)
    ]
    return [
        Fault(f"nothing is called `{rule.pattern}`", rule.place, names.hint(rule.pattern, known)) for rule in strange
    ]


def _may_be_absent(pattern: str, known: Collection[str], tops: Collection[str]) -> bool:
    """Whether a pattern is for items of a section, of which there are none."""
    top = pattern.split(".")[0]
    return "*" in pattern and top in tops and not any(path.startswith(f"{top}.") for path in known)


# What takes the place of what is hidden


def _edits(found: list[Hidden], short: str) -> tuple[dict[Any, Any], tuple[Mention, ...]]:
    edits: dict[Any, Any] = {}
    mentions: list[Mention] = []
    numbers: dict[tuple[str, str], int] = {}
    for each in found:
        instead = each.rule.instead
        if instead and each.secrets:
            said_first = (each.rule.pattern, each.secrets[0].value)
            same = [number for (pattern, _), number in numbers.items() if pattern == each.rule.pattern]
            number = numbers.setdefault(said_first, len(same) + 1)
            instead = _filled(instead, {"{code}": short, "{number}": str(number)})
            mentions += [Mention(secret, instead) for secret in each.secrets]
        edits[each.address.steps] = instead
    return edits, tuple(mentions)


def _filled(text: Text, fields: dict[str, str]) -> Text:
    versions = tuple(_filled(version, fields) for version in text.versions)
    return dataclasses.replace(text, runs=tuple(_run_filled(run, fields) for run in text.runs), versions=versions)


def _run_filled(run: Run, fields: dict[str, str]) -> Run:
    for name, value in fields.items():
        run = dataclasses.replace(run, text=run.text.replace(name, value))
    return run


# What is left


def _scrubbed(resume: Resume, scrubber: Scrubber, language: str) -> Resume:
    """Return the résumé as nobody's file has it, clean in every text and address."""
    clean: Resume = _walked(resume, scrubber)
    meta = dataclasses.replace(clean.meta, canonical=None, language=LanguageTag(language), order=())
    return dataclasses.replace(clean, schema=None, order=resume.order, meta=meta, place=None)


def _walked(value: Any, scrubber: Scrubber) -> Any:
    """Return a value of the model, without what is withheld, notes, marks and unknown keys."""
    match value:
        case Text():
            return scrubber.text(value)
        case tuple():
            members = [_walked(member, scrubber) for member in value]
            return tuple(member for member in members if not isinstance(member, Link) or member.url)
        case Part():
            changed = {known.name: _field(value, known, scrubber) for known in described(type(value)).values()}
            if isinstance(value, Item):
                changed |= {"notes": None, "only": (), "private": False}
            return dataclasses.replace(value, x=(), **changed)
        case str():
            return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: _walked(getattr(value, field.name), scrubber) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **fields)
    return value


def _field(part: Part, known: Any, scrubber: Scrubber) -> Any:
    value = getattr(part, known.name)
    if known.name == "id":
        return value
    if known.kind in (Url, Email, str, Slug) and not known.many:
        return value if value is None or scrubber.is_clean(value) else None
    if known.kind is Slug:
        return tuple(each for each in value if scrubber.is_clean(each))
    return _walked(value, scrubber)


# Names of items


def _unnamed(resume: Resume, scrubber: Scrubber) -> Resume:
    """Return the résumé with names of items that tell nothing."""
    made: Resume = _renamed(resume, scrubber)
    named = {was.id: now.id for was, now in zip(resume.sections, made.sections, strict=True)}
    return dataclasses.replace(made, order=tuple(named.get(Slug(key), key) for key in resume.order))


def _renamed(part: Any, scrubber: Scrubber) -> Any:
    changed: dict[str, Any] = {}
    for known in described(type(part)).values():
        value = getattr(part, known.name)
        if isinstance(value, Part):
            changed[known.name] = _renamed(value, scrubber)
        elif isinstance(value, tuple) and any(isinstance(member, Item) for member in value):
            changed[known.name] = tuple(
                dataclasses.replace(_renamed(item, scrubber), id=_clean_id(item, number, scrubber))
                for number, item in enumerate(value, 1)
            )
    return dataclasses.replace(part, **changed) if changed else part


def _clean_id(item: Item, number: int, scrubber: Scrubber) -> Slug:
    words = item.id.replace("-", " ").replace("_", " ")
    return item.id if scrubber.is_clean(f"{words} {words.title()} {item.id}") else Slug(f"item-{number}")


# What still stands


def _standing(resume: Resume, withheld: Withheld) -> Iterator[Standing]:
    """Yield where a value that is hidden in one place stands in another."""
    for path, known in addresses(resume).items():
        for address in known:
            if address.known and not isinstance(address.value, Part) and address.value:
                place = getattr(address.value, "place", None)
                yield from (Standing(secret, path, place) for secret in withheld.said_in(_words(address.value)))


def _words(value: Any) -> str:
    versions = (*getattr(value, "versions", ()), value) if isinstance(value, Text | Body) else (value,)
    return "\n".join(map(said, versions))


def _shown(resume: Resume, standing: Iterable[Standing]) -> Iterator[str]:
    """Yield the longer names of others that a hidden name is only part of: they are shown by choice."""
    there = dict(items(resume))
    for each in standing:
        path, _, field = each.path.rpartition(".")
        item = there.get(path)
        value = getattr(item, field, None) if item and field in item.naming[:1] else None
        if isinstance(value, Text) and each.secret.kind is Kind.WORDS:
            yield from (
                version.plain
                for version in (value, *value.versions)
                if len(folded(version.plain).split()) > len(each.secret.value.split())
            )


def _warning(shown: Standing) -> Fault:
    message = f"`{shown.secret.path}` is hidden, and `{shown.path}` holds its words"
    return Fault(message, shown.place, f"hide `{shown.path}` too, if it tells", Severity.WARNING)


def _gender_warning(found: Telling) -> Fault:
    message = f"the name is hidden, and “{found.word}” in `{found.path}` may tell the gender"
    return Fault(message, found.place, f"`reword` or hide `{found.path}`, if it does", Severity.WARNING)
