"""`typeset explain`: where every item on paper comes from, and what was left out and why."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from typeset.build.explaining import explain as explained
from typeset.build.overlay import is_abstract
from typeset.build.plan import plans
from typeset.cli.explain import explain
from typeset.cli.places import project as project_of
from typeset.resume.items import items

ROOT = Path(__file__).parents[2]
CONTENT = """\
basics:
  name: Ada Lovelace
  label: Analyst
  phone: +44 20 5550 0100
headings: {work: Employment}
work:
  - id: engine
    name: Analytical Engine
    position: Programmer
    highlights:
      - id: notes
        text: Translated the notes of a lecture from the French and wrote far more than was there.
        variants: [{tags: [maths], text: Worked out Bernoulli numbers.}]
      - {id: cards, text: Thought of cards.}
      - {id: secret, text: Kept a secret., private: true}
  - {id: tutor, name: Tutor}
skills: [{id: maths, name: Mathematics}, {id: horses, name: Horses, only: [friends]}]
"""
APPLICATION = """\
extends: base
for: {company: Babbage & Co., role: Programmer}
tags: [maths]
pick: {work: [engine], work.engine: [notes, cards]}
reword: {basics.label: Mathematician, work.engine.cards: 'Thought of [cards](https://example.org).'}
titles: {skills: Gifts}
order: [skills]
private: [basics.phone]
"""
EXPECTED = """\
engines: content/ada.yaml for Babbage & Co., Programmer
margin, en, pdf, pages max 2
extends content/applications/base.yaml

    2  basics.name        Ada Lovelace
    3  basics.label       Mathematician
         reworded at content/applications/engines.yaml:5
    4  basics.phone       +44 20 5550 0199
         private value from $TYPESET_PRIVATE_BASICS_PHONE

       skills             Gifts
         put in order at content/applications/engines.yaml:7
         titled at content/applications/engines.yaml:6
   17  skills.maths       Mathematics

    5  work               Employment
         1 of 2 picked, in this order at content/applications/engines.yaml:4
    7  work.engine        Analytical Engine, Programmer
         2 of 3 picked, in this order at content/applications/engines.yaml:4
   11  work.engine.notes  Worked out Bernoulli numbers.
         worded for `maths` at line 13
   14  work.engine.cards  Thought of cards.
         reworded at content/applications/engines.yaml:5

Left out:
   15  work.engine.secret  Kept a secret.
         not picked at content/applications/engines.yaml:4
   16  work.tutor          Tutor
         not picked at content/applications/engines.yaml:4
   17  skills.horses       Horses
         only for `friends`
"""


@pytest.fixture
def content(project: Path) -> Path:
    applications = project / "content" / "applications"
    applications.mkdir()
    project.joinpath("content/ada.yaml").write_text(CONTENT)
    applications.joinpath("base.yaml").write_text("abstract: true\nresume: ada\ntheme: margin\npages: 2\n")
    applications.joinpath("engines.yaml").write_text(APPLICATION)
    return project


@pytest.fixture
def told(content: Path) -> Callable[[str], str]:
    def tell(application: str) -> str:
        result = CliRunner(catch_exceptions=False).invoke(explain, [application], obj=str(content))
        assert result.exit_code == 0, result.output
        return result.output

    return tell


def test_it_tells_every_item_and_what_shaped_it(told, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TYPESET_PRIVATE_BASICS_PHONE", "+44 20 5550 0199")
    lines = [" ".join(line.split()) for line in told("engines").splitlines()]
    assert lines == [" ".join(line.split()) for line in EXPECTED.splitlines()]


def test_nothing_left_out_is_told_too(told, content: Path):
    content.joinpath("content/bob.yaml").write_text("basics: {name: Bob}\nskills: [sums]\n")
    assert told("bob").endswith("Nothing is left out.\n")


def test_what_an_audience_may_not_see_is_told_with_its_rule(content: Path, told):
    content.joinpath("content/audiences.yaml").write_text(
        "agency:\n  extends: blind\n  hide: [work.*.position, skills.horses]\n"
        "  replace: {work.*.name: 'Employer {number}'}\n"
    )
    content.joinpath("content/applications/agency.yaml").write_text(
        "resume: ada\naudience: agency\ntags: [friends]\nomit: [work.tutor]\n"
    )
    shown, _, left_out = told("agency").partition("Left out:\n")
    rows = [" ".join(line.split()) for line in (shown + left_out).splitlines()]

    def below(row: str) -> str:
        return rows[next(number for number, each in enumerate(rows) if row in each) + 1]

    assert below("basics.name Candidate") == "other words for the audience `agency`"
    assert below("work.engine Employer 1") == "other words for the audience `agency` at content/audiences.yaml:4"
    assert below("4 basics.phone +44 20 5550 0100") == "hidden from the audience `agency`"
    assert below("work.engine.position Programmer") == "hidden from the audience `agency` at content/audiences.yaml:3"
    assert below("skills.horses Horses") == "hidden from the audience `agency` at content/audiences.yaml:3"
    assert below("work.tutor Tutor") == "left out at content/applications/agency.yaml:4"
    assert "Programmer" not in shown


def test_what_a_page_budget_leaves_out_is_told_with_its_lines(content: Path, told):
    lines = "".join(f"      - {{text: 'Line {number} of many', priority: {number}}}\n" for number in range(1, 90))
    content.joinpath("content/bob.yaml").write_text(
        f"basics: {{name: Bob}}\nwork:\n  - id: mill\n    name: Mill\n    highlights:\n{lines}"
    )
    content.joinpath("content/applications/bob.yaml").write_text("pages: {max: 1}\n")
    shown, _, left_out = told("bob").partition("Left out:\n")
    assert "fitted: size 10pt → 9pt" in shown
    assert "work.mill.line-89-of-many" not in shown.partition("\n\n")[2]
    rows = left_out.splitlines()
    assert rows[-1].strip() == (
        "left out to keep the page budget: 1 line, `priority: 89` at content/applications/bob.yaml:1"
    )


def test_an_application_that_cannot_be_built_is_told_why(content: Path):
    for name, complaint in (("engines", "no private value"), ("base", "is abstract"), ("engine", "`engines`")):
        result = CliRunner().invoke(explain, [name], obj=str(content))
        assert result.exit_code == 1
        assert complaint in result.output


HERE = project_of(str(ROOT))
APPLICATIONS = [plan.name for plan in plans(HERE) if not is_abstract(HERE, plan)]


@pytest.mark.parametrize("name", APPLICATIONS)
def test_every_item_of_the_content_is_told_once_or_stands_below_one_left_out(name: str):
    found = explained(HERE, name)
    shown = [line.path for group in found.shown for line in group]
    assert len(shown) == len(set(shown))
    assert {path for path, _ in items(found.prepared.resume)} <= set(shown)
    left = {line.path for line in found.left_out}
    above = tuple(f"{path}." for path in left)
    everything = {path for path, _ in items(found.prepared.whole)}
    assert {path for path in everything if not (path in left or path.startswith(above or "/"))} <= set(shown)
    assert not left & set(shown)


@pytest.mark.parametrize("name", APPLICATIONS)
def test_lines_fit_a_terminal(name: str):
    output = CliRunner(catch_exceptions=False).invoke(explain, [name], obj=str(ROOT)).output
    assert max(len(line) for line in output.splitlines() if " at content/" not in line) <= 80
