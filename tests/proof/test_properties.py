"""Random documents: what a writer makes of one proves clean, and not one of its texts may be missing."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sound import faults

from typeset.document.shapes import (
    Contact,
    Document,
    Entry,
    Group,
    List,
    ListItem,
    Masthead,
    Paragraph,
    Period,
    Prose,
    Quote,
    Run,
    Section,
    Terms,
    Text,
)
from typeset.proof.expected import units
from typeset.proof.following import squeezed
from typeset.resume.text import text_of
from typeset.theme.theme import load

ROOT = Path(__file__).parents[2]
FONTS = load("ats", [ROOT / "themes"]).fonts
COMMON = [*range(0x21, 0x180), *range(0x370, 0x460), *map(ord, "–—‘’“”„†•…‰‹›€‐")]
LETTERS = "".join(
    chr(code)
    for code in sorted(set(COMMON).intersection(*(TTFont(font.file).getBestCmap() for font in FONTS)))
    if chr(code).isprintable() and code != 0xAD
)
few = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
many = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)

words = st.text(LETTERS, min_size=1, max_size=12).map(str.strip).filter(lambda word: any(map(str.isalnum, word)))
plain = st.lists(words, min_size=1, max_size=5).map(" ".join)
links = st.sampled_from([None, None, "https://example.org/a?b=c&d=%20", "mailto:a@example.org"])
styled = st.lists(
    st.builds(Run, plain, emphasis=st.booleans(), strong=st.booleans(), code=st.booleans(), link=links),
    min_size=1,
    max_size=3,
)
styled_texts = styled.map(lambda runs: Text(tuple(runs)))
inline = st.one_of(plain.map(text_of), styled_texts)
optional = st.none() | inline


def tuples(strategy, most=3, least=0):
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


def lists(blocks):
    return st.builds(List, tuples(st.builds(ListItem, inline, optional, tuples(blocks, 2)), 3, 1), st.booleans())


leaves = st.builds(Paragraph, inline) | st.builds(Terms, optional, tuples(inline, 3, 1))
blocks = st.recursive(leaves, lambda inner: lists(inner) | st.builds(Quote, tuples(inner, 2, 1)), max_leaves=4)
periods = st.none() | st.builds(Period, plain.map(text_of))
entries = st.builds(
    Entry,
    st.just("id"),
    optional,
    optional,
    optional,
    optional,
    periods,
    optional,
    optional,
    tuples(blocks),
    tuples(inline, 2),
)
groups = st.builds(Group, st.just("id"), inline, optional, tuples(inline), tuples(blocks, 2))
parts = entries | groups | st.builds(Prose, tuples(blocks, 2, 1))
kinds = st.sampled_from(["work", "skills", "publications", "awards", "sections"])
sections = st.builds(Section, st.just("id"), kinds, inline, tuples(parts, 3, 1))
contacts = st.builds(Contact, st.sampled_from(["email", "profile"]), inline, optional)
mastheads = st.builds(Masthead, plain.map(text_of), optional, tuples(contacts))
documents = st.builds(Document, st.just("en"), mastheads, tuples(sections, 3, 1))


@many
@given(documents)
def test_plain_text_proves_clean(prove, document):
    assert list(map(str, prove(document, format_name="txt"))) == []


@settings(few, max_examples=60)
@given(documents)
def test_a_page_proves_clean(render_and_prove, document):
    assert list(map(str, render_and_prove(document))) == []


@pytest.mark.parametrize("before", [{"title": text_of("0")}, {"body": (Paragraph(text_of("0")),)}])
def test_a_link_that_begins_like_what_stands_before_it_is_no_alarm(render_and_prove, before):
    entry = Entry("id", **before, links=(text_of("01"), text_of("0 0")))
    section = Section("id", "work", text_of("0"), (entry,))
    assert render_and_prove(Document("en", Masthead(text_of("0")), (section,))) == []


@pytest.mark.parametrize("format_name", ["txt", "html", "pdf"])
def test_a_label_that_is_the_number_of_its_point_is_no_alarm(prove, format_name):
    points = List((ListItem(text_of("one")), ListItem(text_of("two"), text_of("2"))), ordered=True)
    section = Section("id", "work", text_of("Work"), (Prose((points,)),))
    document = Document("en", Masthead(text_of("Ada")), (section,))
    assert faults(prove(document, format_name=format_name)) == []


LOOKS = frozenset(["breaks", "contact", "entries", "margins", "clipped", "widows", "stranded", "ending"])
"""Rules of how a page looks, which may warn of titles and dates of any length, in signs that break nowhere."""


def are_told_apart(document):
    """Whether no text begins another: who sees "0 0" and "00" on a page cannot know which of them is which."""
    said = sorted(squeezed(text.plain) for unit in units(document) if not unit.optional for text in unit.texts)
    return not any(other.startswith(one) for one, other in pairwise(said))


@few
@given(documents.filter(are_told_apart))
def test_a_pdf_proves_clean(prove, document):
    assert faults(found for found in prove(document) if found.is_error or found.rule not in LOOKS) == []


def without(value, lost):
    """The document without one of its texts."""
    if value is lost:
        return text_of("")
    if isinstance(value, tuple):
        return tuple(without(item, lost) for item in value)
    if isinstance(value, Text | str) or not hasattr(value, "__dataclass_fields__"):
        return value
    return replace(value, **{name: without(getattr(value, name), lost) for name in value.__dataclass_fields__})


@many
@given(documents, st.data())
def test_no_text_can_be_lost_unnoticed(prove, document, data):
    lost = data.draw(st.sampled_from([text for unit in units(document) if not unit.optional for text in unit.texts]))
    findings = prove(without(document, lost), document, "txt")
    assert "words" in {finding.rule for finding in findings}
