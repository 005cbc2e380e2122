"""Drafts of every kind: what comes out is sound content, and nothing of them is lost without a word."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.readers.draft.nodes import leaves
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.draft.settling import accounted, settled
from typeset.resume.content import resume
from typeset.resume.fields import described
from typeset.resume.model import Resume
from typeset.source import Mapping, Severity, Source
from typeset.source.emit_yaml import yaml_text
from typeset.source.json import parse
from typeset.source.tree import placeless
from typeset.source.yaml import parse as parse_yaml

Said = list[tuple[Fate, str, int]]


def settle(content: str) -> tuple[str, Said]:
    """The YAML that a draft written in YAML becomes, and what is told of it."""
    tree = parse_yaml(Source("cv", content), forgiving=True)
    assert isinstance(tree, Mapping)
    made, notes = settled(tree)
    return yaml_text(placeless(made)), [
        (note.fate, note.message, note.place.line if note.place else 0) for note in notes
    ]


def of_ada(content: str) -> tuple[str, Said]:
    text, notes = settle(f"basics: {{name: Ada}}\n{content}")
    return text.removeprefix("basics:\n  name: Ada\n").removeprefix("\n"), notes


def test_sound_content_stays_as_it_is():
    content = "basics:\n  name: Ada\n  email: ada@example.org\n\nwork:\n  - name: A\n    startDate: 2012-01\n"
    assert settle(content) == (content, [])


@pytest.mark.parametrize(
    ("content", "expected", "notes"),
    [
        ("work: [{name: A, shoes: 9}]", "work:\n  - name: A\n    x:\n      shoes: 9\n",
         [(Fate.MOVED, "`shoes`, to `work.0.x`", 2)]),
        ("shoes: {size: 9}", 'x:\n  shoes:\n    size: 9\n', [(Fate.MOVED, "`shoes`, to `x`", 2)]),
        ("work: [{name: A, x: {a: b}, c: d}]", "work:\n  - name: A\n    x:\n      a: b\n      c: d\n",
         [(Fate.MOVED, "`c`, to `work.0.x`", 2)]),
        ("work: [{name: A, name: B}]", "work:\n  - name: B\n\nx:\n  unplaced:\n    work.0.name: A\n",
         [(Fate.MOVED, "`work.0.name`, which stands again on line 2, to `x.unplaced`", 2)]),
        ("work: {name: A}", "work:\n  - name: A\n", [(Fate.REPAIRED, "`work`: one value made a list of one", 2)]),
        ("skills: [{name: a, keywords: b}]", "skills:\n  - name: a\n    keywords: [b]\n",
         [(Fate.REPAIRED, "`skills.0.keywords`: one value made a list of one", 2)]),
        ("work: [{name: A, summary: [a, b]}]", "work:\n  - name: A\n    summary: |-\n      a\n\n      b\n",
         [(Fate.REPAIRED, "`work.0.summary`: a list made one text", 2)] * 2),
        ("work: [{name: A, url: a.example}]", "work:\n  - name: A\n    url: https://a.example\n",
         [(Fate.GUESSED, "`work.0.url`: `a.example` is `https://a.example`", 2)]),
        ("work: [{name: A, url: see below}]", "work:\n  - name: A\n    x:\n      url: see below\n",
         [(Fate.MOVED, "`work.0.url`, to `x`: `see below` is not an address that a CV may link to", 2)]),
        ("work: [{name: A, startDate: March 2012}]", "work:\n  - name: A\n    startDate: 2012-03\n",
         [(Fate.GUESSED, "`work.0.startDate`: `March 2012` is 2012-03", 2)]),
        ("work: [{name: A, startDate: long ago}]", "work:\n  - name: A\n    startDate: long ago\n", []),
        ("work: [{name: A, startDate: 2012-13}]", "work:\n  - name: A\n    x:\n      startDate: 2012-13\n",
         [(Fate.MOVED, "`work.0.startDate`, to `x`: `2012-13` has no such month", 2)]),
        ("work: [{name: A, summary: '<b>C</b> &amp; D'}]", "work:\n  - name: A\n    summary: \"**C** & D\"\n",
         [(Fate.REPAIRED, "`work.0.summary`: HTML made Markdown", 2)]),
        ("work: [{name: A, summary: 'see [b](c)'}]", "work:\n  - name: A\n    summary: see b (c)\n",
         [(Fate.REPAIRED, "`work.0.summary`: a link to what no CV may link to is written out", 2)]),
        ("work: [{name: '', position: B, endDate: null}]", "work:\n  - position: B\n",
         [(Fate.EMPTY, "`work.0.name`", 2), (Fate.EMPTY, "`work.0.endDate`", 2)]),
        ("work: [{name: A, highlights: [{label: B}]}]",
         "work:\n  - name: A\n    x:\n      highlights:\n        label: B\n",
         [(Fate.MOVED, "`work.0.highlights.0`, to `x`: it has no `text`", 2)]),
        ("work: [{id: a, name: A}, {id: a, name: B}]",
         "work:\n  - id: a\n    name: A\n\nx:\n  unplaced:\n    work.1:\n      id: a\n      name: B\n",
         [(Fate.MOVED, "`work.1`, to `x.unplaced`: the id `a` stands twice in one list", 2)]),
        ("work: [A]", "x:\n  work: A\n",
         [(Fate.MOVED, "`work.0`, to `x`: it must be a mapping of keys to values, not a text", 2)]),
        ("work: [{name: Cats 🐱, position: 👩🏽‍💻}]", "work:\n  - name: Cats\n",
         [(Fate.DROPPED, "🐱, for which no theme has a glyph", 2),
          (Fate.DROPPED, "👩🏽‍💻, for which no theme has a glyph", 2), (Fate.EMPTY, "`work.0.position`", 2)]),
        ("meta: {language: zh-hans}", "meta:\n  language: zh-Hans\n",
         [(Fate.REPAIRED, "`meta.language`: `zh-hans` is `zh-Hans`", 2)]),
    ],
)  # fmt: skip
def test_what_the_model_cannot_take_is_put_right_or_kept(content: str, expected: str, notes: Said):
    assert of_ada(content) == (expected, notes)


def test_an_address_that_is_none_is_kept_beside_the_others():
    text, notes = settle("basics: {name: Ada, email: 'Ada <ada@example.org>', url: nowhere}")
    assert text == "basics:\n  name: Ada\n  email: ada@example.org\n  x:\n    url: nowhere\n"
    assert [fate for fate, _, _ in notes] == [Fate.MOVED]


# What nobody spoke of


def account(content: str, made: str, notes: list[Note] = []) -> tuple[str, list[str]]:  # noqa: B006
    """What becomes of a tree whose source has `content`, and of which `made` keeps the values at the same places."""
    tree, source = parse_yaml(Source("cv", made)), parse_yaml(Source("cv", content))
    assert isinstance(tree, Mapping)
    whole, told = accounted(tree, source, notes)
    return yaml_text(placeless(whole)), [note.message for note in told]


def test_every_value_of_the_source_is_in_the_tree_or_told():
    assert account("a: b\nc: {d: [e]}\nf: ''\n", "a: b\n") == (
        "a: b\n\nx:\n  unplaced:\n    c.d.0: e\n",
        ["`c.d.0`, to `x.unplaced`"],
    )


def test_a_note_is_an_account():
    place = parse_yaml(Source("cv", "a: b\nc: d")).get("c").place  # type: ignore[union-attr]
    assert account("a: b\nc: d", "a: b\n", [Note(Fate.DROPPED, "d", place)]) == ("a: b\n", [])


# In general

LEAVES = [
    "",
    "a",
    "https://a.example",
    "x@example.org",
    "2012-01",
    "2012-99",
    "<b>c</b>",
    "[a](b)",
    "5",
    "é",
    "present",
]
LEAVES += ["null", "a\u2028b", "w" * 250, "1. a\n\n2. b", "en", "mai 2012"]
KEYS = ["name", "text", "title", "url", "id", "en", "x", "tags", "highlights", "date"]
VALUES = st.recursive(
    st.sampled_from(LEAVES) | st.none() | st.booleans() | st.integers(0, 99),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(KEYS), below, max_size=4),
    max_leaves=12,
)
ENTRIES = st.lists(
    st.dictionaries(
        st.sampled_from(
            ["id", "name", "position", "positions", "startDate", "endDate", "summary", "highlights", "url", "keywords",
             "priority", "private", "successor", "title", "label", "value", "text", "item", "language", "fluency"]
        ),
        VALUES,
        max_size=5,
    ),
    max_size=3,
)  # fmt: skip
DRAFTS = st.fixed_dictionaries(
    {"basics": st.fixed_dictionaries({"name": st.just("Ada")}, optional={
        "email": VALUES, "location": VALUES, "profiles": VALUES, "image": VALUES, "phone": VALUES, "summary": VALUES})},
    optional={key: ENTRIES | VALUES for key in [*described(Resume), "shoes"] if key != "basics"},
)  # fmt: skip


@given(DRAFTS)
def test_any_draft_becomes_sound_content_that_still_has_every_value(draft: dict):
    source = parse(Source("draft.json", json.dumps(draft)), forgiving=True)
    assert isinstance(source, Mapping)
    tree, notes = settled(source)
    whole, _ = accounted(tree, source, notes)
    again = parse_yaml(Source("cv.yaml", yaml_text(placeless(whole))), forgiving=False)
    _, faults = resume(again)
    assert [str(fault) for fault in faults if fault.severity is Severity.ERROR] == []
    spots = {(leaf.place.line, leaf.place.column) for _, leaf in leaves(whole)}
    spots |= {(note.place.line, note.place.column) for note in notes if note.place}
    said = [(path, leaf.place) for path, leaf in leaves(source) if not leaf.is_null and leaf.text.strip()]
    assert [path for path, place in said if (place.line, place.column) not in spots] == []


def test_what_one_stage_forgets_the_account_finds(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("typeset.readers.draft.settling._Settler.unfit", lambda *_: None)
    tree = parse_yaml(Source("cv", "basics: {name: Ada, url: nowhere}"))
    assert isinstance(tree, Mapping)
    made, notes = settled(tree)
    assert (made, notes) != (tree, [])
    assert [leaf.text for _, leaf in leaves(accounted(made, tree, notes)[0])] == ["Ada", "nowhere"]
