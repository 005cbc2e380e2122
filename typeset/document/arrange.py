"""A tailored résumé and a language in, the document out: sections in order, items as shapes, texts in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from typeset.document.entries import Arranger
from typeset.document.inline import joined
from typeset.document.locale import country
from typeset.document.places import town
from typeset.document.shapes import (
    Contact,
    Document,
    Group,
    List,
    Masthead,
    Part,
    Photo,
    Prose,
    Section,
    Text,
)
from typeset.document.words import words
from typeset.resume import links
from typeset.resume.languages import in_language
from typeset.resume.links import Url
from typeset.resume.model import SECTIONS, Basics, CustomSection, Heading, Location, Position, Profile, Resume, Work
from typeset.resume.text import text_of

_MOST_KEYWORDS = 30


def arrange(resume: Resume, language: str, folder: str = "") -> Document:
    """Return what the pages say. `language` is a BCP 47 tag; `folder` is where the content's files lie."""
    resume = in_language(resume, language)
    return Document(
        language=language,
        masthead=_masthead(resume.basics, language, folder),
        sections=tuple(_sections(resume, language)),
        keywords=_keywords(resume),
    )


# The head of the page


def _masthead(basics: Basics, language: str, folder: str) -> Masthead:
    name = basics.name or text_of("")
    image = None if basics.image and links.is_far(basics.image) else basics.image
    photo, card = (words(language)[word].format(name=name.plain) for word in ("photo", "card"))
    return Masthead(
        name=name,
        label=basics.label,
        contacts=tuple(_contacts(basics, language)),
        photo=Photo(str(Path(folder, image)), photo) if image else None,
        card=card,
    )


def _contacts(basics: Basics, language: str) -> Iterator[Contact]:
    for key in basics.order:
        match key:
            case "email" if basics.email:
                yield Contact("email", text_of(basics.email, basics.place, Url(f"mailto:{basics.email}")))
            case "phone" if basics.phone:
                yield Contact("phone", basics.phone)
            case "url" if basics.url:
                yield Contact("url", text_of(links.shown(basics.url), basics.place, basics.url))
            case "location" if basics.location and (place := _location(basics.location, language)):
                yield Contact("location", place)
            case "profiles":
                yield from filter(None, map(_profile, basics.profiles))


def _profile(profile: Profile) -> Contact | None:
    text: Text | None
    if profile.url:
        text = text_of(links.shown(profile.url), profile.place, profile.url)
    elif profile.username and profile.network:
        text = text_of(f"{profile.network.plain}: {profile.username}", profile.place)
    else:
        text = text_of(profile.username, profile.place) if profile.username else profile.network
    return Contact("profile", text, profile.note) if text else None


def _location(location: Location, language: str) -> Text | None:
    if location.text:
        return location.text
    code = location.countryCode
    name = replace(code, runs=text_of(country(code.plain, language)).runs) if code else None
    lines = town(location.postalCode, location.city, location.region, code.plain if code else None)
    return joined([location.address, *lines, name])


# Sections


def _sections(resume: Resume, language: str) -> Iterator[Section]:
    arranger = Arranger.of(resume, language)
    drawn = set[str]()
    for section in _in_order(resume, arranger):
        if section.parts and section.id not in drawn:
            drawn.add(section.id)
            yield section


def _in_order(resume: Resume, arranger: Arranger) -> Iterator[Section]:
    own: dict[str, CustomSection] = {section.id: section for section in resume.sections}
    for key in resume.order:
        if key in ("basics", "summary"):
            summary = resume.basics.summary
            yield _section(resume, "summary", (Prose(summary.blocks),) if summary else (), arranger)
        elif key in SECTIONS:
            yield _section(resume, key, tuple(_parts(key, getattr(resume, key), arranger)), arranger)
        elif key == "sections":
            yield from (_custom(section, arranger) for section in resume.sections)
        elif key in own:
            yield _custom(own[key], arranger)


def _section(resume: Resume, key: str, parts: tuple[Part, ...], arranger: Arranger) -> Section:
    heading: Heading | None = getattr(resume.headings, key)
    intro = (Prose(heading.summary.blocks),) if heading and heading.summary and parts else ()
    return Section(key, key, arranger.heading(key), (*intro, *parts))


def _says_something(part: Part) -> bool:
    return any(getattr(part, field.name) for field in fields(part) if field.name != "id")


def _custom(section: CustomSection, arranger: Arranger) -> Section:
    intro = (Prose(section.body.blocks),) if section.body else ()
    items = _lists_joined(filter(_says_something, map(arranger.custom, section.items)))
    return Section(section.id, "sections", section.title or text_of(""), (*intro, *items))


def _parts(key: str, items: tuple[Any, ...], arranger: Arranger) -> Iterable[Part]:
    if key == "work":
        return filter(_says_something, map(arranger.employer, _by_employer(items)))
    draw: dict[str, Callable[[Any], Part]] = {
        "volunteer": arranger.volunteer,
        "education": arranger.education,
        "awards": arranger.award,
        "certificates": arranger.certificate,
        "publications": arranger.publication,
        "skills": arranger.skill,
        "languages": arranger.spoken,
        "interests": arranger.interest,
        "references": arranger.reference,
        "projects": arranger.project,
    }
    return _labels_gathered(filter(_says_something, map(draw[key], items)))


def _by_employer(items: Iterable[Work]) -> Iterator[Work]:
    """Roles that follow one another at one employer become positions of one entry."""

    def employer(item: Work) -> tuple[object, ...]:
        said = [text.plain if text else "" for text in (item.name, item.location, item.description)]
        alone = id(item) if item.positions or not item.name else None
        return (*said, item.url, item.successor, alone)

    for _, same in groupby(items, employer):
        first, *others = list(same)
        yield _merged(first, [first, *others]) if others else first


def _merged(first: Work, roles: list[Work]) -> Work:
    blank = Work()
    moved = ("position", "department", "startDate", "endDate", "summary", "highlights", "body", "keywords", "links")
    positions = tuple(
        Position(id=role.id, place=role.place, **{name: getattr(role, name) for name in moved}) for role in roles
    )
    emptied: dict[str, Any] = {name: getattr(blank, name) for name in moved}
    return replace(first, positions=positions, **emptied)


def _labels_gathered(parts: Iterable[Part]) -> Iterator[Part]:
    """Neighbours that are a label and nothing else become one line of terms."""

    def is_bare(part: Part) -> bool:
        return isinstance(part, Group) and not (part.items or part.body or part.note)

    for bare, group in groupby(parts, is_bare):
        found = list(group)
        if bare and len(found) > 1:
            labels = tuple(part.label for part in found if isinstance(part, Group) and part.label)
            yield Group(id="", items=labels)
        else:
            yield from found


def _lists_joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Bullets that follow one another become one list."""

    def is_bullet(part: Part) -> bool:
        return isinstance(part, Prose) and all(isinstance(block, List) and not block.ordered for block in part.blocks)

    for bullet, group in groupby(parts, is_bullet):
        found = list(group)
        if bullet:
            blocks = [block for part in found if isinstance(part, Prose) for block in part.blocks]
            yield Prose((List(tuple(item for block in blocks if isinstance(block, List) for item in block.items)),))
        else:
            yield from found


# What a file says of itself


def _keywords(resume: Resume) -> tuple[str, ...]:
    """Return the names of skills and what belongs to them, each once."""
    texts = (text for skill in resume.skills for text in (skill.name, *skill.keywords))
    return tuple(dict.fromkeys(text.plain for text in texts if text))[:_MOST_KEYWORDS]
