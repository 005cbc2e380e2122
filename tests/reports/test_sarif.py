"""The SARIF report, held to what the standard (SARIF 2.1.0) and the hosts that show it ask for."""

import json
import re
from urllib.parse import unquote

import pytest

from typeset.build.rules import explained
from typeset.reports.sarif import write


@pytest.fixture
def run(checked):
    return json.loads(write(checked))["runs"][0]


def prints(data: bytes) -> list[str]:
    return [result["partialFingerprints"]["findingHash/v1"] for result in json.loads(data)["runs"][0]["results"]]


def test_it_says_what_it_is(checked):
    log = json.loads(write(checked))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    assert log["runs"][0]["tool"]["driver"]["name"] == "typeset"


def test_every_rule_is_explained(run):
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(explained())
    assert all(rule[key]["text"] for rule in rules for key in ("shortDescription", "fullDescription", "help"))
    assert {rule["defaultConfiguration"]["level"] for rule in rules} == {"error", "warning", "note"}


def test_every_result_is_of_a_rule(run):
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == 4
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning", "note"]


def test_a_result_stands_at_its_line(run):
    [words] = [result for result in run["results"] if result["ruleId"] == "words"]
    [location] = words["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "content/ada.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 3, "startColumn": 10, "endColumn": 17},
    }
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_result_that_no_line_is_known_of_stands_in_the_file_of_its_application(run):
    [small] = [result for result in run["results"] if result["ruleId"] == "small"]
    [location] = small["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "content/ada.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 1},
    }


def test_every_address_is_relative_and_one(run):
    locations = [at for result in run["results"] for at in (*result["locations"], *result.get("relatedLocations", ()))]
    uris = [location["physicalLocation"]["artifactLocation"]["uri"] for location in locations]
    assert all(re.fullmatch(r"[\w.~%/-]+", uri) and not uri.startswith("/") for uri in uris)
    assert "out/ada/Ada Lovelace.txt" in map(unquote, uris)


def test_a_result_names_the_files_and_pages_that_have_it(run):
    [words] = [result for result in run["results"] if result["ruleId"] == "words"]
    assert "(page 1 of ada/Ada-Lovelace-CV.pdf, ada/Ada Lovelace.txt)" in words["message"]["text"]
    assert [related["id"] for related in words["relatedLocations"]] == [1, 2]


def test_a_finding_is_known_again_when_lines_come_and_go(checked, checked_with):
    before = prints(write(checked))
    assert len(set(before)) == len(before) == 4
    assert prints(write(checked_with(lines=3))) == before
