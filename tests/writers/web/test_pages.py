"""The pages of `content/` in every theme, in a real browser: for all eyes, on all widths, and on paper."""

import io
import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest

from typeset.build.job import claim
from typeset.proof.finished import Finished
from typeset.proof.rules.words import words
from typeset.theme.colors import DARK_SHEET, LIGHT_SHEET, contrast
from typeset.theme.theme import available, load
from typeset.writers.page.styles import screen_color_sheet

ROOT = Path(__file__).parents[3]


def pages_of(name: str) -> tuple[object, ...]:
    """What decides the pages of a theme: those that another program sets differ on paper alone."""
    theme = load(name, [ROOT / "themes"])
    templates = tuple(folder for folder in theme.chain if (folder / "html").is_dir())
    return theme.styles, theme.screen, theme.values, templates


THEMES = sorted({pages_of(name): name for name in reversed(available([ROOT / "themes"]))}.values())
APPLICATIONS = ("lindqvist", "mims", "polte")
NARROW, WIDE = 320, 1280
"""CSS pixels; 320 is what is left of 1280 at 400 % (WCAG 2.2, 1.4.10)."""
everywhere = pytest.mark.parametrize(
    ("application", "theme"), [(application, theme) for application in APPLICATIONS for theme in THEMES]
)


