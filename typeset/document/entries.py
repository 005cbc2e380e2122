"""One item of the content model in, one entry or group out: that a job's title is its position is known here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from typeset.document import locale
from typeset.document.inline import filled, joined, linked
from typeset.document.shapes import Block, Entry, Group, List, ListItem, Period, Prose, Quote, Terms, Text
from typeset.document.words import words
from typeset.resume import links
from typeset.resume.blocks import Body
from typeset.resume.dates import DateText, PartialDate, Present
from typeset.resume.links import Url
from typeset.resume.model import (
    Award,
    Certificate,
    CustomItem,
    Dated,
    Education,
    Heading,
    Headings,
    Highlight,
    Interest,
    Labels,
    Language,
    Link,
    Position,
    Project,
    Publication,
    Reference,
    Resume,
    Skill,
    Successor,
    Volunteer,
    Work,
)
from typeset.resume.text import text_of

_IN_DOI = "/:;()~!$&'*+,=@"
"""What stands in the address of a DOI as it is, besides letters and digits; `#` and `<` do not (DOI Handbook, 3.8)."""


@dataclass(frozen=True)
class Arranger:
    """Turns items into parts, in one language; one method a kind of item."""

    language: str
    words: dict[str, str]
    headings: Headings
    labels: Labels

    @classmethod
    def of(cls, resume: Resume, language: str) -> Arranger:
        return cls(language, words(language), resume.headings, resume.labels)

    def heading(self, name: str) -> Text:
        """The person's own words for a section, else the language's."""
        own: Heading | None = getattr(self.headings, name)
        return own.title if own and own.title else text_of(self.words[name])

    def label(self, name: str) -> Text:
        """The person's own words before what an entry lists, else the language's."""
        return getattr(self.labels, name, None) or text_of(self.words[name])

    # Dates and bodies, which every kind has

    def period(self, item: Dated) -> Period | None:
        """A start without an end goes on, as in JSON Resume."""
        end = item.endDate or (Present() if isinstance(item.startDate, PartialDate) else None)
        return locale.period(item.startDate, end, self.language)

    def body(self, item: Dated, *more: Block | None) -> tuple[Block, ...]:
        blocks = [*_blocks(item.summary), *bullets(item.highlights), *_blocks(item.body), *more]
        return tuple(block for block in [*blocks, self.terms(item.keywords)] if block)

    def terms(self, keywords: tuple[Text, ...]) -> Terms | None:
        return Terms(self.label("keywords"), keywords) if keywords else None

    def fact(self, word: str, *values: Text | None) -> Terms | None:
        found = tuple(value for value in values if value)
        return Terms(self.label(word), found) if found else None

    # Employment

    def employer(self, item: Work) -> Entry:
        if not item.positions:
            return self.role(item)
        return Entry(
            id=item.id,
            organization=linked(item.name, item.url),
            place=item.location,
            period=self.period(item) or self.span(item.positions),
            remark=self.successor(item.successor),
            lead=item.description,
            body=self.body(item),
            links=_links(item.links),
            entries=tuple(self.position(position, item) for position in item.positions),
        )

    def role(self, item: Work) -> Entry:
        return Entry(
            id=item.id,
            title=item.position,
            subtitle=item.department,
            organization=linked(item.name, item.url),
            place=item.location,
            period=self.period(item),
            remark=self.successor(item.successor),
            lead=item.description,
            body=self.body(item),
            links=_links(item.links),
        )

    def position(self, item: Position, employer: Work) -> Entry:
        elsewhere = item.location and (not employer.location or item.location.plain != employer.location.plain)
        return Entry(
            id=item.id,
            title=item.position,
            subtitle=item.department,
            place=item.location if elsewhere else None,
            period=self.period(item),
            body=self.body(item),
            links=_links(item.links),
        )

    def span(self, positions: tuple[Position, ...]) -> Period | None:
        """From the first day at an employer to the last, when every role says when in figures."""
        starts = [position.startDate for position in positions if isinstance(position.startDate, PartialDate)]
        if len(starts) < len(positions):
            return None
        ends = [position.endDate or Present() for position in positions]
        if any(isinstance(end, DateText) for end in ends):
            return None
        dates = [end for end in ends if isinstance(end, PartialDate)]
        last = max(dates) if len(dates) == len(ends) else Present()
        return locale.period(min(starts), last, self.language)

    def successor(self, item: Successor | None) -> Text | None:
        if not item or not item.name:
            return None
        name = filled(self.words["now"], name=linked(item.name, item.url) or item.name)
        return joined([name, item.location])

    # The other kinds with dates

    def volunteer(self, item: Volunteer) -> Entry:
        return Entry(
            id=item.id,
            title=item.position,
            organization=linked(item.organization, item.url),
            place=item.location,
            period=self.period(item),
            body=self.body(item),
            links=_links(item.links),
        )

    def education(self, item: Education) -> Entry:
        thesis = item.thesis
        title = linked(thesis.title, thesis.url) if thesis else None
        work = Terms(thesis.kind or self.label("thesis"), (title,)) if thesis and title else None
        return Entry(
            id=item.id,
            title=self.degree(item),
            organization=linked(item.institution, item.url),
            place=item.location,
            period=self.period(item),
            body=tuple(
                block
                for block in (
                    work,
                    self.fact("supervisor", *dict.fromkeys((thesis.supervisor if thesis else None, item.supervisor))),
                    self.fact("grade", item.score),
                    *self.body(item, self.fact("courses", *item.courses)),
                )
                if block
            ),
            links=_links(item.links),
        )

    def degree(self, item: Education) -> Text | None:
        if item.studyType and item.area:
            return filled(self.words["degree"], type=item.studyType, area=item.area)
        return item.studyType or item.area

    def project(self, item: Project) -> Entry:
        return Entry(
            id=item.id,
            title=linked(item.name, item.url),
            subtitle=joined([*item.roles, item.type]),
            organization=item.entity,
            place=item.location,
            period=self.period(item),
            lead=item.description,
            body=self.body(item),
            links=_links(item.links),
        )

    # Things of one date

    def award(self, item: Award) -> Entry:
        return Entry(
            id=item.id,
            title=linked(item.title, item.url),
            organization=item.awarder,
            period=locale.moment(item.date, self.language),
            body=_blocks(item.summary),
        )

    def certificate(self, item: Certificate) -> Entry:
        return Entry(
            id=item.id,
            title=linked(item.name, item.url),
            organization=item.issuer,
            period=locale.moment(item.date, self.language),
            body=_blocks(item.summary),
        )

    def publication(self, item: Publication) -> Entry:
        doi = text_of(f"doi:{item.doi}", link=Url(f"https://doi.org/{quote(item.doi, _IN_DOI)}")) if item.doi else None
        return Entry(
            id=item.id,
            title=linked(item.name, item.url),
            subtitle=joined(item.authors),
            organization=item.publisher,
            period=locale.moment(item.releaseDate, self.language),
            body=_blocks(item.summary),
            links=(doi,) if doi else (),
        )

    def reference(self, item: Reference) -> Entry:
        contacts = [
            text_of(item.email, link=Url(f"mailto:{item.email}")) if item.email else None,
            item.phone,
        ]
        return Entry(
            id=item.id,
            title=item.name,
            subtitle=item.position,
            organization=item.organization,
            body=(Quote(item.reference.blocks),) if item.reference else (),
            links=tuple(contact for contact in contacts if contact),
        )

    # Labels and what belongs to them

    def skill(self, item: Skill) -> Group:
        body = (*_blocks(item.summary), *bullets(item.highlights))
        return Group(item.id, item.name, item.level, item.keywords, body)

    def spoken(self, item: Language) -> Group:
        return Group(item.id, item.language, None, (item.fluency,) if item.fluency else (), _blocks(item.summary))

    def interest(self, item: Interest) -> Group:
        return Group(item.id, item.name, None, item.keywords, _blocks(item.summary))

    # A section of the person's own

    def custom(self, item: CustomItem) -> Entry | Group | Prose:
        if item.title:
            return Entry(
                id=item.id,
                title=linked(item.title, item.url),
                subtitle=item.subtitle,
                organization=item.organization,
                place=item.location,
                period=locale.moment(item.date, self.language) or self.period(item),
                body=self.body(item),
                links=_links(item.links),
            )
        if item.label and not item.text:
            return Group(item.id, item.label, None, (item.value,) if item.value else (), self.body(item))
        below = self.body(item)
        return Prose((List((ListItem(item.text, item.label, below),)),) if item.text else below)


def bullets(highlights: Iterable[Highlight]) -> tuple[Block, ...]:
    """Return one list of all highlights, or nothing."""
    points = (
        ListItem(
            highlight.text or text_of(""),
            highlight.label,
            (*_blocks(highlight.body), *bullets(highlight.highlights)),
        )
        for highlight in highlights
    )
    items = tuple(point for point in points if point.text or point.label or point.blocks)
    return (List(items),) if items else ()


def _blocks(body: Body | None) -> tuple[Block, ...]:
    return body.blocks if body else ()


def _links(written: tuple[Link, ...]) -> tuple[Text, ...]:
    texts = (linked(link.label or text_of(links.shown(link.url or "")), link.url) for link in written)
    return tuple(text for text in texts if text)
