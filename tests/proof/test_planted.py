"""Every planted defect is found by the rule that it is for, and the same file without it is sound."""

from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from planted.plant import Plant, document, plain, proved, written

from typeset.build.rules import explained
from typeset.lint import LINTS
from typeset.proof import RULES, Claim, Finding
from typeset.source import Severity

MODULES = [
    path.stem for path in sorted((Path(__file__).parents[1] / "planted").glob("[a-z]*.py")) if path.stem != "plant"
]
PLANTED: list[Plant] = [plant for name in MODULES for plant in import_module(f"planted.{name}").PLANTED]


def test_the_file_that_defects_are_planted_in_is_sound():
    assert [str(found) for found in proved(written(), Claim(document(), plain().families))] == []


def test_plants_differ_and_every_rule_has_one():
    kinds = [plant.kind for plant in PLANTED]
    assert len(set(kinds)) == len(kinds) > 0
    assert {plant.rule for plant in PLANTED} == RULES.keys() | LINTS.keys()


def weight(severity: Severity) -> int:
    return -[*Severity].index(severity)


@cache
def found_by_its_rule(plant: Plant) -> list[Finding]:
    return [finding for finding in plant.findings() if finding.rule == plant.rule]


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.kind)
def test_a_planted_defect_is_found(plant: Plant):
    found = found_by_its_rule(plant)
    assert found, f"`{plant.rule}` finds nothing"
    assert plant.place is None or str(found[0]).startswith(plant.place)


@pytest.mark.parametrize("name", sorted({plant.rule for plant in PLANTED}))
def test_the_level_that_a_rule_is_said_to_have_is_that_of_its_gravest_finding(name: str):
    plants = [plant for plant in PLANTED if plant.rule == name]
    severities = {finding.fault.severity for plant in plants for finding in found_by_its_rule(plant)}
    assert explained()[name].level == max(severities, key=weight)
