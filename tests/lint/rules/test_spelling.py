"""Words that are in no dictionary."""

from pathlib import Path

import pytest
from planted.content import TODAY, advised, american

from typeset.lint import Subject
from typeset.lint.rules.spelling import spelling
from typeset.lint.spelling.dictionary import Dictionary
from typeset.readers.yaml import read

GERMAN_WORDS = [
    "und",
    "Das",
    "Netz",
    "Arbeit/N",
    "Zeit/N",
    "warnen",
    "Wal",
    "Warnung",
    "wichtig",
    "entwickelt",
    "Datenbank",
]


def told(text: str, more: str = "", words: frozenset[str] = frozenset(), reader: str = "en") -> list[str]:
    content = f"basics:\n  summary: |\n    {text}\n{more}"
    found = advised(content, "spelling", words=words, reader=reader)
    return [f"{finding.fault.place}: {finding.fault.message} ({finding.fault.hint})" for finding in found]


@pytest.fixture
def german(tmp_path: Path) -> Dictionary:
    """A dictionary of a dozen words, in Latin-1 as the usual ones are."""
    tmp_path.joinpath("de_DE.aff").write_text("SET ISO8859-1\nSFX N Y 1\nSFX N 0 en .\n", "latin-1")
    tmp_path.joinpath("de_DE.dic").write_text("\n".join([str(len(GERMAN_WORDS)), *GERMAN_WORDS, ""]), "latin-1")
    return Dictionary(str(tmp_path), "de_DE")


def test_a_word_is_told_where_it_stands_with_what_was_meant():
    (found,) = told("I have developped engines.")
    message, _, hint = found.partition(" (")
    assert message == "content.yaml:3:12: `developped` is in no dictionary for `en`"
    assert hint == "did you mean `developed`? Or add it to content/words.txt)"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("recieve", "receive"), ("acheived", "achieved"), ("managment", "management"), ("succesful", "successful"),
     ("seperate", "separate"), ("Responsable", "Responsible"),
     ("definately", "definitely"), ("accomodate", "accommodate")],
)  # fmt: skip
def test_usual_slips_are_found_and_mended(written, meant):
    (found,) = told(f"{written} of engines")
    assert f"did you mean `{meant}`" in found


@pytest.mark.parametrize(
    "text",
    [
        "Refactored microservices and onboarded freelancers to the codebase",
        "Organised the modelling of colours at the centre, and analysed behaviour",
        "With Menabrea and Babagge at Whitehal",  # a capital within a sentence makes a name
        "Using `developped` and https://example.org/developped and ada.developped@example.org",
        "The APIs of WibiData, HBase and XSLTs don't matter",
        "Non-developped co-recieving",
        "A geospatial, hyperspectral, multithreaded subproject for neuroimaging",
        "東京で働く and ソフトウェア",
        "A naïve façade with soupçons of déjà vu",
        "Cette phrase est écrite dans une autre langue que les autres phrases",
    ],
)
def test_jargon_names_code_and_other_languages_are_not_told(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "more",
    [
        "work: [{name: Kubernetis Developped}]",
        "skills: [{name: S, keywords: [developped]}]",
        "sections: [{title: T, items: [{title: T, url: 'https://developped.example.org'}]}]",
    ],
)
def test_names_keywords_and_addresses_are_right_everywhere(more):
    assert told("I have developped engines.", more) == []


def test_words_of_the_project_are_right_in_any_capitals_and_with_an_ending():
    assert told("Developped and developpeds", words=frozenset(["developped"])) == []


def test_american_is_asked_for_only_by_name():
    assert told("A colour of behaviour", "meta: {language: en}") == []
    assert told("A colour of behaviour", "meta: {language: en-GB}", reader="en-GB") == []
    assert len(told("A colour of behaviour", "meta: {language: en-US}", reader="en-US")) == 2
    assert len(told("A colour of behaviour", "meta: {language: en}", reader="en-US")) == 2


def test_each_text_is_looked_up_in_its_own_language(german):
    def shelf(language: str) -> tuple[Dictionary, ...]:
        return (german,) if language == "de" else american(language)

    content = "basics: {summary: {en: The netz is developped, de: Das Netz und die wichitg Datenbnak}}"
    resume = read(content.encode(), "content.yaml")[0]
    (english,) = spelling(Subject.of(resume, "en", TODAY).spelled(shelf, frozenset()))
    assert "`developped` is in no dictionary for `en`" in english.fault.message
    found = list(spelling(Subject.of(resume, "de", TODAY).spelled(shelf, frozenset())))
    assert [finding.fault.hint for finding in found] == [
        f"did you mean `{word}`? Or add it to content/words.txt" for word in ("wichtig", "Datenbank")
    ]


def test_german_compounds_of_known_words_are_known(german):
    content = "basics: {summary: Walwarnung und Arbeitszeitdatenbank und Warnnetz}\nmeta: {language: de}"
    subject = Subject.of(read(content.encode(), "content.yaml")[0], "de", TODAY)
    assert list(spelling(subject.spelled(lambda _: (german,), frozenset()))) == []


def test_one_note_says_what_brings_a_dictionary_and_nothing_is_told_of_scripts_without_spaces():
    (found,) = advised("basics: {summary: Das Netz und die Datenbank}\nmeta: {language: de}", "spelling", reader="de")
    assert found.fault.message == "there is no dictionary for `de`: spelling is not looked at"
    assert found.fault.hint == "on Debian and Ubuntu `apt-get install hunspell-de-de` brings one"
    assert advised("basics: {summary: 東京で 働いています}\nmeta: {language: ja}", "spelling", reader="ja") == []
