"""All that a `Candidate` holds beside work, education, languages and skills in, entries and sections out."""

from __future__ import annotations

from typeset.readers.draft.finds import Find
from typeset.readers.draft.nodes import listed, mapped, string
from typeset.readers.europass.career import links, moment, period
from typeset.readers.europass.parts import Entries, body, date, joined, said, told
from typeset.source import Node, Scalar

_SECTIONS = {
    ("NetworksAndMemberships", "NetworkAndMembership"): "Networks and memberships",
    ("ConferencesAndSeminars", "ConferenceAndSeminar"): "Conferences and seminars",
    ("CreativeWorks", "CreativeWork"): "Creative works",
    ("SocialAndPoliticalActivities", "SocialAndPoliticalActivity"): "Social and political activities",
    ("CommunicationAndInterpersonalSkills", "CommunicationAndInterpersonalSkill"): "Communication skills",
    ("ManagementAndLeadershipSkills", "ManagementAndLeadershipSkill"): "Management and leadership skills",
    ("OrganisationalSkills", "OrganisationalSkill"): "Organisational skills",
}
"""Headings, in English as the elements are, of what the model has no section for."""


def _common(entry: Find) -> Entries:
    """Return when something was: from a start to an end, or at one time."""
    name = "Date" if entry.each("Date") else "Period"
    at = entry.scalar(name)
    return [("startDate", date(at))] if at else period(entry.first(name))


def project(project: Find) -> Entries:
    """Return a project."""
    return [
        ("name", said(project, "Title")),
        *_common(project),
        *told(project, "Description"),
        ("links", links(project)),
    ]


def publication(publication: Find) -> Entries:
    """Return a publication."""
    year = publication.first("Date")
    return [
        ("name", said(publication, "Title") or said(publication, "FormattedPublicationDescription")),
        ("publisher", said(publication, "Reference") or said(publication, "PublisherName")),
        ("releaseDate", date(publication.scalar("Year")) or moment(year.first("StartDate")) or moment(year)),
        ("summary", body(publication, "Description")),
        ("url", publication.scalar("Link")),
    ]


def volunteer(work: Find) -> Entries:
    """Return unpaid work."""
    organization = said(work, "OrganizationName") or said(work, "Organisation") or said(work, "Organization")
    return [
        ("organization", organization),
        ("position", said(work, "Title") or said(work, "Role")),
        ("location", said(work, "Location")),
        *_common(work),
        *told(work, "Description"),
        ("links", links(work)),
    ]


def certificates(profile: Find) -> list[Node]:
    """Return certificates and courses."""
    paths = [("Certifications", "Certification"), ("CourseCertifications", "CourseCertification")]
    return [mapped(_certificate(each), each.place) for path in paths for each in profile.each(*path)]


def _certificate(certificate: Find) -> Entries:
    when = certificate.first("Date")
    return [
        ("name", said(certificate, "Title") or said(certificate, "CertificationName")),
        ("issuer", said(certificate, "IssuingAuthorityName") or said(certificate, "Organisation")),
        ("date", moment(when.first("StartDate")) or moment(when)),
        ("summary", body(certificate, "Description")),
        ("url", certificate.scalar("Link")),
    ]


def interest(interest: Find) -> Entries:
    """Return an interest."""
    title, description = interest.scalar("Title"), body(interest, "Description")
    same = title and isinstance(description, Scalar) and title.text.strip() == description.text.strip()
    return [("name", joined([title])), ("summary", None if same else description)]


def reference(reference: Find) -> Entries:
    """Return somebody who vouches for the person."""
    name = reference.first("PersonName")
    whole = joined([name.scalar("FormattedName")]) or joined([name.scalar(key) for key in ("GivenName", "FamilyName")])
    return [
        ("name", whole or said(reference, "RefereeName")),
        ("position", said(reference, "PositionTitle")),
        ("organization", said(reference, "OrganizationName")),
        ("reference", body(reference, "Description")),
        ("email", reference.scalar("Communication", "URI")),
        ("phone", reference.scalar("Communication", "DialNumber")),
    ]


def sections(profile: Find) -> list[Node | None]:
    """Return what the model has no section for: Europass's own, and the person's own."""
    fixed = [_section(string(title, profile.place), profile.each(*path)) for path, title in _SECTIONS.items()]
    own = [_section(said(others, "Title"), others.each("Other")) for others in profile.each("Others")]
    return [*fixed, *own]


def _section(title: Node | None, entries: list[Find]) -> Node | None:
    items = listed((mapped(_item(each), each.place) for each in entries), entries[0].place) if entries else None
    return mapped([("title", title), ("items", items)], items.place) if items else None


def _item(entry: Find) -> Entries:
    return [
        ("title", said(entry, "Title")),
        ("location", said(entry, "Location")),
        *_common(entry),
        *told(entry, "Description"),
        ("links", links(entry)),
    ]
