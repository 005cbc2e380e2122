"""An ORCID record, or its works alone, as the public API gives them in JSON (v2.0 to v3.0); content out."""

from __future__ import annotations

import re
from collections.abc import Callable

from typeset.readers.draft.draft import Draft
from typeset.readers.draft.finds import Find
from typeset.readers.draft.nodes import listed, literal, mapped, string, text_of
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.draft.publications import Others, full_name, told_of_others
from typeset.readers.draft.sample import Sample
from typeset.readers.orcid.values import Entries, date, said
from typeset.readers.orcid.works import publications, works
from typeset.source import Mapping, Node, Place, Scalar, Sequence

TITLE = "ORCID"

_BOOKKEEPING = re.compile(
    "created-date|display-index|last-modified-date|path|preferences|put-code|source|visibility|history"
    "|orcid-identifier|citation-type|external-id-normalized|external-id-relationship|verified"
)
"""What ORCID notes for itself beside every value."""


def recognizes(sample: Sample) -> bool:
    """Whether it is JSON of a record, of a list of works, or of works asked for one by one."""
    if sample.is_binary or not sample.text.text.lstrip().startswith("{"):
        return False
    tree = sample.tree
    if not isinstance(tree, Mapping):
        return False
    return bool(works(Find(tree))) or (tree.get("orcid-identifier") is not None and tree.get("person") is not None)


def read(sample: Sample) -> Draft:
    """Return a draft of the record; of works alone, which name nobody, one of publications.

    Raises `Faults` for what is no JSON.
    """
    tree = sample.tree or Mapping((), Place(sample.text, 1, 1))
    root = Find(tree)
    others: Others = {}
    notes = _bookkept(root)
    summaries = root.first("activities-summary")
    draft = mapped(
        [
            ("basics", _basics(root)),
            ("work", listed(_affiliations(summaries, _work, "employment", "invited-position"), tree.place)),
            ("education", listed(_affiliations(summaries, _education, "education", "qualification"), tree.place)),
            ("publications", publications(root, others, notes)),
            ("awards", listed(_affiliations(summaries, _award, "distinction", "funding"), tree.place)),
            ("sections", listed([_section(summaries, "membership"), _section(summaries, "service")], tree.place)),
        ],
        tree.place,
    )
    return Draft(draft, (*notes, *told_of_others(others)), root.rest())


def _bookkept(root: Find) -> list[Note]:
    """Leave what ORCID notes for itself, and say so once."""
    places = [find.leave() for find in _named(root, _BOOKKEEPING)]
    found = [place for place in places if place]
    message = "what ORCID notes for itself: who put a value there, when, and who may see it"
    return [Note(Fate.DROPPED, message, found[0])] if found else []


def _named(find: Find, names: re.Pattern[str]) -> list[Find]:
    found: list[Find] = []
    waiting = [find.node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Sequence):
            waiting += reversed(node.items)
        elif isinstance(node, Mapping):
            found += [Find(value, find.taken) for key, value in node if names.fullmatch(key.text)]
            waiting += [value for key, value in reversed(node.entries) if not names.fullmatch(key.text)]
    return found


# The person


def _basics(root: Find) -> Node | None:
    person = root.first("person")
    name, names = person.scalar("name", "credit-name", "value"), person.first("name")
    own = full_name(names.text("given-names", "value"), names.text("family-name", "value"))
    called = literal(name.text if name else own, name.place if name else names.place)
    country = person.scalar("addresses", "address", "country", "value")
    sites = [_site(site) for site in person.each("researcher-urls", "researcher-url")]
    identifier = root.scalar("orcid-identifier", "uri")
    profile = _orcid_profile(root, identifier)
    entries: Entries = [
        ("name", called if called.text else None),
        ("email", person.scalar("emails", "email", "email")),
        ("summary", said(person, "biography", "content")),
        ("location", mapped([("countryCode", country)], country.place) if country else None),
        ("profiles", listed([profile, *sites], person.place)),
        ("keywords", listed(person.scalars("keywords", "keyword", "content"), person.place)),
    ]
    return mapped(entries, person.place) if any(node for _, node in entries) else None


def _orcid_profile(root: Find, address: Scalar | None) -> Node | None:
    path = root.scalar("orcid-identifier", "path")
    if not address and not path:
        return None
    place = address.place if address else root.place
    return mapped([("network", string("ORCID", place)), ("username", path), ("url", address)], place)


def _site(site: Find) -> Node | None:
    url = site.scalar("url", "value")
    return mapped([("network", said(site, "url-name")), ("url", url)], url.place) if url else None


# Where the person was


def _affiliations(summaries: Find, entries: Callable[[Find], Entries], *kinds: str) -> list[Node]:
    """Return the entries of some kinds of affiliations, one for each group, in every version's way to nest them."""
    made: list[Node] = []
    for kind in kinds:
        group, summary = summaries.first(f"{kind}s"), f"{kind}-summary"
        holders = [*group.each("affiliation-group", "summaries"), *group.each("group")]
        found = [*(each.first(summary) for each in holders if each.each(summary)), *group.each(summary)]
        made += [mapped(entries(each), each.place) for each in found]
    return made


def _work(job: Find) -> Entries:
    return [
        ("name", said(job, "organization", "name")),
        ("position", said(job, "role-title")),
        ("department", said(job, "department-name")),
        *_where_and_when(job),
        ("url", job.scalar("url", "value")),
    ]


def _education(degree: Find) -> Entries:
    return [
        ("institution", said(degree, "organization", "name")),
        ("studyType", said(degree, "role-title")),
        ("area", said(degree, "department-name")),
        *_where_and_when(degree),
        ("url", degree.scalar("url", "value")),
    ]


def _award(award: Find) -> Entries:
    return [
        ("title", said(award, "role-title") or said(award, "title", "title", "value")),
        ("awarder", said(award, "organization", "name")),
        ("location", _place(award)),
        ("date", date(award.first("start-date"))),
        ("url", award.scalar("url", "value")),
    ]


def _section(summaries: Find, kind: str) -> Node | None:
    items = listed(_affiliations(summaries, _engagement, kind), summaries.place)
    title = string("Memberships" if kind == "membership" else "Service", summaries.place)
    return mapped([("title", title), ("items", items)], items.place) if items else None


def _engagement(engagement: Find) -> Entries:
    role, where = said(engagement, "role-title"), said(engagement, "organization", "name")
    return [
        ("title", role or where),
        ("organization", where if role else None),
        *_where_and_when(engagement),
        ("url", engagement.scalar("url", "value")),
    ]


def _where_and_when(entry: Find) -> Entries:
    start = date(entry.first("start-date"))
    return [
        ("location", _place(entry)),
        ("startDate", start),
        ("endDate", date(entry.first("end-date")) or _open(start)),
    ]


def _open(start: Node | None) -> Node | None:
    """Return the end of what has not ended: ORCID leaves it out."""
    return string("present", start.place) if start else None


def _place(entry: Find) -> Node | None:
    address = entry.first("organization", "address")
    parts = [address.scalar(name) for name in ("city", "region", "country")]
    place = ", ".join(text_of(part) for part in parts if part)
    return literal(place, address.place) if place else None
