import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.resume.text import Run, parse
from typeset.source import Place, Source

HERE = Place(Source("cv.yaml", ""), 1, 1)


def runs(markdown: str) -> tuple[Run, ...]:
    return parse(markdown, HERE)[0].runs


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("*a*", (Run("a", emphasis=True),)),
        ("_a_", (Run("a", emphasis=True),)),
        ("**a**", (Run("a", strong=True),)),
        ("***a***", (Run("a", emphasis=True, strong=True),)),
        (
            "a **b *c* d** e",
            (Run("a "), Run("b ", strong=True), Run("c", True, True), Run(" d", strong=True), Run(" e")),
        ),
        ("`a*b*`", (Run("a*b*", code=True),)),
        ("[a *b*](https://x.org)", (Run("a ", link="https://x.org"), Run("b", emphasis=True, link="https://x.org"))),
        ("<https://x.org>", (Run("https://x.org", link="https://x.org"),)),
        ("<a@x.org>", (Run("a@x.org", link="mailto:a@x.org"),)),
        ("a  \nb", (Run("a"), Run("\n"), Run("b"))),
        ("a\\\nb", (Run("a"), Run("\n"), Run("b"))),
        ("a\nb", (Run("a b"),)),
        ("a\r\nb", (Run("a b"),)),
        (r"\*a\* \[b\]", (Run("*a* [b]"),)),
        ("  a  ", (Run("a"),)),
        ("", ()),
    ],
)
def test_markdown_becomes_runs(markdown: str, expected: tuple[Run, ...]):
    assert runs(markdown) == expected


@pytest.mark.parametrize(
    "characters",
    [
        "![a](https://x.org/a.png)",
        "![a](a.png)",
        "<b>a</b>",
        "<!-- a -->",
        "a<br>b",
        "# a",
        "a &amp; b &copy;",
        "https://x.org",
        "~~a~~",
        "a | b",
        "2 * 3 * 4",
        "snake_case_name",
        "[a]",
        "[a] (b)",
        "C:\\new",
    ],
)
def test_what_is_outside_the_closed_set_stays_the_characters_it_is(characters: str):
    assert runs(characters) == (Run(characters),)


@given(
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"], exclude_characters="*_`[]<>\\"), max_size=40)
)
def test_text_without_marks_is_itself(characters: str):
    assert parse(characters, HERE)[0].plain == characters.strip()


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "a.html",
        "/a",
        "#a",
        "../a",
        "file:///etc/passwd",
        "data:text/html,a",
        "//x.org",
        "ftp://x.org",
        "",
    ],
)
def test_a_link_that_no_cv_may_hold_is_an_error(address: str):
    _, [fault] = parse(f"see [a]({address})", HERE)
    assert f"`{address}`" in fault.message
    assert fault.place == HERE.at(address)


def test_an_autolink_is_held_to_the_same_rule():
    assert len(parse("<javascript:alert(1)>", HERE)[1]) == 1


def test_the_same_bad_link_is_told_once():
    assert len(parse("[a](b) [c](b)", HERE)[1]) == 1
