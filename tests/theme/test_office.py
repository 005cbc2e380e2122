"""What a theme says of word processors: inherited style by style, and told at its place where it is wrong."""

import pytest

from typeset.source import Faults
from typeset.theme.office import Style
from typeset.theme.theme import load


def test_each_style_keeps_what_a_nearer_theme_does_not_say(make_theme, themes):
    make_theme("base", 'office: {fallback: Georgia, short: [awards], styles: [{name: head, size: "1.2", bold: true}]}')
    make_theme("child", "extends: base", "office: {places: right, styles: [{name: head, bold: false, color: accent}]}")
    office = load("child", [themes]).office
    assert (office.fallback, office.short, office.places) == ("Georgia", ("awards",), "right")
    assert office.style("head") == Style(size=1.2, bold=False, color="accent")
    assert office.style("text") == Style()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("office: {styles: [{name: haed}]}", "did you mean `head`?"),
        ("office: {styles: [{name: head, color: pink}]}", "`pink` is not one of ink, quiet, accent"),
        ("office: {styles: [{name: head, size: big}]}", "`big` is not a number"),
        ("office: {styles: [{name: head, size: 12pt}]}", "`12pt` is not a number"),
        ("office: {places: left}", "`left` is not one of after, right"),
        ("office: {stiles: []}", "did you mean `styles`?"),
        ("office: {styles: [{size: '1'}]}", "has no `name`"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(make_theme, themes, line, complaint):
    folder = make_theme("plain", line)
    with pytest.raises(Faults) as raised:
        load("plain", [themes])
    assert str(raised.value).startswith(f"{folder / 'theme.yaml'}:3:")
    assert complaint in str(raised.value)
