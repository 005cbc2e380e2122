"""One HTML file that needs nothing else, and does what no content tells it to."""

import base64
import hashlib
import io
import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import mf2py
import pytest
from fontTools.ttLib import TTFont

from typeset.document.shapes import Period
from typeset.resume.model import Resume
from typeset.resume.text import text_of
from typeset.theme.theme import available, load
from typeset.writers import CannotWrite, Manuscript, html
from typeset.writers.page.markup import unbroken
from typeset.writers.page.styles import own_sheets, screen_sheets, without_running_heads
from typeset.writers.page.templates import render

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
    assert {"link", "iframe", "object", "base"} & set(page.tags) == set()
    assert page.tags.count("script") == 1
    assert ("script type", "application/ld+json") in page.attributes
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
def test_hostile_text_ends_no_element_of_the_head(write, theme):
    page = Page(write(HOSTILE, theme))
    assert [page.tags.count(tag) for tag in ("title", "style", "script", "body")] == [1, 2, 1, 1]
    assert ("meta property", "og:title") in page.attributes
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', write(HOSTILE, theme).decode())[1])
    assert data["@graph"][0]["name"] == "<script>alert(1)</script>"


def test_its_policy_knows_its_data_by_their_seal(write):
    text = write(HOSTILE).decode()
    data = re.search(r'ld\+json">(.*?)</script>', text)[1]
    seal = base64.b64encode(hashlib.sha256(data.encode()).digest()).decode()
    assert f"script-src &#39;sha256-{seal}&#39;" in text or f"script-src 'sha256-{seal}'" in text


def metas(data: bytes) -> dict[str, str]:
    """What a page says of itself: names and properties with their content."""
    return dict(re.findall(r'<meta (?:name|property)="([\w:]+)" content="([^"]*)">', data.decode()))


def test_it_says_what_it_is_to_those_who_pass_it_on(cv):
    found = metas(cv("lindqvist-de", "margin", "html").made.data)
    assert found["og:type"] == "profile"
    assert found["og:title"] == "Dr. Astrid Lindqvist – Meeresakustikerin und Produktleiterin"
    assert found["og:locale"] == "de_DE"
    assert found["og:description"] == found["description"]
    assert 100 < len(found["description"]) <= html.LONGEST_DESCRIPTION
    assert found["description"].endswith(" …")
    assert {"og:url", "og:image"} & set(found) == set()


@pytest.mark.parametrize(
    ("content", "description", "locale"),
    [
        ("basics: {name: Ada}", None, None),
        ("basics: {name: Ada, label: Analyst}", "Analyst", None),
        (
            'basics: {name: Ada, label: Analyst, summary: "I *write*\\n\\n- a list\\n\\n> quoted\\n\\nprograms."}',
            "I write programs.",
            None,
        ),
    ],
)
def test_its_description_is_the_profile_or_what_the_person_is(write, content, description, locale):
    found = metas(write(content))
    assert found.get("description") == description
    assert found.get("og:locale") == locale


@pytest.mark.parametrize("theme", THEMES)
def test_an_independent_parser_of_microformats_finds_the_resume(cv, theme):
    page = mf2py.parse(doc=cv("lindqvist", theme, "html").made.data.decode(), html_parser="html5lib")
    (resume,) = page["items"]
    said = resume["properties"]
    (person,) = said["contact"]
    card = person["properties"]
    assert (resume["type"], person["type"]) == (["h-resume"], ["h-card"])
    assert said["name"] == ["Dr. Astrid Lindqvist – Marine acoustician and head of product"]
    assert card["name"] == ["Dr. Astrid Lindqvist"]
    assert card["job-title"] == ["Marine acoustician and head of product"]
    assert card["email"] == ["mailto:astrid.lindqvist@example.org"]
    assert card["tel"] == ["+49 30 23125 017"]
    assert card["url"][0] == "https://lindqvist.example.org/"
    assert page["rels"]["me"] == card["url"]
    assert "listen to the sea" in said["summary"][0]
    employer, institute, *_ = (item["properties"] for item in said["experience"])
    assert employer["experience"][0]["properties"]["name"] == ["Head of Product"]
    assert employer["experience"][1]["properties"]["end"] == ["2023-03"]
    assert (institute["start"], institute["end"]) == (["2014-10"], ["2018-02"])
    assert institute["name"] == ["Research Associate"]
    assert said["education"][0]["properties"]["org"] == ["Västra Fjord universitet"]
    assert {"Python", "calibration", "Seamanship"} <= set(said["skill"])
    kinds = [child["type"][0] for child in resume["children"]]
    assert kinds.count("h-cite") == 3
    assert [child["properties"]["published"] for child in resume["children"] if "h-cite" in child["type"]] == [
        ["2024-03"], ["2017-11"], ["2019"]
    ]  # fmt: skip


