"""What a check found in; one page for people out: no scripts, nothing fetched, the findings drawn on their pages.

Every finding has a number, in the list and on the picture, and says its severity in words: no colour is needed to read
it. Pages on which nothing was found are not shown.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from typeset.build.check import Checked
from typeset.build.rules import explained
from typeset.proof.reading.picture import pictures
from typeset.reports.look import STYLE
from typeset.reports.markup import element, page
from typeset.reports.telling import counted, worst_first
from typeset.source import Place
from typeset.source.findings import Finding

DOTS_PER_INCH = 100
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_NO_ROOM = 0.04
"""Of the width of a page: where a box begins before that, its number stands within."""
_Numbered = list[tuple[int, Finding]]


def write(checked: Sequence[Checked]) -> bytes:
    """Return the page."""
    numbered = list(_numbered(checked))
    sections = (_section(each, found) for each, found in numbered if found)
    body = element("body", "", _header(numbered), element("main", "", *sections, *_rules(checked)))
    head = element(
        "head",
        "",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("title", "What the proof found"),
    )
    head.append(_style())
    return page(element("html", "", head, body, lang="en"))


def _numbered(checked: Iterable[Checked]) -> Iterator[tuple[Checked, _Numbered]]:
    """Yield the findings of each file or content with their numbers, which go through the whole report."""
    number = 1
    for each in checked:
        yield each, list(enumerate(worst_first(each.findings), number))
        number += len(each.findings)


def _style() -> Element:
    style = Element("style")
    style.text = STYLE
    return style


def _header(numbered: list[tuple[Checked, _Numbered]]) -> Element:
    findings = [finding for each, _ in numbered for finding in each.findings]
    heads = element("tr", "", *(element("th", name, scope="col") for name in ("File", "Theme", "Pages", "Result")))
    rows = [_row(each, found) for each, found in numbered]
    return element(
        "header",
        "",
        element("h1", "What the proof found"),
        element("p", counted(findings) or "Nothing: every file is sound."),
        element("table", "", element("thead", "", heads), element("tbody", "", *rows)),
    )


def _row(each: Checked, found: _Numbered) -> Element:
    name = element("a", _title(each), href=f"#{_anchor(found)}") if found else element("span", _title(each))
    theme = each.entry.theme if each.entry else ""
    result = counted(finding for _, finding in found) or "sound"
    cells = (element("td", theme), element("td", str(each.pages or "")), element("td", result))
    return element("tr", "", element("td", "", name), *cells)


def _title(each: Checked) -> str:
    return each.name if each.entry else f"content of {each.name}"


def _anchor(found: _Numbered) -> str:
    return f"from-{found[0][0]}"


def _section(each: Checked, found: _Numbered) -> Element:
    listed = element("ol", "", *(_item(number, finding) for number, finding in found))
    sheets = list(_sheets(each, found))
    shown = element("div", "", element("div", "", *sheets, class_="sheets"), listed, class_="beside")
    heading = element("h2", _title(each))
    return element("section", "", heading, shown if sheets else listed, id=_anchor(found))


def _item(number: int, finding: Finding) -> Element:
    fault = finding.fault
    message = element(
        "p",
        "",
        element("span", str(number), class_="number"),
        element("span", fault.severity, class_="severity"),
        element("span", fault.message, class_="message"),
    )
    where = [str(fault.place)] if fault.place else []
    where += [f"page {finding.page}"] if finding.page else []
    rule = element("a", finding.rule, href=f"#rule-{finding.rule}")
    parts = [message, element("p", "".join(f"{part}, " for part in where) + "rule ", rule, class_="soft")]
    parts += [_line(fault.place)] if fault.place and fault.place.source.line(fault.place.line).strip() else []
    parts += [element("p", f"Hint: {fault.hint}")] if fault.hint else []
    return element("li", "", *parts, id=f"finding-{number}", class_=fault.severity)


def _line(place: Place) -> Element:
    """Return the line of a place, with the stretch that is meant marked."""
    line, start = place.source.line(place.line), place.column - 1
    marked = element("mark", line[start : start + place.length])
    after = element("span", line[start + place.length :])
    return element("pre", line[:start], marked, after)


def _sheets(each: Checked, found: _Numbered) -> Iterator[Element]:
    """Yield a picture of each page on which something was found, with what was found drawn on it."""
    by_page: dict[int, _Numbered] = {}
    for number, finding in found:
        if finding.page and finding.page <= len(each.sizes):
            by_page.setdefault(finding.page, []).append((number, finding))
    if by_page and each.file:
        for number, drawn in pictures(each.file.read_bytes(), sorted(by_page), DOTS_PER_INCH).items():
            yield _sheet(_title(each), number, drawn, by_page[number], each.sizes[number - 1])


def _sheet(title: str, page: int, drawn: bytes, found: _Numbered, size: tuple[float, float]) -> Element:
    address = f"data:image/png;base64,{b64encode(drawn).decode()}"
    said = counted(finding for _, finding in found)
    image = element("img", src=address, alt=f"Page {page} of {title}, with {said}: the list has them")
    boxes = [_drawn(number, finding, size) for number, finding in found if finding.box]
    marks = [_drawn(number, finding, size) for number, finding in found if not finding.box]
    top = [element("div", "", *marks, class_="top")] if marks else []
    return element(
        "figure",
        "",
        element("div", "", image, *boxes, *top, class_="sheet"),
        element("figcaption", f"Page {page}"),
    )


def _drawn(number: int, finding: Finding, size: tuple[float, float]) -> Element:
    """Return the number of a finding as a link to it in the list; with its box, where it has one."""
    address, label = f"#finding-{number}", f"{finding.fault.severity} {number}"
    severity = finding.fault.severity
    if not finding.box:
        return element("a", str(number), href=address, class_=f"number {severity}", aria_label=label)
    left, bottom, right, top = finding.box
    width, height = size
    edges = {"left": left / width, "right": 1 - right / width, "top": 1 - top / height, "bottom": bottom / height}
    style = "; ".join(f"{edge}: {100 * min(max(share, 0), 1):.2f}%" for edge, share in edges.items())
    tag = element("span", str(number), class_="number within" if edges["left"] < _NO_ROOM else "number")
    return element("a", "", tag, href=address, class_=f"box {severity}", style=style, aria_label=label)


def _rules(checked: Iterable[Checked]) -> Iterator[Element]:
    """Yield what the rules hold that found something, and why."""
    names = {finding.rule for each in checked for finding in each.findings}
    found = [rule for name, rule in explained().items() if name in names]
    if found:
        terms = (
            part
            for rule in found
            for part in (
                element("dt", f"{rule.name}: {rule.holds}", id=f"rule-{rule.name}"),
                element("dd", rule.why),
            )
        )
        yield element("section", "", element("h2", "The rules"), element("dl", "", *terms))
