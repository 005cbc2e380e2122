from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.resume.application import Application
from typeset.resume.fields import described
from typeset.resume.items import items
from typeset.resume.model import SECTIONS, Item, Resume
from typeset.resume.reading import read
from typeset.resume.tailor import tailor
from typeset.source import Faults, Source
from typeset.source.yaml import parse

CV = """
work:
- {name: a, only: [x], highlights: [h]}
- name: b
  summary: s
  positions: [{position: p, highlights: [{text: h, highlights: [deep]}]}, {position: q, private: true}]
- {name: c, private: true, highlights: [h]}
skills: [s, t]
sections: [{title: own, items: [i, {text: j, only: [x, y]}]}, {title: mine, only: [y], items: [k]}]
"""
PATHS = [
    "work.a", "work.a.h", "work.b", "work.b.p", "work.b.p.h", "work.b.p.h.deep", "work.b.q", "work.c", "work.c.h",
    "skills.s", "skills.t", "own", "own.i", "own.j", "mine", "mine.k",
]  # fmt: skip

Read = Callable[[str], Resume]


def paths(resume: Resume) -> list[str]:
    return [path for path, _ in items(resume)]


def test_the_paths_are_all_there(valid: Read):
    assert paths(valid(CV)) == PATHS


@pytest.mark.parametrize(
    ("tags", "hidden"),
    [
        ((), ["work.a", "own.j", "mine"]),
        (("x",), ["mine"]),
        (("y",), ["work.a"]),
        (("x", "y"), []),
    ],
)
def test_only_what_a_tag_asks_for_and_is_not_private_is_shown(valid: Read, tags: tuple[str, ...], hidden: list[str]):
    gone = (*hidden, "work.b.q", "work.c")
    expected = [path for path in PATHS if not f"{path}.".startswith(tuple(f"{hide}." for hide in gone))]
    assert paths(tailor(valid(CV), Application(tags=tags))) == expected


@given(st.sets(st.sampled_from([*PATHS, *SECTIONS])))
def test_omitting_removes_what_is_named_with_all_below_it_and_nothing_else(valid: Read, omitted: set[str]):
    whole = tailor(valid(CV), Application(tags=("x", "y")))
    rest = tailor(valid(CV), Application(tags=("x", "y"), omit=tuple(omitted)))
    below = tuple(f"{path}." for path in omitted)
    assert paths(rest) == [path for path in paths(whole) if not (below and f"{path}.".startswith(below))]


def test_the_summary_can_be_left_out(valid: Read):
    resume = valid("basics: {name: a, summary: b}")
    assert tailor(resume, Application(omit=("summary",))).basics.summary is None


def test_nothing_asked_for_changes_nothing(valid: Read):
    resume = valid("basics: {name: a, profiles: [{network: b}]}\nwork: [{name: c, highlights: [d]}]")
    assert tailor(resume, Application()) == resume


def test_sections_asked_for_come_first(valid: Read):
    assert tailor(valid(CV), Application(order=("own", "skills"))).order == (
        "own",
        "skills",
        "basics",
        "work",
        "sections",
    )


@pytest.mark.parametrize(
    ("application", "message", "hint"),
    [
        (Application(omit=("skils.s",)), "nothing is called `skils.s`", "did you mean `skills.s`?"),
        (Application(order=("skils",)), "there is no section `skils`", "did you mean `skills`?"),
        (Application(omit=("zzz",)), "nothing is called `zzz`", None),
    ],
)
def test_a_path_that_does_not_exist_is_an_error(valid: Read, application: Application, message: str, hint: str | None):
    with pytest.raises(Faults) as caught:
        tailor(valid(CV), application)
    assert [(fault.message, fault.hint) for fault in caught.value.faults] == [(message, hint)]


def test_an_unknown_path_is_told_where_it_stands(valid: Read):
    written = "resume: a\nomit:\n  - skills.s\n  - skils.t\n"
    application, faults = read(parse(Source("app.yaml", written)), Application, "the application")
    assert faults == []
    with pytest.raises(Faults) as caught:
        tailor(valid(CV), application)
    assert [str(fault.place) for fault in caught.value.faults] == ["app.yaml:4:5"]


def test_a_private_item_stays_hidden_beside_a_public_one_of_the_same_path(valid: Read):
    resume = valid(
        "work: [{name: a, positions: [{id: h, position: p, private: true}], highlights: [{id: h, text: t}]}]"
    )
    [work] = tailor(resume, Application()).work
    assert (len(work.positions), len(work.highlights)) == (0, 1)


def test_an_employer_none_of_whose_roles_is_shown_is_not_shown(valid: Read):
    resume = valid("work: [{name: a, positions: [{position: p, private: true}]}, {name: b, position: q}]")
    assert paths(tailor(resume, Application())) == ["work.b"]


@pytest.mark.parametrize("key", ["email", "phone", "profiles", "summary", "label"])
def test_what_stands_in_basics_can_be_left_out_alone(valid: Read, key: str):
    written = {"email": "a@b.org", "phone": "1", "profiles": "[{network: x}]", "summary": "s", "label": "l"}
    resume = valid("basics: {name: n, " + ", ".join(f"{name}: {value}" for name, value in written.items()) + "}")
    basics = tailor(resume, Application(omit=(f"basics.{key}",))).basics
    assert [name for name in written if not getattr(basics, name)] == [key]


def lists_of_items(model: type, way: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The ways to every list of items in the model, once round where a class holds itself."""
    found = []
    for key, known in described(model).items():
        if isinstance(known.kind, type) and hasattr(known.kind, "place") and key not in way:
            here = (*way, key)
            found += [here] * (known.many and issubclass(known.kind, Item)) + lists_of_items(known.kind, here)
    return found


WAYS = lists_of_items(Resume)


def test_the_model_has_lists_of_items():
    assert {("work",), ("work", "positions", "highlights"), ("basics", "profiles"), ("sections", "items")} <= set(WAYS)


@pytest.mark.parametrize("mark", ["private: true", "only: [somebody]"])
@pytest.mark.parametrize("way", WAYS, ids=".".join)
def test_no_list_shows_what_is_not_for_this_reader(read, way: tuple[str, ...], mark: str):
    """Faults such as a missing `text` do not matter here."""
    text = f"{{id: secret, {mark}}}"
    models = [Resume]
    for key in way:
        models.append(described(models[-1])[key].kind)
    for key, model in reversed(list(zip(way, models, strict=False))):
        text = f"{{{key}: [{text}]}}" if described(model)[key].many else f"{{{key}: {text}}}"
    resume, _ = read(text)
    assert "'secret'" in repr(resume)
    assert "'secret'" not in repr(tailor(resume, Application()))
