"""Faces that stand in: when a document gets them, and that manifests say of fonts what the fonts have."""

import unicodedata
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from typeset.source import Faults
from typeset.theme.fallback import fitted, there_for
from typeset.theme.ranges import parse, problems
from typeset.theme.theme import FontFace, available, load

ROOT = Path(__file__).parents[2]
SHIPPED = available([ROOT / "themes"])
SPACES = {0x20, 0xA0}


@cache
def characters_of(file: Path) -> frozenset[int]:
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap())


def called(faces: tuple[FontFace, ...]) -> list[str]:
    return [face.file.name for face in faces]


# Ranges


def test_ranges_are_written_as_in_css():
    assert parse("U+370-3FF, u+2605") == (range(0x370, 0x400), range(0x2605, 0x2606))


@pytest.mark.parametrize("written", ["", "370", "U+", "U+3FF-370", "U+3??", "U+370-", "U+1234567"])
def test_what_is_no_range_is_told_and_covers_nothing(written):
    assert len(problems(written)) == 1
    assert parse(written) == ()


# When a document gets them


@pytest.fixture
def make(make_theme, themes):
    """A function that makes a theme with fallbacks, on a base with others, and fits it to some characters."""
    faces = "{family: Signs, file: s.ttf, covers: [U+2605-2606]}, {family: Signs, file: b.ttf, weight: 700, covers: []}"
    files = dict.fromkeys(["own.ttf", "s.ttf", "b.ttf", "g.ttf"], "")
    make_theme("base", f"fallbacks: [{faces}]", files=files)
    lines = ['covers: ["U+100-17F, U+391"]', 'fallbacks: [{family: Greek, file: g.ttf, covers: ["U+370-3FF"]}]']
    make_theme("child", "extends: base", "fonts: [{family: Own, file: own.ttf}]", *lines, files=files)
    return lambda said: fitted(load("child", [themes]), said)


@pytest.mark.parametrize("said", ["", "Latin, and é", "ąŁΑ", "\U0001f642"])
def test_what_its_own_fonts_have_and_what_nobody_has_asks_for_none(make, said):
    theme = make(said)
    assert theme.fallbacks == ()
    assert theme.families == {"Own"}
    assert {path.name for path in theme.files if path.suffix == ".ttf"} - {"own.ttf"} <= {"s.ttf", "b.ttf", "g.ttf"}


def test_a_family_comes_whole_and_the_nearest_theme_s_first(make):
    assert called(make("★").fallbacks) == ["s.ttf", "b.ttf"]
    assert called(make("★Ω").fallbacks) == ["g.ttf", "s.ttf", "b.ttf"]
    assert make("★Ω").families == {"Own", "Greek", "Signs"}
    assert called(make("Ω").faces) == ["own.ttf", "g.ttf"]


def test_faces_that_stay_spare_are_no_files_of_the_theme(make):
    plain, greek = make("a"), make("Ω")
    assert plain.chain[0] / "g.ttf" not in plain.files
    assert greek.chain[0] / "g.ttf" in greek.files
    assert greek.chain[1] / "s.ttf" not in greek.files


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ("fallbacks: [{family: A, file: gone.ttf, covers: [U+370]}]", "there is no file `gone.ttf`"),
        ("fallbacks: [{family: A, file: a.ttf}]", "`covers`"),
        ("fallbacks: [{family: A, file: a.ttf, covers: [370]}]", "`370` is not a range"),
        ('covers: ["U+370, U+3FF-370"]', "`U+3FF-370` is not a range"),
    ],
)
def test_what_is_wrong_with_a_fallback_is_told_in_the_manifest(make_theme, themes, lines, complaint):
    folder = make_theme("plain", lines, files={"a.ttf": ""})
    with pytest.raises(Faults) as raised:
        load("plain", [themes])
    assert str(raised.value.faults[0]).startswith(f"{folder / 'theme.yaml'}:")
    assert complaint in str(raised.value.faults[0])


# What is shipped


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_theme_s_own_fonts_have_what_it_says(name):
    theme = load(name, [ROOT / "themes"])
    said = {char for covers in theme.covers for part in parse(covers) for char in part}
    assert len(said) > 300
    assigned = {char for char in said if unicodedata.category(chr(char)) != "Cn"}
    assert [face.file.name for face in theme.fonts if not assigned <= characters_of(face.file)] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_every_character_of_a_shipped_fallback_can_be_asked_for(name):
    spare = load(name, [ROOT / "themes"]).spare
    assert len({face.family for face in spare}) >= 3
    for family in {face.family for face in spare}:
        faces = [face for face in spare if face.family == family]
        reached = {char for face in faces for part in there_for(face) for char in part}
        signs = set(range(0x2000, 0x2700))  # which come along, where one of the family's own is there
        assert {hex(char) for face in faces for char in characters_of(face.file) - reached - signs - SPACES} == set()


def test_every_han_character_syllable_of_korean_and_kana_in_use_has_a_glyph():
    spare = load("classic", [ROOT / "themes"]).spare
    had = frozenset().union(*(characters_of(face.file) for face in spare))
    korean = {ord(bytes([lead, trail]).decode("euc_kr")) for lead in range(0xB0, 0xC9) for trail in range(0xA1, 0xFF)}
    kana = {char for char in range(0x3041, 0x3100) if unicodedata.category(chr(char)) != "Cn"}
    assert {*range(0x4E00, 0x9FA6), *korean, *kana} <= had


def test_the_bold_face_has_the_characters_of_chinese_names():
    [bold] = (face for face in load("ats", [ROOT / "themes"]).spare if face.weight == 700)
    assert set(map(ord, "王堃喆珺翀赟玥髙畑辻")) - characters_of(bold.file) <= {ord("髙"), ord("辻")}


@pytest.mark.parametrize("name", SHIPPED)
def test_fallbacks_are_static_and_shipped_with_their_licences(name):
    for face in load(name, [ROOT / "themes"]).spare:
        with TTFont(face.file, lazy=True) as font:
            assert "fvar" not in font
        maker = face.family.split()[0]
        assert maker in face.file.with_name(f"LICENSE-{maker}.txt").read_text("utf-8")
