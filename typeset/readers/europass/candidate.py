"""A `Candidate` document in, Europass's dialect of HR Open Standards since 2020; a draft out."""

from __future__ import annotations

from collections.abc import Callable

from typeset.readers.draft.finds import Find
from typeset.readers.draft.nodes import listed, literal, mapped, string, text_of
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.europass.activities import (
    certificates,
    interest,
    project,
    publication,
    reference,
    sections,
    volunteer,
)
from typeset.readers.europass.career import employer, school
from typeset.readers.europass.competences import languages, skills
from typeset.readers.europass.parts import Entries, body, date, joined, said
from typeset.source import Mapping, Node, Scalar

_NETWORKS = {
    "linkedin": "LinkedIn",
    "github": "GitHub",
    "gitlab": "GitLab",
    "youtube": "YouTube",
    "whatsapp": "WhatsApp",
}


def draft(root: Find) -> tuple[Mapping, list[Note]]:
    """Return a draft of a candidate, and notes on what is not content."""
    person, profile = root.first("CandidatePerson"), root.first("CandidateProfile")
    notes = _left(root, profile)
    tree = mapped(
        [
            (
                "basics",
                _basics(
                    person if person.each("PersonName") else root.first("CandidateSupplier", "PersonContact"), profile
                ),
            ),
            ("work", _each(profile, employer, "EmploymentHistory", "EmployerHistory")),
            ("education", _each(profile, school, "EducationHistory", "EducationOrganizationAttendance")),
            ("languages", listed(languages(person, profile), root.place)),
            ("skills", listed(skills(profile), root.place)),
            ("projects", _each(profile, project, "Projects", "Project")),
            ("publications", _each(profile, publication, "PublicationHistory", "Publication")),
            ("volunteer", _each(profile, volunteer, "VoluntaryWorks", "VoluntaryWork")),
            ("certificates", listed(certificates(profile), root.place)),
            ("interests", _each(profile, interest, "HobbiesAndInterests", "HobbyOrInterest")),
            ("references", _each(profile, reference, "EmploymentReferences", "EmploymentReference")),
            ("sections", listed(sections(profile), root.place)),
            ("meta", _meta(profile)),
        ],
        root.place,
    )
    return tree, notes


def _left(root: Find, profile: Find) -> list[Note]:
    """Leave what is not about the person's career, and say so."""
    reasons: list[tuple[Find, str, str]] = [
        (root, "DocumentID", "the document's number at Europass"),
        (root, "CandidateSupplier", "who gave the document to Europass: the same person"),
        (root, "RenderingInformation", "how Europass draws it; a theme does so here"),
        (profile, "ID", "the profile's number at Europass"),
        (profile, "Attachment", "a picture or a file inside the document; put it beside the content file"),
    ]
    if not root.each("CandidatePerson", "PersonName"):
        del reasons[1]
    found = [(name, reason, find.leave(name)) for find, name, reason in reasons]
    for channel in root.first("CandidatePerson").each("Communication"):
        channel.leave("ChannelCode")
        if channel.each("DialNumber"):
            channel.leave("CountryCode")
        channel.leave("Address", "type")
        found.append(("UseCode", "what a telephone, an address or an account is for", channel.leave("UseCode")))
    notes = {name: Note(Fate.DROPPED, f"`{name}`: {reason}", place) for name, reason, place in reversed(found) if place}
    return [*reversed(notes.values())]


def _each(profile: Find, entries: Callable[[Find], Entries], *names: str) -> Node | None:
    return listed((mapped(entries(each), each.place) for each in profile.each(*names)), profile.place)


# The person


def _basics(person: Find, profile: Find) -> Node:
    channels = person.each("Communication")
    name = person.first("PersonName")
    emails = [uri for each in _of(channels, "email") if (uri := each.scalar("URI"))]
    sites = [uri for each in _of(channels, "web") if (uri := each.scalar("URI"))]
    phones = [_phone(each) for each in _of(channels, "telephone")]
    profiles = [_profile(each) for each in channels if each.each("URI")]
    entries: Entries = [
        (
            "name",
            joined([name.scalar("FormattedName")]) or joined([name.scalar(key) for key in ("GivenName", "FamilyName")]),
        ),
        ("label", said(profile, "PersonTitle")),
        ("email", emails[0] if emails else None),
        ("phone", phones[0] if phones else None),
        ("url", sites[0] if sites else None),
        ("location", _location(person)),
        ("summary", body(profile, "ExecutiveSummary")),
        ("profiles", listed([*(mapped([("url", site)], site.place) for site in sites[1:]), *profiles], person.place)),
        ("emails", listed(emails[1:], person.place)),
        ("phones", listed(phones[1:], person.place)),
        ("birthDate", date(person.scalar("BirthDate"))),
        ("nationality", listed(person.scalars("NationalityCode"), person.place)),
        ("gender", person.scalar("GenderCode")),
    ]
    return mapped(entries, person.place)


def _of(channels: list[Find], kind: str) -> list[Find]:
    return [each for each in channels if text_of(each.first("ChannelCode").node).replace(" ", "").lower() == kind]


def _phone(channel: Find) -> Node | None:
    dialing, number = channel.scalar("CountryDialing"), channel.scalar("DialNumber") or channel.scalar("URI")
    if dialing and number:
        return string(f"+{dialing.text.lstrip('+')} {number.text}", dialing.place)
    return number


def _profile(channel: Find) -> Node | None:
    """Return an account, of a channel whose address nobody took yet."""
    if not isinstance(channel.first("URI").rest(), Scalar):
        return None
    uri = channel.scalar("URI")
    other, use = channel.scalar("OtherTitle"), channel.scalar("UseCode")
    network = other or use
    name = _NETWORKS.get(network.text.lower(), network.text if other else network.text.capitalize()) if network else ""
    is_address = uri is not None and uri.text.startswith("http")
    return mapped(
        [
            ("network", literal(name, network.place) if network else None),
            ("url" if is_address else "username", uri),
        ],
        channel.place,
    )


def _location(person: Find) -> Node | None:
    address = person.first("Communication", "Address")
    lines = address.scalars("AddressLine")
    country = address.scalar("CountryCode")
    entries: Entries = [
        ("address", joined(lines, ", ")),
        ("postalCode", said(address, "PostalCode")),
        ("city", said(address, "CityName")),
        ("countryCode", string(country.text.upper(), country.place) if country else None),
    ]
    return mapped(entries, address.place) if any(node for _, node in entries) else None


def _meta(profile: Find) -> Node | None:
    language_code = profile.scalar("languageCode")
    return mapped([("language", language_code)], language_code.place) if language_code else None
