"""What lays out a theme's pages: its own word, or that of the theme it builds on."""

from pathlib import Path

import pytest

from typeset.source import Faults
from typeset.theme.manifest import ENGINES
from typeset.theme.theme import load
from typeset.writers import pdf

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("own", "of_base", "engine"),
    [
        ("", "", "weasyprint"),
        ("engine: latex", "", "latex"),
        ("", "engine: latex", "latex"),
        ("engine: weasyprint", "engine: latex", "weasyprint"),
    ],
)
def test_the_nearest_word_counts(make_theme, themes, own, of_base, engine):
    make_theme("base", *filter(None, [of_base]))
    make_theme("mine", "extends: base", *filter(None, [own]))
    assert load("mine", [themes]).engine == engine


def test_an_engine_that_is_none_is_told_at_its_line(make_theme, themes):
    make_theme("mine", "engine: latx")
    with pytest.raises(Faults) as raised:
        load("mine", [themes])
    [fault] = raised.value.faults
    assert fault.message == "there is no engine `latx`"
    assert str(fault.place).endswith("theme.yaml:3:9")
    assert "latex" in (fault.hint or "")


def test_every_engine_can_write():
    assert set(pdf.ENGINES) == set(ENGINES)


@pytest.mark.parametrize("name", ["classic-latex", "academic", "moderncv"])
def test_themes_of_latex_are_themes_of_every_other_format_too(name):
    theme = load(name, [ROOT / "themes"])
    assert theme.engine == "latex"
    assert theme.file("html/document.html")
    assert theme.styles
