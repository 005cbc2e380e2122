"""Every planted defect is found by the rule that it is for, and the same file without it is sound."""

from importlib import import_module
from pathlib import Path

import pytest
from planted.plant import Plant, document, plain, proved, written

from typeset.proof import RULES, Claim

MODULES = [
    path.stem for path in sorted((Path(__file__).parents[1] / "planted").glob("[a-z]*.py")) if path.stem != "plant"
]
PLANTED: list[Plant] = [plant for name in MODULES for plant in import_module(f"planted.{name}").PLANTED]


def test_the_file_that_defects_are_planted_in_is_sound():
    assert [str(found) for found in proved(written(), Claim(document(), plain().families))] == []


def test_plants_differ_and_their_rules_exist():
    kinds = [plant.kind for plant in PLANTED]
    assert len(set(kinds)) == len(kinds) > 0
    assert {plant.rule for plant in PLANTED} <= RULES.keys()


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.kind)
def test_a_planted_defect_is_found(plant: Plant):
    found = [str(finding) for finding in plant.findings() if finding.rule == plant.rule]
    assert found, f"`{plant.rule}` finds nothing"
    assert plant.place is None or found[0].startswith(plant.place)
