"""The page budget: the least change that keeps it, what is left out for it, one truth for every format, and why not."""

import json
from dataclasses import replace
from time import perf_counter
from unittest.mock import Mock

import pytest

from typeset.build.fitting import sharing
from typeset.build.fitting.dropping import in_turn, without
from typeset.build.fitting.fit import fit
from typeset.build.prepare import prepare
from typeset.build.project import Plan
from typeset.build.request import Request
from typeset.build.session import build
from typeset.source import Faults
from typeset.theme.fit import moved as moved_to
from typeset.theme.options import problem
from typeset.writers import LaidOut, Line, Sheet, ToolMissing, pdf

HTML_THEMES = ("classic", "margin", "ats")


def job(number: int, more: str) -> str:
    says = f"which says in some more words what was done in job {number}"
    bullets = (f"      - {{id: b{bullet}, text: 'Bullet {bullet}, {says}.'{more}}}\n" for bullet in range(1, 5))
    head = f"id: job{number}\n    name: Company {number}\n    position: Engineer {number}\n"
    years = f"    startDate: {2000 + number}\n    endDate: {2001 + number}\n"
    return f"  - {head}{years}    highlights:\n{''.join(bullets)}"


def cv(jobs: int, more: str = "") -> str:
    """A CV of so many jobs: six fill nine tenths of a page; of ten, set as tight as can be, one page and a tenth."""
    return "basics: {name: Ada Lovelace}\nwork:\n" + "".join(job(number, more) for number in range(1, jobs + 1))


class Desk:
    """A project with one application, and what fitting makes of it."""

    def __init__(self, shop) -> None:
        self.shop = shop
        self.project = shop.project

    def write(self, content: str, application: str) -> None:
        self.shop.write("content/ada.yaml", content)
        self.application = self.shop.write("content/applications/ada.yaml", application)
        prepare.cache_clear()

    def prepared(self, theme: str | None = None):
        return prepare(self.project, Plan("ada", self.application), theme)

    def fit(self, content: str, application: str, theme: str | None = None):
        self.write(content, application)
        return fit(self.prepared(theme))


@pytest.fixture
def desk(workshop):
    return Desk(workshop)


def moved(found) -> list[str]:
    return [move.option for move in found.outcome.moved]


# Options


def test_what_keeps_its_budget_is_laid_out_once_and_not_changed(desk):
    found = desk.fit(cv(6), "pages: 1")
    assert (found.layout.pages, found.outcome.layouts, found.outcome.told) == (1, 1, ())
    assert found.prepared == desk.prepared()


@pytest.mark.parametrize("theme", HTML_THEMES)
def test_what_is_a_little_too_long_is_set_tighter_by_the_least_that_does(desk, theme):
    found = desk.fit(cv(7), f"{{theme: {theme}, pages: {{max: 1}}}}")
    assert found.faults == ()
    assert (found.layout.pages, moved(found)[-1]) == (1, "spacing")
    assert found.layout.fill > 0.9
    assert 2 <= found.outcome.layouts <= 5
    values = dict(found.prepared.theme.values)
    assert [option.name for option in found.prepared.theme.options if problem(option, values[option.name])] == []


def test_more_is_moved_the_more_there_is(desk):
    few, many = desk.fit(cv(7), "pages: 1"), desk.fit(cv(8), "pages: 1")
    assert many.layout.pages == 1
    assert set(moved(few)) < set(moved(many))


def test_an_option_starts_from_what_the_application_sets(desk):
    found = desk.fit(cv(8), 'pages: 1\noptions: {spacing: "0.8"}')
    assert found.outcome.told[0].startswith("fitted: ")
    assert "spacing 0.8 (as the application sets it) → " in found.outcome.told[0]


def test_pages_are_filled_where_that_is_asked_for(desk):
    short = desk.fit(cv(8), "pages: {max: 2}")
    found = desk.fit(cv(8), "pages: {exactly: 2, fill: 0.4}")
    assert short.layout.fill < 0.4 <= found.layout.fill
    assert dict(found.prepared.theme.values)["spacing"] > "1"


def test_exactly_so_many_pages_come_of_fewer(desk):
    found = desk.fit(cv(6), "pages: {exactly: 2}")
    assert (found.layout.pages, found.faults) == (2, ())


def test_exactly_so_many_pages_come_of_more(desk):
    assert desk.fit(cv(7), "pages: {exactly: 1}").layout.pages == 1


# Ends of pages


def test_a_last_page_with_next_to_nothing_on_it_is_mended_without_a_budget(desk):
    assert desk.fit(cv(6), "theme: classic").outcome.layouts == 1
    found = desk.fit(cv(7), "theme: classic")
    assert found.outcome.mended == ("next to nothing on it",)
    assert found.outcome.told[-1] == "so that no page ends with next to nothing on it"
    assert found.layout.endings() == []


def scripted(pages_of):
    """A function that lays out pages as a script says, given the values of the options."""

    def lay_out(manuscript):
        pages = pages_of(dict(manuscript.theme.values))
        lines = [
            Sheet(100.0, tuple(Line(10.0 * at, 10.0 * at + 9, text) for at, text in enumerate(page))) for page in pages
        ]
        return LaidOut(tuple(lines), lambda _: b"")

    return lay_out


