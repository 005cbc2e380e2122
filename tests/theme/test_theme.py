"""From a theme's name to the theme: its chain, its files, and what can be wrong with them."""

from pathlib import Path

import pytest

from typeset.source import Faults, Mapping, Source
from typeset.source import yaml as yaml_source
from typeset.theme.theme import Theme, available, load

ROOT = Path(__file__).parents[2]
SIZE = "options: [{name: size, type: length, default: 10pt, min: 9pt, max: 12pt, about: the size}]"
SHIPPED = available([ROOT / "themes"])


def wanted(text: str) -> Mapping:
    node = yaml_source.parse(Source("application.yaml", text))
    assert isinstance(node, Mapping)
    return node


def fault_of(name: str, *roots: Path, options: Mapping | None = None) -> str:
    with pytest.raises(Faults) as raised:
        load(name, roots, options)
    [fault] = raised.value.faults
    return str(fault)


def values_of(theme: Theme) -> dict[str, str]:
    return dict(theme.values)


# What is shipped


def test_three_themes_are_shipped():
    assert {"ats", "classic", "margin"} <= set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_theme_names_only_static_fonts_that_it_holds(name):
    theme = load(name, [ROOT / "themes"])
    assert theme.fonts
    assert {font.file.suffix for font in theme.fonts} <= {".ttf", ".otf"}
    assert all(font.file.is_file() for font in theme.fonts)


@pytest.mark.parametrize("name", SHIPPED)
def test_fonts_are_shipped_with_their_licences(name):
    folders = {font.file.parent for font in load(name, [ROOT / "themes"]).fonts}
    assert [folder for folder in folders if not list(folder.glob("LICENSE*")) + list(folder.glob("OFL*"))] == []


# Inheritance


def test_styles_come_base_first_and_files_nearest_first(make_theme, themes):
    base = make_theme("base", "styles: [base.css]", files={"base.css": "", "html/a.html": "", "html/b.html": ""})
    child = make_theme("child", "extends: base", "styles: [child.css]", files={"child.css": "", "html/a.html": ""})
    theme = load("child", [themes])
    assert theme.styles == (base / "base.css", child / "child.css")
    assert (theme.file("html/a.html"), theme.file("html/b.html")) == (child / "html/a.html", base / "html/b.html")


def test_options_are_inherited_and_may_get_other_defaults(make_theme, themes):
    make_theme("base", SIZE)
    make_theme("child", "extends: base", SIZE.replace("10pt", "11pt"))
    make_theme("grandchild", "extends: child")
    assert values_of(load("base", [themes])) == {"size": "10pt"}
    assert values_of(load("grandchild", [themes])) == {"size": "11pt"}
    assert values_of(load("grandchild", [themes], wanted("size: 12pt"))) == {"size": "12pt"}


def test_the_nearest_folder_of_themes_wins(make_theme, themes, tmp_path):
    make_theme("plain")
    nearer = tmp_path / "nearer" / "plain"
    nearer.mkdir(parents=True)
    nearer.joinpath("theme.yaml").write_text("name: plain\nabout: the user's own\n")
    assert load("plain", [nearer.parent, themes]).about == "the user's own"


def test_a_base_is_not_offered_and_cannot_be_chosen(make_theme, themes):
    make_theme("base", "abstract: true")
    make_theme("child", "extends: base")
    assert available([themes]) == ["child"]
    assert "only a base" in fault_of("base", themes)


# What can be wrong


def test_an_unknown_theme_gets_the_nearest_name(make_theme, themes):
    make_theme("classic")
    assert "did you mean `classic`?" in fault_of("clasic", themes)


def test_an_option_out_of_range_is_told_where_it_is_wanted(make_theme, themes):
    make_theme("plain", SIZE)
    message = fault_of("plain", themes, options=wanted("\nsize: 20pt"))
    assert message.startswith("application.yaml:2:7: error: `size`: `20pt` is outside 9pt to 12pt")
    assert message.endswith("hint: the size")


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (["styles: [gone.css]"], "there is no file `gone.css`"),
        (["fonts: [{family: A, file: gone.ttf}]"], "there is no file `gone.ttf`"),
        (["styles: [../other.css]"], "there is no file `../other.css`"),
        (["stiles: []"], "did you mean `styles`?"),
        ([SIZE.replace("10pt", "20pt")], "outside 9pt to 12pt"),
        ([SIZE.replace("length", "lenght")], "no type `lenght`"),
        (["extends: [base]"], "must be a text"),
        (["extends: nowhere"], "there is no theme `nowhere`"),
    ],
)
def test_a_faulty_manifest_is_told_at_its_place(make_theme, themes, lines, complaint):
    folder = make_theme("plain", *lines)
    themes.joinpath("other.css").write_text("")
    message = fault_of("plain", themes)
    assert message.startswith(f"{folder / 'theme.yaml'}:")
    assert complaint in message


@pytest.mark.parametrize("circle", [["one"], ["one", "two"], ["one", "two", "three"]])
def test_themes_that_extend_each_other_in_a_circle_are_told(make_theme, themes, circle):
    for name, base in zip(circle, [*circle[1:], circle[0]], strict=True):
        make_theme(name, f"extends: {base}")
    message = fault_of("one", themes)
    assert " → ".join([*circle, "one"]) in message
    assert message.startswith(f"{themes / circle[-1] / 'theme.yaml'}:1:1: ")


def test_a_theme_must_be_called_as_its_folder(make_theme, themes):
    make_theme("plain").rename(themes / "other")
    assert "called `plain`, its folder `other`" in fault_of("other", themes)


def test_a_manifest_that_is_not_yaml_is_told(themes):
    themes.joinpath("plain").mkdir()
    themes.joinpath("plain/theme.yaml").write_text("name: [\n")
    assert "theme.yaml:2:1: error: not YAML" in fault_of("plain", themes)


def test_a_theme_gives_no_file_outside_its_folder(make_theme, themes):
    make_theme("plain", files={"html/a.html": ""})
    themes.joinpath("secret").write_text("")
    theme = load("plain", [themes])
    assert theme.file("html/a.html")
    assert theme.file("../secret") is None
    assert theme.file(str(themes / "secret")) is None
