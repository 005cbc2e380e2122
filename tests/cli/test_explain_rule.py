"""`typeset explain-rule`: what every rule holds, and why."""

import pytest

from typeset.build.rules import explained

NAMES = list(explained())


def test_every_rule_is_listed_with_its_level(run):
    ended = run("explain-rule")
    rows = [line.split() for line in ended.out.splitlines() if not line.startswith(" ")]
    assert ended.status == 0
    assert [(name, level) for name, level, *_ in rows] == [(rule.name, rule.level) for rule in explained().values()]
    assert max(map(len, ended.out.splitlines())) <= 80


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_is_explained_in_full(run, name):
    ended = run("explain-rule", name)
    rule = explained()[name]
    said = " ".join(ended.out.split())
    assert ended.status == 0
    assert f"{name}: {rule.holds}" in said
    assert " ".join(rule.why.split()) in said
    assert f"level: {rule.level}" in said
    assert all(each in said.rpartition("formats:")[2] for each in rule.formats)
    assert max(map(len, ended.out.splitlines())) <= 80


def test_a_rule_that_cannot_be_lowered_says_so(run):
    assert "level: error, always\n" in run("explain-rule", "withheld").out
    assert "`proof: {words: warning}` is the least it may be" in " ".join(run("explain-rule", "words").out.split())
    assert "`proof: {pages: warning}` or `off` says otherwise" in " ".join(run("explain-rule", "pages").out.split())


@pytest.mark.parametrize(
    ("name", "hint"), [("wrods", "did you mean `words`?"), ("zzz", "`typeset explain-rule` lists all")]
)
def test_a_rule_that_is_not_there_ends_with_2_and_the_nearest(run, name, hint):
    ended = run("explain-rule", name)
    assert (ended.status, ended.out) == (2, "")
    assert f"there is no rule `{name}`; {hint}" in ended.err