@pytest.fixture(scope="session")
def page(cv: Any, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """A function from an application and a theme to the file of its page."""
    folder = tmp_path_factory.mktemp("pages")

    def write(application: str, theme: str) -> Path:
        file = folder / f"{application}-{theme}.html"
        if not file.exists():
            file.write_bytes(cv(application, theme, "html").made.data)
        return file

    return write


# For all eyes

EXAMINE = """axe.run(document, OPTIONS).then(found => ({
    passed: found.passes.length,
    failed: [...found.violations, ...found.incomplete].map(rule =>
        rule.id + ": " + rule.nodes.map(node => node.html.slice(0, 200)).join(" | "))
}))"""
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def examine(browser: Any, tool: Any) -> Callable[..., dict[str, Any]]:
    """A function that lets axe-core examine the open page: how many rules hold, which do not or are undecided."""
    source = tool("axe-core/axe.min.js").read_text("utf-8")

    def run(*rules: str) -> dict[str, Any]:
        if not browser.value("'axe' in window"):
            browser.value(f"{source}\n0")
        options = {"runOnly": list(rules) or STANDARDS, "resultTypes": ["violations", "incomplete"]}
        found: dict[str, Any] = browser.value(EXAMINE.replace("OPTIONS", json.dumps(options)))
        return found

    return run


@everywhere
def test_axe_finds_nothing_on_any_width_in_any_colours(browser, examine, page, application, theme):
    browser.open(page(application, theme))
    for width, scheme in ((WIDE, "light"), (NARROW, "dark")):
        browser.look(width, scheme)
        found = examine()
        assert found["failed"] == [], (width, scheme)
        assert found["passed"] > 20
    for width, scheme in ((NARROW, "light"), (WIDE, "dark")):
        browser.look(width, scheme)
        assert examine("color-contrast", "target-size") == {"passed": 2, "failed": []}, (width, scheme)


def test_axe_finds_what_is_wrong(browser, examine, tmp_path):
    file = tmp_path / "wrong.html"
    file.write_text("<title>T</title><h3>A</h3><p style='color:#bbb'>B</p><img src='data:,'>")
    browser.open(file)
    failed = {rule.partition(":")[0] for rule in examine()["failed"]}
    assert {"color-contrast", "html-has-lang", "image-alt", "landmark-one-main"} <= failed


def added(sheet: str) -> str:
    """The expression that adds a style sheet to a page."""
    return f"document.head.append(Object.assign(document.createElement('style'), {{textContent: {json.dumps(sheet)}}}))"


@pytest.mark.parametrize("theme", THEMES)
def test_any_accent_can_be_read(browser, examine, page, theme):
    plain = load(theme, [ROOT / "themes"])
    browser.open(page("polte", theme))
    for accent in ("#ffff00", "#000000", "#111133", "#9f9"):
        values = tuple((name, accent if name == "accent" else value) for name, value in plain.values)
        browser.value(added(screen_color_sheet(replace(plain, values=values))))
        for scheme in ("light", "dark"):
            browser.look(WIDE, scheme)
            assert examine("color-contrast") == {"passed": 1, "failed": []}, (accent, scheme)


SHEET = "getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"


@pytest.mark.parametrize("theme", THEMES)
def test_the_sheet_is_light_or_dark_enough_for_the_colours_made_for_it(browser, page, theme):
    browser.open(page("polte", theme))
    for scheme, worst, ink in (("light", LIGHT_SHEET, "#000"), ("dark", DARK_SHEET, "#fff")):
        browser.look(WIDE, scheme)
        sheet = "#{:02x}{:02x}{:02x}".format(*browser.value(SHEET))
        assert contrast(sheet, ink) >= contrast(worst, ink)


UNSEEN = """[...document.links].filter(link => {
    link.focus({focusVisible: true});
    const {outlineStyle, outlineWidth} = getComputedStyle(link);
    return outlineStyle === "none" || parseFloat(outlineWidth) < 2;
}).length"""


@pytest.mark.parametrize("theme", THEMES)
def test_a_link_in_focus_is_seen(browser, page, theme):
    browser.open(page("lindqvist", theme))
    assert browser.value("document.links.length") > 5
    assert browser.value(UNSEEN) == 0


# On all widths

SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
"""
CUT = """(() => {
    const root = document.documentElement, wide = root.clientWidth;
    const out = [...document.querySelectorAll("body :not(img)")].filter(node => {
        const box = node.getBoundingClientRect(), style = getComputedStyle(node);
        return box.right > wide + 1 || box.left < -1 || ["hidden", "clip"].includes(style.overflowX);
    });
    return [root.scrollWidth > wide, ...out.map(node => node.outerHTML.slice(0, 120))] })()"""


@everywhere
def test_nothing_is_cut_or_needs_scrolling_sideways(browser, page, application, theme):
    browser.open(page(application, theme))
    for width in (NARROW, 768, WIDE):
        browser.look(width)
        assert browser.value(CUT) == [False], width
    browser.value(added(SPACED))
    for width in (NARROW, WIDE):
        browser.look(width)
        assert browser.value(CUT) == [False], f"{width}, with the spacing of WCAG 2.2, 1.4.12"


# By itself


@everywhere
def test_it_asks_for_nothing_and_complains_of_nothing(browser, page, application, theme):
    browser.open(page(application, theme))
    asked = [
        event["params"]["request"]["url"] for event in browser.events if event["method"] == "Network.requestWillBeSent"
    ]
    assert asked[0].startswith("file:")
    assert [address for address in asked[1:] if not address.startswith("data:")] == []
    methods = {event["method"] for event in browser.events}
    assert methods & {"Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"} == set()
    assert browser.value("[...document.fonts].filter(font => font.status === 'error').length") == 0


# On paper


@pytest.mark.parametrize("theme", THEMES)
def test_printed_it_is_the_themes_page(browser, cv, page, theme):
    found = cv("lindqvist", theme, "html")
    browser.open(page("lindqvist", theme), NARROW, "dark")
    data = browser.printed()
    reader = pypdf.PdfReader(io.BytesIO(data))
    printed = Finished(tuple(sheet.extract_text() for sheet in reader.pages))
    assert [str(finding) for finding in words(printed, claim(found.prepared))] == []
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    assert 2 <= len(reader.pages) <= 6
    browser.call(
        "Emulation.setEmulatedMedia", media="print", features=[{"name": "prefers-color-scheme", "value": "dark"}]
    )
    assert browser.value("getComputedStyle(document.documentElement).backgroundColor") == "rgba(0, 0, 0, 0)"


# By the standard


@pytest.mark.needs("java")
def test_the_nu_html_checker_finds_nothing(tool, page, tmp_path):
    checker = tool("vnu-jar/build/dist/vnu.jar")
    files = [page(application, theme) for application in APPLICATIONS for theme in THEMES]
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!doctype html><html lang=en><title>T</title><p colour=red>A<div></p>")
    command = ["java", "-jar", checker, "--stdout", "--exit-zero-always", "--format", "json", *files, wrong]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(run.stdout)["messages"]
    assert [found for found in messages if "wrong.html" not in found["url"]] == []
    assert len(messages) >= 2
