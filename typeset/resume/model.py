"""The canonical content model: facts about a person, nothing about looks.

Keys are JSON Resume's (schema 1.x) wherever it has one. Field names are the keys of the file, which is why they
are in camel case here and nowhere else.
"""

import dataclasses
from collections.abc import Mapping
from typing import ClassVar

from typeset.resume.blocks import Body
from typeset.resume.dates import DateText, PartialDate, Present
from typeset.resume.fields import Email, LanguageTag, Record, Slug, about, record
from typeset.resume.links import Url
from typeset.resume.text import Text
from typeset.source import Node, Place

Date = PartialDate | Present | DateText

MODEL = 2
"""The version of this model, as content files carry it; `typeset.resume.migration` brings older ones forward."""


@record
class Part(Record):
    """Anything in a file that has keys: where it stands, and what it holds that the model has no name for.

    A `closed` class has no room for the latter: an unknown key is an error there. `moved` tells where the keys of older
    models are now.
    """

    closed: ClassVar[bool] = False
    moved: ClassVar[Mapping[str, str]] = {}
    shorthand: ClassVar[str | None] = None

    place: Place | None = dataclasses.field(default=None, compare=False, repr=False)
    x: tuple[tuple[str, Node], ...] = dataclasses.field(default=(), compare=False, repr=False)


@record
class Item(Part):
    """What an application can pick, leave out, reorder or reword, by its `id`."""

    naming: ClassVar[tuple[str, ...]] = ()

    id: Slug = about("A stable name for applications to refer to; made from the title when absent.", default=Slug(""))
    tags: tuple[Slug, ...] = about("What it is about, for applications to select by.", default=())
    priority: int | None = about("1 is kept longest when pages must be saved.")
    only: tuple[Slug, ...] = about("Shown only where an application asks for one of these tags.", default=())
    private: bool = about("Never shown unless an application says so.", default=False)
    notes: Body | None = about("For the applicant alone; never printed.")


@record
class Variant(Part):
    """Another wording of a bullet, for readers who ask for one of its tags."""

    tags: tuple[Slug, ...] = about("Which tags of an application choose this wording.", default=(), needed=True)
    text: Text | None = about("What the bullet says then.", needed=True, also=("summary", "description"))
    label: Text | None = about("The label then; the bullet's own when absent.", also=("title", "heading"))


@record
class Highlight(Item):
    """A bullet, with a life of its own when it is written with keys."""

    naming = ("label", "text")
    shorthand = "text"

    text: Text | None = about("What the bullet says.", needed=True, also=("summary", "description", "bullet"))
    label: Text | None = about('A few words set before the text: "Platform: …".', also=("title", "heading"))
    body: Body | None = about("Paragraphs, lists or quotations below the text.")
    highlights: "tuple[Highlight, ...]" = about("Bullets below this one.", default=(), also=("items", "bullets"))
    variants: tuple[Variant, ...] = about("Other wordings, for readers who ask for their tags.", default=())


@record
class Location(Part):
    """Where a person lives, as exactly as they wish to say."""

    shorthand = "text"

    text: Text | None = about("The place in one line, instead of its parts.")
    address: Text | None = about("Street and number.", also=("street",))
    postalCode: Text | None = about("Postal code.", also=("zip", "postcode"))
    city: Text | None = about("City or town.", also=("town",))
    countryCode: Text | None = about("Country, as an ISO 3166-1 alpha-2 code.", also=("country",))
    region: Text | None = about("State, province or canton.", also=("state", "province"))


@record
class Profile(Item):
    """An account elsewhere."""

    naming = ("network", "username")

    network: Text | None = about("The network's name, such as GitHub.", also=("name", "site", "service"))
    username: str | None = about("The account's name there.", also=("user", "handle", "account"))
    url: Url | None = about("The account's address.", also=("website", "link", "href"))
    note: Text | None = about('A remark shown after it: "mostly hobbies".', also=("comment", "remark"))


@record
class Basics(Part):
    """Who the person is and how to reach them; contact items are shown in the order written."""

    name: Text | None = about("Full name.", also=("fullName",))
    label: Text | None = about("What the person is, in a few words.", also=("headline", "title", "tagline"))
    image: str | None = about("A photograph (JPEG, PNG or WebP) beside the content file.", also=("photo", "picture"))
    email: Email | None = about("E-mail address.", also=("mail", "e-mail"))
    phone: Text | None = about("Telephone number.", also=("telephone", "mobile", "tel"))
    url: Url | None = about("The person's own page.", also=("website", "homepage", "web"))
    summary: Body | None = about("A short profile, in Markdown.", also=("profile", "about", "objective"))
    location: Location | None = about("Where the person lives.", also=("address",))
    profiles: tuple[Profile, ...] = about("Accounts elsewhere.", default=(), also=("social", "links"))
    order: tuple[str, ...] = dataclasses.field(default=(), compare=False)


