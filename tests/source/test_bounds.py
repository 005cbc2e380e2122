"""The bounds that every file keeps: one table of what is refused, with which words, and where."""

import pytest

from typeset.source import Faults, Node, json, yaml
from typeset.source.characters import LARGEST_FILE, decode
from typeset.source.limits import DEEPEST, MOST_ALIASES, MOST_NODES

BOMB = b"a: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (char, char, b", ".join([b"*%c" % (char - 1)] * 9)) for char in range(ord("b"), ord("j"))
)
TOWER = b"a0: &a0 [[[[[[[[[x]]]]]]]]]\n" + b"".join(
    b"a%d: &a%d [[[[[[[[[*a%d]]]]]]]]]\n" % (level, level, level - 1) for level in range(1, 60)
)

YAML = {
    "a key twice": (b"a: 1\nb: 2\na: 3\n", "the key `a` stands twice", 3, 1),
    "a key twice, once in quotes": (b"- a: 1\n  'a': 2\n", "the key `a` stands twice", 2, 3),
    "a key twice, once an alias": (b"- &n a\n- a: 1\n  *n : 2\n", "the key `a` stands twice", 3, 3),
    "aliases": (
        b"- &a x\n" + b"- *a\n" * (MOST_ALIASES + 1),
        f"more than {MOST_ALIASES} aliases",
        MOST_ALIASES + 2,
        3,
    ),
    "an alias bomb": (BOMB, "aliases repeat more than 50,000 values", 5, 28),
    "a tower of aliases": (TOWER, "nested more than 32 levels deep", 4, 18),
    "an alias of nothing": (b"a: *b\n", "the alias `*b` has no anchor above it", 1, 4),
    "an alias of itself": (b"a: &a [*a]\n", "the alias `*a` has no anchor above it", 1, 8),
    "a tag": (b"a: !!str 1\n", "the tag `tag:yaml.org,2002:str` is not allowed", 1, 4),
    "a tag of one's own": (
        b"- !python/object:os.system {}\n",
        "the tag `!python/object:os.system` is not allowed",
        1,
        3,
    ),
    "a merge key": (b"a: &a {b: 1}\nc:\n  <<: *a\n", "merge keys are not allowed", 3, 3),
    "a mapping as key": (b"? {a: 1}\n: 2\n", "a key must be a plain word", 1, 3),
    "a second document": (b"a: 1\n---\nb: 2\n", "a second document starts here", 2, 1),
    "a directive": (b"# cv\n%YAML 1.1\n---\na: 1\n", "the directive `%YAML 1.1` is not allowed", 2, 1),
    "a control character by escape": (b'a: "x\\a"\n', "the character U+0007 is not allowed", 1, 4),
    "a bidi character by escape": (b'a: "\\u202E"\n', "the character U+202E is not allowed", 1, 4),
    "a bidi character by escape in a key": (b'"a\\u2066": 1\n', "the character U+2066 is not allowed", 1, 1),
    "a line separator by escape": (b'a: "\\L"\n', "the character U+2028 is not allowed", 1, 4),
    "depth": (b"a:\n  " + b"- " * 40 + b"x\n", "nested more than 32 levels deep", 2, 65),
    "number of values": (b"- x\n" * (MOST_NODES + 1), "more than 50,000 values", MOST_NODES, 3),
    "malformed": (b"a: b\nc: [d\n", "not YAML: did not find expected ',' or ']'", 3, 1),
    "malformed, with an earlier fault": (b"a: 1\na: [\n", "the key `a` stands twice", 2, 1),
}
JSON = {
    "a key twice": (b'{"a": 1,\n "a": 2}', "the key `a` stands twice", 2, 2),
    "depth": (b"\n" + b"[" * 40, "nested more than 32 levels deep", 2, DEEPEST + 1),
    "number of values": (b"[" + b"1,\n" * MOST_NODES + b"1]", "more than 50,000 values", MOST_NODES, 1),
    "a control character by escape": (b'{"a":\n "\\u0007"}', "the character U+0007 is not allowed", 2, 2),
    "a bidi character by escape in a key": (b'{"\\u202e": 1}', "the character U+202E is not allowed", 1, 2),
    "half a surrogate pair": (b'["\\ud800"]', "the character U+D800 is not allowed", 1, 2),
    "a raw tab in a string": (b'["a\tb"]', "not JSON: Invalid control character", 1, 4),
    "a string without end": (b'{"a": "b\n}', "not JSON: Invalid control character", 1, 9),
    "a string to the end": (b'{"a": "b', "not JSON: Unterminated string", 1, 7),
    "an unknown escape": (b'["\\x41"]', "not JSON: Invalid \\escape", 1, 3),
    "half an escape": (b'["\\u12"]', "not JSON: Invalid \\uXXXX escape", 1, 4),
    "a comma too many": (b'["a",]', "not JSON: a value must stand here", 1, 6),
    "a comma too few": (b'{"a": 1 "b": 2}', "not JSON: `}` must stand here", 1, 9),
    "a comment": (b"{} // more", "one value a file; nothing may follow it", 1, 4),
    "nothing": (b"", "not JSON: a value must stand here", 1, 1),
}
EITHER = {
    "size": (b"#" * (LARGEST_FILE + 1), "the file has 1,000,001 bytes; 1,000,000 are read at most", 1, 1),
    "bytes that are not UTF-8": (b"# a\n#\xc3\xa4 \xfc", "byte 0xfc is not UTF-8", 2, 4),
    "a truncated character": (b"# \xe2\x82", "byte 0xe2 is not UTF-8", 1, 3),
    "UTF-16": ("a: b".encode("utf-16"), "byte 0xff is not UTF-8", 1, 1),
    "a second byte order mark": (b"\xef\xbb\xbf\xef\xbb\xbf{}", "the character U+FEFF is not allowed", 1, 1),
    "NUL": (b"# a\x00", "the character U+0000 is not allowed", 1, 4),
    "ESC": (b"#\n#\x1b[31m", "the character U+001B is not allowed", 2, 2),
    "DEL": (b"#\x7f", "the character U+007F is not allowed", 1, 2),
    "NEL": ("# \x85".encode(), "the character U+0085 is not allowed", 1, 3),
    "a line separator": ("# \u2028".encode(), "the character U+2028 is not allowed", 1, 3),
    "a bidi override": ("# a\u202eb".encode(), "the character U+202E is not allowed", 1, 4),
    "a bidi isolate": ("# \u2067".encode(), "the character U+2067 is not allowed", 1, 3),
    "a noncharacter": ("# \uffff".encode(), "the character U+FFFF is not allowed", 1, 3),
}
TABLE = [
    *(pytest.param(yaml.parse, *row, id=f"YAML: {name}") for name, row in {**YAML, **EITHER}.items()),
    *(pytest.param(json.parse, *row, id=f"JSON: {name}") for name, row in {**JSON, **EITHER}.items()),
]


