"""PDF: made of the theme alone, whatever style sheets and markup ask for."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from typeset.theme.theme import load
from typeset.writers import CannotWrite
from typeset.writers.paper import engine

ROOT = Path(__file__).parents[2]
FORBIDDEN = "/etc/hostname"

_watching: list[list[str]] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if _watching and (event.startswith(("socket.", "urllib.")) or (event == "open" and arguments[0] == FORBIDDEN)):
        _watching[-1].append(event)


sys.addaudithook(_watch)  # there is no way to take it off again


@pytest.fixture
def opened() -> Iterator[list[str]]:
    """What is asked of the network, or of a file that no theme has, while a test runs."""
    _watching.append([])
    yield _watching[-1]
    _watching.pop()


def test_the_watch_sees_what_is_opened(opened):
    Path(FORBIDDEN).read_bytes()
    assert opened == ["open"]


@pytest.mark.parametrize("url", [f"file://{FORBIDDEN}", "http://127.0.0.1:9/a.css", FORBIDDEN, "font:99", "a.css"])
@pytest.mark.parametrize(
    "rule",
    ["@import url({url});", "body {{ background: url({url}) }}", "@font-face {{ font-family: A; src: url({url}) }}"],
)
def test_a_style_sheet_opens_nothing(tmp_path, opened, url, rule):
    folder = tmp_path / "mine"
    folder.mkdir()
    folder.joinpath("theme.yaml").write_text("{name: mine, about: mine, extends: ats, styles: [mine.css]}")
    folder.joinpath("mine.css").write_text(rule.format(url=url))
    theme = load("mine", [tmp_path, ROOT / "themes"])
    with pytest.raises(CannotWrite, match="the theme asks for"):
        engine.pdf("<p>Text", theme)
    assert opened == []


def test_markup_opens_nothing(opened):
    file, address = f"file://{FORBIDDEN}", "http://127.0.0.1/"
    page = f"<img src={file} alt=a><link rel=attachment href={file}><img src={address} alt=b>"
    theme = load("ats", [ROOT / "themes"])
    with pytest.raises(CannotWrite, match="the theme asks for"):
        engine.pdf(page, theme)
    assert opened == []


def test_fonts_are_hidden_from_nobody_else(cv):
    cv("polte")
    assert "FONTCONFIG_FILE" not in os.environ
