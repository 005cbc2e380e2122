import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.resume.blocks import Block, List, ListItem, Paragraph, Quote, Terms, parse
from typeset.resume.text import Run, Text, text_of
from typeset.source import Place, Source, yaml

HERE = Place(Source("cv.yaml", ""), 1, 1)


def paragraph(characters: str) -> Paragraph:
    return Paragraph(text_of(characters))


def bullets(*characters: str, ordered: bool = False) -> List:
    return List(tuple(ListItem(text_of(text)) for text in characters), ordered)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a\nb\n\nc", [paragraph("a b"), paragraph("c")]),
        ("- a\n- b", [bullets("a", "b")]),
        ("* a\n\n* b", [bullets("a", "b")]),
        ("1. a\n2. b", [bullets("a", "b", ordered=True)]),
        ("a\n\n- b\n\nc", [paragraph("a"), bullets("b"), paragraph("c")]),
        ("a\n- b", [paragraph("a"), bullets("b")]),
        ("> a\n> b", [Quote((paragraph("a b"),))]),
        ("- a\n  - b", [List((ListItem(text_of("a"), blocks=(bullets("b"),)),))]),
        ("- a\n\n  b", [List((ListItem(text_of("a"), blocks=(paragraph("b"),)),))]),
        ("> - a", [Quote((bullets("a"),))]),
        ("*a*", [Paragraph(Text((Run("a", emphasis=True),)))]),
        ("", []),
        ("-\n- a", [bullets("a")]),
        (">", []),
        ("[](https://x.org)", []),
    ],
)
def test_markdown_becomes_blocks(markdown: str, expected: list[Block]):
    assert parse(markdown, HERE)[0].blocks == tuple(expected)


@pytest.mark.parametrize(
    "characters",
    ["# a", "---", "***", "a ===", "<div>a</div>", "[a]: https://x.org", "| a | b |", "![a](b.png)"],
)
def test_what_is_outside_the_closed_set_stays_the_characters_it_is(characters: str):
    assert parse(characters, HERE)[0].blocks == (paragraph(characters),)


@pytest.mark.parametrize("markdown", ["1999. A good year.", "    a", "a\n1999. A good year."])
def test_what_would_lose_a_number_or_be_code_is_a_paragraph(markdown: str):
    assert parse(markdown, HERE)[0].blocks == (paragraph(" ".join(markdown.split())),)


def test_a_link_in_the_depth_of_a_block_is_held_to_the_rule():
    assert [fault.message for fault in parse("> - a\n>\n>   [b](../c)", HERE)[1]] == [
        "`../c` is not an address that a CV may link to"
    ]


@pytest.mark.parametrize("markdown", ["> " * 60 + "a", "".join(f"{'  ' * level}- a\n" for level in range(40))])
def test_what_the_parser_would_drop_for_its_depth_is_an_error(markdown: str):
    body, [fault] = parse(markdown, HERE)
    assert (body.blocks, fault.message) == ((), "lists or quotations are nested too deep")


def words(blocks: tuple[Block, ...]) -> list[str]:
    found = []
    for block in blocks:
        match block:
            case Paragraph():
                found += block.text.plain.split()
            case Quote():
                found += words(block.blocks)
            case List():
                for item in block.items:
                    found += [*item.text.plain.split(), *words(item.blocks)]
            case Terms():
                raise AssertionError
    return found


@given(
    st.lists(
        st.sampled_from(
            [*("abc"), "\n", "\n\n", "\n  ", "    ", "- ", "1. ", "7. ", "> ", "*", "_", "`", "[", "](x)", "#"]
        )
    )
)
def test_no_word_is_lost(pieces: list[str]):
    markdown = "".join(pieces)
    body, _ = parse(markdown, HERE)
    assert re.findall("[abc]", " ".join(words(body.blocks))) == re.findall("[abc]", markdown)


@pytest.mark.parametrize("piece", ["*a **b ", "[", "[a](", "`", "``a", "![", "> ", "- ", "<a", "a_*", "\\", "a\n"])
def test_hard_markdown_takes_no_longer_than_easy(piece: str):
    start = time.process_time()
    parse(piece * (4000 // len(piece)), HERE)
    assert time.process_time() - start < 2  # some 0.1 s; what is quadratic here takes minutes


def test_each_paragraph_knows_where_it_stands_in_its_file():
    written = "summary: |\n  First paragraph.\n\n  - A point with *stress*\n    - below it\n\n  > Last words\n"
    source = Source("cv.yaml", written)
    scalar = yaml.parse(source).get("summary")
    body, _ = parse(scalar.text, scalar.place)
    first, points, quote = body.blocks
    found = [first.text, points.items[0].text, points.items[0].blocks[0].items[0].text, quote.blocks[0].text]
    assert [str(text.place) for text in found] == ["cv.yaml:2:3", "cv.yaml:4:5", "cv.yaml:5:7", "cv.yaml:7:5"]
