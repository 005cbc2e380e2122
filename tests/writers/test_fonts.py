"""The faces that office files embed."""

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from typeset.theme.theme import FontFace, available, load
from typeset.writers import CannotWrite
from typeset.writers.assets.fonts import LETTERS, SPACING, subset, text_faces

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("theme", available([ROOT / "themes"]))
def test_every_theme_has_the_four_faces_of_a_word_processor(theme):
    faces = text_faces(load(theme, [ROOT / "themes"]))
    assert set(faces) == {"Regular", "Bold", "Italic", "BoldItalic"}
    assert faces["BoldItalic"].style == "italic"


def test_a_subset_has_the_letters_of_europe_and_those_that_are_used():
    face = text_faces(load("margin", [ROOT / "themes"]))["Regular"]
    small = subset(face, LETTERS | {"Ж"}, SPACING)
    letters = TTFont(io.BytesIO(small)).getBestCmap()
    known = TTFont(face.file).getBestCmap()
    assert {char for char in (*LETTERS, "Ж") if ord(char) in known} <= set(map(chr, letters))
    assert ord("Ю") in known
    assert ord("Ю") not in letters
    assert len(small) < 50_000
    assert TTFont(io.BytesIO(small))["name"].getDebugName(1) == TTFont(face.file)["name"].getDebugName(1)


def test_a_damaged_font_is_told_by_its_name(tmp_path):
    file = tmp_path / "bad.otf"
    file.write_bytes(b"OTTO" + bytes(50))
    with pytest.raises(CannotWrite, match=r"the font bad\.otf cannot be read"):
        subset(FontFace("Bad", file), frozenset("a"), ())
