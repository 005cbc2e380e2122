"""Products in other capitals than their own."""

import pytest
from planted.content import advised

from typeset.lint.products import RIGHT, mended


def told(text: str) -> list[str]:
    return [finding.fault.message for finding in advised(f"basics: {{summary: '{text}'}}", "capitals")]


def test_a_name_is_told_once_where_it_stands_first():
    content = "skills: [{name: Web, keywords: [CSS, Javascript]}]\nbasics: {summary: Wrote much Javascript}\n"
    (found,) = advised(content, "capitals")
    assert found.fault.message == "`Javascript` writes itself `JavaScript`"
    assert str(found.fault.place) == "content.yaml:2:30"


@pytest.mark.parametrize(
    ("written", "right"),
    [("Github", "GitHub"), ("Postgresql", "PostgreSQL"), ("Latex", "LaTeX"), ("MacOS", "macOS"),
     ("wordpress", "WordPress"),     ("ElasticSearch", "Elasticsearch"), ("python", "Python"), ("c++", "C++")],
)  # fmt: skip
def test_names_are_mended(written, right):
    assert told(f"We all use {written} here") == [f"`{written}` writes itself `{right}`"]


@pytest.mark.parametrize(
    "text",
    [
        "GitHub, JavaScript, PostgreSQL, LaTeX and macOS", "JAVASCRIPT AND MYSQL", "see github.com/ada, www.Github.com",
        "write to ada@github.example.org", "run `javascript` and `github`", "[github.com/ada](https://github.com/ada)",
        "the file setup.javascript", "gloves of latex", "#javascript", "the github-actions runner",
    ],
)  # fmt: skip
def test_addresses_code_and_capitals_throughout_are_left_alone(text):
    assert told(text) == []


def test_a_sentence_may_begin_with_a_capital():
    assert mended("ArXiv", begins=True) is None
    assert mended("ArXiv", begins=False) == "arXiv"


def test_there_are_names_enough_and_none_that_is_a_common_word():
    assert len(RIGHT) >= 120
    common = {"go", "rust", "swift", "spark", "hive", "flask", "express", "react", "angular", "unity", "word", "excel"}
    assert common.isdisjoint(RIGHT)
