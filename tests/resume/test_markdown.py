"""Markdown written from texts and blocks, read again by the parsers that content goes through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.resume import blocks as block_parser
from typeset.resume import text as text_parser
from typeset.resume.blocks import Body, List, ListItem, Paragraph, Quote
from typeset.resume.markdown import blocks, inline
from typeset.resume.text import Run, Text, text_of
from typeset.source.place import NOWHERE

SIGNS = "ab1 *_`[]()<>\\!&~|#+-=.:;/@'\"é\n"
ADDRESSES = st.sampled_from(["https://a.example/b_(c)", "https://a.example/?b=1&copy;=*2*", "mailto:a@b.example"])
SOURCES = st.text(st.sampled_from(SIGNS), max_size=30)
PIECES = st.sampled_from(
    [*SIGNS, "**", "*a*", "_b_", "`c`", "[d](https://a.example)", "  ", "\\\n", "- ", "1. ", "> ", "\n\n"]
)


def read(markdown: str) -> Text:
    return text_parser.parse(markdown, NOWHERE)[0]


def read_blocks(markdown: str) -> Body:
    return block_parser.parse(markdown, NOWHERE)[0]


@given(st.one_of(SOURCES, st.lists(PIECES, max_size=14).map("".join)))
def test_what_was_read_is_written_so_that_it_reads_the_same(markdown: str):
    [text] = [block.text for block in read_blocks(markdown).blocks if isinstance(block, Paragraph)][:1] or [read("a")]
    assert read(inline(text)) == text


@given(SOURCES)
def test_any_characters_are_written_so_that_they_read_the_same(characters: str):
    said = " ".join(characters.split())
    assert read(inline(text_of(said))).plain == said
    assert [block.text.plain for block in read_blocks(inline(text_of(said), starts_line=True)).blocks] == [said] * bool(
        said
    )


@given(st.text(st.sampled_from("ab *_`\\[]"), min_size=1, max_size=12), ADDRESSES)
def test_words_with_an_address_keep_both(characters: str, address: str):
    said = " ".join(characters.split()) or "a"
    text = read(inline(text_of(said, link=address)))
    assert text == Text((Run(said, link=address),))


@given(st.lists(PIECES, max_size=24).map("".join))
def test_blocks_read_are_written_so_that_they_read_the_same(markdown: str):
    body = read_blocks(markdown)
    assert read_blocks(blocks(body.blocks)) == body


@pytest.mark.parametrize(
    "markdown",
    [
        "C++ & C#, snake_case, 5 * 3",
        "*a* **b** `c` [d](https://a.example)",
        "a **b *c* d** e",
        "a\\\nb",
        "**[a](https://b.example)**",
    ],
)
def test_what_is_plain_stays_plain(markdown: str):
    assert inline(read(markdown)) == markdown


@pytest.mark.parametrize(
    "markdown",
    ["a\n\n- b\n  - c\n- d\n\ne", "1. a\n2. b", "> a\n>\n> b", "- a\n\n  b\n\n  > c", "a\\\nb", "- a\n\n* b", "1\\. a"],
)
def test_blocks_stay_as_they_are_written(markdown: str):
    assert blocks(read_blocks(markdown).blocks) == markdown


def test_two_lists_in_a_row_stay_two():
    one = List((ListItem(text_of("a")),))
    assert read_blocks(blocks([one, one, one])).blocks == (one, one, one)


def test_a_deep_body_keeps_its_shape():
    body = (Quote((List((ListItem(text_of(""), blocks=(Quote((Paragraph(text_of("1. a")),)),)),), ordered=True),)),)
    assert read_blocks(blocks(body)).blocks == body
