"""What holds for any overlay over any content: it only removes, reorders and rewords."""

import dataclasses
import json
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import event, given
from hypothesis import strategies as st

from typeset.resume.application import Application
from typeset.resume.blocks import Body
from typeset.resume.items import items
from typeset.resume.model import SECTIONS, Part, Resume
from typeset.resume.reading import read
from typeset.resume.tailor import tailor
from typeset.resume.text import Text
from typeset.source import Faults, Source
from typeset.source.yaml import parse

TAGS = ["x", "y"]
LISTS = ("positions", "highlights", "items")
Tree = dict[str, Any]


class Names:
    """Makes words that no two texts share."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> str:
        self.count += 1
        return f"w{self.count}"


def marked(draw: st.DrawFn, item: Tree) -> Tree:
    """An item with a mark that hides it from some or all readers, or without."""
    mark = draw(st.sampled_from([{}, {}, {}, {"only": ["x"]}, {"only": ["x", "y"]}, {"private": True}]))
    return {"id": item["id"], **mark, **item}


def bullets(draw: st.DrawFn, new: Names, depth: int = 1) -> list[Tree]:
    made = []
    for _ in range(draw(st.integers(0, 3))):
        bullet: Tree = {"id": new(), "text": new()}
        if draw(st.booleans()):
            bullet["variants"] = [{"tags": [draw(st.sampled_from(TAGS))], "text": new()}]
        if depth and (below := bullets(draw, new, depth - 1)):
            bullet["highlights"] = below
        made.append(marked(draw, bullet))
    return made


@st.composite
def contents(draw: st.DrawFn) -> Tree:
    new = Names()

    def some(make: Callable[[], Tree]) -> list[Tree]:
        return [marked(draw, make()) for _ in range(draw(st.integers(0, 3)))]

    def job() -> Tree:
        roles = [marked(draw, {"id": new(), "position": new()}) for _ in range(draw(st.integers(0, 2)))]
        return {"id": new(), "name": new(), "summary": new(), "positions": roles, "highlights": bullets(draw, new)}

    return {
        "basics": {
            "name": new(), "label": new(), "summary": new(), "profiles": some(lambda: {"id": new(), "network": new()}),
        },
        "work": some(job),
        "education": some(lambda: {"id": new(), "institution": new(), "thesis": {"title": new()}}),
        "skills": some(lambda: {"id": new(), "name": new(), "highlights": bullets(draw, new)}),
        "sections": some(lambda: {"id": new(), "title": new(), "body": new(), "items": bullets(draw, new, 0)}),
    }  # fmt: skip


def content(tree: Tree) -> Resume:
    found, _ = read(parse(Source("cv.yaml", json.dumps(tree))), Resume, "the content file")
    return found


def application(tree: Tree) -> Application:
    found, faults = read(parse(Source("app.yaml", json.dumps(tree))), Application, "the application")
    assert faults == []
    return found


def lists(resume: Resume) -> dict[str, list[str]]:
    """The names in every list of items, by the list's path."""
    found: dict[str, list[str]] = {}
    for path, item in items(resume):
        if within := path.rpartition(".")[0]:
            found.setdefault(within, []).append(item.id)
    return found


def texts(value: Any) -> Iterator[str]:
    """Every text in a part of the model."""
    match value:
        case Text():
            yield value.plain
        case tuple():
            for each in value:
                yield from texts(each)
        case _ if dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                if field.name not in ("place", "x"):
                    yield from texts(getattr(value, field.name))


def texts_by_path(resume: Resume) -> Iterator[str]:
    yield from ("basics.label", "summary")
    for path, item in items(resume):
        yield from (f"{path}.{key}" for key in ("text", "name", "summary", "body") if getattr(item, key, None))


def some_of(draw: st.DrawFn, known: list[str], most: int = 2) -> list[str]:
    return draw(st.lists(st.sampled_from(known), max_size=most, unique=True)) if known else []


@st.composite
def overlaid(draw: st.DrawFn) -> tuple[Resume, Tree]:
    """Content, and an application whose names all exist; its wishes may contradict each other."""
    resume = content(draw(contents()))
    tags = {tag for _, item in items(resume) for tag in item.only}
    tags |= {tag for _, item in items(resume) for each in getattr(item, "variants", ()) for tag in each.tags}
    there, sections = lists(resume), [*SECTIONS, "summary", *(section.id for section in resume.sections)]
    new = (f"new{number}" for number in range(99))
    return resume, {
        "tags": some_of(draw, sorted(tags)),
        "pick": {path: draw(st.permutations(some_of(draw, there[path], 9))) for path in some_of(draw, sorted(there))},
        "omit": some_of(draw, [*dict(items(resume)), *sections, "basics.label"]),
        "order": some_of(draw, sections, 9),
        "reword": {path: next(new) for path in some_of(draw, list(texts_by_path(resume)))},
        "titles": {section: next(new) for section in some_of(draw, sections)},
    }


def outcome(resume: Resume, tree: Tree) -> Resume | list[str]:
    try:
        return tailor(resume, application(tree))
    except Faults as faults:
        return sorted(fault.message for fault in faults.faults)


def silenced(value: Any) -> Any:
    """What a part of the model says besides its texts and the items in it."""
    if isinstance(value, tuple):
        return tuple(map(silenced, value))
    if not isinstance(value, Part):
        return None if isinstance(value, Text | Body) else value
    gone = (*LISTS, "variants")
    return [(field.name, silenced(getattr(value, field.name))) for field in dataclasses.fields(value)
            if field.name not in gone]  # fmt: skip


@given(overlaid())
def test_it_only_removes_reorders_and_rewords(made: tuple[Resume, Tree]):
    resume, tree = made
    shown = outcome(resume, tree)
    event("contradicts itself" if isinstance(shown, list) else "is built")
    if isinstance(shown, list):
        assert all(", but " in message for message in shown)
    else:
        there = dict(items(resume))
        assert all(silenced(item) == silenced(there[path]) for path, item in items(shown))
        assert len(list(items(shown))) == len(dict(items(shown)))
        assert set(texts(shown)) <= {*texts(resume), *tree["reword"].values(), *tree["titles"].values()}
        assert sorted(dict.fromkeys(shown.order)) == sorted(dict.fromkeys([*resume.order, *tree["order"]]))


@given(overlaid(), st.randoms(use_true_random=False))
def test_the_order_of_keys_never_matters(made: tuple[Resume, Tree], chance: Any):
    resume, tree = made

    def shuffled(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        pairs = [(key, shuffled(each)) for key, each in value.items()]
        chance.shuffle(pairs)
        return dict(pairs)

    assert outcome(resume, shuffled(tree)) == outcome(resume, tree)


@given(contents(), st.sampled_from([[], ["x"], ["y"]]))
def test_with_everything_picked_the_result_is_that_of_no_overlay(tree: Tree, tags: list[str]):
    resume = content(tree)
    marks = json.dumps(tree)
    tags = [tag for tag in tags if f'["{tag}"' in marks or f'"{tag}"]' in marks]
    plain = tailor(resume, application({"tags": tags}))
    again = tailor(resume, application({"tags": tags, "pick": lists(plain)}))
    assert again == plain
    assert (again.order, again.basics.order) == (plain.order, plain.basics.order)


@given(overlaid())
def test_a_second_time_changes_nothing(made: tuple[Resume, Tree]):
    resume, tree = made
    shown = outcome(resume, tree)
    if isinstance(shown, Resume):
        allowed = {"tags": [tag for tag in tree["tags"] if any(tag in item.only for _, item in items(shown))]}
        assert tailor(shown, application(allowed | {"order": list(tree["order"])})) == shown