HEAD, BODY = "Engineer 1", [f"Bullet {number}, which says" for number in range(1, 5)]


def test_a_head_at_the_foot_of_a_page_is_mended_by_a_small_step(desk):
    desk.write(cv(2), "theme: classic")
    torn, whole = [["Ada Lovelace", HEAD], BODY], [["Ada Lovelace"], [HEAD, *BODY]]
    found = fit(desk.prepared(), scripted(lambda values: torn if values["spacing"] == "1" else whole))
    assert found.outcome.mended == ("the head of an entry",)
    assert found.outcome.layouts == 2
    assert moved(found) == ["spacing"]


def test_no_end_is_mended_at_the_price_of_a_page(desk):
    desk.write(cv(2), "{theme: classic, pages: 3}")
    torn, longer = [["Ada Lovelace", HEAD], BODY], [["Ada Lovelace"], [HEAD, *BODY], ["Engineer 2", *BODY]]
    found = fit(desk.prepared(), scripted(lambda values: torn if values["spacing"] == "1" else longer))
    assert (found.layout.pages, found.outcome.told) == (2, ())


# Items


def test_what_may_be_left_out_goes_in_turn(valid):
    resume = valid(
        "work:\n"
        "  - id: old\n"
        "    name: O\n"
        "    priority: 3\n"
        "    highlights: [{id: a, text: A, priority: 2}, {id: b, text: B, priority: 4}]\n"
        "  - {id: new, name: N., highlights: [{id: c, text: C, priority: 3}, {id: d, text: D, priority: 1}, E]}\n"
    )
    lines = {"work.old": 5, "work.old.a": 1, "work.old.b": 1, "work.new": 9, "work.new.c": 6, "work.new.d": 1}
    assert in_turn(resume, lines) == ["work.old.b", "work.new.c", "work.old"]


def test_no_more_is_left_out_than_must_be(desk):
    found = desk.fit(cv(10, ", priority: 2"), "pages: 1")
    left_out = [path for path, _ in found.outcome.left_out]
    assert (found.layout.pages, found.faults) == (1, ())
    assert 0 < len(left_out) < 12
    fewer = without(desk.prepared(), left_out[:-1])
    tightest = moved_to(fewer.theme.fit, fewer.theme.values, 4.0)
    manuscript = replace(fewer, theme=replace(fewer.theme, values=tightest)).manuscript
    assert len(pdf.lay_out(manuscript).sheets) == 2


def test_leaving_out_comes_after_the_options(desk):
    assert desk.fit(cv(8, ", priority: 2"), "pages: 1").outcome.left_out == ()


def test_what_has_no_priority_or_the_first_stays(desk):
    found = desk.fit(cv(10, ", priority: 1"), "pages: 1")
    assert found.outcome.left_out == ()
    assert found.faults


def test_the_order_of_sections_and_what_only_some_see_stay(desk):
    content = cv(10, ", priority: 2") + "skills: [{name: Sums, only: [sums]}]\nlanguages: [{language: English}]\n"
    content += "meta: {order: [work, skills, languages]}\n"
    found = desk.fit(content, "{pages: 1, tags: [sums], order: [languages, skills]}")
    assert [section.id for section in found.prepared.document.sections] == ["languages", "skills", "work"]


# Why not


def test_a_budget_that_cannot_be_kept_is_told_at_its_line_with_what_costs_most(desk):
    content = cv(10) + "projects: [{id: long, name: Long, highlights: [" + "A bullet of one line., " * 12 + "]}]\n"
    [fault] = desk.fit(content, "theme: classic\npages: {max: 1}").faults
    told = str(fault)
    assert told.startswith("content/applications/ada.yaml:2:8: error: the CV has 2 pages; one page is allowed: it is ")
    assert "lines too long, even at size 9pt, leading 1.22, spacing 0.65, margin 14mm" in told
    assert "the most lines are taken by `projects.long` (1" in told
    assert told.count("`work.job") == 4
    assert len(told.splitlines()) == 4


def test_pages_that_cannot_be_filled_are_told(desk):
    [fault] = desk.fit(cv(2), "pages: {exactly: 2, fill: 0.5}").faults
    assert fault.message.startswith("the CV has 1 page, the last ")
    assert fault.message.endswith("; 2 pages and a last page 50% full wanted")


@pytest.mark.parametrize(
    ("pages", "complaint"),
    [
        ("{exactly: 3, max: 2}", "asks for more than it allows"),
        ("{max: 0}", "must be a whole number from 1"),
        ("{fill: 80}", "must be a number above 0, and 1 at most"),
        ("{fill: 0}", "must be a number above 0, and 1 at most"),
        ("{fill: half}", "must be a number above 0, and 1 at most"),
        ("{maxx: 1}", "did you mean `max`?"),
    ],
)
def test_a_budget_that_means_nothing_is_told_at_its_place(workshop, pages, complaint):
    workshop.write("content/applications/ada.yaml", f"theme: ats\npages: {pages}\n")
    [fault] = workshop.faults("txt")
    assert fault.startswith("content/applications/ada.yaml:2:")
    assert complaint in fault


