"""The JUnit report: suites, cases, failures, as viewers of tests count them."""

from xml.etree import ElementTree

import pytest

from typeset.reports.junit import write


@pytest.fixture
def suites(checked):
    return ElementTree.fromstring(write(checked))  # noqa: S314  # written just now


def test_there_is_a_suite_for_each_file_and_content(suites):
    names = [suite.get("name") for suite in suites]
    assert names == ["ada/Ada-Lovelace-CV.pdf", "ada/Ada Lovelace.txt", "bob/Bob.txt", "content of ada"]


def test_there_is_a_case_for_each_rule_and_for_what_went_wrong_besides(suites):
    names = [case.get("name") for case in suites[0]]
    assert names == ["words", "pages", "small", "file", "widows"]


def test_errors_fail_and_nothing_else_does(suites):
    cases = [(suite.get("name"), case) for suite in suites for case in suite]
    assert {(suite, case.get("name")) for suite, case in cases if case.find("failure") is not None} == {
        ("ada/Ada-Lovelace-CV.pdf", "words"),
        ("ada/Ada-Lovelace-CV.pdf", "file"),
        ("ada/Ada Lovelace.txt", "words"),
    }
    small = suites[0].find("testcase[@name='small']/system-out")
    assert small is not None
    assert small.text == "warning: the type is small (page 1) [small]"


def test_a_failure_shows_the_place_and_the_line(suites):
    failure = suites[0].find("testcase[@name='words']/failure")
    assert failure is not None
    assert failure.get("message") == "“Analyst” is not on the page whole"
    assert str(failure.text).splitlines()[:2] == [
        "content/ada.yaml:3:10: error: “Analyst” is not on the page whole (page 1) [words]",
        "    3 |   label: Analyst & <b>more</b>",
    ]


def test_a_rule_that_is_off_is_skipped(suites):
    assert [case.get("name") for case in suites[0] if case.find("skipped") is not None] == ["widows"]


def test_the_counts_are_those_of_the_cases(suites):
    for suite in (suites, *suites):
        assert int(suite.get("tests")) == len([*suite.iter("testcase")]) > 0
        assert int(suite.get("failures")) == len([*suite.iter("failure")])
        assert int(suite.get("skipped")) == len([*suite.iter("skipped")])
