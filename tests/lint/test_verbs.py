"""What a bullet begins with."""

import pytest

from typeset.lint.verbs import Tense, english, german, verb


@pytest.mark.parametrize(
    ("base", "past"),
    [("manage", "managed"), ("develop", "developed"), ("study", "studied"), ("deploy", "deployed"), ("plan", "planned"),
     ("write", "wrote"), ("lead", "led"), ("apply", "applied"), ("debug", "debugged"), ("visit", "visited")],
)  # fmt: skip
def test_the_past_of_english_verbs(base, past):
    assert english.past(base) == past


@pytest.mark.parametrize("text", ["Built it", "Applied it", "Taught two classes", "(Led a team)", "Quickly solved it"])
def test_english_pasts(text):
    found = verb(text, "en-GB")
    assert found
    assert found.tense is Tense.PAST


@pytest.mark.parametrize(
    "text", ["", "12 engines", "Unified field theory", "Distributed systems", "Follow-up", "Ünder", "Speed"]
)
def test_no_english_verb(text):
    assert english.verb(text) is None


@pytest.mark.parametrize(
    ("text", "past"),
    [("Vermittle Wissen", "Vermittelte"), ("erstelle", "erstellte"), ("Leite", "Leitete"), ("Berechne", "Berechnete"),
     ("Arbeite mit", "Arbeitete"), ("Übernehme alles", "Übernahm"), ("Schreibe", "Schrieb"), ("Betreue", "Betreute")],
)  # fmt: skip
def test_the_past_of_german_verbs(text, past):
    found = german.verb(text)
    assert found
    assert (found.tense, found.past) == (Tense.PRESENT, past)
    again = german.verb(found.past)
    assert again
    assert again.tense is Tense.PAST


def test_other_languages_have_no_verbs_here():
    assert verb("Manage a team", "fr") is None
