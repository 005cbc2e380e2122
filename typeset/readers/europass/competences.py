"""Languages and skills of a `Candidate` in, entries out."""

from __future__ import annotations

from typeset.readers.draft.finds import Find
from typeset.readers.draft.nodes import listed, literal, mapped, string, text_of
from typeset.readers.europass.parts import fluency, language, named_list, said
from typeset.source import Node

_DIMENSIONS = (
    "CEF-Understanding-Listening",
    "CEF-Understanding-Reading",
    "CEF-Speaking-Interaction",
    "CEF-Speaking-Production",
    "CEF-Writing-Production",
)


def languages(person: Find, profile: Find) -> list[Node | None]:
    """Return the languages, native ones first."""
    native = [
        mapped([("language", language(code)), ("fluency", string("native", code.place))], code.place)
        for code in person.scalars("PrimaryLanguageCode")
    ]
    return [
        *native,
        *(_language(each) for each in profile.each("PersonQualifications", "PersonCompetency") if _is_language(each)),
    ]


def _is_language(competency: Find) -> bool:
    return text_of(competency.first("TaxonomyID").node).lower() == "language"


def _language(competency: Find) -> Node:
    competency.leave("TaxonomyID")
    named = competency.scalar("CompetencyName")
    code = competency.scalar("CompetencyID")
    levels = {
        dimension.text("CompetencyDimensionTypeCode"): dimension.scalar("Score", "ScoreText")
        for dimension in competency.each("CompetencyDimension")
    }
    one = competency.scalar("ProficiencyLevel", "ScoreText")
    known = fluency([levels.get(name) for name in _DIMENSIONS])
    return mapped([("language", named or language(code)), ("fluency", known or one)], competency.place)


def skills(profile: Find) -> list[Node | None]:
    """Return skills by themselves, in groups, and the driving licence."""
    found: list[Node | None] = []
    loose = [
        ("Skills", "PersonCompetency"),
        ("DigitalSkills", "PersonCompetency"),
        ("PersonQualifications", "PersonCompetency"),
    ]
    for names in loose:
        for competency in profile.each(*names):
            if not _is_language(competency):
                competency.leave("TaxonomyID")
                name = said(competency, "CompetencyName") or said(competency, "CompetencyID")
                found.append(mapped([("name", name)], competency.place))
    for group in (*profile.each("Skills", "SkillsGroup"), *profile.each("DigitalSkills", "SkillsGroup")):
        for competency in group.each("PersonCompetency"):
            competency.leave("TaxonomyID")
        keywords = group.scalars("PersonCompetency", "CompetencyName")
        listed_keywords = listed((literal(each.text, each.place) for each in keywords), group.place)
        found.append(mapped([("name", said(group, "Title")), ("keywords", listed_keywords)], group.place))
    licences = profile.scalars("Licenses", "License", "LicenseTypeCode")
    return [*found, named_list("Driving licence", licences, licences[0].place) if licences else None]