@record
class Link(Part):
    """An address with words for it."""

    shorthand = "url"

    url: Url | None = about("Where it leads.", needed=True, also=("href", "link"))
    label: Text | None = about("What it is called; the address itself when absent.", also=("title", "name", "text"))


@record
class Dated(Item):
    """What took some time, and what there is to say about it."""

    startDate: Date | None = about("YYYY, YYYY-MM, YYYY-MM-DD, or words.", also=("start", "from", "begin"))
    endDate: Date | None = about("As `startDate`, or `present`.", also=("end", "to", "until"))
    summary: Body | None = about("Paragraphs before the list, in Markdown.", also=("text",))
    highlights: tuple[Highlight, ...] = about(
        "The list: what was done and what came of it.", default=(), also=("bullets",)
    )
    body: Body | None = about("Paragraphs, lists or quotations after the list, in Markdown.", also=("after",))
    keywords: tuple[Text, ...] = about("Technologies, methods, subjects.", default=(), also=("technologies", "tools"))
    links: tuple[Link, ...] = about("Addresses to show with it.", default=())


@record
class Position(Dated):
    """One of several roles at one employer."""

    naming = ("position",)

    position: Text | None = about("The role.", needed=True, also=("title", "role", "jobTitle"))
    department: Text | None = about("Department, team or unit.", also=("team", "unit"))
    location: Text | None = about("Where, if not where the employer is.", also=("place", "city"))


@record
class Successor(Part):
    """What an employer became: "now X (place)"."""

    shorthand = "name"

    name: Text | None = about("The employer's name today.", needed=True)
    location: Text | None = about("Where it is.", also=("place", "city"))
    url: Url | None = about("Its page.", also=("website",))


@record
class Work(Dated):
    """Employment: one role, or several `positions`, at one employer."""

    naming = ("name", "position")

    name: Text | None = about("The employer.", also=("company", "employer", "organization"))
    location: Text | None = about("Where.", also=("place", "city"))
    description: Text | None = about("One line on the employer or the job.", also=("tagline",))
    position: Text | None = about("The role.", also=("title", "role", "jobTitle"))
    positions: tuple[Position, ...] = about(
        "Several roles at this employer, latest first.", default=(), also=("roles",)
    )
    department: Text | None = about("Department, team or unit.", also=("team", "unit"))
    url: Url | None = about("The employer's page.", also=("website", "link"))
    successor: Successor | None = about("What the employer became.", also=("now",))


@record
class Volunteer(Dated):
    """Unpaid work."""

    naming = ("organization", "position")

    organization: Text | None = about("For whom.", also=("name", "company"))
    position: Text | None = about("As what.", also=("title", "role"))
    location: Text | None = about("Where.", also=("place", "city"))
    url: Url | None = about("The organisation's page.", also=("website",))


@record
class Thesis(Part):
    """What a degree was written about."""

    shorthand = "title"

    title: Text | None = about("The title.", needed=True)
    kind: Text | None = about("What it is called, such as Dissertation; Thesis when absent.", also=("type",))
    supervisor: Text | None = about("Who supervised it.", also=("advisor", "adviser"))
    url: Url | None = about("Where to read it.", also=("link",))


@record
class Education(Dated):
    """A degree, or the road to one."""

    naming = ("institution", "studyType", "area")

    institution: Text | None = about("School or university.", also=("school", "university"))
    location: Text | None = about("Where.", also=("place", "city"))
    url: Url | None = about("The institution's page.", also=("website",))
    area: Text | None = about("Subject.", also=("major", "field", "subject"))
    studyType: Text | None = about("The degree, such as Ph.D.", also=("degree", "qualification"))
    score: Text | None = about("Grade.", also=("gpa", "grade"))
    courses: tuple[Text, ...] = about("Courses worth naming.", default=())
    thesis: Thesis | None = about("Thesis or dissertation.", also=("dissertation",))
    supervisor: Text | None = about("Who supervised the studies.", also=("advisor", "adviser"))


