"""What a check found in; JUnit XML out: a suite for each file, a case for each rule that it was held to.

There is no standard; what is written is what both Jenkins' schema and the common viewers read. A warning or advice
leaves its case passed, and stands in what it printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from typeset.build.check import Checked
from typeset.source.diagnostics import escaped
from typeset.source.findings import Finding


def write(checked: Sequence[Checked]) -> bytes:
    """Return a suite for each file and for the content of each application."""
    root = Element("testsuites", name="typeset check")
    for each in checked:
        root.append(_suite(each))
    _count(root)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _suite(each: Checked) -> Element:
    suite = Element("testsuite", name=each.name if each.entry else f"content of {each.name}")
    found: dict[str, list[Finding]] = {name: [] for name in each.rules}
    for finding in each.findings:
        found.setdefault(finding.rule, []).append(finding)
    for name, findings in found.items():
        case = SubElement(suite, "testcase", name=name, classname=str(suite.get("name")), file=each.source)
        _tell(case, findings)
    for name in each.off:
        case = SubElement(suite, "testcase", name=name, classname=str(suite.get("name")), file=each.source)
        SubElement(case, "skipped", message="off in the application")
    _count(suite)
    return suite


def _tell(case: Element, findings: list[Finding]) -> None:
    """Put errors into a failure, of which a case has one at most, and the rest into what the case printed."""
    if errors := [finding for finding in findings if finding.is_error]:
        failure = SubElement(case, "failure", message=_fit(errors[0].fault.message), type=errors[0].rule)
        failure.text = _fit("\n".join(map(str, errors)))
    if others := [finding for finding in findings if not finding.is_error]:
        SubElement(case, "system-out").text = _fit("\n".join(map(str, others)))


def _count(of: Element) -> None:
    """Say how many cases there are below an element, and how they ended."""
    of.set("tests", str(len([*of.iter("testcase")])))
    of.set("failures", str(len([*of.iter("failure")])))
    of.set("errors", "0")
    of.set("skipped", str(len([*of.iter("skipped")])))


def _fit(text: str) -> str:
    """Return a text without the characters that XML 1.0 (section 2.2) does not have."""
    lines = (escaped(line) for line in text.split("\n"))
    return "\n".join(lines).translate({0xFFFE: "\ufffd", 0xFFFF: "\ufffd"})
