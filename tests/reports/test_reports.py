"""What all reports have in common, and what is told once though many files have it."""

import pytest

from typeset.reports import REPORTS, format_of, report
from typeset.reports.telling import counted, told
from typeset.source import Severity


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_the_same_for_the_same_findings(checked, checked_with, name):
    assert report(checked, name) == report(checked_with(), name)
    assert report(checked, name) != report(checked[:1], name)


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_on_nothing_is_a_report(name):
    assert report([], name)


@pytest.mark.parametrize("name", REPORTS)
def test_no_report_has_a_control_character(checked, name):
    assert not {"\x1b", "\u202e"} & set(report(checked, name).decode())


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("a.json", "json"),
        ("out/a.sarif", "sarif"),
        ("a.sarif.json", "sarif"),
        ("a.xml", "junit"),
        ("a.b.html", "html"),
        ("a.txt", None),
        ("json", None),
    ],
)
def test_the_ending_of_a_file_tells_its_format(file, name):
    assert format_of(file) == name


def test_what_many_files_have_is_told_once_and_the_worst_first(checked):
    found = told(checked)
    severities = [each.finding.fault.severity for each in found]
    assert severities == [Severity.ERROR, Severity.ERROR, Severity.WARNING, Severity.ADVICE]
    [words] = [each for each in found if each.finding.rule == "words"]
    assert [(each.name, page) for each, page in words.where] == [
        ("ada/Ada-Lovelace-CV.pdf", 1),
        ("ada/Ada Lovelace.txt", None),
    ]


def test_findings_are_counted_in_words(checked):
    findings = [finding for each in checked for finding in each.findings]
    assert counted(findings) == "3 errors, 1 warning, 1 piece of advice"
    assert counted([]) == ""
