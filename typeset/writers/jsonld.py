"""Manuscript in, JSON-LD out: the person, and what they published, in the words of schema.org.

It is made of the document, so it says nothing that the pages do not; the résumé is asked only for what the document
has joined and schema.org keeps apart: authors, the parts of an address, and whether something still goes on.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from typeset.document.locale import country
from typeset.document.shapes import Document, Entry, Group, Period, Section, Text
from typeset.resume.dates import PartialDate, Present
from typeset.resume.languages import in_language
from typeset.resume.links import Url
from typeset.resume.model import Basics, Dated, Publication, Resume
from typeset.writers import Manuscript

PERSON = "#person"
"""What the person is called in the graph: a fragment of the page's own address, wherever it is published."""

Thing = dict[str, Any]
_MARKUP = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def write(manuscript: Manuscript) -> bytes:
    """Return the graph as a JSON-LD 1.1 file in UTF-8; a theme has no say in it."""
    return (json.dumps(_graph(manuscript), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def script(manuscript: Manuscript) -> str:
    """Return the graph as it may stand in a `script` element: without a character that could end it."""
    return json.dumps(_graph(manuscript), ensure_ascii=False, separators=(",", ":")).translate(_MARKUP)


def _graph(manuscript: Manuscript) -> Thing:
    document = manuscript.document
    resume = in_language(manuscript.resume, document.language)
    published: dict[str, Publication] = {item.id: item for item in resume.publications}
    works = [
        _publication(entry, published.get(entry.id), document.author) for entry in _entries(document, "publications")
    ]
    return {"@context": "https://schema.org", "@graph": [_person(document, resume), *works]}


# The person


def _person(document: Document, resume: Resume) -> Thing:
    said = {kind: [c.text for c in document.masthead.contacts if c.kind == kind] for kind in _CONTACTS}
    label = document.masthead.label
    return _thing(
        "Person",
        **{"@id": PERSON},
        name=document.author,
        jobTitle=label.plain if label else None,
        email=[text.plain for text in said["email"]],
        telephone=[text.plain for text in said["phone"]],
        url=[address for text in said["url"] for address in _links(text)],
        address=_address(resume.basics, document.language) if said["location"] else None,
        sameAs=[address for text in said["profile"] for address in _links(text)],
        **_belonging(document, resume),
        hasCredential=[*_degrees(document, _going_on(resume.education)), *_certificates(document)],
        award=[entry.title.plain for entry in _entries(document, "awards") if entry.title],
        knowsLanguage=[
            _thing("Language", name=group.label.plain) for group in _groups(document, "languages") if group.label
        ],
        knowsAbout=list(dict.fromkeys(_known(document))),
    )


_CONTACTS = ("email", "phone", "url", "location", "profile")


def _address(basics: Basics, language: str) -> Thing | str | None:
    location = basics.location
    if not location or location.text:
        return location.text.plain if location and location.text else None
    return _thing(
        "PostalAddress",
        streetAddress=_plain(location.address),
        postalCode=_plain(location.postalCode),
        addressLocality=_plain(location.city),
        addressRegion=_plain(location.region),
        addressCountry=country(location.countryCode.plain, language) if location.countryCode else None,
    )


def _known(document: Document) -> Iterator[str]:
    for group in _groups(document, "skills"):
        yield from (text.plain for text in (group.label, *group.items) if text)


# Employment and studies


def _belonging(document: Document, resume: Resume) -> Thing:
    """Return the organisations that a person belongs to, by property; all to which they belong no more as `alumniOf`.

    What holds for a time schema.org wants as a role under the property's own name, and that name once more below it.
    """
    found: dict[str, list[Thing]] = {"worksFor": [], "memberOf": [], "affiliation": [], "alumniOf": []}
    for section, name, kind, organization in _MEMBERSHIPS:
        now = _going_on(getattr(resume, section))
        for entry, host in _hosted(_entries(document, section)):
            dated = entry if entry.period else host
            held = name if dated.id in now else "alumniOf"
            role = _plain(entry.title) if section != "education" else None
            where = _organization(organization, host)
            found[held].append(_thing(kind, **{held: where}, roleName=role, **_dates(dated.period)))
    return dict(found)


_MEMBERSHIPS = (
    ("work", "worksFor", "EmployeeRole", "Organization"),
    ("volunteer", "memberOf", "OrganizationRole", "Organization"),
    ("education", "affiliation", "OrganizationRole", "EducationalOrganization"),
)
"""Sections of people's organisations: the property while it lasts, the type of the role and of the organisation."""


def _hosted(entries: Iterable[Entry], employer: Entry | None = None) -> Iterator[tuple[Entry, Entry]]:
    """Yield every entry that says what was done, beside the one that says at whose place."""
    for entry in entries:
        host = entry if entry.organization else employer
        if entry.entries:
            yield from _hosted(entry.entries, host)
        elif host:
            yield entry, host


def _going_on(items: Iterable[Dated]) -> frozenset[str]:
    """Return the ids of what has not ended: a start without an end goes on, as in JSON Resume."""
    every = (each for item in items for each in (item, *getattr(item, "positions", ())))
    return frozenset(
        item.id
        for item in every
        if isinstance(item.endDate, Present) or (item.endDate is None and isinstance(item.startDate, PartialDate))
    )


def _organization(kind: str, entry: Entry) -> Thing | None:
    if not (name := entry.organization):
        return None
    return _thing(kind, name=name.plain, url=_links(name), address=_plain(entry.place))


def _dates(period: Period | None) -> Thing:
    """Return the ends that are known in figures; a single date is the end of neither a job nor a course of studies."""
    if not period or period.start == period.end:
        return {}
    return {"startDate": period.start, "endDate": period.end}


# Degrees, certificates


def _degrees(document: Document, unfinished: frozenset[str]) -> Iterator[Thing]:
    for entry in _entries(document, "education"):
        if entry.title and entry.id not in unfinished:
            yield _credential("degree", entry, _organization("EducationalOrganization", entry))


def _certificates(document: Document) -> Iterator[Thing]:
    for entry in _entries(document, "certificates"):
        if entry.title:
            yield _credential("certificate", entry, _organization("Organization", entry))


def _credential(category: str, entry: Entry, issuer: Thing | None) -> Thing:
    return _thing(
        "EducationalOccupationalCredential",
        name=_plain(entry.title),
        credentialCategory=category,
        recognizedBy=issuer,
        dateCreated=entry.period.end if entry.period else None,
        url=_links(entry.title),
    )


# Publications


def _publication(entry: Entry, item: Publication | None, name: str) -> Thing:
    """Return a work; with a DOI it is a scholarly article, else nothing more than a work is known of it."""
    doi = [address for text in entry.links for address in _links(text)]
    venue = _plain(entry.organization)
    authors = item.authors if item else ()
    return _thing(
        "ScholarlyArticle" if doi else "CreativeWork",
        name=_plain(entry.title),
        author=[_author(text, name) for text in authors] or {"@id": PERSON},
        datePublished=entry.period.start if entry.period else None,
        isPartOf=_thing("CreativeWork", name=venue) if venue else None,
        url=_links(entry.title),
        sameAs=doi,
    )


def _author(text: Text, name: str) -> Thing:
    """Return an author; the person is the one in bold, or the one of the same name."""
    if text.plain == name or any(run.strong for run in text.runs):
        return {"@id": PERSON}
    return _thing("Person", name=text.plain)


# What all of it is made of


def _thing(kind: str, **properties: Any) -> Thing:
    """Return a thing with the properties that are known; a list of one is that one."""
    known = {name: value[0] if isinstance(value, list) and len(value) == 1 else value
             for name, value in properties.items() if value}  # fmt: skip
    return {"@type": kind, **known}


def _sections(document: Document, kind: str) -> Iterator[Section]:
    return (section for section in document.sections if section.kind == kind)


def _entries(document: Document, kind: str) -> Iterator[Entry]:
    return (part for section in _sections(document, kind) for part in section.parts if isinstance(part, Entry))


def _groups(document: Document, kind: str) -> Iterator[Group]:
    return (part for section in _sections(document, kind) for part in section.parts if isinstance(part, Group))


def _plain(text: Text | None) -> str | None:
    return text.plain if text else None


def _links(text: Text | None) -> list[Url]:
    """Return the addresses that a text leads to, each once."""
    return list(dict.fromkeys(run.address for run in text.runs if run.address)) if text else []
