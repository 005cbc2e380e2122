"""Colours that can be read on every light and every dark sheet."""

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.theme.colors import DARK_SHEET, LEAST_CONTRAST, LIGHT_SHEET, contrast, on_dark, on_light

colors = st.integers(0, 0xFFFFFF).map("#{:06x}".format) | st.integers(0, 0xFFF).map("#{:03x}".format)


def hls(color: str) -> tuple[float, float, float]:
    return colorsys.rgb_to_hls(*(int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)))


@given(colors)
def test_any_colour_can_be_read_on_both(color):
    for shade, sheets in ((on_light(color), (LIGHT_SHEET, "#fff")), (on_dark(color), (DARK_SHEET, "#000"))):
        assert all(contrast(shade, sheet) >= LEAST_CONTRAST > 4.5 for sheet in sheets)


@pytest.mark.parametrize("color", ["#1f5f6b", "#000", "#9e1b1b", "#111133"])
def test_a_colour_that_can_be_read_on_a_light_sheet_stays_as_it_is(color):
    assert on_light(color) == color


@pytest.mark.parametrize("color", ["#ffff00", "#1f5f6b", "#6441a5", "#00ff00"])
def test_its_hue_stays(color):
    for shade in (on_light(color), on_dark(color)):
        assert hls(shade)[0] == pytest.approx(hls(color)[0], abs=0.01)


def test_what_is_nearly_black_on_light_is_nearly_white_on_dark():
    assert on_dark("#1a1a1a") == "#e5e5e5"


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000", "#fff", 21), ("#777", "#fff", 4.48), ("#fff", "#ffffff", 1)]
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
