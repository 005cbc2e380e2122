"""A share of every group of hostile inputs: made or refused, and nothing read, written, started or said besides.

`python benchmarks/hostile.py` runs them all.
"""

import shutil

import pytest

from hostile.attack import Attack
from hostile.catalogue import by_group, share
from hostile.ground import Ground

EACH, FEWER = 8, {"TeX": 3, "Text": 5}
"""How many of a group; those that take long fewer."""
SHARE = share(EACH, FEWER)


def test_there_are_attacks_of_every_kind():
    groups = by_group()
    assert {"Archives", "CSS", "JSON", "Markdown", "Paths", "Photos", "SVG", "Templates", "TeX", "YAML"} <= set(groups)
    assert sum(map(len, groups.values())) >= 2_000
    assert min(map(len, groups.values())) >= 100
    assert {attack.group for attack in SHARE} == set(groups)


@pytest.mark.parametrize("attack", SHARE, ids=[f"{attack.group}: {attack.name}"[:70] for attack in SHARE])
def test_an_attack_comes_to_nothing(ground: Ground, attack: Attack, missing):
    if attack.group == "TeX" and not shutil.which("lualatex"):
        missing("lualatex")
    assert ground.run(attack).faults(attack) == []
