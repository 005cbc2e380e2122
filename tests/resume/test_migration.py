"""Content of older models brought forward: what it says stays, and so do comments and every line not concerned."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.resume.content import resume
from typeset.resume.jsonresume.flattening import flattened
from typeset.resume.jsonresume.restoring import restored
from typeset.resume.migration.files import migrated
from typeset.resume.migration.moves import MIGRATIONS, brought_forward
from typeset.resume.model import MODEL, Labels, Part, Resume
from typeset.resume.text import Text, text_of
from typeset.source import Fault, Faults, Severity, json, yaml
from typeset.source.characters import decode
from typeset.source.emit_json import json_text
from typeset.source.rewrite import comments, said

ROOT = Path(__file__).parents[2]
CONTENT = sorted((ROOT / "content").glob("*.yaml"))
MARK = "meta:\n  model: 2\n"
CASES = sorted((Path(__file__).parent / "migrations").glob("*.before.*"))

Read = Callable[[str], tuple[Resume, list[Fault]]]


def forward(text: str, name: str = "cv.yaml") -> str:
    """The text brought forward, which must be so for good; itself where there is nothing to do."""
    made = migrated(text.encode(), name)
    if made is None:
        return text
    assert migrated(made.data, name) is None
    return made.data.decode()


def report(text: str) -> list[str]:
    made = migrated(text.encode(), "cv.yaml")
    return list(made.report) if made else []


def messages(text: str, name: str = "cv.yaml") -> list[str]:
    with pytest.raises(Faults) as raised:
        migrated(text.encode(), name)
    return [f"{fault.place}: {fault.message}" for fault in raised.value.faults]


def parts(part: type[Part]) -> Iterator[type[Part]]:
    yield part
    for below in part.__subclasses__():
        yield from parts(below)


# The model and its versions


def test_every_older_model_has_its_migration():
    assert list(MIGRATIONS) == list(range(1, MODEL))


def test_whatever_has_moved_is_moved():
    moves = [move for found in MIGRATIONS.values() for move in found]
    told = {now for part in parts(Part) for now in part.moved.values()}
    assert told == {"labels.keywords", "labels.supervisor"}
    assert told <= {".".join(move.new) for move in moves}


def test_a_key_of_an_older_model_is_told_where_it_is_now(read: Read):
    _, faults = read("basics: {name: A}\nheadings: {keywords: T}")
    assert [(fault.message, fault.hint, fault.severity) for fault in faults] == [
        (
            "unknown key `keywords` in `headings`",
            "it is `labels.keywords` today: run `typeset migrate`, or write it there",
            Severity.ERROR,
        )
    ]


@pytest.mark.parametrize(("model", "hint"), [(1, "run `typeset migrate`"), (3, "install a newer typeset")])
def test_content_of_another_model_is_told_once_at_its_line(read: Read, model: int, hint: str):
    _, faults = read(f"haedings: {{}}\nmeta:\n  canonical: https://model.org\n  model: {model}")
    assert [(str(fault.place), fault.message, fault.hint) for fault in faults] == [
        ("cv.yaml:4:3", f"written for model {model}; this typeset knows 2", hint)
    ]


# What is written


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.stem)
def test_the_content_of_this_repository_comes_back_byte_for_byte(file: Path):
    today = file.read_text("utf-8")
    older = today.replace("\n\nlabels:\n", "\n").replace("\n" + MARK, "").replace("  model: 2\n", "")
    assert ("labels:" in today) == (older.count("\n") < today.count("\n") - 4 or "  version:" in today)
    assert forward(older) == (today if "labels:" in today else older)


@pytest.mark.parametrize("before", CASES, ids=lambda before: before.name.partition(".")[0])
def test_only_what_is_concerned_changes(before: Path):
    after = before.with_name(before.name.replace(".before", ".after"))
    assert forward(before.read_text("utf-8"), before.name) == after.read_text("utf-8")


def test_there_are_cases():
    assert len(CASES) > 10
    assert len(CASES) == len(list(CASES[0].parent.glob("*.after.*")))


@pytest.mark.parametrize("form", ["{}\n{}\n", "{}\r\n{}\r\n", "\ufeff{}\n{}\n", "{}\n{}"])
def test_ends_of_lines_and_a_byte_order_mark_stay(form: str):
    end = "\r\n" if "\r" in form else "\n"
    after = form.format("labels: {keywords: T}", "a: b").removesuffix(end) + f"{end}meta:{end}  model: 2{end}"
    assert forward(form.format("headings: {keywords: T}", "a: b")) == after


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "- a",
        "basics: {name: A}",
        "headings: {work: W}  # c",
        "headings: none",
        "meta: {model: 2}\nheadings: {keywords: T}",
    ],
)
def test_there_is_nothing_to_do_for_what_is_not_of_an_older_model(text: str):
    assert migrated(text.encode(), "cv.yaml") is None


def test_the_report_says_what_moved_from_where():
    assert report("headings:\n  work: W\n  supervisor:\n    summary: S\n    title: T\n") == [
        "model 1 → 2: line 5: `headings.supervisor.title` is now `labels.supervisor`",
        "model 1 → 2: line 3: `headings.supervisor` is now `labels.x.supervisor`",
    ]
    assert report("meta: {model: 1}") == ["model 1 → 2"]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("headings: {keywords: T}\nlabels: {keywords: T}", "cv.yaml",
         "cv.yaml:1:12: `headings.keywords` is `labels.keywords` today, but something stands there"),
        ("labels: none\nheadings: {keywords: T}", "cv.yaml",
         "cv.yaml:2:12: `headings.keywords` is `labels.keywords` today, but something stands there"),
        ("meta: {model: 3}\nheadings: {keywords: T}", "cv.yaml",
         "cv.yaml:1:8: written for model 3; this typeset knows 2"),
        ("meta: {model: two}", "cv.yaml", "cv.yaml:1:15: `model` must be a whole number from 1"),
        ("meta: none\nheadings: {keywords: T}", "cv.yaml", "cv.yaml:1:7: `meta` must be a mapping of keys to values"),
        ('{"a": ', "cv.json", "cv.json:1:7: not JSON: a value must stand here"),
        ("a", "cv.txt", "None: cv.txt is not a content file"),
    ],
)  # fmt: skip
def test_what_cannot_be_brought_forward_is_told(text: str, name: str, expected: str):
    assert messages(text, name) == [expected]


def test_a_json_export_of_an_older_model_becomes_todays_content():
    older = yaml.parse(decode(b"basics: {name: A}\nheadings: {work: W, keywords: T}\nwork: [{name: b}]", "cv.yaml"))
    text = json_text(flattened(older, "en")[0])
    found, faults = resume(restored(json.parse(decode(text.encode(), "cv.json"))))
    assert faults == []
    assert found.labels == Labels(keywords=text_of("T"))
    assert found.order == ("basics", "headings", "labels", "work", "meta")


# Any content of the first model

WORDS = st.sampled_from(["Used", "it's", "Größe", "2012-02-31", "no"])
REMARKS = st.lists(st.sampled_from(["", "# one", "# two: 2", "  # three", "# - four"]), max_size=3)
BEHIND = st.sampled_from(["", "", "  # behind", " # 'here'"])


@st.composite
def labels(draw: st.DrawFn, indent: str) -> tuple[list[str], str | None]:
    """The lines of a heading's value, the first behind its key, and the text that it is as a label."""
    step = " " * draw(st.sampled_from([2, 4]))
    word, behind, below = draw(WORDS), draw(BEHIND), indent + step
    form = draw(st.integers(0, 10))
    quoted = "'" + word.replace("'", "''") + "'"
    return [
        ([f" {quoted}{behind}"], word),
        ([f' "{word}"{behind}'], word),
        ([f" {word} too{behind}"], f"{word} too"),
        ([f" |{behind}", f"{below}{word}", "", f"{below}more"], f"{word} more"),
        ([f" >-{behind}", f"{below}{word}", f"{below}more"], f"{word} more"),
        ([f" {{en: {quoted}, de: D}}{behind}"], word),
        ([behind, f"{below}# inside", f"{below}en: {quoted}", f"{below}de: D  # de"], word),
        ([behind, f"{below}title: {quoted}{behind}"], word),
        ([behind, f"{below}summary: S{behind}", *draw(REMARKS), f"{below}title: {quoted}"], word),
        ([f" {{summary: S, title: {quoted}}}{behind}"], word),
        ([f" {{summary: S}}{behind}"], None),
    ][form]


