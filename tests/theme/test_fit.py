"""What a page budget may move: manifests say it, and no position leaves what they say."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.source import Faults, Source
from typeset.source.yaml import parse
from typeset.theme.fit import moved, reach
from typeset.theme.options import points, problem
from typeset.theme.theme import Theme, available, load

THEMES = Path(__file__).parents[2] / "themes"
SHIPPED = {name: load(name, [THEMES]) for name in available([THEMES])}

shipped = pytest.mark.parametrize("theme", SHIPPED.values(), ids=SHIPPED)


def own(folder: Path, manifest: str, options: str = "") -> Theme:
    """A theme of one's own on `classic`, with some options set."""
    folder.joinpath("mine").mkdir(exist_ok=True)
    folder.joinpath("mine", "theme.yaml").write_text(f"name: mine\nabout: My own.\nextends: classic\n{manifest}")
    wanted = parse(Source("a.yaml", options)) if options else None
    return load("mine", [folder, THEMES], wanted)


def faults(folder: Path, manifest: str) -> list[str]:
    with pytest.raises(Faults) as caught:
        own(folder, manifest)
    return [str(fault) for fault in caught.value.faults]


def at(theme: Theme, position: float) -> dict[str, str]:
    """The options that a position changes."""
    before = dict(theme.values)
    found = moved(theme.fit, theme.values, position)
    return {name: value for name, value in found if value != before[name]}


def test_the_shipped_themes_are_found():
    assert len(SHIPPED) >= 6


@shipped
@given(st.floats(-5, 5))
def test_no_position_leaves_the_range_of_an_option(theme, position):
    values = dict(moved(theme.fit, theme.values, position))
    assert [option.name for option in theme.options if problem(option, values[option.name])] == []


@shipped
def test_text_stays_at_nine_points_and_margins_at_twelve_millimetres(theme):
    values = dict(moved(theme.fit, theme.values, reach(theme.fit, theme.values)[1]))
    assert points(values["size"]) >= 9
    assert points(values["margin"]) >= points("12mm")


@shipped
def test_at_0_nothing_is_moved(theme):
    assert at(theme, 0.0) == {}


@shipped
def test_options_are_moved_one_after_the_other(theme):
    low, high = reach(theme.fit, theme.values)
    assert low < 0 < high
    assert [len(at(theme, position)) for position in range(int(low), int(high) + 1)] == [
        *range(int(-low), 0, -1),
        *range(int(high) + 1),
    ]


def test_an_option_goes_to_its_end_in_its_unit():
    assert at(SHIPPED["classic"], 0.5) == {"spacing": "0.82"}
    assert at(SHIPPED["classic"], 2.5) == {"spacing": "0.65", "leading": "1.22", "margin": "19.5mm"}
    assert at(SHIPPED["classic"], -1.0) == {"spacing": "1.4"}


def test_an_option_starts_from_what_the_user_set(tmp_path):
    theme = own(tmp_path, "", "spacing: '0.75'")
    assert at(theme, 0.5) == {"spacing": "0.7"}
    assert at(theme, -0.5) == {"spacing": "1.07"}


def test_what_the_user_set_beyond_an_end_is_not_moved_back(tmp_path):
    theme = own(tmp_path, "", "{spacing: '0.6', leading: '1.55'}")
    assert at(theme, 1.0) == {"leading": "1.22"}
    assert at(theme, -1.0) == {"spacing": "1.4"}
    assert "leading" not in at(theme, -4.0)


def test_units_are_converted_on_the_way(tmp_path):
    assert at(own(tmp_path, "", "margin: 1in"), 2.5)["margin"] == "19.7mm"


def test_a_theme_overrides_what_it_builds_on_by_option(tmp_path):
    theme = own(tmp_path, 'fit: [{option: leading, tight: "1.3"}]')
    assert [knob.option for knob in theme.fit] == ["spacing", "leading", "margin", "size"]
    assert at(theme, 2.0)["leading"] == "1.3"
    assert "leading" not in at(theme, -2.0)


def test_an_option_that_saves_room_by_growing(tmp_path):
    column = '- {name: column, type: length, default: 30mm, min: 20mm, max: 60mm, about: "A column."}'
    theme = own(tmp_path, f"options:\n  {column}\nfit: [{{option: column, tight: 40mm, loose: 20mm}}]")
    assert at(theme, 5.0)["column"] == "40mm"
    assert at(theme, -5.0)["column"] == "20mm"


@pytest.mark.parametrize(
    ("fit", "complaint"),
    [
        ("{option: spaceing, tight: '0.7'}", "did you mean `spacing`?"),
        ("{option: accent, tight: '0.7'}", "cannot be moved, being a color"),
        ("{option: spacing, tight: '0.1'}", "`0.1` is outside 0.6 to 1.5"),
        ("{option: margin, tight: 1.4}", "is not a length such as 25mm"),
        ("{option: size, tight: 8pt}", "`8pt` is outside 9pt to 12pt"),
        ("{option: size, tight: 9pt, loose: 9pt}", "are the same"),
        ("{tight: 9pt}", "has no `option`"),
    ],
)
def test_what_cannot_be_moved_so_is_told_at_its_line(tmp_path, fit, complaint):
    [fault] = faults(tmp_path, f"fit:\n  - {fit}\n")
    assert "theme.yaml:5:" in fault
    assert complaint in fault


@pytest.mark.parametrize(
    "option",
    [
        "{name: size, type: length, default: 10pt, min: 8pt, max: 12pt, about: Text.}",
        "{name: size, type: length, default: 10pt, max: 12pt, about: Text.}",
        "{name: margin, type: length, default: 20mm, min: 1cm, about: Margins.}",
    ],
)
def test_a_theme_that_allows_smaller_text_or_margins_is_wrong(tmp_path, option):
    [fault] = faults(tmp_path, f"options:\n  - {option}\n")
    assert "theme.yaml:5:" in fault
    assert "`min` must be " in fault
