import pytest

from typeset.resume.links import NotAnAddress, Url, problem, shown
from typeset.resume.text import Run, text_of


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "HTTP://example.org/a?b=c#d",
        "https://münchen.example/ü",
        "http://en.wikipedia.org/wiki/Silicon_Valley_(TV_series)",
        "mailto:a@example.org?subject=x",
        "tel:+49-30-23125017",
    ],
)
def test_an_absolute_address_is_sound(address: str):
    assert problem(address) is None


@pytest.mark.parametrize(
    "address",
    [
        *("https://", "https:example.org", "mailto:a", "tel:", "http://a b", " https://a.org"),
        *("https://bank.example@evil.example/", "https://a.org\\@b.org", "https://a\u200b.org", "tel:+49\u2060"),
        *("javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "//a.org"),
    ],
)
def test_half_an_address_is_not(address: str):
    assert problem(address) is not None


def test_no_address_is_made_that_is_not_sound():
    assert Run("a", link="https://example.org").address == "https://example.org"
    with pytest.raises(NotAnAddress) as told:
        Run("a", link="example.org").address  # noqa: B018
    assert (str(told.value), told.value.hint) == problem("example.org")
    with pytest.raises(NotAnAddress):
        text_of("a", link=Url("javascript:alert(1)"))


def test_a_host_without_scheme_is_told_what_to_write():
    assert problem("example.org/a") == ("the address `example.org/a` has no scheme", "write `https://example.org/a`")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/", "example.org"),
        ("http://example.org/a/", "example.org/a"),
        ("mailto:a@example.org", "a@example.org"),
        ("https://example.org/https://b", "example.org/https://b"),
    ],
)
def test_an_address_is_shown_without_scheme_and_final_slash(address: str, expected: str):
    assert shown(address) == expected
