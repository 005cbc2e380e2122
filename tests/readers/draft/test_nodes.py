"""Small pieces of trees: names that are free, values that say something."""

import time

from typeset.readers.draft.nodes import is_empty, leaves, string, with_entries
from typeset.source import Mapping, Source
from typeset.source.place import NOWHERE
from typeset.source.yaml import parse


def named(*names: str) -> list[str]:
    made = with_entries(Mapping((), NOWHERE), [(name, string("a", NOWHERE)) for name in names])
    return [key.text for key, _ in made]


def test_names_that_are_taken_are_counted():
    assert named("url", "url", "url-2", "url", "name") == ["url", "url-2", "url-2-2", "url-3", "name"]


def test_many_entries_of_one_name_take_no_time():
    start = time.process_time()
    assert len(set(named(*["url"] * 20_000))) == 20_000
    assert time.process_time() - start < 1


def test_a_tree_of_nothing_is_empty():
    for content, expected in {"": True, "a: ''": True, "a: [~, {b: }]": True, "a: [0]": False}.items():
        assert is_empty(parse(Source("cv", content))) is expected


def test_leaves_have_paths():
    tree = parse(Source("cv", "a: [b, {c: d}]"))
    assert [(path, leaf.text) for path, leaf in leaves(tree)] == [("a.0", "b"), ("a.1.c", "d")]
