"""A `SkillsPassport` document in, Europass's own format of 2012 to 2020 (schema v3.0 to v3.4); a draft out."""

from __future__ import annotations

import re
from collections.abc import Callable

from typeset.readers.draft.finds import Find
from typeset.readers.draft.nodes import listed, literal, mapped, string, text_of
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.europass.achievements import achievements, languages, skills
from typeset.readers.europass.parts import Entries, joined, markdown, said, told
from typeset.source import Mapping, Node, Scalar

_NETWORKS = {"gtalk": "Google Talk", "aim": "AIM", "msn": "MSN", "icq": "ICQ", "linkedin": "LinkedIn"}


def draft(root: Find) -> tuple[Mapping, list[Note]]:
    """Return a draft of a learner, and notes on what is not content."""
    learner = root.first("LearnerInfo")
    notes = _left(root, learner)
    tree = mapped(
        [
            ("basics", _basics(learner)),
            ("work", _each(learner, _job, "WorkExperienceList", "WorkExperience")),
            ("education", _each(learner, _school, "EducationList", "Education")),
            ("languages", listed(languages(learner.first("Skills", "Linguistic")), learner.place)),
            ("skills", listed(skills(learner.first("Skills")), learner.place)),
            ("references", _each(learner, _reference, "ReferenceList", "Reference")),
            *achievements(learner),
            ("meta", _meta(root)),
        ],
        root.place,
    )
    return tree, notes


def _left(root: Find, learner: Find) -> list[Note]:
    """Leave what is not about the person's career, and say so."""
    reasons = [
        (root, ["DocumentInfo"], "about the file, not the person"),
        (root, ["PrintingPreferences"], "how Europass prints it; a theme does so here"),
        (root, ["AttachmentList"], "files inside the document; put them beside the content file"),
        (learner, ["Identification", "Photo"], "a picture inside the document; put it beside the content file"),
        (learner, ["Identification", "Signature"], "a signature; a CV here has none"),
    ]
    found = [(names[-1], reason, find.leave(*names)) for find, names, reason in reasons]
    for path in (["Documentation"], ["WorkExperienceList", "WorkExperience", "Documentation"]):
        learner.leave(*path)
    for name in ("WorkExperienceList", "EducationList", "AchievementList"):
        for entry in learner.each(name):
            for inner in entry.each(name.removesuffix("List")):
                inner.leave("Documentation")
    return [Note(Fate.DROPPED, f"`{name}`: {reason}", place) for name, reason, place in found if place]


def _each(learner: Find, entries: Callable[[Find], Entries], *names: str) -> Node | None:
    return listed((mapped(entries(each), each.place) for each in learner.each(*names)), learner.place)


def _meta(root: Find) -> Node | None:
    locale = root.scalar("locale")
    return mapped([("language", locale)], locale.place) if locale else None


# The person


def _basics(learner: Find) -> Node:
    person = learner.first("Identification")
    contact, name = person.first("ContactInfo"), person.first("PersonName")
    phones = [*contact.scalars("TelephoneList", "Telephone", "Contact"), *contact.scalars("Telephone", "Contact")]
    sites = [*contact.scalars("WebsiteList", "Website", "Contact"), *contact.scalars("Website", "Contact")]
    messengers = contact.each("InstantMessagingList", "InstantMessaging")
    headline = learner.first("Headline")
    is_statement = text_of(headline.first("Type", "Code").node) == "personal_statement"
    about = headline.scalar("Description", "Label") or headline.scalar("Description")
    headline.leave("Type")
    for kind in ("TelephoneList", "WebsiteList"):
        for each in contact.each(kind):
            for inner in each.each(kind.removesuffix("List")):
                inner.leave("Use")
    demographics = person.first("Demographics")
    profiles = [
        *(mapped([("url", site)], site.place) for site in sites[1:]),
        *map(_messenger, messengers),
    ]
    entries: Entries = [
        ("name", joined([name.scalar(key) for key in ("FirstName", "Surname")])),
        ("label", joined([about]) if about and not is_statement else None),
        ("email", contact.scalar("Email", "Contact")),
        ("phone", phones[0] if phones else None),
        ("url", sites[0] if sites else None),
        ("location", _location(contact.first("Address", "Contact"))),
        ("summary", _statement(about) if about and is_statement else None),
        ("profiles", listed(profiles, contact.place)),
        ("phones", listed(phones[1:], contact.place)),
        ("birthDate", _date(demographics.first("Birthdate"))),
        ("gender", _labelled(demographics.first("Gender"))),
        (
            "nationality",
            listed(map(_labelled, demographics.each("NationalityList", "Nationality")), demographics.place),
        ),
    ]
    return mapped(entries, person.place)


