"""Markdown for a README: every word of the CV in it, and every character as it is to every reader of Markdown."""

import itertools
import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from typeset.document.arrange import arrange
from typeset.document.shapes import Document, Entry, Group, List, ListItem, Masthead, Paragraph, Prose, Quote, Section
from typeset.proof.claim import Claim
from typeset.proof.reading import markdown as read_markdown
from typeset.proof.rules import characters, links, words
from typeset.readers import read
from typeset.resume.application import Application
from typeset.resume.markdown import Dialect, blocks, inline
from typeset.resume.model import Resume
from typeset.resume.reading import read as read_model
from typeset.resume.tailor import tailor
from typeset.resume.text import Run, Text, text_of
from typeset.source.characters import decode
from typeset.source.yaml import parse
from typeset.writers import Manuscript
from typeset.writers.markdown import write

CONTENT = Path(__file__).parents[2] / "content"
APPLICATIONS = sorted((CONTENT / "applications").glob("*.yaml"))

SPECIAL = [
    "*a* _b_ **c** __d__",
    "snake_case and _so_",
    "`code` ``more``",
    "[a](https://b.example)",
    "[a]: https://b.example",
    "<b>bold</b> <https://a.example> < >",
    "# no heading",
    "## none #",
    "C #",
    "1. no list",
    "1) none",
    "2019. A year.",
    "- a",
    "+ a",
    "* a",
    "- [ ] task",
    "> quote",
    "===",
    "---",
    "***",
    "~~struck~~ ~once~",
    "| a | b |",
    "a | b",
    "&amp; &copy; &#35; AT&T; a & b",
    ":smile: :+1: 12:30:15",
    "https://a.example/b",
    "www.a.example",
    "a@b.example",
    "@mention #12",
    "$x$ $$y$$ 5 $",
    "a\\b \\* \\",
    "![image](https://a.example/b.png)",
    "![",
    "!",
    "    indented",
    "[^1] [^1]: note",
    "\"quoted\" 'so' ... -- ---",
    "```",
    "~~~",
    "<!-- c -->",
    "<?php ?>",
    ":::",
    ":-:",
    "a\tb",
]
TEXTS = st.one_of(
    st.sampled_from(SPECIAL), st.text(st.sampled_from("ab1 *_`[]()<>\\!&~|#+-=.:;$@^'\"é"), min_size=1, max_size=24)
).map(lambda text: " ".join(text.split()) or "a")
STYLES = st.builds(
    Run,
    TEXTS,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, None, "https://c.example/d_(e)?f=1&copy;=2"]),
)


def document(text: str) -> Document:
    """A document in which a text stands in every kind of place, each time with a number of its own behind it."""
    numbers = itertools.count(1)

    def here() -> Text:
        return text_of(f"{text} q{next(numbers)}q")

    points = List((ListItem(here(), here(), (Paragraph(here()), List((ListItem(here()),)))), ListItem(here())))
    numbered = List((ListItem(here()), ListItem(here())), ordered=True)
    parts = (
        Prose((Paragraph(here()), points, numbered, Quote((Paragraph(here()), Paragraph(here()))))),
        Entry(
            "e", here(), here(), organization=here(), lead=here(), body=(numbered, Paragraph(here())), links=(here(),)
        ),
        Group("g", here(), here(), (here(), here()), (Paragraph(here()),)),
    )
    return Document("en", Masthead(here(), here()), (Section("s", "s", here(), parts),))


def written(made: Document, resume: Resume | None = None) -> bytes:
    return write(Manuscript(made, None, resume))  # type: ignore[arg-type]


def complaints(made: Document, data: bytes) -> list[str]:
    finished, claim = read_markdown.read(data), Claim(made)
    return [str(found.fault) for rule in (words, links, characters) for found in rule(finished, claim)]


def documents() -> Iterator[Document]:
    for file in APPLICATIONS:
        application, _ = read_model(parse(decode(file.read_bytes(), file.name)), Application, "the application")
        content = CONTENT / f"{application.resume or file.stem}.yaml"
        yield arrange(tailor(read(content, content.name)[0], application), application.locale or "en")


def test_every_cv_reads_back_whole():
    made = list(documents())
    assert len(made) >= 5
    for each in made:
        assert complaints(each, written(each)) == []


@given(TEXTS)
def test_any_text_reads_back_wherever_it_stands(text: str):
    made = document(text)
    assert complaints(made, written(made)) == []


@pytest.mark.parametrize("text", SPECIAL)
def test_what_looks_like_a_mark_is_none(text: str):
    made = document(" ".join(text.split()))
    assert complaints(made, written(made)) == []


