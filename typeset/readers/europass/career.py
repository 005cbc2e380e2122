"""Work and education of a `Candidate` in, entries out."""

from __future__ import annotations

from typeset.readers.draft.finds import Find
from typeset.readers.draft.nodes import listed, mapped, string, text_of
from typeset.readers.europass.parts import Entries, date, joined, said, told
from typeset.source import Node, Scalar


def employer(employer: Find) -> Entries:
    """Return what one employer was, with one position or several."""
    positions = employer.each("PositionHistory")
    contact = employer.first("OrganizationContact")
    site = contact.scalar("Communication", "URI")
    contact.leave("Communication", "ChannelCode")
    whole: Entries = [("name", said(employer, "OrganizationName"))]
    more: Entries = [("url", site), ("links", links(employer)), ("industryCode", employer.scalar("IndustryCode"))]
    department = said(employer, "Department")
    if len(positions) == 1:
        return [*whole, *_position(positions[0], contact), ("department", department), *more]
    roles = listed((mapped(_position(each, contact), each.place) for each in positions), employer.place)
    return [*whole, ("location", _town(contact)), ("positions", roles), ("unit", department), *more]


def _position(position: Find, contact: Find) -> Entries:
    place = _in_capitals(joined([position.scalar("City"), position.scalar("Country")], ", "))
    town = _town(contact)
    return [
        ("position", said(position, "PositionTitle")),
        ("location", place or town),
        ("employerLocation", town if place and town and text_of(town) != text_of(place) else None),
        *period(position.first("EmploymentPeriod")),
        *told(position, "Description"),
    ]


def _town(contact: Find) -> Node | None:
    address = contact.first("Communication", "Address")
    return _in_capitals(joined([address.scalar("CityName"), address.scalar("CountryCode")], ", "))


def _in_capitals(place: Node | None) -> Node | None:
    """Return a place whose country, a code in small letters there, stands in capitals."""
    if not isinstance(place, Scalar):
        return None
    town, comma, country = place.text.rpartition(", ")
    return string(f"{town}{comma}{country.upper() if len(country) == 2 else country}", place.place)


def period(period: Find) -> Entries:
    """Return start and end; what is said to be current goes on."""
    start, end = (moment(period.first(name)) for name in ("StartDate", "EndDate"))
    current = period.scalar("CurrentIndicator") or period.scalar("Ongoing")
    if current and current.text.lower() == "true" and not end:
        end = string("present", current.place)
    return [("startDate", start), ("endDate", end)]


def moment(written: Find) -> Node | None:
    """Return a date, whichever way an element holds it."""
    return date(written.scalar("FormattedDateTime") or written.scalar())


def links(entry: Find) -> Node | None:
    """Return the addresses of an entry."""
    found = [*entry.scalars("Link"), *entry.scalars("Links", "Link")]
    return listed((mapped([("url", link)], link.place) for link in found), entry.place)


def school(school: Find) -> Entries:
    """Return a degree, or the road to one."""
    degree, contact = school.first("EducationDegree"), school.first("OrganizationContact")
    site = contact.scalar("Communication", "URI")
    contact.leave("Communication", "ChannelCode")
    score = degree.scalar("FinalGrade", "ScoreText") or degree.scalar("FinalGrade")
    return [
        ("institution", said(school, "OrganizationName")),
        ("studyType", said(degree, "DegreeName")),
        ("location", _town(contact)),
        *period(school.first("AttendancePeriod")),
        ("score", score),
        ("thesis", said(degree, "Thesis")),
        *told(degree, "OccupationalSkillsCovered"),
        ("url", site),
        ("links", links(school)),
        ("levelInEQF", school.scalar("EducationLevelCode")),
        ("creditType", degree.scalar("CreditType")),
        ("numberOfCredits", degree.scalar("NumberOfCredit")),
    ]
