import re

import pytest

from typeset.document.words import WORDS, words
from typeset.resume.model import SECTIONS


def test_every_language_has_the_words_that_english_has():
    assert set(WORDS) >= {"en", "de", "fr", "es", "it", "ja", "ko", "nl", "pl", "pt", "zh"}
    for language, own in WORDS.items():
        assert own.keys() == WORDS["en"].keys(), language
        assert all(own.values()), language


def test_every_language_fills_the_same_names_into_a_pattern():
    for own in WORDS.values():
        for key, pattern in own.items():
            assert sorted(re.findall(r"{\w+}", pattern)) == sorted(re.findall(r"{\w+}", WORDS["en"][key]))


def test_every_section_has_a_title():
    assert WORDS["en"].keys() >= {"summary", *SECTIONS}


@pytest.mark.parametrize(
    ("tag", "title"),
    [
        ("de-CH", "Berufserfahrung"),
        ("es", "Experiencia profesional"),
        ("pt-BR", "Experiência profissional"),
        ("ja", "職歴"),
        ("zh", "工作经历"),
        ("zh-CN", "工作经历"),
        ("zh-Hans-HK", "工作经历"),
        ("zh-TW", "工作經歷"),
        ("zh-Hant", "工作經歷"),
        ("fi", "Work Experience"),
    ],
)
def test_a_tag_has_the_words_of_its_language_else_english_ones(tag: str, title: str):
    assert words(tag)["work"] == title