@pytest.mark.parametrize("name", ["C #", "C ##", "#", "C#", "a\\"])
def test_a_heading_keeps_the_signs_at_its_end(name: str):
    made = Document("en", Masthead(text_of(name)), ())
    assert read_markdown.read(written(made)).pages[0].strip() == name


@given(st.lists(STYLES, min_size=1, max_size=4))
def test_styled_texts_keep_their_characters(runs: list[Run]):
    markdown = MarkdownIt("commonmark").enable(["strikethrough", "table"])
    [inner] = [token for token in markdown.parse(inline(Text(tuple(runs)), Dialect.GITHUB)) if token.type == "inline"]
    said = "".join(token.content for token in inner.children or ())
    assert said == "".join(run.text for run in runs)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "work: [{name: A, position: B, location: C, startDate: 2020, highlights: [d]}]",
            "### B · A\n\n*C · 2020 – Present*\n\n- d",
        ),
        ("work: [{name: A, url: 'https://a.example', position: B}]", "- **B**, [A](https://a.example)"),
        ("skills: [{name: A, level: B, keywords: [c, d]}, {name: E, summary: f}]", "- **A (B):** c, d\n- **E:** f"),
        (
            "awards: [{title: A, awarder: B, date: 2020-02, url: 'https://a.example'}]",
            "- **[A](https://a.example)**, B, Feb 2020",
        ),
        ("references: [{name: A, reference: b}]", "- **A**\n\n  > b"),
        ("sections: [{title: T, items: [{label: A, value: b}, {text: c}]}]", "- **A:** b\n- c"),
        ("skills: [a, b]", "a, b"),
    ],
)
def test_how_things_are_set(valid: Callable[[str], Resume], content: str, expected: str):
    text = written(arrange(valid(content), "en")).decode()
    assert text.startswith("# N. N.\n\n## ")
    assert text.partition("## ")[2].partition("\n\n")[2] == expected + "\n"


# Another reader


def pandoc(markdown: str) -> list:
    """What pandoc makes of GitHub's Markdown, as its own tree."""
    run = subprocess.run(
        ["pandoc", "-f", "gfm", "-t", "json"], input=markdown, capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout)["blocks"]


def said(tree: object) -> str:
    """The characters of a pandoc tree."""
    match tree:
        case {"t": "Str", "c": text}:
            return str(text)
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            return " "
        case {"t": "Code" | "CodeBlock" | "RawInline" | "RawBlock" | "Math", "c": [_, text]}:
            return str(text)
        case {"t": "Link" | "Image" | "Span" | "Div", "c": [_, inner, *_]}:
            return said(inner)
        case {"t": "Header", "c": [_, _, inner]}:
            return said(inner)
        case {"t": "OrderedList", "c": [_, items]}:
            return said(items)
        case {"c": inner}:
            return said(inner)
        case list():
            return "".join(map(said, tree))
    return ""


@settings(max_examples=6)
@given(st.lists(TEXTS, min_size=30, max_size=30))
@pytest.mark.needs("pandoc")
def test_pandoc_reads_the_same_characters(texts: list[str]):
    """One run of pandoc reads thirty paragraphs, and as many points."""
    body = [*(Paragraph(text_of(text)) for text in texts), List(tuple(ListItem(text_of(text)) for text in texts))]
    *paragraphs, points = pandoc(blocks(body, Dialect.GITHUB))
    assert [paragraph["t"] for paragraph in paragraphs] == ["Para"] * len(texts)
    assert list(map(said, paragraphs)) == texts
    assert list(map(said, points["c"])) == texts


@pytest.mark.needs("pandoc")
def test_pandoc_reads_what_looks_like_marks():
    texts = [" ".join(text.split()) for text in SPECIAL]
    paragraphs = pandoc(blocks([Paragraph(text_of(text)) for text in texts], Dialect.GITHUB))
    assert list(map(said, paragraphs)) == texts
    kinds = {text: {part["t"] for part in paragraph["c"]} for text, paragraph in zip(texts, paragraphs, strict=True)}
    assert kinds.pop("a@b.example") == {"Link"}  # no escape keeps GitHub, or pandoc, from seeing an address in it
    assert set().union(*kinds.values()) == {"Str", "Space"}


@pytest.mark.needs("pandoc")
def test_pandoc_reads_every_cv():
    for made in documents():
        text = written(made).decode()
        assert said(pandoc(text)).split()[:3] == made.masthead.name.plain.split()[:3] or "." in text
        read_back = read_markdown.read(text.encode()).pages[0]
        assert "".join(said(pandoc(text)).split()) == "".join(read_back.split())
