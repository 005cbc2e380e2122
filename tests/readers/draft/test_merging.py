"""Two trees as one: what the first lacks is added, what it has stays, what differs is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.readers.draft.merging import merged
from typeset.source import Mapping, Source
from typeset.source.emit_yaml import yaml_text
from typeset.source.tree import placeless
from typeset.source.yaml import parse


def tree(content: str) -> Mapping:
    made = parse(Source("cv", content))
    assert isinstance(made, Mapping)
    return made


def merge(first: str, second: str) -> tuple[str, list[str]]:
    made, notes = merged(tree(first), tree(second))
    return yaml_text(placeless(made)), [note.message for note in notes]


@pytest.mark.parametrize(
    ("first", "second", "expected", "told"),
    [
        ("basics: {name: A}", "basics: {email: a@b.example}", "basics:\n  name: A\n  email: a@b.example\n", []),
        ("basics: {name: A}", "basics: {name: A}", "basics:\n  name: A\n", []),
        (
            "basics: {name: A}",
            "basics: {name: B}",
            "basics:\n  name: A\n",
            ["`basics.name`, which is there already"],
        ),
        (
            "publications: [{name: One}]",
            "publications: [{name: 'one.', doi: 10.1/2}, {name: Two}]",
            "publications:\n  - name: One\n    doi: 10.1/2\n  - name: Two\n",
            ["`publications.0.name`, which is there already"],
        ),
        (
            "work: [{name: A, startDate: 2012}]",
            "work: [{name: A, startDate: 2015}, {name: A, startDate: 2012, endDate: 2013}]",
            "work:\n  - name: A\n    startDate: 2012\n    endDate: 2013\n  - name: A\n    startDate: 2015\n",
            [],
        ),
        ("skills: [a]", "skills: [b, a]", "skills: [a, b]\n", []),
        (
            "basics: {name: A, profiles: [{network: GitHub, username: a}]}",
            "basics: {profiles: [{network: GitHub, username: a, url: 'https://a.example'}]}",
            "basics:\n  name: A\n  profiles:\n    - network: GitHub\n      username: a\n      url: https://a.example\n",
            [],
        ),
    ],
)
def test_what_is_lacking_is_added(first: str, second: str, expected: str, told: list[str]):
    assert merge(first, second) == (expected, told)


NAMES = st.sampled_from(["a", "b", "c"])
ITEMS = st.fixed_dictionaries({"name": NAMES}, optional={"startDate": st.sampled_from(["2012", "2013"]), "url": NAMES})
TREES = st.fixed_dictionaries(
    {}, optional={"basics": st.fixed_dictionaries({}, optional={"name": NAMES}), "work": st.lists(ITEMS, max_size=3)}
)


@given(TREES, TREES)
def test_merging_twice_is_merging_once(first: dict, second: dict):
    whole, _ = merged(tree(str(first)), tree(str(second)))
    again, _ = merged(whole, tree(str(second)))
    assert yaml_text(placeless(again)) == yaml_text(placeless(whole))


@given(TREES)
def test_nothing_is_added_by_nothing(first: dict):
    assert merged(tree(str(first)), tree("{}")) == (tree(str(first)), [])
