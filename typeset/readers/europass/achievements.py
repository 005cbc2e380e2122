"""Languages, skills and achievements of a `SkillsPassport` in, entries and sections out."""

from __future__ import annotations

import re

from typeset.readers.draft.descriptions import described
from typeset.readers.draft.finds import Find
from typeset.readers.draft.nodes import listed, literal, mapped, string
from typeset.readers.europass.parts import Entries, fluency, joined, language, markdown, named_list
from typeset.resume.names import slug
from typeset.source import Mapping, Node, Place, Scalar, Sequence

_LEVELS = ("Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing")
_SKILLS = {
    "Communication": "Communication skills",
    "Organisational": "Organisational and managerial skills",
    "JobRelated": "Job-related skills",
    "Computer": "Digital skills",
    "Other": "Other skills",
}
"""The headings of the English template for kinds of skills."""

_ACHIEVEMENTS = {
    "projects": ("projects", "name"),
    "publications": ("publications", "name"),
    "honors_awards": ("awards", "title"),
    "certifications": ("certificates", "name"),
}
"""Sections, and what names an item there, for kinds of achievements."""


def languages(linguistic: Find) -> list[Node]:
    """Return mother tongues, and others with their levels."""
    made: list[Node] = []
    for each in linguistic.each("MotherTongueList", "MotherTongue"):
        name = _language_name(each)
        made.append(
            mapped([("language", name), ("fluency", string("native", each.place) if name else None)], each.place)
        )
    for each in linguistic.each("ForeignLanguageList", "ForeignLanguage"):
        levels = [each.scalar("ProficiencyLevel", level) for level in _LEVELS]
        titles = [
            *each.scalars("VerifiedBy", "Certificate", "Title"),
            *each.scalars("CertificateList", "Certificate", "Title"),
        ]
        certificates = joined(titles, ", ")
        made.append(
            mapped(
                [("language", _language_name(each)), ("fluency", fluency(levels)), ("summary", certificates)],
                each.place,
            )
        )
    return made


def _language_name(tongue: Find) -> Node | None:
    label, code = tongue.scalar("Description", "Label"), tongue.scalar("Description", "Code")
    return joined([label]) if label else language(code)


def skills(skills: Find) -> list[Node | None]:
    """Return kinds of skills under their headings, and the driving licence."""
    made: list[Node | None] = []
    for kind, title in _SKILLS.items():
        for each in skills.each(kind):
            each.leave("Documentation")
            written = each.scalar("Description")
            if written:
                entries = [(key, node) for key, node in described(markdown(written), written.place)]
                made.append(mapped([("name", string(title, written.place)), *_without_body(entries)], written.place))
            made += [_levels(each)]
    licences = skills.scalars("Driving", "Description", "Licence")
    return [*made, named_list("Driving licence", licences, licences[0].place) if licences else None]


def _without_body(entries: Entries) -> Entries:
    """Return a skill's text, which has no room behind its list, with what stands there before it."""
    said_first = {key: node for key, node in entries if node}
    after = said_first.pop("body", None)
    before = said_first.pop("summary", None)
    if isinstance(after, Scalar):
        text = f"{before.text}\n\n{after.text}" if isinstance(before, Scalar) else after.text
        before = string(text, after.place)
    return [("summary", before), *said_first.items()]


def _levels(skill: Find) -> Node | None:
    """Return the digital competences that a person gave themselves levels in (schema v3.3 and later)."""
    levels = skill.first("ProficiencyLevel")
    if not isinstance(levels.node, Mapping) or not levels.node.entries:
        return None
    named = [(key.text, levels.scalar(key.text)) for key, _ in levels.node]
    words = [f"{re.sub('(?<=[a-z])(?=[A-Z])', ' ', name)}: {level.text}" for name, level in named if level]
    place = levels.place
    keywords = listed((literal(word, place) for word in words), place)
    return mapped([("name", string("Digital competence", place)), ("keywords", keywords)], place)


def achievements(learner: Find) -> Entries:
    """Return achievements in the sections that the model has for them, and the others in sections of their own."""
    known: dict[str, list[Node]] = {}
    sections: list[Node] = []
    for each in learner.each("AchievementList", "Achievement"):
        label, code = each.scalar("Title", "Label"), each.scalar("Title", "Code")
        written = each.scalar("Description")
        if not written:
            continue
        entries = dict(described(markdown(written), written.place))
        bullets = entries["highlights"]
        section, naming = _ACHIEVEMENTS.get(code.text if code else "", ("", ""))
        if section and isinstance(bullets, Sequence) and not (entries["summary"] or entries["body"]):
            known.setdefault(section, []).extend(_named(item, naming) for item in bullets.items)
        else:
            title = label or code
            sections.append(_own_section(title.text if title else "Achievements", written))
    made: Entries = [(section, listed(items, items[0].place)) for section, items in known.items()]
    return [*made, ("sections", listed(sections, learner.place))]


def _named(item: Node, naming: str) -> Node:
    if isinstance(item, Mapping):
        return Mapping(tuple((key, node) for key, node in item), item.place)
    return mapped([(naming, item)], item.place)


def _own_section(title: str, written: Scalar) -> Node:
    """Return a section; its `id` is not that of a section which the model has."""
    place: Place = written.place
    entries: Entries = [
        ("id", string(f"europass-{slug(title)}".rstrip("-"), place)),
        ("title", literal(title, place)),
        ("body", string(markdown(written), place)),
    ]
    return mapped(entries, place)
