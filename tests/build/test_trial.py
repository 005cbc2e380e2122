"""Themes are tried with hard content at the ends of their options, and what they do to it is found."""

from collections.abc import Callable
from dataclasses import fields
from itertools import combinations
from pathlib import Path

import pytest

from typeset.build.trial import attempts, judged
from typeset.build.trial.attempt import Outcome, attempt
from typeset.build.trial.cases import CASES, HARD, WHOLE
from typeset.build.trial.settings import extremes, one_at_a_time, pairs
from typeset.readers import read
from typeset.resume.fields import described
from typeset.resume.model import Item, Part, Resume
from typeset.source import Fault, Severity
from typeset.theme import SHIPPED_THEMES, TORTURE
from typeset.theme.manifest import Option
from typeset.theme.theme import available, load

SHIPPED = available([SHIPPED_THEMES])
ROOTS = (SHIPPED_THEMES,)
LONGEST = "pages"

SIZE = Option(name="size", type="length", default="10pt", min="9pt", max="12pt", about="The size.")
PAPER = Option(name="paper", type="choice", default="A4", choices=("A4", "Letter"), about="The sheet.")
RULES = Option(name="rules", type="flag", default="true", about="Whether there are rules.")
ACCENT = Option(name="accent", type="color", default="#123456", about="The colour.")
LOOSE = Option(name="loose", type="number", default="1", about="Without ends.")
OPTIONS = (SIZE, PAPER, RULES, ACCENT, LOOSE)

Try = Callable[..., list[Outcome]]


def told(made: list[Outcome], rule: str | None = None) -> list[Fault]:
    """The faults of outcomes, or those that one rule found."""
    found = (finding for outcome in made for finding in outcome.findings)
    return [finding.fault for finding in found if rule in (None, finding.rule)]


@pytest.fixture
def try_theme(tmp_path: Path) -> Try:
    """A function that makes attempts at some cases with a theme that extends `ats` and has files of its own.

    Of its options only `mood` and `depth` are tried.
    """

    def made(files: dict[str, str], *cases: str, lines: str = "") -> list[Outcome]:
        manifest = f"name: mine\nabout: Has a fault.\nextends: ats\n{lines}\n"
        for name, text in {"theme.yaml": manifest, **files}.items():
            path = tmp_path / "mine" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        roots = (tmp_path, *ROOTS)
        tried = attempts(load("mine", roots), roots, quick=not lines)
        own = {"mood", "depth"}
        return [attempt(each) for each in tried if each.case.name in cases and own.issuperset(dict(each.values))]

    return made


# The torture set


def test_every_content_and_application_is_a_case_and_every_case_has_one():
    files = {path.stem for path in (*TORTURE.glob("*.yaml"), *TORTURE.glob("applications/*.yaml"))}
    assert files == {case.name for case in CASES}
    assert set(HARD) < files


def everything() -> Resume:
    resume, faults = read(TORTURE / f"{WHOLE}.yaml", WHOLE)
    assert faults == []
    return resume


def said(part: object) -> dict[type, set[str]]:
    """The fields that say something, by class, in a part and in all that is in it."""
    found: dict[type, set[str]] = {}
    for each in part if isinstance(part, tuple) else [part]:
        if isinstance(each, Part):
            values = {field.name: getattr(each, field.name) for field in fields(each)}
            found.setdefault(type(each), set()).update(name for name, value in values.items() if value)
            for value in values.values():
                for kind, names in said(value).items():
                    found.setdefault(kind, set()).update(names)
    return found


def test_everything_says_something_in_every_field_that_is_printed():
    unprinted = {*described(Item), "variants", "$schema", "schema", "lastModified", "model", "order", "text"}
    empty = {
        f"{kind.__name__}.{field.name}"
        for kind, names in said(everything()).items()
        for field in described(kind).values()
        if field.name not in names | unprinted
    }
    heads = {name for name in empty if name.startswith("Headings.")}  # one of twelve will do
    assert empty - heads == set()
    assert len(heads) == 11


# Options


def test_extremes_are_ends_and_choices():
    assert [extremes(option) for option in (SIZE, PAPER, RULES, LOOSE)] == [
        ("9pt", "12pt"),
        ("A4", "Letter"),
        ("true", "false"),
        (),
    ]
    assert len(extremes(ACCENT)) == 2