@pytest.mark.parametrize(("parse", "data", "message", "line", "column"), TABLE)
def test_what_no_file_may_hold_is_an_error_at_its_place(parse, data: bytes, message: str, line: int, column: int):
    with pytest.raises(Faults) as caught:
        parse(decode(data, "cv"))
    fault = caught.value.faults[0]
    assert fault.place is not None
    assert (fault.message, fault.place.line, fault.place.column) == (message, line, column)


def nested(levels: int) -> bytes:
    return b"[" * levels + b"]" * levels


@pytest.mark.parametrize("parse", [yaml.parse, json.parse])
@pytest.mark.parametrize("data", [nested(DEEPEST), b"[" + b"1," * (MOST_NODES - 2) + b"1]"], ids=["depth", "values"])
def test_what_just_keeps_the_bounds_is_read(parse, data: bytes):
    tree: Node = parse(decode(data, "cv"))
    assert tree.place.line == 1


def test_a_key_that_stands_twice_is_told_with_both_lines():
    with pytest.raises(Faults) as caught:
        yaml.parse(decode(b"a: 1\nb: 2\na: 3\n", "cv"))
    assert "cv:3:1: error: the key `a` stands twice" in str(caught.value)
    assert "the first is on line 1" in str(caught.value)


def test_few_aliases_are_read():
    tree = yaml.parse(decode(b"a: &a {b: c}\nd: *a\n", "cv"))
    assert tree.get("a") == tree.get("d")