def _statement(written: Scalar) -> Node:
    return string(markdown(written), written.place)


def _messenger(messenger: Find) -> Node | None:
    account = messenger.scalar("Contact")
    label, code = messenger.scalar("Use", "Label"), messenger.scalar("Use", "Code")
    named = label or code
    network = _NETWORKS.get(named.text, named.text) if named else ""
    place = account.place if account else messenger.place
    return mapped([("network", literal(network, place) if network else None), ("username", account)], place)


def _labelled(find: Find) -> Node | None:
    """Return what a code's label says, or the code where there is none."""
    label, code = find.scalar("Label"), find.scalar("Code")
    return label or code


def _location(address: Find) -> Node | None:
    lines = address.scalars("AddressLine")
    code, country = address.scalar("Country", "Code"), address.scalar("Country", "Label")
    entries: Entries = [
        ("address", joined(lines, ", ")),
        ("postalCode", said(address, "PostalCode")),
        ("city", said(address, "Municipality")),
        ("countryCode", code or country),
    ]
    return mapped(entries, address.place) if any(node for _, node in entries) else None


# Work and education


def _job(job: Find) -> Entries:
    employer = job.first("Employer")
    return [
        ("name", said(employer, "Name")),
        ("position", joined([job.scalar("Position", "Label") or job.scalar("Position")])),
        ("location", _town(employer)),
        *_period(job.first("Period")),
        *told(job, "Activities"),
        ("url", _site(employer)),
        ("sector", _labelled(employer.first("Sector"))),
    ]


def _school(school: Find) -> Entries:
    organisation, level = school.first("Organisation"), school.first("Level")
    return [
        ("institution", said(organisation, "Name")),
        ("studyType", said(school, "Title")),
        ("area", _labelled(school.first("Field"))),
        ("location", _town(organisation)),
        *_period(school.first("Period")),
        *told(school, "Activities"),
        ("url", _site(organisation)),
        ("level", _labelled(level)),
    ]


def _town(organisation: Find) -> Node | None:
    """Return a place as it is said: the town and its country. A street that is there is left for `x`."""
    address = organisation.first("ContactInfo", "Address", "Contact")
    town, label, code = (
        address.scalar("Municipality"),
        address.scalar("Country", "Label"),
        address.scalar("Country", "Code"),
    )
    return joined([town, label or code], ", ")


def _site(organisation: Find) -> Node | None:
    site = organisation.first("ContactInfo", "Website")
    site.leave("Use")
    return site.scalar("Contact")


def _period(period: Find) -> Entries:
    start, end = _date(period.first("From")), _date(period.first("To"))
    current = period.scalar("Current")
    if current and current.text.lower() == "true" and not end:
        end = string("present", current.place)
    return [("startDate", start), ("endDate", end)]


def _date(written: Find) -> Node | None:
    """Return a date of attributes, written as XML Schema's gYear, gMonth and gDay: `--03` is March."""
    parts = []
    for name in ("year", "month", "day"):
        part = re.sub(r"\D", "", written.text(name))
        if not part:
            break
        parts.append(part.zfill(2))
    return string("-".join(parts), written.place) if parts else None


def _reference(reference: Find) -> Entries:
    contact = reference.first("ContactInfo")
    name = reference.first("PersonName")
    return [
        ("name", joined([name.scalar(key) for key in ("FirstName", "Surname")])),
        ("position", _labelled(reference.first("Position"))),
        ("organization", said(reference, "Organisation", "Name")),
        ("email", contact.scalar("Email", "Contact")),
        ("phone", contact.scalar("TelephoneList", "Telephone", "Contact")),
    ]
