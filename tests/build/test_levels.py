"""What an application has the findings of rules weigh, and builds that take warnings for errors."""

import pytest

from typeset.build.levels import levels
from typeset.build.plan import plan_of
from typeset.build.prepare import prepare
from typeset.build.rules import explained
from typeset.lint import LINTS
from typeset.proof import RULES
from typeset.proof.dossier import HELD_TO
from typeset.proof.levels import LEAST
from typeset.source import Severity

TOO_LONG = "resume: long\ntheme: ats\npages: 1\n"


@pytest.fixture
def shop(workshop):
    """A project with a CV that no setting brings onto its one page, and a person whose CV is fine."""
    points = ", ".join(["Translated the notes."] * 100)
    workshop.write("content/long.yaml", f"basics: {{name: Bob}}\nwork: [{{name: Mill, highlights: [{points}]}}]\n")
    workshop.write("content/applications/long.yaml", TOO_LONG)
    return workshop


def told(account) -> list[str]:
    return [str(each).partition("\n")[0] for each in (*account.faults, *account.findings)]


# Levels


def test_a_budget_that_is_not_kept_is_an_error(shop):
    [account] = shop.build("pdf", application="long")
    assert account.has_failed
    assert told(account)[0].startswith("content/applications/long.yaml:3:8: error: the CV has ")


def test_a_rule_with_a_lower_level_is_told_and_stops_nothing(shop):
    shop.write("content/applications/long.yaml", f"{TOO_LONG}proof: {{pages: warning}}\n")
    [account] = shop.build("pdf", application="long")
    assert not account.has_failed
    [found] = [each for each in told(account) if each.endswith("[pages]")]
    assert found.startswith("content/applications/long.yaml:3:8: warning: the CV has ")


@pytest.mark.parametrize("level", ["off", "advice"])
def test_a_rule_that_is_off_or_advice_is_not_told_by_a_build(shop, level):
    shop.write("content/applications/long.yaml", f"{TOO_LONG}proof: {{pages: {level}}}\n")
    [account] = shop.build("pdf", application="long")
    assert not account.has_failed
    assert [each for each in told(account) if "[pages]" in each] == []


def test_levels_are_inherited_rule_by_rule(shop):
    shop.write("content/applications/base.yaml", "abstract: true\nproof: {pages: off, window: error}\n")
    shop.write("content/applications/long.yaml", f"extends: base\n{TOO_LONG}proof: {{pages: warning, gaps: 'off'}}\n")
    application = prepare(shop.project, plan_of(shop.project, "long")).application
    assert levels(application) == {"pages": Severity.WARNING, "window": Severity.ERROR, "gaps": None}


def test_a_change_of_a_level_is_built(shop, anew):
    shop.write("content/applications/ada.yaml", "proof: {pages: warning}\n")
    shop.build(application="ada")
    shop.change("content/applications/ada.yaml", "warning", "off")
    assert anew(shop.build(application="ada")) == {"ada"}


@pytest.mark.parametrize(
    ("proof", "at", "message", "hint"),
    [
        ("{wrods: off}", "1:9", "there is no rule `wrods`", "did you mean `words`?"),
        ("{brevety: off}", "1:9", "there is no rule `brevety`", "did you mean `brevity`?"),
        ("{zzzzzzzz: off}", "1:9", "there is no rule `zzzzzzzz`", "`typeset explain-rule` lists them"),
        ("{pages: eror}", "1:16", "there is no level `eror` for `pages`", "did you mean `error`?"),
        ("{pages: [off]}", "1:16", "`pages` must be a text", ""),
        ("{pages: }", "1:", "`pages` is empty", ""),
        ("off", "1:8", "must be a mapping", ""),
        ("{withheld: warning}", "1:19", "`withheld` cannot be `warning`", "the least is `error`"),
        ("{withheld: off}", "1:19", "`withheld` cannot be `off`", "the least is `error`"),
        ("{words: off}", "1:16", "`words` cannot be `off`", "the least is `warning`"),
    ],
)
def test_a_level_that_cannot_be_is_told_at_its_place(workshop, proof, at, message, hint):
    workshop.write("content/applications/ada.yaml", f"proof: {proof}\n")
    [fault] = workshop.faults()
    assert fault.startswith(f"content/applications/ada.yaml:{at}")
    assert message in fault
    assert hint in fault


DOSSIER = """\
resume: ada
theme: tiny
proof: {hidden: warning}
letter: {date: 2026-03-09, subject: Hello, salutation: "Dear all,", body: One paragraph.}
dossier: [letter, cv]
"""


def test_levels_and_pages_are_those_of_the_whole_dossier(workshop):
    workshop.write("themes/tiny/theme.yaml", "name: tiny\nabout: Too small.\nextends: ats\nstyles: [tiny.css]\n")
    workshop.write("themes/tiny/tiny.css", "li { font-size: 3pt }")
    workshop.write("content/applications/ada.yaml", DOSSIER)
    accounts = workshop.build("pdf")
    assert [told(account) for account in accounts if account.has_failed] == []
    [dossier] = [each for each in workshop.check() if each.entry.piece == "dossier"]
    assert {found.rule for found in dossier.findings} <= {*dossier.rules}
    hidden = [found for found in dossier.findings if found.rule == "hidden"]
    assert {found.page for found in hidden} == {2}
    assert {found.fault.severity for found in hidden} == {Severity.WARNING}


# Strict builds


@pytest.fixture
def warned(workshop):
    """A project whose content has a key that nobody knows."""
    workshop.change("content/ada.yaml", "  label: Analyst", "  label: Analyst\n  zzz: 1")
    return workshop


def test_a_warning_does_not_stop_a_build(warned):
    [account] = warned.build()
    assert not account.has_failed
    assert [each for each in told(account) if ": warning: unknown key `zzz`" in each]


def test_a_warning_stops_a_strict_build_and_is_an_error_there(warned):
    [account] = warned.build(strict=True)
    assert account.has_failed
    assert [each for each in told(account) if ": error: unknown key `zzz`" in each]
    assert warned.out == {}


def test_a_strict_build_takes_no_file_for_granted_that_there_were_warnings_of(warned):
    warned.build()
    before = warned.out
    assert warned.is_up_to_date()
    [account] = warned.build(strict=True)
    assert account.has_failed
    assert warned.out.keys() == before.keys()
    assert {name: data for name, (data, _) in warned.out.items() if name.endswith("txt")} == {
        name: data for name, (data, _) in before.items() if name.endswith("txt")
    }


def test_a_strict_build_of_sound_content_is_like_any_other(workshop):
    assert [account.has_failed for account in workshop.build(strict=True)] == [False]
    assert workshop.is_up_to_date(strict=True)


# Rules in words


def test_every_rule_has_a_first_line_and_an_explanation():
    rules = explained()
    assert rules.keys() >= {*RULES, *LINTS}
    assert {name: len(rule.holds) for name, rule in rules.items() if not 20 <= len(rule.holds) <= 110} == {}
    assert {name: rule.holds for name, rule in rules.items() if not rule.holds.endswith(".")} == {}
    assert {name: rule.why for name, rule in rules.items() if rule.why.count(".") < 2 or len(rule.why) < 150} == {}


def test_every_rule_of_the_proof_speaks_of_a_format():
    assert {name for name, rule in explained().items() if name in RULES and not rule.formats} == set()


def test_a_dossier_is_held_to_rules_of_its_format():
    assert {name for name in HELD_TO if "pdf" not in explained()[name].formats} == set()


def test_what_may_not_be_lowered_are_rules():
    assert LEAST.keys() <= RULES.keys()
    assert not explained()["withheld"].can_change
