"""What an application takes over from the one that it extends, and which of the two has the last word."""

import dataclasses
from collections.abc import Callable

import pytest

from typeset.resume.application import Application
from typeset.resume.fields import described
from typeset.resume.model import Resume
from typeset.resume.reading import read
from typeset.resume.tailor import tailor
from typeset.resume.tailoring.extending import extended
from typeset.source import Faults, Source
from typeset.source.yaml import parse

Read = Callable[[str], Resume]


def application(text: str, name: str = "child.yaml") -> Application:
    found, faults = read(parse(Source(name, text)), Application, "the application")
    assert [str(fault) for fault in faults] == []
    return dataclasses.replace(found, lineage=(name,))


def joined(child: str, parent: str) -> Application:
    return extended(application(child), application(parent, "parent.yaml"))


CASES = {
    "resume": ("resume: a", "resume: b", "resume: a"),
    "extends": ("{}", "extends: b", "{}"),
    "abstract": ("{}", "abstract: true", "{}"),
    "for": ("for: {role: r}", "for: {role: s, company: c}", "for: {role: r, company: c}"),
    "theme": ("{}", "theme: b", "theme: b"),
    "options": ("options: {a: 1}", "options: {a: 2, b: 3}", "options: {a: 1, b: 3}"),
    "locale": ("locale: en", "locale: de", "locale: en"),
    "tags": ("tags: [b, a]", "tags: [b, c]", "tags: [b, a, c]"),
    "pick": ("pick: {w: [a]}", "pick: {w: [b, c], s: [d]}", "pick: {w: [a], s: [d]}"),
    "omit": ("omit: [a]", "omit: [b]", "omit: [a, b]"),
    "order": ("order: [a]", "order: [b, c]", "order: [a]"),
    "titles": ("titles: {w: x}", "titles: {w: y, s: z}", "titles: {w: x, s: z}"),
    "reword": ("reword: {w: x}", "reword: {w: y, s: z}", "reword: {w: x, s: z}"),
    "private": ("{}", "private: [a]", "{}"),
    "formats": ("formats: [pdf]", "formats: [txt, md]", "formats: [pdf]"),
    "file": ("{}", "file: a", "file: a"),
    "pages": ("{}", "pages: {max: 2}", "pages: {max: 2}"),
    "proof": ("proof: {small: off}", "proof: {small: error, widows: off}", "proof: {small: off, widows: off}"),
    "attach": ("attach: content", "attach: none", "attach: content"),
}


def comparable(application: Application) -> dict[str, object]:
    """What it says, without places, mappings by key."""
    return {
        key: {name.text: str(node).split("place=")[0] for name, node in value} if hasattr(value, "entries") else value
        for key, known in described(Application).items()
        for value in [getattr(application, known.name)]
    }


ELSEWHERE = {"letter", "dossier", "audience", "audiences"}
"""Keys that have tests of their own."""


def test_every_key_of_an_application_has_a_case():
    assert described(Application).keys() - ELSEWHERE == CASES.keys()


@pytest.mark.parametrize(("child", "parent", "expected"), CASES.values(), ids=CASES)
def test_the_nearer_has_the_last_word(child: str, parent: str, expected: str):
    assert comparable(joined(child, parent)) == comparable(application(expected))


@pytest.mark.parametrize("key", sorted(CASES.keys() - {"extends", "abstract", "private"}))
def test_where_it_says_nothing_the_other_is_heard(key: str):
    _, parent, _ = CASES[key]
    assert comparable(joined("{}", parent)) == comparable(application(parent))


def test_values_keep_their_places():
    found = joined("omit: [a]", "omit: [b]\nreword: {c: d}")
    assert [path.place.source.name for path in found.omit] == ["child.yaml", "parent.yaml"]
    assert [(key.place.source.name, key.place.line) for key, _ in found.reword] == [("parent.yaml", 2)]
    assert found.lineage == ("child.yaml", "parent.yaml")


CV = "work: [{id: a, name: A, highlights: [{id: h, text: t}]}, {id: b, name: B, only: [x]}]\nskills: [s, t]"


@pytest.mark.parametrize(
    ("child", "parent"),
    [
        ("omit: [work.a]", "pick: {work: [a]}"),
        ("omit: [work.a]", "reword: {work.a.h: x}"),
        ("omit: [skills]", "order: [skills]\ntitles: {skills: x}"),
        ("pick: {work: []}", "reword: {work.a.h: x}"),
        ("{}", "reword: {work.b.name: x}"),
    ],
)
def test_an_application_may_leave_out_what_the_one_it_extends_speaks_of(valid: Read, child: str, parent: str):
    tailor(valid(CV), joined(child, parent))


@pytest.mark.parametrize(
    ("child", "parent"),
    [
        ("pick: {work: [a]}", "omit: [work.a]"),
        ("reword: {work.a.h: x}", "omit: [work]"),
        ("order: [skills]", "pick: {skills: []}"),
        ("reword: {work.a.h: x}", "tags: [x]\npick: {work: [b]}"),
    ],
)
def test_but_not_speak_of_what_that_one_leaves_out(valid: Read, child: str, parent: str):
    with pytest.raises(Faults) as caught:
        tailor(valid(CV), joined(child, parent))
    [fault] = caught.value.faults
    assert fault.place.source.name == "child.yaml"
    assert "see parent.yaml:" in fault.hint
