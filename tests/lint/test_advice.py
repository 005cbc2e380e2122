"""All rules at once."""

import inspect
from pathlib import Path

import pytest
from planted.content import TODAY, advised, american
from planted.plant import CONTENT

from typeset.lint import LINTS, Subject, advise
from typeset.proof import RULES
from typeset.readers.yaml import read
from typeset.source import Severity

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(ROOT.glob("content/*.yaml"))
CERTAIN = ("overlaps", "future", "tense", "endings", "duplicates", "capitals", "spelling")


def test_a_sound_cv_is_given_no_advice():
    assert [str(found) for found in advised(CONTENT)] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_content_has_none_of_the_faults_that_are_no_choice(path):
    subject = Subject.of(read(path.read_bytes(), path.name)[0], "en", TODAY).spelled(american, frozenset())
    assert [str(found) for found in advise(subject) if found.rule in CERTAIN] == []


def test_the_shipped_content_is_found():
    assert len(SHIPPED) >= 2


@pytest.mark.parametrize("name", LINTS)
def test_every_rule_explains_itself(name):
    first, gap, *rest = inspect.cleandoc(LINTS[name].__doc__ or "").splitlines()
    assert len(first) <= 110
    assert gap == ""
    assert 2 <= " ".join(rest).count(". ") + 1 <= 7


def test_no_rule_is_called_like_one_of_the_proof():
    assert LINTS.keys().isdisjoint(RULES)


def test_advice_stops_nothing():
    (found,) = advised("basics: {summary: I have developped it}", "spelling")
    assert found.fault.severity is Severity.ADVICE


def test_notes_and_wordings_for_others_are_not_looked_at():
    content = """\
work:
  - name: A
    endDate: 2014
    notes: Recieved a raise, via Github
    highlights:
      - text: Built it
        variants: [{tags: [x], text: Lead a developped team}]
"""
    assert advised(content) == []
    assert len(advised(content.replace("notes:", "summary:"))) == 2
    assert read(content.encode(), "c.yaml")[0].work[0].notes
