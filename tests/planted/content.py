"""Defects of what a CV says, which no theme and no writer can mend."""

from __future__ import annotations

from planted.plant import CONTENT, Plant
from typeset.lint import LINTS, Subject
from typeset.lint.spelling.dictionary import Dictionary, own
from typeset.readers.yaml import read
from typeset.resume.dates import PartialDate
from typeset.source.findings import Finding

TODAY = PartialDate(2026, 11, 22)

LONG = "      - " + "Translated the notes of Menabrea with care, one after another, and then again. " * 4 + "\n"


def american(language: str) -> tuple[Dictionary, ...]:
    """The shelf of a machine that has no dictionary but the one that comes with the library."""
    found = own("en_US")
    assert found
    return (found,) if language.startswith("en") else ()


def advised(content: str, *rules: str, reader: str = "en", words: frozenset[str] = frozenset()) -> list[Finding]:
    """Return what some rules, or all of them, advise on a content file."""
    subject = Subject.of(read(content.encode(), "content.yaml")[0], reader, TODAY).spelled(american, words)
    return [finding for name, lint in LINTS.items() if name in (rules or LINTS) for finding in lint(subject)]


def planted(*changes: tuple[str, str]) -> list[Finding]:
    """Return what is advised where the usual content says something else."""
    content = CONTENT
    for said, instead in changes:
        assert said in content
        content = content.replace(said, instead)
    return advised(content)


NOTES = "      - Added seven notes of her own, three times as long.\n"

PLANTED = (
    Plant("two years of which nothing is said", "gaps", lambda: planted(("endDate: 1841", "endDate: 1839")),
          "content.yaml:13:16"),
    Plant("a job whose year is mistyped into another job", "overlaps",
          lambda: planted(("startDate: 1842", "startDate: 1836")), "content.yaml:13:16"),
    Plant("a job that ends in twenty years", "future", lambda: planted(("endDate: 1843", "endDate: 2046")),
          "content.yaml:14:14"),
    Plant("a month among years", "notation", lambda: planted(("endDate: 1841", "endDate: 1841-11")),
          "content.yaml:21:14"),
    Plant("words among years", "notation", lambda: planted(("startDate: 1842", "startDate: Spring of 1842")),
          "content.yaml:13:16"),
    Plant("a bullet of an old job in the present tense", "tense", lambda: planted(("Added seven", "Add seven")),
          "content.yaml:17:9"),
    Plant("present and past in a job without dates", "tense",
          lambda: planted(("    startDate: 1842\n    endDate: 1843\n", ""), ("Added seven", "Add seven"))),
    Plant("a bullet without its full stop", "endings",
          lambda: planted((NOTES, NOTES + "      - Read the proofs\n")), "content.yaml:18:18"),
    Plant("a bullet that stands twice", "duplicates", lambda: planted((NOTES, NOTES + NOTES)), "content.yaml:18:9"),
    Plant("a bullet that stands twice in nearly the same words", "duplicates",
          lambda: planted((NOTES, NOTES + NOTES.replace("of her own", "by her own"))), "content.yaml:18:9"),
    Plant("a bullet as long as a paragraph", "brevity", lambda: planted((NOTES, NOTES + LONG)), "content.yaml:18:9"),
    Plant("a product in the wrong capitals", "capitals",
          lambda: planted(("[French, German]", "[French, Javascript]")), "content.yaml:29:42"),
    Plant("two letters that changed places", "spelling", lambda: planted(("program, and", "porgram, and")),
          "content.yaml:8:28"),
    Plant("a language of which no dictionary is there", "spelling",
          lambda: planted(("summary: Wrote", "summary: {tlh: batlh bIHeghjaj}\nmeta: {language: tlh}\nx: {y: Wrote"),
                          ("one day.", "one day.}"))),
)  # fmt: skip
