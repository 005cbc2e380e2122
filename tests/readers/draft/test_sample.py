"""Bytes of any kind: what text and what tree they are taken for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.readers.draft.notes import Fate
from typeset.readers.draft.sample import Sample
from typeset.source import Faults, Mapping, Sequence
from typeset.source.characters import LARGEST_FILE, REFUSED


def told(sample: Sample) -> list[tuple[Fate, int | None, str]]:
    return [(note.fate, note.place.line if note.place else None, note.message) for note in sample.repairs]


@pytest.mark.parametrize("start", [b"%PDF-1.7", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf1", b"a\x00b"])
def test_what_is_no_text_is_known_by_its_first_bytes(start: bytes):
    assert Sample("cv", start + b"...").is_binary
    assert Sample("cv", start + b"...").tree is None


@pytest.mark.parametrize("data", [b"", b"Ada", "Ада".encode(), "Ada".encode("utf-16")])
def test_text_is_no_binary(data: bytes):
    assert not Sample("cv", data).is_binary


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085"])
def test_every_line_ends_as_ours_do(ending: str):
    assert Sample("cv", f"a{ending}b".encode()).text.text == "a\nb"


def test_a_form_feed_stays_and_other_control_characters_go_and_are_told():
    sample = Sample("cv", "a\fb\nc\u200ed\u200e\x07".encode())
    assert sample.text.text == "a\fb\ncd"
    assert told(sample) == [
        (Fate.DROPPED, 2, "the character U+200E, which no content may hold"),
        (Fate.DROPPED, 2, "the character U+0007, which no content may hold"),
    ]


def test_what_is_not_utf_8_is_read_as_what_windows_writes():
    sample = Sample("cv", "Zoë – Köln".encode("cp1252"))
    assert sample.text.text == "Zoë – Köln"
    [(fate, _, message)] = told(sample)
    assert (fate, "Windows-1252" in message) == (Fate.GUESSED, True)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_are_understood(encoding: str):
    assert Sample("cv", "Zoë".encode(encoding)).text.text == "Zoë"


def test_too_much_text_is_refused():
    with pytest.raises(Faults, match="are read at most"):
        _ = Sample("cv", b"a" * (LARGEST_FILE + 1)).text


@pytest.mark.parametrize("text", ["a: b\nc: [d]", '{"a": "b"}', '---\n# c\n"a": b', "  \n{}"])
def test_mappings_are_trees(text: str):
    assert isinstance(Sample("cv", text.encode()).tree, Mapping)


def test_a_list_is_a_tree():
    assert isinstance(Sample("cv", b'[{"a": 1}]').tree, Sequence)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lovelace\n\nAnalyst: of engines",
        "# Ada\n\n* one",
        "---\nlayout: cv\n---\n# Ada\n",
        "[Ada](https://a.example) was",
        "",
        "a",
    ],
)
def test_prose_is_no_tree(text: str):
    assert Sample("cv", text.encode()).tree is None


@pytest.mark.parametrize("text", ['{"a": 1', '{"a": 1,}', "[[", "a: [b", "basics:\n  name: 'A\nwork: []"])
def test_what_is_nearly_a_tree_is_told_where_it_is_none(text: str):
    with pytest.raises(Faults) as raised:
        _ = Sample("cv", text.encode()).tree
    assert all(fault.place for fault in raised.value.faults)


def test_keys_that_stand_twice_are_kept_side_by_side():
    for text in ('{"a": 1, "a": 2}', "a: 1\na: 2\n"):
        tree = Sample("cv", text.encode()).tree
        assert isinstance(tree, Mapping)
        assert [(key.text, value.text) for key, value in tree] == [("a", "1"), ("a", "2")]


@given(st.binary(max_size=60))
def test_any_bytes_have_a_text_that_content_may_hold(data: bytes):
    assert not REFUSED.search(Sample("cv", data).text.text.replace("\f", ""))