def test_a_longer_budget_of_what_is_extended_gives_way_to_an_exact_one(desk):
    desk.shop.write("content/applications/usual.yaml", "{abstract: true, resume: ada, pages: {max: 1}}")
    assert desk.fit(cv(6), "{extends: usual, pages: {exactly: 2}}").layout.pages == 2


# In a build


@pytest.fixture
def long(desk):
    """An application that must leave bullets out."""
    desk.write(cv(10, ", priority: 2"), "{theme: classic, pages: 1}")
    return desk.shop


def entries(shop) -> dict[str, dict]:
    return json.loads((shop.root / "out" / "manifest.json").read_text())["files"]


def test_every_format_leaves_out_the_same_and_the_manifest_tells(long):
    accounts = long.build("pdf", "html", "txt", "json", "md")
    assert [account.has_failed for account in accounts] == [False] * 5
    [left_out, fitted] = [
        {json.dumps(entry[key]) for entry in entries(long).values()} for key in ("left_out", "fitted")
    ]
    assert (len(left_out), len(fitted)) == (1, 1)
    texts = {
        name: data.decode() for name, (data, _) in long.out.items() if name.endswith((".html", ".txt", ".json", ".md"))
    }
    for path in json.loads(left_out.pop()):
        _, job, bullet = path.split(".")
        says = f"Bullet {bullet[1:]}, which says in some more words what was done in job {job[3:]}."
        assert [name for name, text in texts.items() if says in text and "manifest" not in name] == []
    assert f"--spacing:{json.loads(fitted.pop())['spacing']}" in texts["ada/Ada-Lovelace-CV.html"]


def test_what_was_changed_is_told_once(long):
    accounts = long.build("pdf", "html", "txt")
    assert [bool(account.notes) for account in accounts] == [True, False, False]
    assert [note.partition(":")[0] for note in accounts[0].notes] == ["fitted", "left out"]


def test_pages_are_fitted_once_for_all_formats(long, monkeypatch):
    fits = []
    monkeypatch.setattr(sharing, "fit", lambda prepared: fits.append(1) or fit(prepared))
    long.build("pdf", "html", "txt", "png")
    assert len(fits) == 1


def test_an_unchanged_build_fits_nothing(long, monkeypatch):
    long.build("pdf", "txt")
    monkeypatch.setattr(sharing, "fit", None)
    assert long.is_up_to_date("pdf", "txt")
    (long.root / "out" / ".typeset.json").unlink()
    assert [account.seconds for account in long.build("pdf", "txt")] == [None, None]


def test_a_check_knows_what_was_left_out(long):
    long.build("pdf", "txt", "json")
    assert [(checked.findings, checked.has_failed) for checked in long.check()] == [((), False)] * 3


def test_workers_make_the_same_bytes(long, tmp_path):
    long.write("content/bob.yaml", cv(3))
    made = []
    for workers in (1, 2):
        project = long.project._replace(out=tmp_path / f"out{workers}")
        accounts = list(build(project, Request(formats=("pdf", "txt")), perf_counter, workers))
        assert [account.application for account in accounts] == ["ada", "ada", "bob", "bob"]
        made.append([account.file.read_bytes() for account in accounts])
    assert made[0] == made[1]


def test_a_budget_that_is_not_kept_stops_paper_and_nothing_else(desk):
    desk.write(cv(10), "{theme: classic, pages: 1}")
    accounts = desk.shop.build("pdf", "png", "html", "txt")
    assert [account.has_failed for account in accounts] == [True, True, False, False]


def test_what_no_budget_bears_on_is_not_laid_out(desk, monkeypatch):
    monkeypatch.setattr(sharing, "fit", None)
    desk.write(cv(3), "{theme: classic, pages: 1}")
    assert not any(account.has_failed for account in desk.shop.build("txt", "json"))
    desk.write(cv(3, ", priority: 2"), "{theme: classic}")
    assert not any(account.has_failed for account in desk.shop.build("txt", "html"))


def test_without_the_program_that_lays_out_only_paper_is_missing(long, monkeypatch):
    monkeypatch.setattr(sharing, "fit", Mock(side_effect=ToolMissing("LaTeX is not installed")))
    accounts = long.build("pdf", "html", "txt")
    assert [account.has_failed for account in accounts] == [True, False, False]


def test_paper_raises_what_is_wrong(desk):
    desk.write(cv(10), "{theme: classic, pages: 1}")
    with pytest.raises(Faults):
        sharing.fit_for(desk.project, Plan("ada", desk.application), None, "pdf", "cv")


@pytest.mark.needs("lualatex")
def test_tex_keeps_a_budget_too(desk):
    found = desk.fit(cv(7), "{theme: classic-latex, pages: 1}")
    assert (found.layout.pages, found.faults) == (1, ())
    assert found.outcome.layouts <= 4
