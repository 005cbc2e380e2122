"""What a page may ask for: its theme's fonts, and what is in an address itself. Anything else ends the layout."""

import ast
from pathlib import Path

import pytest
from planted.plant import seeded, written

from typeset.writers import CannotWrite
from typeset.writers.paper import engine, fetching

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def fetch():
    engine.warm()
    return fetching.fetcher({"font:0": ROOT / "themes/classic/fonts/XCharter-Roman.otf"}).fetch


def test_a_font_of_the_theme_is_given(fetch):
    assert fetch("font:0").read(4) == b"OTTO"


@pytest.mark.parametrize(
    ("address", "kind", "body"),
    [
        ("data:text/css,a%7B%7D", "text/css", b"a{}"),
        ("data:image/png;base64,iVBORw==", "image/png", b"\x89PNG"),
        ("DATA:,x", "text/plain", b"x"),
        ("data:text/css;charset=utf-8,x", "text/css", b"x"),
    ],
)
def test_data_are_given(fetch, address: str, kind: str, body: bytes):
    response = fetch(address)
    assert (response.content_type, response.read()) == (kind, body)


@pytest.mark.parametrize(
    "address",
    [
        *("file:///etc/passwd", "FILE:///etc/passwd", "/etc/passwd", "etc", "", "about:blank", "http://127.0.0.1/"),
        *(
            "https://127.0.0.1/",
            "ftp://127.0.0.1/",
            "font:1",
            "font:0#x",
            "data:",
            "data:text/css",
            "data:image/png;base64,A",
        ),
        "data:text/css\nContent-Encoding: gzip,x",
        "data:" + "a" * 300 + ",x",
    ],
)
def test_nothing_else_is(fetch, address: str):
    with pytest.raises(fetching._Refused):  # noqa: SLF001  # what tells a refusal from a failure
        fetch(address)


def test_an_address_that_is_too_long_is_refused(fetch, monkeypatch):
    monkeypatch.setattr(fetching, "LONGEST_ADDRESS", 100)
    with pytest.raises(fetching._Refused):  # noqa: SLF001  # the same
        fetch("data:," + "x" * 100)


def test_a_font_that_is_too_large_is_refused(fetch, monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST_FONT", 100)
    with pytest.raises(fetching._Refused):  # noqa: SLF001  # the same
        fetch("font:0")


def test_the_fetcher_has_nothing_to_open_files_or_connections_with():
    assert not hasattr(fetching.fetcher({}), "handlers")


@pytest.mark.parametrize(
    ("sheet", "line"),
    [
        ("\nbody { background: url('http://127.0.0.1:9/x.png') }", 2),
        ("@import 'file:///etc/passwd';", 1),
        ("\n\n@font-face { font-family: q; src: url(gone.ttf) }", 3),
        ("@color-profile device-cmyk { src: url(/etc/hostname) }", 1),
    ],
)
def test_a_style_sheet_that_asks_for_more_is_refused_at_its_place(sheet: str, line: int):
    with pytest.raises(CannotWrite, match="the theme asks for") as raised:
        written(theme=seeded({"seeded.css": sheet}))
    assert str(raised.value.place).endswith(f"seeded.css:{line}:{raised.value.place.column}")


@pytest.mark.parametrize(
    "markup", ["<img alt='x' src='/etc/x'>", "<link rel='attachment' href='/etc/passwd'>", "<object data='x'></object>"]
)
def test_a_template_that_asks_for_more_is_refused(markup: str):
    with pytest.raises(CannotWrite, match="the theme asks for"):
        written(theme=seeded({"html/masthead.html": f"<h1>Ada</h1>{markup}"}))


def test_every_page_and_style_sheet_is_made_in_one_place_with_the_fetcher():
    tree = ast.parse((ROOT / "typeset/writers/paper/engine.py").read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    made = [call for call in calls if call.func.attr in ("HTML", "CSS")]
    assert len(made) == 2
    assert all(ast.unparse(call).count("self._made.") == 1 for call in made)