def test_one_at_a_time_leaves_defaults_out():
    values = [value for _, pair in one_at_a_time([SIZE, PAPER, RULES]) for value in pair]
    assert values == [("size", "9pt"), ("size", "12pt"), ("paper", "Letter"), ("rules", "false")]


def test_any_two_extremes_of_any_two_options_stand_together_in_few_sets():
    sets = [dict(values) for values in pairs(OPTIONS)]
    known = [option for option in OPTIONS if extremes(option)]
    for one, other in combinations(known, 2):
        for here in extremes(one):
            for there in extremes(other):
                assert any(found[one.name] == here and found[other.name] == there for found in sets)
    assert len(sets) <= 8


def test_a_theme_without_options_needs_no_sets():
    assert pairs([LOOSE]) == []


# What is found


def test_a_template_that_drops_something_is_found_in_the_content(try_theme):
    made = try_theme(
        {"html/head.html": "<header><h3>{{ (entry.title or entry.organization)|inline }}</h3></header>"}, WHOLE
    )
    assert any("everything.yaml" in str(fault.place) for fault in told(made, "words"))


def test_a_template_that_fails_is_told_at_its_line(try_theme):
    [outcome] = try_theme({"html/head.html": "<header>\n{{ entry.nothing.at.all }}\n</header>"}, "single")
    [finding] = outcome.findings
    assert finding.is_error
    assert str(finding.fault.place).endswith("mine/html/head.html:2:1")


def test_text_that_nobody_sees_is_found(try_theme):
    made = try_theme({"mine.css": ".period { color: #fff }"}, "single", lines="styles: [mine.css]")
    assert any("cannot be seen" in fault.message for fault in told(made, "hidden"))


def test_what_the_engine_ignores_is_told_at_its_place(try_theme, tmp_path):
    made = try_theme({"mine.css": "p { color: red }\nh1 { colour: red }"}, "nothing", lines="styles: [mine.css]")
    faults = [fault for fault in judged(load("mine", (tmp_path, *ROOTS)), made).faults if "ignored" in fault.message]
    assert [(str(fault.place), fault.severity) for fault in faults] == [
        (f"{tmp_path}/mine/mine.css:2:6", Severity.WARNING)
    ]


def test_an_option_that_changes_nothing_is_told_at_its_place(try_theme, tmp_path):
    mood = "  - {name: mood, type: choice, default: a, choices: [a, b], about: None.}"
    depth = "  - {name: depth, type: length, default: 1mm, min: 0mm, max: 9mm, about: Some.}"
    lines = f"styles: [mine.css]\noptions:\n{mood}\n{depth}"
    made = try_theme({"mine.css": "h1 { padding-top: var(--depth); order: var(--mood) }"}, WHOLE, lines=lines)
    faults = judged(load("mine", (tmp_path, *ROOTS)), made).faults
    unmoved = [fault for fault in faults if "changes nothing" in fault.message]
    assert [str(fault.place) for fault in unmoved] == [f"{tmp_path}/mine/theme.yaml:6:5"]


def test_a_script_that_a_theme_lacks_is_said_by_the_character(try_theme):
    [outcome] = try_theme({}, "right-to-left")
    assert (outcome.findings, outcome.seal) == ((), "")
    assert "no glyph for U+05" in outcome.lacks


# What is shipped


@pytest.mark.parametrize("name", [name for name in SHIPPED if load(name, ROOTS).engine == "weasyprint"])
def test_a_shipped_theme_bears_all_cases(name):
    theme = load(name, ROOTS)
    tried = [each for each in attempts(theme, ROOTS, quick=True) if each.case.name != LONGEST]
    assert len(tried) == len(CASES) - 1
    made = [attempt(each) for each in tried]
    assert [str(fault) for fault in (*told(made), *judged(theme, made).faults)] == []


@pytest.mark.needs("lualatex")
@pytest.mark.parametrize("name", [name for name in SHIPPED if load(name, ROOTS).engine == "latex"])
def test_a_shipped_theme_set_by_latex_bears_everything(name):
    theme = load(name, ROOTS)
    made = [attempt(each) for each in attempts(theme, ROOTS, quick=True) if each.case.name == WHOLE]
    assert [str(fault) for fault in told(made)] == []
