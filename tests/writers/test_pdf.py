"""PDF: made of the theme alone, whatever style sheets and markup ask for."""

import logging
import socket
from pathlib import Path

import pytest

from typeset.theme.theme import load
from typeset.writers import engine

ROOT = Path(__file__).parents[2]


@pytest.fixture
def asked(monkeypatch):
    """What is opened over the network or from `/etc` while a test runs."""
    found = []

    def connect(*arguments):
        found.append(arguments)
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", connect)
    monkeypatch.setattr(socket.socket, "connect", connect)
    return found


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "http://127.0.0.1:9/a.css", "/etc/hostname", "font:99", "a.css"]
)
@pytest.mark.parametrize(
    "rule",
    ["@import url({url});", "body {{ background: url({url}) }}", "@font-face {{ font-family: A; src: url({url}) }}"],
)
def test_a_style_sheet_opens_nothing(tmp_path, asked, caplog, url, rule):
    folder = tmp_path / "mine"
    folder.mkdir()
    folder.joinpath("theme.yaml").write_text("{name: mine, about: mine, extends: ats, styles: [mine.css]}")
    folder.joinpath("mine.css").write_text(rule.format(url=url))
    with caplog.at_level(logging.ERROR):
        data = engine.pdf("<p>Text", load("mine", [tmp_path, ROOT / "themes"]))
    assert data.startswith(b"%PDF")
    assert (ROOT.joinpath("/etc/hostname").read_bytes().strip() or b"-") not in data
    assert asked == []


def test_markup_opens_nothing(asked):
    file, address = "file:///etc/hostname", "http://127.0.0.1/"
    page = f"<img src={file} alt=a><link rel=attachment href={file}><img src={address} alt=b>"
    data = engine.pdf(page, load("ats", [ROOT / "themes"]))
    assert b"/EmbeddedFile" not in data
    assert asked == []