@record
class Award(Item):
    """A prize, grant or honour."""

    naming = ("title",)

    title: Text | None = about("What.", also=("name",))
    date: Date | None = about("When.", also=("year", "releaseDate"))
    awarder: Text | None = about("From whom.", also=("issuer", "organization"))
    url: Url | None = about("Its page.", also=("website", "link"))
    summary: Body | None = about("What for, in Markdown.", also=("description",))


@record
class Certificate(Item):
    """A certificate or licence."""

    naming = ("name",)

    name: Text | None = about("What.", also=("title",))
    date: Date | None = about("When.", also=("year",))
    url: Url | None = about("Where it can be checked.", also=("link", "website"))
    issuer: Text | None = about("From whom.", also=("awarder", "organization"))
    summary: Body | None = about("What it says, in Markdown.", also=("description",))


@record
class Publication(Item):
    """A paper, book, talk or patent."""

    naming = ("name",)

    name: Text | None = about("Title.", also=("title",))
    authors: tuple[Text, ...] = about("Authors in order; **bold** marks the person.", default=(), also=("author",))
    publisher: Text | None = about("Journal, conference or publisher.", also=("journal", "venue", "conference"))
    releaseDate: Date | None = about("When.", also=("date", "year"))
    url: Url | None = about("Where to read it.", also=("link", "website"))
    doi: str | None = about("Digital object identifier, such as 10.1000/182.")
    summary: Body | None = about("What it says, in Markdown.", also=("description", "abstract"))


@record
class Skill(Item):
    """What a person can do: a name and keywords, or a name and prose."""

    naming = ("name",)
    shorthand = "name"

    name: Text | None = about("The skill, or a group of them.", also=("title", "category"))
    level: Text | None = about("How well.", also=("proficiency",))
    keywords: tuple[Text, ...] = about("What belongs to it.", default=(), also=("items", "details"))
    summary: Body | None = about("What for and since when, in Markdown.", also=("description",))
    highlights: tuple[Highlight, ...] = about("What it was used for.", default=())


@record
class Language(Item):
    """A human language."""

    naming = ("language",)

    language: Text | None = about("The language.", also=("name",))
    fluency: Text | None = about("How well, such as C1 or native.", also=("level", "proficiency"))
    summary: Body | None = about("Certificates, years abroad.", also=("description",))


@record
class Interest(Item):
    """What a person likes to do."""

    naming = ("name",)
    shorthand = "name"

    name: Text | None = about("The interest.", also=("title",))
    keywords: tuple[Text, ...] = about("What of it.", default=())
    summary: Body | None = about("More about it, in Markdown.", also=("description",))


@record
class Reference(Item):
    """Somebody who vouches for the person."""

    naming = ("name",)

    name: Text | None = about("Who.")
    reference: Body | None = about("What they say.", also=("quote", "text"))
    position: Text | None = about("What they are.", also=("title", "role"))
    organization: Text | None = about("Where they are it.", also=("company",))
    email: Email | None = about("How to reach them by e-mail.")
    phone: Text | None = about("How to reach them by telephone.")


@record
class Project(Dated):
    """Something made, alone or with others."""

    naming = ("name",)

    name: Text | None = about("What it is called.", also=("title",))
    description: Text | None = about("What it is, in a line.", also=("tagline",))
    url: Url | None = about("Its page.", also=("website", "link", "repo"))
    roles: tuple[Text, ...] = about("What the person did in it.", default=(), also=("role",))
    entity: Text | None = about("For whom or with whom.", also=("organization", "company"))
    type: Text | None = about("What kind of thing it is.", also=("kind",))
    location: Text | None = about("Where.", also=("place",))


@record
class CustomItem(Dated):
    """One item of a person's own section: an entry (`title`), a pair (`label`, `value`), or a bullet (`text`)."""

    naming = ("title", "label", "text")
    shorthand = "text"

    text: Text | None = about("A bullet.")
    title: Text | None = about("An entry's title.", also=("name", "position"))
    subtitle: Text | None = about("What stands beside the title.")
    organization: Text | None = about("For whom, at whose place.", also=("company", "institution"))
    location: Text | None = about("Where.", also=("place", "city"))
    date: Date | None = about("When, if at one time.", also=("year",))
    url: Url | None = about("Its page.", also=("website", "link"))
    label: Text | None = about("A pair's label.")
    value: Text | None = about("What stands after the label.")
    variants: tuple[Variant, ...] = about("Other wordings of a bullet, for readers who ask for their tags.", default=())


