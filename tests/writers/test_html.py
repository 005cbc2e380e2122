"""One HTML file that needs nothing else, and does what no content tells it to."""

import base64
import io
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from typeset.resume.model import Resume
from typeset.theme.theme import available, load
from typeset.writers import CannotWrite, Manuscript, html
from typeset.writers.templates import render

ROOT = Path(__file__).parents[2]
THEMES = available([ROOT / "themes"])
HOSTILE = """
basics:
  name: "<script>alert(1)</script>"
  label: "\\"><img src=x onerror=alert(1)> & co"
  email: "a'onclick=b@example.org"
  profiles:
    - {network: "</title><script>", username: "</style>"}
    - {network: A, url: "https://example.org/?a=\\"onclick=alert(1)&b=<c>"}
  summary: "`</code>` *<b>* [<i>](https://example.org/'onclick='alert) &lt;script&gt;"
work:
  - {name: "{{ 7 * 7 }}", position: "{% raw %}", keywords: ["<!--"]}
skills:
  - {name: "]]>", keywords: ["</body>"]}
"""
_URL = re.compile(r"""url\(\s*["']?([^"')]*)""")


class Page(HTMLParser):
    """Collects elements, addresses and text."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(data.decode())

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(f"{tag} {name}", value or "") for name, value in attrs]

    def handle_data(self, data):
        self.text += data


@pytest.fixture
def write(document):
    """A function from the text of a content file to the page."""
    return lambda content, theme="ats": html.write(
        Manuscript(document(content), load(theme, [ROOT / "themes"]), Resume())
    )


@pytest.mark.parametrize("theme", THEMES)
def test_it_needs_no_other_file(cv, theme):
    data = cv("lindqvist", theme, "html").made.data
    page = Page(data)
    assert {"a", "style"} <= set(page.tags)
    assert {"script", "link", "iframe", "object", "base"} & set(page.tags) == set()
    sources = [value for name, value in page.attributes if name.endswith((" src", " srcset", " background"))]
    links = [value for name, value in page.attributes if name.endswith(" href")]
    urls = _URL.findall(data.decode())
    assert len(urls) >= 4
    assert [value for value in [*sources, *urls] if not value.startswith(("data:", "#"))] == []
    assert [value for value in links if not value.startswith(("https://", "http://", "mailto:", "tel:", "#"))] == []
    assert b"@import" not in data


@pytest.mark.parametrize("theme", THEMES)
def test_hostile_text_stays_text(document, theme):
    page = Page(render(document(HOSTILE), load(theme, [ROOT / "themes"])).encode())
    assert {"script", "b", "i", "base"} & set(page.tags) == set()
    assert [value for name, value in page.attributes if name == "img src"] == []
    assert [name for name, _ in page.attributes if " on" in name] == []
    assert "<script>alert(1)</script>" in page.text
    assert "{{ 7 * 7 }}" in page.text
    assert "{% raw %}" in page.text


@pytest.mark.parametrize("theme", THEMES)
def test_its_fonts_hold_every_character_that_may_be_drawn(write, theme):
    content = "{basics: {name: Zoë Ångström}, headings: {work: œuvre}, work: [{name: ŁódŹ, highlights: [ǆ]}]}"
    data = write(content, theme).decode()
    drawn = set("•–œŒëËÅŁ")
    shipped = {font.file: set(TTFont(font.file).getBestCmap()) for font in load(theme, [ROOT / "themes"]).fonts}
    embedded = [TTFont(io.BytesIO(base64.b64decode(found))) for found in re.findall(r"woff2;base64,([\w+/=]+)", data)]
    assert len(embedded) == len(shipped) > 0
    for font, known in zip(embedded, shipped.values(), strict=True):
        assert {char for char in drawn if ord(char) in known} <= {chr(code) for code in font.getBestCmap()}


def test_writing_says_nothing(write, capfd):
    write("basics: {name: Ada}", "margin")
    assert capfd.readouterr() == ("", "")


def test_it_holds_only_the_glyphs_it_needs(write):
    fonts = load("ats", [ROOT / "themes"]).fonts
    assert len(write("basics: {name: Ada}")) < sum(font.file.stat().st_size for font in fonts) / 4


def test_a_browser_opens_it_without_errors_or_requests(cv, tmp_path):
    browser = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chromium-browser"))), None)
    if not browser:
        if os.environ.get("CI") == "true":
            pytest.fail("CI must have Chromium")
        pytest.skip("Chromium is not installed")
    file, log = tmp_path / "cv.html", tmp_path / "net.json"
    file.write_bytes(cv("lindqvist", None, "html").made.data)
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
               "--no-first-run", f"--user-data-dir={tmp_path / 'profile'}", "--enable-logging=stderr", "--v=0",
               f"--log-net-log={log}", "--dump-dom", file.as_uri()]  # fmt: skip
    run = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert "Dr. Astrid Lindqvist" in run.stdout
    assert [line for line in run.stderr.splitlines() if ":CONSOLE" in line] == []
    requested = set(re.findall(r'"url":"(https?://[^"]+)"', log.read_text()))
    assert {address for address in requested if "example" in address} == set()


# What a theme can do


@pytest.fixture
def theme_with(tmp_path: Path):
    """A function that adds a template to the plainest theme."""

    def make(template: str):
        folder = tmp_path / "mine"
        folder.joinpath("html").mkdir(parents=True)
        folder.joinpath("theme.yaml").write_text("{name: mine, about: mine, extends: ats}")
        folder.joinpath("html/masthead.html").write_text(template)
        tmp_path.joinpath("secret.html").write_text("secret")
        return load("mine", [tmp_path, ROOT / "themes"])

    return make


@pytest.mark.parametrize(
    "template",
    [
        "<p>\n{% if %}",
        "<p>\n{{ nothing.here }}",
        "<p>\n{{ document.masthead.__class__.__mro__ }}",
        "<p>\n{% include '../../secret.html' %}",
        "<p>\n{% include 'gone.html' %}",
        "<p>\n{% include 'masthead.html' %}",
        "<p>\n{{ 1|gone }}",
    ],
)
def test_a_template_that_fails_is_told_at_its_line(document, theme_with, template):
    with pytest.raises(CannotWrite, match="template") as raised:
        html.write(Manuscript(document("basics: {name: Ada}"), theme_with(template), Resume()))
    assert str(raised.value.place).endswith("mine/html/masthead.html:2:1")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", ["profiles", "skills", "highlights"])
def test_any_number_of_things_can_be_drawn(document, theme, kind):
    many = ", ".join(f"{{network: N, username: user{number + 340}}}" for number in range(60))
    words = ", ".join(f"word{number}" for number in range(400))
    content = {
        "profiles": f"basics: {{name: Ada, profiles: [{many}]}}",
        "skills": f"basics: {{name: Ada}}\nskills: [{words}]",
        "highlights": f"basics: {{name: Ada}}\nwork: [{{name: A, highlights: [{words}]}}]",
    }[kind]
    assert "399" in render(document(content), load(theme, [ROOT / "themes"]))


@pytest.mark.parametrize(
    "asking", ["@import 'other.css';", "a { background: url(a.png) }", "a { src: URL( 'http://a.b') }"]
)
def test_a_style_sheet_that_asks_for_another_file_is_refused_at_its_place(document, tmp_path, asking):
    folder = tmp_path / "mine"
    folder.mkdir()
    folder.joinpath("theme.yaml").write_text("{name: mine, about: mine, extends: ats, styles: [mine.css]}")
    folder.joinpath("mine.css").write_text(f"b {{}}\n{asking}")
    with pytest.raises(CannotWrite, match="another file") as raised:
        html.write(Manuscript(document("basics: {name: Ada}"), load("mine", [tmp_path, ROOT / "themes"]), Resume()))
    assert raised.value.place
    assert raised.value.place.line == 2
