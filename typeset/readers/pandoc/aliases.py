"""The names that people give to the parts of a CV, and the model's names for them."""

from __future__ import annotations

import re
from typing import Any

from typeset.resume.fields import described
from typeset.resume.model import (
    Award,
    Certificate,
    CustomItem,
    Education,
    Interest,
    Language,
    Project,
    Publication,
    Reference,
    Skill,
    Volunteer,
    Work,
)


def plain(key: str) -> str:
    """Return a key without what people write differently: `Job-Title` and `job_title` are `jobtitle`."""
    return re.sub(r"[\s_.-]", "", key).lower()


def _words(text: str) -> dict[str, str]:
    """Return the names by the aliases of a table: `name: alias alias`."""
    lines = (line.partition(":") for line in text.strip().splitlines())
    return {alias: name.strip() for name, _, aliases in lines for alias in aliases.split()}


SECTIONS = _words(
    """
    work: work experience employment jobs positions career employmenthistory workexperience professionalexperience
    work: workhistory professional history roles
    education: education studies degrees schools academicbackground academics
    certificates: certificates certifications certs licenses licences
    awards: awards honors honours prizes scholarships awardsandhonors
    publications: publications papers articles talks
    skills: skills technologies technicalskills expertise competencies software tools programming
    languages: languages
    interests: interests hobbies
    references: references referees
    projects: projects opensource sideprojects personalprojects
    volunteer: volunteer volunteering volunteerexperience volunteerwork community
    """
)
"""The model's names of sections."""

FIRST = ("firstname", "first", "given", "givenname", "givennames", "forename")
MIDDLE = ("middlename", "middle")
LAST = ("lastname", "last", "surname", "family", "familyname")
NAMES = frozenset(["name", "fullname", "author", *FIRST, *LAST])

PERSON = _words(
    """
    label: position tagline headline jobtitle profession occupation subtitle label title role
    summary: summary intro introduction profile about aboutme objective bio statement
    email: email mail emailaddress
    phone: phone mobile telephone tel cell phonenumber
    url: homepage website web url site blog
    location: address location place
    image: photo picture image avatar
    """
)
"""What the top of a file says of the person, besides the name."""

ADDRESS = _words(
    """
    address: street address line1 road
    city: city town
    region: state region province canton county
    postalCode: zip zipcode postcode postalcode plz
    countryCode: country countrycode
    """
)

NETWORKS = {
    "behance": "Behance",
    "bitbucket": "Bitbucket",
    "codeberg": "Codeberg",
    "facebook": "Facebook",
    "github": "GitHub",
    "gitlab": "GitLab",
    "googlescholar": "Google Scholar",
    "scholar": "Google Scholar",
    "instagram": "Instagram",
    "kaggle": "Kaggle",
    "keybase": "Keybase",
    "linkedin": "LinkedIn",
    "mastodon": "Mastodon",
    "medium": "Medium",
    "orcid": "ORCID",
    "researchgate": "ResearchGate",
    "skype": "Skype",
    "stackoverflow": "StackOverflow",
    "telegram": "Telegram",
    "twitter": "Twitter",
    "x": "X",
    "xing": "Xing",
    "youtube": "YouTube",
}

_VARIABLES = """
papersize fontsize geometry mainfont sansfont monofont mathfont cjkmainfont mainfontoptions documentclass
classoption colorlinks linkcolor urlcolor citecolor toccolor linestretch headerincludes includebefore includeafter
lang date output template css pagestyle margintop marginbottom marginleft marginright color accent theme style
layout fontfamily fontenc toc numbersections keywords pagetitle titleprefix
"""
VARIABLES = frozenset(_VARIABLES.split())
"""What pandoc's templates take for looks (the manual's chapter on variables), and the commonest of other templates."""

MODELS: dict[str, Any] = {
    "work": Work,
    "education": Education,
    "certificates": Certificate,
    "awards": Award,
    "publications": Publication,
    "skills": Skill,
    "languages": Language,
    "interests": Interest,
    "references": Reference,
    "projects": Project,
    "volunteer": Volunteer,
    "sections": CustomItem,
}

_DATES = "dates date years year period when time duration timeframe range daterange"
_POINTS = "description details responsibilities tasks bullets items points achievements highlights duties"
DATES, POINTS = frozenset(_DATES.split()), frozenset(_POINTS.split())
"""Keys of what there is to say: a list is one of points, a text a summary."""

_MORE = {
    "work": "name: institution organisation firm where\nposition: job function rank\nkeywords: tech stack technology",
    "education": "institution: institute college school organization where\narea: study program programme course"
    "\nstudyType: diploma title",
    "certificates": "name: cert certificate certification license\nissuer: authority institution organisation by",
    "awards": "title: award prize honor\nawarder: by institution organisation from",
    "publications": "publisher: booktitle publication in\nurl: href",
    "skills": "name: skill group area label\nkeywords: skills list values tools technologies",
    "languages": "language: lang\nfluency: skill",
    "interests": "name: interest hobby\nkeywords: items list",
    "references": "position: job\norganization: employer institution organisation",
    "projects": "name: project\nkeywords: tech stack technology\nroles: position",
    "volunteer": "organization: employer organisation institution\nposition: job\nkeywords: tech",
    "sections": "title: role degree job event what\norganization: employer school university organisation where"
    "\nsubtitle: description",
}


def keys_of(section: str) -> dict[str, str]:
    """Return the model's names of the keys of an item, by what people call them."""
    fields = described(MODELS[section])
    known = {plain(alias): field.key for field in fields.values() for alias in field.also}
    known |= _words(_MORE.get(section, ""))
    return known | {plain(field.key): field.key for field in fields.values()}


_TELLING = """
employer company organization organisation institution institute school university college position jobtitle job
role degree major gpa dates years period startdate enddate start end from to cert certificate issuer awarder
responsibilities highlights bullets publisher fluency proficiency
"""
TELLING = frozenset(_TELLING.split())
"""Keys that the entries of a CV have, and few others."""