def test_paper_is_spared_what_is_for_screens(document):
    theme = load("margin", [ROOT / "themes"])
    page = render(document("basics: {name: Ada}"), theme)
    assert {"meta property", "script type", "style media"} & {
        name for name, _ in Page(page.encode()).attributes
    } == set()
    assert len(screen_sheets(theme)) == 2
    assert not set(screen_sheets(theme)) & set(own_sheets(theme))


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        ("@page { margin: 1cm; @top-left { content: string(name); font: 9pt X } }", "@page { margin: 1cm;  }"),
        ("h1 { string-set: name content(); color: red }", "h1 {  color: red }"),
        ("h1 { string-set: name content() }", "h1 { }"),
        ("@media print { a { color: red } }", "@media print { a { color: red } }"),
        (".x { my-string-set: a; margin-top: 1em }", ".x { my-string-set: a; margin-top: 1em }"),
    ],
)
def test_running_heads_are_left_to_the_browser(sheet, left):
    assert " ".join(without_running_heads(sheet).split()) == " ".join(left.split())


YEARS = '<time class="dt-start" datetime="1999">1999–2005</time>'
BEGAN = '<time class="unbroken dt-start" datetime="2012-01">Jan 2012 –</time> '


@pytest.mark.parametrize(
    ("period", "markup"),
    [
        (
            Period(text_of("Jan 2012 – Feb 2015"), "2012-01", "2015-02"),
            f'{BEGAN}<time class="unbroken dt-end" datetime="2015-02">Feb 2015</time>',
        ),
        (Period(text_of("Jan 2012 – Present"), "2012-01"), f'{BEGAN}<span class="unbroken">Present</span>'),
        (
            Period(text_of("1999–2005"), "1999", "2005"),
            f'<time class="unbroken dt-end" datetime="2005">{YEARS}</time>',
        ),
        (Period(text_of("2005"), "2005", "2005"), '<time class="unbroken dt-start" datetime="2005">2005</time>'),
        (
            Period(text_of("Summer 2011 (3 months)")),
            '<span class="unbroken">Summer 2011</span> <span class="unbroken">(3 months)</span>',
        ),
        (Period(text_of("<b>")), '<span class="unbroken">&lt;b&gt;</span>'),
    ],
)
def test_dates_that_are_known_in_figures_say_so(period, markup):
    assert unbroken(period) == markup


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


def test_a_browser_opens_it_without_errors_or_requests(cv, need, tmp_path):
    browser = need("chromium", "google-chrome", "chromium-browser")
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
@pytest.mark.parametrize("key", ["styles", "screen"])
def test_a_style_sheet_that_asks_for_another_file_is_refused_at_its_place(document, tmp_path, asking, key):
    folder = tmp_path / "mine"
    folder.mkdir()
    folder.joinpath("theme.yaml").write_text(f"{{name: mine, about: mine, extends: ats, {key}: [mine.css]}}")
    folder.joinpath("mine.css").write_text(f"b {{}}\n{asking}")
    with pytest.raises(CannotWrite, match="another file") as raised:
        html.write(Manuscript(document("basics: {name: Ada}"), load("mine", [tmp_path, ROOT / "themes"]), Resume()))
    assert raised.value.place
    assert raised.value.place.line == 2