@record
class CustomSection(Item):
    """A section that the model has no name for; its items may be of mixed kinds."""

    naming = ("title",)

    title: Text | None = about("The heading.", needed=True, also=("name", "heading"))
    body: Body | None = about("Markdown blocks before the items.", also=("text", "summary"))
    items: tuple[CustomItem, ...] = about("Entries, pairs and bullets.", default=(), also=("entries", "highlights"))


@record
class Heading(Part):
    """What stands at the top of a section instead of the usual words."""

    shorthand = "title"

    title: Text | None = about("The heading.")
    summary: Body | None = about("Markdown blocks between the heading and the items.", also=("body", "text"))


@record
class Headings(Part):
    """Headings of the sections that the model has names for."""

    moved: ClassVar[Mapping[str, str]] = {"keywords": "labels.keywords", "supervisor": "labels.supervisor"}

    summary: Heading | None = about("Heading of the profile.")
    work: Heading | None = about("Heading of employment.", also=("experience",))
    volunteer: Heading | None = about("Heading of unpaid work.")
    education: Heading | None = about("Heading of education.")
    awards: Heading | None = about("Heading of awards.")
    certificates: Heading | None = about("Heading of certificates.")
    publications: Heading | None = about("Heading of publications.")
    skills: Heading | None = about("Heading of skills.")
    languages: Heading | None = about("Heading of languages.")
    interests: Heading | None = about("Heading of interests.", also=("hobbies",))
    references: Heading | None = about("Heading of references.")
    projects: Heading | None = about("Heading of projects.")


@record
class Labels(Part):
    """Words before what an entry lists, instead of the usual ones."""

    keywords: Text | None = about("What stands before an entry's keywords, such as Technologies.")
    supervisor: Text | None = about("What a supervisor is called, such as Advisor.", also=("advisor", "adviser"))


@record
class Meta(Part):
    """About the file itself."""

    canonical: Url | None = about("Where the latest version is.")
    version: str | None = about("The file's version.")
    lastModified: str | None = about("When it was last changed (ISO 8601).")
    model: int | None = about(
        "The version of the content model that the file is written for; today's when absent.", compare=False
    )
    language: LanguageTag | None = about("The language of texts that are not maps of languages; `en` when absent.")
    order: tuple[Slug, ...] = about("Sections that come first, where the file's own order will not do.", default=())


@record
class Resume(Part):
    """Everything that is true about a person's career. `order` names the sections as the file has them."""

    schema: str | None = about("The JSON Schema that editors check this file against.", key="$schema")
    basics: Basics = about("Who the person is.", default=Basics(), also=("cv", "person", "personal"))
    work: tuple[Work, ...] = about("Employment.", default=(), also=("experience", "employment", "jobs"))
    volunteer: tuple[Volunteer, ...] = about("Unpaid work.", default=(), also=("volunteering",))
    education: tuple[Education, ...] = about("Degrees and schools.", default=(), also=("studies",))
    awards: tuple[Award, ...] = about("Prizes, grants, honours.", default=(), also=("honors", "honours"))
    certificates: tuple[Certificate, ...] = about("Certificates and licences.", default=(), also=("certifications",))
    publications: tuple[Publication, ...] = about("Papers, books, talks.", default=(), also=("papers",))
    skills: tuple[Skill, ...] = about("What the person can do.", default=(), also=("technologies",))
    languages: tuple[Language, ...] = about("Human languages.", default=())
    interests: tuple[Interest, ...] = about("What the person likes.", default=(), also=("hobbies",))
    references: tuple[Reference, ...] = about("Who vouches for the person.", default=(), also=("referees",))
    projects: tuple[Project, ...] = about("Things made.", default=())
    sections: tuple[CustomSection, ...] = about("Sections of one's own.", default=(), also=("custom",))
    headings: Headings = about("Other headings than the usual ones.", default=Headings(), also=("titles",))
    labels: Labels = about("Other labels inside entries than the usual ones.", default=Labels(), also=("words",))
    meta: Meta = about("About this file.", default=Meta())
    order: tuple[str, ...] = dataclasses.field(default=(), compare=False)


SECTIONS = (
    "work",
    "volunteer",
    "education",
    "awards",
    "certificates",
    "publications",
    "skills",
    "languages",
    "interests",
    "references",
    "projects",
)
