"""The report of a check as a page: for all eyes, on all widths, in light and dark."""

import subprocess
from pathlib import Path

import pytest
from planted.plant import written

from typeset.build.check import Checked
from typeset.build.manifest import Entry
from typeset.reports import report
from typeset.source import Fault, Place, Severity, Source
from typeset.source.findings import Finding

EXAMINE = """axe.run(document, {resultTypes: ["violations", "incomplete"]}).then(found => ({
    passed: found.passes.length,
    failed: [...found.violations, ...found.incomplete].map(rule =>
        rule.id + ": " + rule.nodes.map(node => node.html.slice(0, 200)).join(" | "))
}))"""
PLACE = Place(Source("content/ada.yaml", f"basics:\n  label: {'Analyst, and ' * 30}more\n"), 2, 10, 400)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report on a file with a finding of each severity, in a box and without, and on one that is sound."""
    folder = tmp_path_factory.mktemp("report")
    file = folder / "a.pdf"
    file.write_bytes(written())
    boxes = ((60.0, 700.0, 160.0, 712.0), (0.0, 400.0, 90.0, 412.0), None)
    findings = tuple(
        Finding("words", Fault(f"“Analyst” is {severity}", PLACE, "mend it", severity), 1, box)
        for severity, box in zip(Severity, boxes, strict=True)
    )
    entry = Entry("ada", "pdf", "ada", "ats", "en", 1, 1, "", "", {}, {}, {}, [])
    one = Checked("ada/a.pdf", entry, findings, "content/ada.yaml", pages=1, sizes=((595.0, 842.0),), file=file)
    page = folder / "check.html"
    page.write_bytes(report([one, Checked("ada/b.txt", entry, (), ""), Checked("ada", None, findings[:1], "")], "html"))
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(browser, tool, page, width, scheme):
    browser.open(page, width, scheme)
    browser.value(f"{tool('axe-core/axe.min.js').read_text('utf-8')}\n0")
    found = browser.value(EXAMINE)
    assert found["failed"] == []
    assert found["passed"] > 15
    assert browser.value("document.documentElement.scrollWidth") <= width


def test_the_pictures_are_shown(browser, page):
    browser.open(page)
    assert browser.value("[...document.images].map(image => image.naturalWidth > 500)") == [True]
    assert [event for event in browser.events if event["method"] == "Log.entryAdded"] == []


def test_the_checker_finds_nothing(need, tool, page):
    jar = tool("vnu-jar/build/dist/vnu.jar")
    checked = subprocess.run([need("java"), "-jar", jar, "--errors-only", page], capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, "")