@st.composite
def older_content(draw: st.DrawFn) -> tuple[str, dict[str, str], list[str]]:
    """A content file of the first model, the texts of its labels, and the lines that these do not concern."""
    indent = " " * draw(st.sampled_from([2, 3, 4]))
    names = draw(st.permutations(["work", "keywords", "skills", "supervisor"]).map(lambda found: found[:3]))
    lines, said_by = ["headings:" + draw(BEHIND)], dict[str, str]()
    for name in names:
        lines += draw(REMARKS)
        value, text = draw(labels(indent)) if name in ("keywords", "supervisor") else ([" H" + draw(BEHIND)], None)
        lines += [f"{indent}{name}:{value[0]}", *value[1:]]
        said_by |= {name: text} if text else {}
    if draw(st.booleans()):
        braces = ", ".join(f"{name}: {{en: '{number}', de: D}}" for number, name in enumerate(names))
        lines = [f"headings: {{{braces}}}{draw(BEHIND)}"]
        said_by = {name: str(number) for number, name in enumerate(names) if name in ("keywords", "supervisor")}
    dash = draw(st.sampled_from(["", "  "]))
    groups = [
        ["basics:", f"{indent}name:  N. N.", f"{indent}summary: |", f"{indent}  a # b", "", f"{indent}  c"],
        lines,
        ["work:", f"{dash}- name: 'a'  # w", f"{dash}  keywords: [b,", f"{dash}    # in brackets", f"{dash}   c]"],
        draw(st.sampled_from([[], ["meta:  # m", "  language: en"], ["meta: {version: 1.10}"]])),
        draw(st.sampled_from([[], ["x:", "  odd: ~", "", "  # last"]])),
    ]
    groups = [groups[0], *draw(st.permutations(groups[1:]))]
    groups = [found for group in groups for found in (draw(REMARKS), group)]
    others = [line for group in groups if group is not lines for line in group if line and "{version" not in line]
    text = "\n".join(line for group in groups for line in group)
    return text + draw(st.sampled_from(["\n", "", "\n\n", "\n# end\n"])), said_by, others


