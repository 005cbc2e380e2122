"""The report for people: a page that needs nothing, with the findings where they are."""

import re
import struct
from base64 import b64decode
from html.parser import HTMLParser

import pytest

from typeset.proof.reading.contrast import contrast
from typeset.reports.html import DOTS_PER_INCH, write
from typeset.reports.look import STYLE

VOID = {"meta", "img", "br"}


class Page(HTMLParser):
    """The elements of a page, each with its attributes and the text within it."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(data.decode())
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.setdefault(self.open[-1], []).append(data)

    def all(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        return [found for name, found in self.elements if name == tag and found.items() >= attributes.items()]


@pytest.fixture(scope="session")
def page(checked) -> Page:
    return Page(write(checked))


def test_it_needs_nothing_and_runs_nothing(page):
    assert not {"script", "link", "iframe", "object", "form"} & {tag for tag, _ in page.elements}
    assert all(each["src"].startswith("data:image/png;base64,") for each in page.all("img"))
    assert not [name for _, found in page.elements for name in found if name.startswith("on")]
    assert "url(" not in STYLE
    [policy] = page.all("meta", **{"http-equiv": "Content-Security-Policy"})
    assert policy["content"].startswith("default-src 'none'")


def test_what_comes_from_files_is_text(page):
    assert [text for text in page.texts["span"] if "<script>alert(1)</script>" in text]
    assert [text for text in page.texts["span"] if " & <b>more</b>" in text]


def test_every_link_leads_somewhere_on_the_page(page):
    ids = [found["id"] for _, found in page.elements if "id" in found]
    assert len(ids) == len(set(ids))
    links = [found["href"] for found in page.all("a")]
    assert links
    assert {link for link in links if link.removeprefix("#") not in ids} == set()


def test_there_is_a_picture_of_each_page_with_a_finding_and_it_says_what_it_is(page):
    [picture] = page.all("img")
    assert picture["alt"] == "Page 1 of ada/Ada-Lovelace-CV.pdf, with 1 error, 1 warning: the list has them"
    data = b64decode(picture["src"].partition(",")[2])
    width, height = struct.unpack(">II", data[16:24])
    assert (width, height) == pytest.approx((595 * DOTS_PER_INCH / 72, 842 * DOTS_PER_INCH / 72), abs=1)


def test_a_finding_with_a_box_is_drawn_there(page):
    [box] = page.all("a", **{"class": "box error"})
    edges = {name: float(share) for name, share in re.findall(r"(\w+): ([\d.]+)%", box["style"])}
    assert edges == pytest.approx(
        {"left": 6000 / 595, "right": 100 - 16000 / 595, "top": 100 - 71200 / 842, "bottom": 70000 / 842}, abs=0.01
    )
    assert (box["href"], box["aria-label"]) == ("#finding-1", "error 1")


def test_a_finding_of_the_page_as_a_whole_is_marked_at_its_top(page):
    [mark] = page.all("a", **{"class": "number warning"})
    assert mark["href"] == "#finding-3"
    assert len(page.all("div", **{"class": "top"})) == 1


def test_every_finding_is_listed_the_worst_first(page):
    assert [found["class"] for found in page.all("li")] == ["error", "error", "warning", "error", "advice"]
    assert page.texts["mark"] == ["Analyst", "Analyst", "A"]


def test_every_rule_that_found_something_is_explained(page):
    assert [text.partition(":")[0] for text in page.texts["dt"]] == ["words", "small", "brevity", "file"]


def test_nothing_found_is_said():
    assert "Nothing: every file is sound." in Page(write([])).texts["p"]


def colors(text: str) -> dict[str, tuple[int, int, int]]:
    return {name: hexed(value) for name, value in re.findall(r"--(\w+): (#\w+)", text)}


def hexed(value: str) -> tuple[int, int, int]:
    digits = value[1:] if len(value) == 7 else "".join(2 * digit for digit in value[1:])
    return tuple(bytes.fromhex(digits))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(scheme):
    light, dark = STYLE.split("prefers-color-scheme: dark")
    known = colors(light) if scheme == "light" else colors(light) | colors(dark.split("\n}")[0])
    assert len(known) == 8
    texts = [known[name] for name in ("ink", "soft", "error", "warning", "advice")]
    assert min(contrast(text, known[back]) for text in texts for back in ("back", "card")) >= 4.5
    marks = [hexed(value) for value in re.findall(r"--mark: (#\w+)", STYLE)]
    assert len(marks) == 3
    assert min(contrast((255, 255, 255), mark) for mark in marks) >= 4.5
