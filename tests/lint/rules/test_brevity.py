"""Points that take more than three lines."""

import pytest
from planted.content import advised


@pytest.mark.parametrize(
    ("text", "length"),
    [("word " * 60, None), ("word " * 60 + "more", 304), ("長い 文 " * 36, None), ("長い 文 " * 45, 359)],
)
def test_characters_are_counted_and_wide_ones_twice(text, length):
    found = advised(f"work: [{{name: A, highlights: [{text}]}}]", "brevity")
    assert [finding.fault.message.split()[3] for finding in found] == ([str(length)] if length else [])


def test_a_label_counts_and_bullets_below_do_not():
    point = "{label: Platform, text: " + "word " * 59 + ", highlights: [" + "word " * 50 + "]}"
    (found,) = advised(f"work: [{{name: A, highlights: [{point}]}}]", "brevity")
    assert "304 characters" in found.fault.message
    assert str(found.fault.place) == "content.yaml:1:55"
