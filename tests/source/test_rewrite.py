"""YAML files rewritten in one form: the same values, the same comments, and nothing to do the second time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.source import Faults, Source
from typeset.source.rewrite import rewritten

LONG = "long " * 20 + "longest"


def again(text: str) -> str:
    return rewritten(Source("a.yaml", text))


@pytest.mark.parametrize(
    "text",
    [
        "# top\n\n# second\na: b  # behind\n\n# over c\nc:\n  # over d\n  d: e\n  # below d\n# end\n",
        "a:\n  - b  # one\n  # two\n  - c\n\n  # three\n  - d: e\n    # four\n    f: g\n# five\n",
        f"a: >-  # head\n  {LONG}\n  end\n",
        'a: |\n  # no comment\n  b # none\nc: "d # none"\n',
        "a: b#c\n",
        "a:  # behind a key\n  b: c\n",
        "- a\n# b\n- c\n",
    ],
)
def test_comments_stay_where_they_are(text: str):
    assert again(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n- b\n- c\n", "a:\n  - b\n  - c\n"),
        ("a:    'b'\n\n\n\nc: \"d\"", "a: b\n\nc: d\n"),
        ("a: [b, # one\n    c]\n", "a: [b, c]  # one\n"),
        ("a: [b, # one\n  c, # two\n  # three\n  ]\n", "a:  # one\n  - b\n  - c  # two\n  # three\n"),
        ("a: &x b\nc: *x\n", "a: b\nc: b\n"),
        ("{a: b, c: d} # e\n", "a: b  # e\n\nc: d\n"),
        ("a: NO\nb: 012\nc: 2012-01\n", 'a: "NO"\nb: "012"\nc: 2012-01\n'),
        ("a:\n  b: c\n      # far\n\nd: e\n", "a:\n  b: c\n  # far\n\nd: e\n"),
        ("a: 'b\n  c' # d\n", "a: b c  # d\n"),
        ("---\n# a\nb: c\n...\n", "# a\nb: c\n"),
    ],
)
def test_the_form_is_one(text: str, expected: str):
    assert again(text) == expected
    assert again(expected) == expected


@pytest.mark.parametrize("text", ["# nothing but this\n", "[] # a\n", "a # b\n"])
def test_a_comment_that_has_no_place_is_not_thrown_away(text: str):
    with pytest.raises(Faults) as caught:
        again(text)
    assert "cannot be rewritten" in str(caught.value)


LINES = st.sampled_from(
    ["a: b", "c:", "  d: e # f", "  g: |", "    h # i", "    j", "# k", "  # l", "      # m", "n: [o, # p", "   q]",
     "- r", "- s: t", "  u: 'v # w'", "", "x: >- # y", "  z z", "    # zz"],
)  # fmt: skip


@given(st.lists(LINES, max_size=9).map("\n".join))
def test_any_file_keeps_its_comments_or_is_left_alone(text: str):
    try:
        once = again(text)
    except Faults:
        return
    assert again(once) == once
