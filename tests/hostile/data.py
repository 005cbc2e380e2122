"""Hostile YAML and JSON: what exhausts a parser, what means something else than it says, what no content may hold."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .attack import Attack, content
from .characters import REFUSED, SURROGATES

_ME = b"basics: {name: Ada}\n"
_BOMB = b"a: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (char, char, b", ".join([b"*%c" % (char - 1)] * 9)) for char in range(ord("b"), ord("j"))
)
_REFUSED_YAML = {
    "alias bomb": _BOMB,
    "merge bomb": b"a: &a {k: 1}\n" + b"".join(b"b%d: &b%d {<<: [*a, *a]}\n" % (n, n) for n in range(40)),
    "alias of itself": b"a: &a [*a]\n",
    "alias of nothing": b"a: *a\n",
    "aliases by the hundred": b"a: &a x\nb: [" + b", ".join([b"*a"] * 500) + b"]\n",
    "brackets, 100,000": b"[" * 100_000,
    "braces, 100,000": b"{a: " * 100_000,
    "dashes, 5,000": b"- " * 5_000,
    "questions, 5,000": b"? " * 5_000,
    "indentation, 300 deep": b"".join(b" " * n + b"a:\n" for n in range(300)),
    "values by the hundred thousand": b"a: [" + b"1, " * 100_000 + b"]\n",
    "a key twice": b"basics: {name: a}\nbasics: {name: b}\n",
    "a tag of Python": b"a: !!python/object/apply:os.system [id]\n",
    "a tag of Python's modules": b"a: !!python/module:os\n",
    "a tag of a binary": b"a: !!binary aGk=\n",
    "a tag of a set": b"a: !!set {a, b}\n",
    "a local tag": b"a: !include /etc/passwd\n",
    "a directive of tags": b"%TAG ! tag:yaml.org,2002:python/\n---\na: !name:os.system\n",
    "a directive of a version": b"%YAML 1.1\n---\na: yes\n",
    "directives by the thousand": b"%TAG !a! a\n" * 5_000,
    "a second document": b"basics: {name: a}\n---\nbasics: {name: b}\n",
    "documents by the thousand": b"---\na\n" * 5_000,
    "a mapping as key": b"? {a: 1}\n: 2\n",
    "a list as key": b"? [a]\n: 2\n",
    "a tab as indentation": b"a:\n\tb: 1\n",
    "no end of quotes": b'a: "x\n',
    "an escape of nothing": b'a: "\\q"\n',
    "UTF-16": "basics: {name: a}".encode("utf-16"),
    "UTF-32": "basics: {name: a}".encode("utf-32"),
    "Latin-1": "basics: {name: \xe9}".encode("latin-1"),
    "overlong UTF-8": b"basics: {name: \xc0\xaf}",
    "half a character": b"basics: {name: \xe2\x82",
    "a surrogate in UTF-8": b"basics: {name: \xed\xa0\x80}",
    "two megabytes": _ME + b"x: {a: " + b"x " * 1_000_000 + b"}\n",
    "a long word": _ME + b"work: [{name: " + b"x" * 5_000 + b"}]\n",
    "a long word of spaces that bind": _ME + b"work: [{name: '" + "\u00a0a".encode() * 300 + b"'}]\n",
    "a long line": _ME + b"work: [{name: " + b"x " * 5_000 + b"}]\n",
    "a long paragraph": _ME + b"work: [{name: a, summary: " + b"x " * 5_000 + b"}]\n",
    "a file of nothing": b"",
    "a file of spaces": b" \n" * 4_000,
    "a name that is a list": b"basics: {name: [a]}\n",
    "a name that is null": b"basics: {name: ~}\n",
    "a number of Python's": _ME + b"work: [{startDate: " + b"9" * 5_000 + b"}]\n",
}
_ANY_YAML = {
    "numbers of 1.1": _ME + b"work: [{name: 012, position: 0b1, summary: 1_000, location: .inf}]\n",
    "NO": b"basics: {name: NO, label: on, phone: +49301234}\n",
    "a sexagesimal": b"basics: {name: A, label: 12:30:59}\n",
    "a date": b"basics: {name: A, label: 2024-13-45}\n",
    "null by name": b"basics: {name: 'null'}\n",
    "a mark of byte order": b"\xef\xbb\xbf" + _ME,
    "carriage returns": b"basics:\r  name: Ada\r",
    "a block scalar": b"basics:\n  name: Ada\n  summary: |2\n      x\n",
    "a folded scalar of newlines": b"basics:\n  name: Ada\n  summary: >+\n" + b"\n" * 3_000,
    "anchors by the thousand": _ME + b"x: [" + b"".join(b"&a%d x, " % n for n in range(2_000)) + b"]\n",
    "comments": b"#" * 100_000 + b"\n" + _ME,
    "a private key": _ME + b"work: [{name: a, private: true, position: b}]\n",
    "an unknown key of 3,000 characters": _ME + b"k" * 900 + b": 1\n",
    "prose that is long": _ME + b"work: [{name: a, summary: " + b"Lorem ipsum dolor. " * 100 + b"}]\n",
    "entries by the hundred": _ME + b"work:\n" + b"- {name: A, position: B, highlights: [c, d]}\n" * 300,
    "skills by the thousand": _ME + b"skills: [{name: A, keywords: [" + b"word, " * 3_000 + b"]}]\n",
}
_REFUSED_JSON = {
    "brackets, 100,000": b"[" * 100_000,
    "braces, 100,000": b'{"a":' * 100_000,
    "NaN": b'{"basics": {"name": NaN}}',
    "Infinity": b'{"basics": {"name": -Infinity}}',
    "a comma too much": b'{"basics": {"name": "a",}}',
    "a comment": b'{"basics": {"name": "a"}} // x',
    "single quotes": b"{'basics': {'name': 'a'}}",
    "a key twice": b'{"basics": {"name": "a", "name": "b"}}',
    "two values": b'{"basics": {"name": "a"}} {}',
    "no end": b'{"basics": {"name": "a"',
    "a list": b'[{"basics": {"name": "a"}}]',
    "a number that begins with zero": b'{"basics": {"name": 01}}',
    "a control character as it is": b'{"basics": {"name": "a\x01"}}',
    "a newline in a string": b'{"basics": {"name": "a\nb"}}',
    "an escape of nothing": b'{"basics": {"name": "\\x41"}}',
    "half an escape": b'{"basics": {"name": "\\u12"}}',
    "UTF-16": '{"basics": {"name": "a"}}'.encode("utf-16"),
    "values by the hundred thousand": b"[" + b"1," * 100_000 + b"1]",
    "a word of 10,000": b'{"basics": {"name": "' + b"x" * 10_000 + b'"}}',
    "a null byte": b'{"basics": {"name": "a"}}\x00',
    "a name of a prototype": b'{"__proto__": {"name": "a"}, "constructor": {"prototype": {}}}',
}
_ANY_JSON = {
    "1e999": b'{"basics": {"name": 1e999}}',
    "a number of 5,000 digits": b'{"basics": {"name": "a"}, "x": ' + b"9" * 5_000 + b"}",
    "a key of nothing": b'{"": 1, "basics": {"name": "a"}}',
    "a mark of byte order": b'\xef\xbb\xbf{"basics": {"name": "a"}}',
    "true names": b'{"basics": {"name": true}}',
    "a pair of surrogates": b'{"basics": {"name": "\\ud83d\\ude00"}}',
    "spaces": b" " * 200_000 + b'{"basics": {"name": "a"}}',
}
_FIELDS = (
    "basics: {{name: {0}}}",
    "basics: {{name: A, summary: {0}}}",
    "basics: {{name: A}}\nwork: [{{name: A, highlights: [{0}]}}]",
)


def attacks() -> Iterator[Attack]:
    """Yield them all."""
    for name, data in _REFUSED_YAML.items():
        yield content("YAML", name, data, must="refused")
    for name, data in _ANY_YAML.items():
        yield content("YAML", name, data)
    for name, data in _REFUSED_JSON.items():
        yield content("JSON", name, data, ".json", must="refused")
    for name, data in _ANY_JSON.items():
        yield content("JSON", name, data, ".json")
    yield from _characters()
    yield from _shapes()


def _characters() -> Iterator[Attack]:
    for point in REFUSED:
        written = chr(point).encode("utf-8")
        yield content("YAML", f"U+{point:04X} as it is", b"basics: {name: 'A" + written + b"B'}\n", must="refused")
        yield content("YAML", f"U+{point:04X} by escape", b'basics: {name: "A\\u%04XB"}\n' % point, must="refused")
        yield content(
            "JSON", f"U+{point:04X} by escape", b'{"basics": {"name": "A\\u%04xB"}}' % point, ".json", must="refused"
        )
    for point in SURROGATES:
        yield content(
            "JSON", f"a lone U+{point:04X}", b'{"basics": {"name": "A\\u%04x"}}' % point, ".json", must="refused"
        )


def _shapes() -> Iterator[Attack]:
    """Values of a wrong kind wherever a value may stand."""
    values = (
        "~",
        "[]",
        "{}",
        "''",
        "[[]]",
        "{a: b}",
        "*a",
        "&a b",
        "!!str b",
        "true",
        "'2013-13'",
        "|",
        '"\\0"',
        "{en: ~}",
        "{en: [a]}",
    )
    keys = ("basics", "work", "skills", "sections", "education", "publications", "meta", "x", "languages", "references")
    for key in keys:
        for value in values:
            yield content("YAML", f"{key}: {value}", f"basics: {{name: A}}\n{key}: {value}\n".encode())
            yield content(
                "YAML", f"{key}: [{{name: {value}}}]", f"{key}: [{{name: {value}, startDate: {value}}}]\n".encode()
            )
    for value in (None, 0, -1, 1.5, True, [], {}, [None], {"a": None}, "", " ", [[["x"]]]):
        for key in keys:
            whole = {"basics": {"name": "A"}, key: value}
            yield content("JSON", f"{key} is {value!r}", json.dumps(whole).encode(), ".json")
