"""Each rule finds what was planted, says where in the content it stands, and finds nothing in a sound file."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from typeset import proof, writers
from typeset.document.shapes import Document
from typeset.proof import RULES, Claim, Finding
from typeset.proof.finished import READERS, EmbeddedFont, Finished
from typeset.proof.rules import characters, fonts, words
from typeset.resume.model import Resume
from typeset.source import Source
from typeset.source import yaml as yaml_source
from typeset.theme.theme import Theme, load
from typeset.writers import Manuscript

ROOT = Path(__file__).parents[2]

CONTENT = """\
basics:
  name: Ada Lovelace
  label: Analyst of engines
  email: ada@example.org
  summary: I write programs for a machine that nobody has built.
work:
  - name: Analytical Engine
    url: https://engine.example.org/
    position: Programmer
    startDate: 1842
    endDate: 1843
    highlights:
      - Translated the notes of Menabrea.
      - Added seven of my own.
skills: [{name: Mathematics, keywords: [Bernoulli numbers, calculus]}]
"""

formats = pytest.mark.parametrize("format_name", ["pdf", "html", "txt"])


@pytest.fixture(scope="session")
def sound(document) -> Document:
    """The document that every defect is planted in."""
    return document(CONTENT)


def rules_of(findings: list[Finding]) -> set[str]:
    return {finding.rule for finding in findings}


@formats
def test_a_sound_file_proves_clean(prove, sound, format_name):
    assert prove(sound, format_name=format_name) == []


# Words


@formats
@pytest.mark.parametrize(
    ("written", "instead", "line"),
    [
        ("seven of my own", "of my own", 14),
        ("seven of my own", "seven seven of my own", 14),
        ("seven of my own", "my seven of own", 14),
        ("Bernoulli numbers, calculus", "calculus, Bernoulli numbers", 15),
        ("  name: Ada Lovelace", "  name: Ada King", 2),
        ("      - Added seven of my own.\n", "", 14),
    ],
    ids=["dropped", "doubled", "reordered", "list reordered", "replaced", "bullet dropped"],
)
def test_a_word_that_is_not_as_it_should_be_is_found(prove, document, sound, format_name, written, instead, line):
    assert written in CONTENT
    findings = [
        found
        for found in prove(document(CONTENT.replace(written, instead)), sound, format_name)
        if found.rule == "words"
    ]
    assert any(str(finding).startswith(f"content.yaml:{line}:") for finding in findings)
    assert all("[words]" in str(finding) for finding in findings)


@formats
@pytest.mark.parametrize("extra", ["      - One too many.\n", "      - x\n"])
def test_a_word_too_many_is_found(prove, document, sound, format_name, extra):
    more = document(CONTENT.replace("skills:", f"{extra}skills:"))
    assert rules_of(prove(more, sound, format_name)) == {"words"}


@formats
def test_a_word_too_many_at_the_end_is_found(prove, document, sound, format_name):
    assert rules_of(prove(document(CONTENT + "interests: [chess]\n"), sound, format_name)) == {"words"}


def test_no_more_than_five_findings_are_told(prove, document, sound):
    other = document("basics: {name: Somebody Else}\nwork: [{name: A}, {name: B}, {name: C}]")
    assert len([found for found in prove(other, sound, "txt") if found.rule == "words"]) == 5


@pytest.mark.parametrize(
    "more",
    [
        "summary: |\\n 1. 100 engines\\n 2. 2 cards\\n 3. third",
        "summary: Notes and Notes again, links: [{url: 'https://a.example.org/', label: Notes}]",
        "position: Talk, url: 'https://a.example.org/', links: [{url: 'https://a.example.org/', label: Talk}]",
    ],
    ids=["points that begin with their number", "text that begins as a link", "a link like its title"],
)
@formats
def test_texts_that_look_like_others_are_told_apart(prove, document, format_name, more):
    entry = more.replace("summary: |\\n 1.", 'summary: "1.').replace("third", 'third"').replace("\\n ", "\\n")
    made = document(f"basics: {{name: Ada}}\nwork:\n  - {{name: A, {entry}, highlights: [done]}}\n")
    assert prove(made, format_name=format_name) == []


@pytest.mark.parametrize("theme_name", ["margin", "classic", "ats"])
def test_a_line_of_figures_at_the_top_of_a_page_is_content(document, theme_name):
    entries = "".join(f"  - {{name: Employer {n}, position: Role {n}, startDate: {1900 + n}, endDate: {1901 + n}, highlights: [one, two]}}\n" for n in range(60))  # fmt: skip  # noqa: E501
    made = document(f"basics: {{name: Ada}}\nwork:\n{entries}")
    theme = load(theme_name, [ROOT / "themes"])
    finished, _ = proof.prove([pdf_of(made, theme)], "pdf", Claim(made))
    assert len(finished.pages) > 3
    assert list(words(finished, Claim(made))) == []


@pytest.mark.parametrize(
    "head", ["Ada Lovelace 2/2", "2", "Ada Lovelace – Analyst of engines – 2", "ADA LOVELACE\n2 / 2"]
)
@pytest.mark.parametrize("is_foot", [False, True])
def test_a_running_head_is_not_taken_for_content(document, head, is_foot):
    made = document("basics: {name: Ada Lovelace, label: Analyst of engines, summary: First. Second.}")
    second = f"Second.\n{head}" if is_foot else f"{head}\nSecond."
    assert list(words(Finished(("Ada Lovelace\nAnalyst of engines\nProfile\nFirst.", second)), Claim(made))) == [
        *words(Finished(("Ada Lovelace\nAnalyst of engines\nProfile\nFirst. Second.",)), Claim(made))
    ]


@pytest.mark.parametrize("head", ["Ada Lovelace 7", "1999", "Charles Babbage 2", "Ada Lovelace, confidential"])
def test_other_words_at_the_top_of_a_page_are_found(document, head):
    made = document("basics: {name: Ada Lovelace, summary: First. Second.}")
    assert list(words(Finished(("Ada Lovelace\nProfile\nFirst.", f"{head}\nSecond.")), Claim(made)))


# Pages


def test_a_page_too_many_is_found_where_the_budget_stands(prove, sound, document):
    place = yaml_source.parse(Source("application.yaml", "\npages: 1")).place
    long = document(CONTENT + "sections: [{title: More, items: [" + ", ".join(["line"] * 100) + "]}]\n")
    [finding] = prove(long, most_pages=1, budget_place=place)
    assert str(finding).startswith("application.yaml:2:1: error: the CV has ")
    assert (finding.rule, prove(sound, most_pages=1)) == ("pages", [])


# Characters and fonts


@pytest.mark.parametrize("char", ["漢", "\u0e01", "☃", "\ue000", "🦔"])
def test_a_missing_glyph_is_found_where_it_is_written(prove, document, char):
    findings = prove(document(CONTENT.replace("seven", char)))
    assert rules_of(findings) == {"characters"}
    assert "content.yaml:14:" in str(findings[0])
    assert f"U+{ord(char):04X}" in str(findings[0])


@formats
@pytest.mark.parametrize("char", ["\ue000", "\ufffd"])
def test_a_character_without_meaning_is_found(prove, document, format_name, char):
    findings = prove(document(CONTENT.replace("seven", char)), format_name=format_name)
    assert "characters" in rules_of(findings)
    assert "content.yaml:14:" in str(findings[0])


def test_a_character_without_meaning_is_told_with_its_page(sound):
    [finding] = characters(Finished(("a", "b\x07")), Claim(sound))
    assert finding.page == 2


def test_a_font_that_is_not_the_themes_is_found(prove, sound):
    findings = prove(sound, families=frozenset({"Other"}))
    assert rules_of(findings) == {"fonts"}


@pytest.mark.parametrize("fault", [{"is_embedded": False}, {"has_unicode": False}, {"family": "Arial"}])
def test_a_font_that_is_not_whole_is_found(sound, fault):
    whole = EmbeddedFont("ABCDEF+Lato", "Lato", is_embedded=True, has_unicode=True, missing=())
    claim = Claim(sound, frozenset({"Lato"}))
    assert list(fonts(Finished(("",), fonts=(whole,)), claim)) == []
    assert len(list(fonts(Finished(("",), fonts=(replace(whole, **fault),)), claim))) == 1


# Links and what a file says of itself


@pytest.mark.parametrize("format_name", ["pdf", "html"])
def test_a_link_that_is_not_in_the_file_is_found_where_it_is_written(prove, document, sound, format_name):
    lost, foreign = prove(document(CONTENT.replace("engine.example", "evil.example")), sound, format_name)
    assert str(lost).startswith("content.yaml:8:10: ")
    assert "https://engine.example.org/" in str(lost)
    assert "https://evil.example.org/" in str(foreign)


def pdf_of(document: Document, theme: Theme) -> bytes:
    return writers.write(Manuscript(document, theme, Resume(), carries_source=False), "pdf")[".pdf"]


def tampered(data: bytes, change: Callable[[pypdf.PdfWriter], None]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def action(kind: str, **entries: str) -> DictionaryObject:
    named = {NameObject("/S"): NameObject(f"/{kind}")}
    return DictionaryObject(named | {NameObject(f"/{key}"): TextStringObject(value) for key, value in entries.items()})


@pytest.mark.parametrize(
    ("planted", "rules"),
    [
        (action("JavaScript", JS="app.alert(1)"), {"active", "archive"}),
        (action("Launch", F="/bin/sh"), {"active", "archive"}),
        (action("URI", URI="javascript:alert(1)"), {"links"}),
        (action("URI", URI="file:///home/ada/cv.html"), {"links", "leaks"}),
        (action("GoToR", F="other.pdf"), {"active"}),
    ],
    ids=["JavaScript", "Launch", "javascript:", "file:", "GoToR"],
)
def test_an_action_that_is_no_link_of_the_document_is_found(theme, sound, planted, rules):
    def add(writer: pypdf.PdfWriter) -> None:
        annotations = writer.pages[0]["/Annots"]
        extra = DictionaryObject(annotations[0].get_object())
        extra[NameObject("/A")] = planted
        annotations.append(writer._add_object(extra))  # noqa: SLF001  # pypdf has no public way

    data = tampered(pdf_of(sound, theme), add)
    families = frozenset(font.family for font in theme.fonts)
    assert rules_of(proof.prove([data], "pdf", Claim(sound, families))[1]) == rules


@pytest.mark.parametrize("format_name", ["pdf", "html"])
@pytest.mark.parametrize(
    "change",
    [{"language": "de"}, {"masthead": "Ada King"}, {"masthead": "Ada  Lovelace"}],
    ids=["language", "name", "spaces"],
)
def test_a_wrong_title_author_or_language_is_found(prove, sound, format_name, change):
    if "masthead" in change:
        name = replace(sound.masthead.name, runs=(replace(sound.masthead.name.runs[0], text=change["masthead"]),))
        change = {"masthead": replace(sound.masthead, name=name)}
    assert "description" in rules_of(prove(sound, replace(sound, **change), format_name))


@formats
def test_spaces_in_a_name_do_not_matter(prove, document, format_name):
    assert prove(document("basics: {name: Ada  Lovelace, label: 'a  b'}"), format_name=format_name) == []


def test_a_file_without_tags_is_found(theme, sound):
    data = tampered(pdf_of(sound, theme), lambda writer: writer.root_object.pop("/MarkInfo"))
    families = frozenset(font.family for font in theme.fonts)
    assert rules_of(proof.prove([data], "pdf", Claim(sound, families))[1]) >= {"description", "archive"}


def test_every_format_is_proved_and_every_rule_is_used():
    assert READERS.keys() == writers.FORMATS.keys()
    assert all(row.rules for row in READERS.values())
    assert set().union(*(row.rules for row in READERS.values())) == RULES.keys()
