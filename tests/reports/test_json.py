"""The JSON report: what programs rely on stays where it is."""

import json

from typeset.reports.json import write


def test_what_was_found_is_told_with_its_place(checked):
    told = json.loads(write(checked))
    assert (told["version"], told["counts"]) == (1, {"error": 3, "warning": 1, "advice": 1})
    first, *_ = told["files"]
    assert (first["file"], first["pages"], first["off"]) == ("ada/Ada-Lovelace-CV.pdf", 1, ["widows"])
    assert first["findings"][1] == {
        "rule": "words",
        "severity": "error",
        "message": "“Analyst” is not on the page whole",
        "hint": "say <it>",
        "page": 1,
        "box": [60.0, 700.0, 160.0, 712.0],
        "place": {"file": "content/ada.yaml", "line": 3, "column": 10, "length": 7},
    }


def test_files_and_contents_are_apart(checked):
    told = json.loads(write(checked))
    assert [each["file"] for each in told["files"]] == [each.name for each in checked[:3]]
    [content] = told["contents"]
    assert (content["application"], content["source"], len(content["findings"])) == ("ada", "content/ada.yaml", 1)