def in_words(found: str) -> Counter[str]:
    return Counter(comment.text for comment in comments(decode(found.encode(), "cv.yaml")))


def plain(text: Text | None) -> str | None:
    return " ".join(text.plain.split()) if text else None


@given(older_content())
def test_any_content_of_the_first_model_says_the_same_afterwards(written: tuple[str, dict[str, str], list[str]]):
    before, expected, others = written
    tree = yaml.parse(decode(before.encode(), "cv.yaml"))
    older, _ = resume(tree)
    after = forward(before)
    today, faults = resume(yaml.parse(decode(after.encode(), "cv.yaml")))
    assert [fault.message for fault in faults if fault.severity is Severity.ERROR] == []
    assert {name: plain(getattr(today.labels, name)) for name in expected} == expected
    assert replace(today, labels=Labels(), meta=replace(today.meta, model=None)) == replace(older, labels=Labels())
    assert today.meta.model == MODEL
    assert in_words(after) == in_words(before)
    moved = brought_forward(tree)
    assert moved
    assert [*Counter(values(said(moved.tree))) - Counter(values(said(tree)))] == ["2"]
    kept = iter(after.splitlines())
    assert [line for line in others if line not in kept] == []


def values(found: object) -> list[str]:
    """Every text of what a tree says."""
    if isinstance(found, list):
        return [text for item in found for text in values(item[1] if isinstance(item, tuple) else item)]
    return [] if found is None else [str(found)]
