"""One row of a table of LinkedIn's in, its entries in the model's keys out; and which table becomes which section."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from typeset.readers.draft.nodes import listed, literal, mapped, string
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.linkedin.table import Row
from typeset.readers.linkedin.values import Entries, date, long, name, period, short, told
from typeset.source import Sequence

Reader = Callable[[Row, list[Note]], Entries | None]
"""Of a row, and a list for what is to be told of it: its entries, or None for one that is left out."""

_SHOWN = ("visible", "")


def _position(row: Row, notes: list[Note]) -> Entries:
    return [
        ("name", short(row.take("Company Name"))),
        ("position", short(row.take("Title"))),
        ("location", short(row.take("Location"))),
        *period(row, notes),
        *told(row.take("Description")),
    ]


def _education(row: Row, _: list[Note]) -> Entries:
    notes = dict(told(row.take("Notes")))
    activities = row.take("Activities")
    if activities:
        place = activities.place
        one = mapped(
            [("label", string("Activities", place)), ("text", literal(" ".join(activities.text.split()), place))], place
        )
        there = notes.get("highlights")
        notes["highlights"] = Sequence((*(there.items if isinstance(there, Sequence) else ()), one), place)
    return [
        ("institution", short(row.take("School Name"))),
        ("studyType", short(row.take("Degree Name"))),
        ("area", short(row.take("Field Of Study"))),
        ("startDate", date(row.take("Start Date", "Started On"))),
        ("endDate", date(row.take("End Date", "Finished On"))),
        *notes.items(),
    ]


def _skill(row: Row, _: list[Note]) -> Entries:
    return [("name", short(row.take("Name")))]


def _language(row: Row, _: list[Note]) -> Entries:
    return [("language", short(row.take("Name"))), ("fluency", short(row.take("Proficiency")))]


def _certificate(row: Row, _: list[Note]) -> Entries:
    return [
        ("name", short(row.take("Name"))),
        ("issuer", short(row.take("Authority"))),
        ("date", date(row.take("Started On"))),
        ("url", row.take("Url")),
    ]


def _project(row: Row, notes: list[Note]) -> Entries:
    return [
        ("name", short(row.take("Title", "Name"))),
        *period(row, notes),
        *told(row.take("Description")),
        ("url", row.take("Url")),
    ]


def _publication(row: Row, _: list[Note]) -> Entries:
    authors = row.take("Authors")
    return [
        ("name", short(row.take("Name", "Title"))),
        (
            "authors",
            listed(
                (literal(name, authors.place) for name in re.split(r"\s*[,;]\s*", authors.text) if name), authors.place
            )
            if authors
            else None,
        ),
        ("publisher", short(row.take("Publisher", "Issuer", "Patent Office"))),
        ("releaseDate", date(row.take("Published On", "Issued On", "Filed On"))),
        ("url", row.take("Url")),
        ("summary", long(row.take("Description"))),
    ]


def _honor(row: Row, _: list[Note]) -> Entries:
    return [
        ("title", short(row.take("Title"))),
        ("awarder", short(row.take("Issuer"))),
        ("date", date(row.take("Issued On"))),
        ("summary", long(row.take("Description"))),
    ]


def _volunteering(row: Row, notes: list[Note]) -> Entries:
    cause = row.take("Cause")
    return [
        ("organization", short(row.take("Company Name", "Organization"))),
        ("position", short(row.take("Role"))),
        *period(row, notes),
        *told(row.take("Description")),
        ("keywords", listed([literal(cause.text.strip(), cause.place)], cause.place) if cause else None),
    ]


def _recommendation(row: Row, notes: list[Note]) -> Entries | None:
    """Return what somebody wrote, if the person shows it on the profile."""
    status = row.take("Status")
    if status and status.text.strip().lower() not in _SHOWN:
        notes.append(
            Note(Fate.DROPPED, f"a recommendation that is not shown ({status.text.strip().lower()})", status.place)
        )
        row.rest()
        return None
    return [
        ("name", name(row)),
        ("position", short(row.take("Job Title"))),
        ("organization", short(row.take("Company"))),
        ("reference", long(row.take("Text"))),
    ]


def _course(row: Row, _: list[Note]) -> Entries:
    name, number = row.take("Name"), row.take("Number")
    said = " ".join(filter(None, (name.text.strip() if name else "", f"({number.text.strip()})" if number else "")))
    place = name.place if name else row.place
    return [("text", literal(said, place))]


def _organization(row: Row, notes: list[Note]) -> Entries:
    role, name = short(row.take("Position")), short(row.take("Name"))
    return [
        ("title", role or name),
        ("organization", name if role else None),
        *period(row, notes),
        *told(row.take("Description")),
    ]


def _test(row: Row, _: list[Note]) -> Entries:
    return [
        ("title", short(row.take("Name"))),
        ("subtitle", short(row.take("Score"))),
        ("date", date(row.take("Tested On", "Test Date"))),
        ("summary", long(row.take("Description"))),
    ]


SECTIONS: tuple[tuple[str, tuple[str, ...], Reader], ...] = (
    ("work", ("positions",), _position),
    ("education", ("education",), _education),
    ("skills", ("skills",), _skill),
    ("languages", ("languages",), _language),
    ("certificates", ("certifications",), _certificate),
    ("projects", ("projects",), _project),
    ("publications", ("publications", "patents"), _publication),
    ("awards", ("honors", "honorsandawards"), _honor),
    ("volunteer", ("volunteering", "volunteerexperiences"), _volunteering),
    ("references", ("recommendationsreceived",), _recommendation),
)
OWN_SECTIONS: tuple[tuple[str, tuple[str, ...], Reader], ...] = (
    ("Courses", ("courses",), _course),
    ("Organizations", ("organizations",), _organization),
    ("Test scores", ("testscores",), _test),
)

_COMMON = frozenset(["Name", "Title", "Description", "Url", "Started On", "Finished On"])
COLUMNS: Mapping[str, frozenset[str]] = {
    "profile": frozenset(["First Name", "Last Name", "Headline", "Summary", "Industry", "Geo Location", "Websites"]),
    "profilesummary": frozenset(["Profile Summary", "Summary"]),
    "emailaddresses": frozenset(["Email Address", "Email", "Confirmed", "Primary", "Updated On"]),
    "phonenumbers": frozenset(["Extension", "Number", "Phone Number", "Type"]),
    "positions": _COMMON | {"Company Name", "Location"},
    "education": frozenset(["School Name", "Start Date", "End Date", "Notes", "Degree Name", "Activities"]),
    "skills": frozenset(["Name"]),
    "languages": frozenset(["Name", "Proficiency"]),
    "certifications": _COMMON | {"Authority", "License Number"},
    "projects": _COMMON,
    "publications": _COMMON | {"Published On", "Publisher", "Authors"},
    "patents": _COMMON | {"Issuer", "Issued On", "Patent Office", "Filed On"},
    "honors": _COMMON | {"Issued On"},
    "honorsandawards": _COMMON | {"Issued On"},
    "volunteering": _COMMON | {"Company Name", "Organization", "Role", "Cause"},
    "volunteerexperiences": _COMMON | {"Company Name", "Organization", "Role", "Cause"},
    "recommendationsreceived": frozenset(["First Name", "Last Name", "Company", "Job Title", "Text", "Status"]),
    "courses": frozenset(["Name", "Number"]),
    "organizations": _COMMON | {"Position"},
    "testscores": _COMMON | {"Score", "Tested On", "Test Date"},
}
"""The tables that are read, by their short names, and columns by which each is known."""
