"""An advertisement in each format comes to the same blocks; whatever else it is, it is told with a reason."""

import contextlib
import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.coverage.languages import language_of
from typeset.coverage.posting import READERS, read
from typeset.coverage.posting.blocks import Block, Kind
from typeset.coverage.terms import terms
from typeset.source import Faults

TEXT = """\
Backend Engineer

We keep a platform
running.

What you bring
- Go or
  Rust
- Kafka

Benefits:
Fruit.
"""
MARKDOWN = """\
# Backend Engineer

We keep a *platform*
running.

## What you bring

- Go or
  [Rust](https://example.org/ "Python")
- `Kafka`

## Benefits

Fruit.
"""
PAGE = """\
<!doctype html><html><head><title>Perl</title><style>p { color: red }</style></head><body>
<nav>Home <a href="/jobs">Jobs</a></nav>
<h1>Backend Engineer</h1>
<p>We keep a <em>platform</em>
running.
<h2>What you bring</h2>
<ul><li>Go or
<b>Rust</b><li><code>Kafka</code></ul>
<h3>Benefits</h3><div>Fruit.</div>
<script>"Python"</script><footer>Imprint</footer></body></html>
"""
JOB = """\
{"title": "Backend Engineer", "company": "Somebody",
 "description": "We keep a platform\\nrunning.",
 "qualifications": ["Go or Rust"],
 "skills": [{"name": "Kafka", "level": "Master"}],
 "salary": "100000"}
"""


def said(blocks: list[Block]) -> list[tuple[Kind, str, int]]:
    return [(block.kind, " ".join(block.text.split()), block.line) for block in blocks]


def blocks(text: str, name: str) -> list[tuple[Kind, str, int]]:
    return said(read(text.encode(), name))


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("ad.txt", TEXT, [1, 3, 6, 7, 9, 11, 12]),
        ("ad.md", MARKDOWN, [1, 3, 6, 8, 10, 12, 14]),
        ("ad.html", PAGE, [3, 4, 6, 7, 8, 9, 9]),
    ],
)
def test_blocks_and_their_lines(name, text, lines):
    kinds = [Kind.TITLE, Kind.TEXT, Kind.HEADING, Kind.POINT, Kind.POINT, Kind.HEADING, Kind.TEXT]
    texts = ["Backend Engineer", "We keep a platform running.", "What you bring", "Go or Rust", "Kafka"]
    found = [(kind, text.rstrip(":"), line) for kind, text, line in blocks(text, name)]
    assert found == list(zip(kinds, [*texts, "Benefits", "Fruit."], lines, strict=True))


def test_a_job_in_json():
    assert blocks(JOB, "ad.json") == [
        (Kind.TITLE, "Backend Engineer", 1),
        (Kind.TEXT, "We keep a platform running.", 2),
        (Kind.HEADING, "Qualifications", 3),
        (Kind.POINT, "Go or Rust", 3),
        (Kind.HEADING, "Skills", 4),
        (Kind.POINT, "Kafka", 4),
    ]


@pytest.mark.parametrize("name", ["ad.txt", "ad.md", "ad.html"])
def test_a_label_is_the_heading_of_its_paragraph(name):
    text = "Engineer\n\nRequirements: Go and Rust.\n".replace("\n\n", "<p>" if name == "ad.html" else "\n\n")
    kinds = [(kind, text) for kind, text, _ in blocks(text, name)][1:]
    assert kinds == [(Kind.HEADING, "Requirements"), (Kind.TEXT, "Go and Rust.")]


def test_what_a_browser_copies_along_is_taken_away():
    assert blocks("- Go\u200b and \u202eRust\u2069\r\n- da\u00adta\r\n", "ad.txt") == [
        (Kind.POINT, "Go and Rust", 1),
        (Kind.POINT, "data", 2),
    ]


# What is no advertisement


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("ad.pdf", b"%PDF-1.7", "`ad.pdf` is no posting that can be read: .pdf"),
        ("ad", b"Go", "`ad` is no posting that can be read: no ending"),
        ("ad.txt", b"\xff\xfeG\x00o\x00", "ad.txt is not UTF-8 from byte 0"),
        ("ad.txt", b" \n\n", "ad.txt says nothing"),
        ("ad.html", b"<script>Go</script>", "ad.html says nothing"),
        ("ad.md", b"<!-- Go -->", "ad.md says nothing"),
        ("ad.json", b'["Go"]', "ad.json is not a job in JSON"),
        ("ad.json", b'{"basics": {"name": "Ada"}}', "ad.json is not a job in JSON"),
        ("ad.json", b'{"title": ', "not JSON"),
        ("ad.txt", b"a" * 1_000_001, "1,000,000 are read at most"),
    ],
)
def test_what_cannot_be_read_is_told_with_a_reason(name, data, message):
    with pytest.raises(Faults) as caught:
        read(data, name)
    [fault] = caught.value.faults
    assert message in fault.message
    assert fault.hint or fault.place


@given(st.sampled_from(list(READERS)), st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_file_is_too_strange(suffix, data):
    text = re.sub("\r\n|[\r\u2028\u2029]", "\n", data.decode("utf-8-sig", "replace"))
    with contextlib.suppress(Faults):
        found = read(data, f"ad{suffix}")
        assert found
        assert all(1 <= block.line <= text.count("\n") + 1 for block in found)


@pytest.mark.parametrize("text", ["<p>a", "<i>a", "<ul><li>a", "a@", "1", "a.", "a-", "a, B or ", "'s", "\na: "])
@pytest.mark.parametrize("name", ["ad.html", "ad.md"])
def test_no_file_takes_long(text, name):
    long = "x " + text * (60_000 // len(text))
    started = process_time()
    found = read(long.encode(), name)
    terms(found, language_of(long))
    assert process_time() - started < 10
