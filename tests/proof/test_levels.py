"""What findings weigh, and rules that cannot be asked."""

import pytest
from planted.plant import CONTENT, document, plain, written

from typeset import proof
from typeset.proof import RULES, Claim
from typeset.proof.levels import levelled
from typeset.source import Fault, Severity
from typeset.source.findings import Finding

FOUND = [
    Finding("words", Fault("one")),
    Finding("small", Fault("two", severity=Severity.WARNING)),
    Finding("small", Fault("three")),
]


def test_findings_weigh_what_they_do_where_nobody_says_otherwise():
    assert levelled(FOUND, {"links": None}) == FOUND


def test_all_findings_of_a_rule_weigh_what_it_is_given():
    levels = {"small": Severity.ADVICE}
    weighed = [finding.fault.severity for finding in levelled(FOUND, levels)]
    assert weighed == [Severity.ERROR, Severity.ADVICE, Severity.ADVICE]


def test_findings_of_a_rule_that_is_off_are_gone():
    assert levelled(FOUND, {"small": None}) == FOUND[:1]


@pytest.fixture(scope="module")
def card() -> bytes:
    return written(format_name="vcard")


def test_a_rule_that_is_off_is_not_asked(card, monkeypatch):
    asked = []
    monkeypatch.setitem(RULES, "card", lambda *_: asked.append("card") or ())
    claim = Claim(document(CONTENT), plain().families)
    proof.prove([card], "vcard", claim)
    assert asked == ["card"]
    proof.prove([card], "vcard", Claim(claim.document, claim.families, levels={"card": None}))
    assert asked == ["card"]


def test_a_rule_that_fails_is_a_finding_and_stops_no_other(card, monkeypatch):
    def fail(*_):
        yield Finding("card", Fault("before"))
        raise ValueError("no such thing")

    monkeypatch.setitem(RULES, "card", fail)
    monkeypatch.setitem(RULES, "characters", lambda *_: [Finding("characters", Fault("after"))])
    _, found = proof.prove([card], "vcard", Claim(document(CONTENT), plain().families))
    told = sorted((finding.rule, finding.fault.message) for finding in found)
    assert told == [
        ("card", "before"),
        ("characters", "after"),
        ("file", "`card` cannot be asked of this file: ValueError: no such thing"),
    ]
