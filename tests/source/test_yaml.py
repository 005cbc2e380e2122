import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.source.characters import decode
from typeset.source.yaml import parse

WORDS = st.from_regex(r"[A-Za-zäöüéł漢字0-9][A-Za-zäöüéł漢字0-9 ]{0,12}[A-Za-zäöü漢0-9]", fullmatch=True)
DOCUMENTS = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(WORDS, inner, min_size=1, max_size=4),
    max_leaves=20,
)


def written(value: object, indent: str = "") -> str:
    """Return YAML in block style."""
    match value:
        case dict():
            return "".join(f"{indent}{key}:{below(item, indent)}" for key, item in value.items())
        case list():
            return "".join(f"{indent}-{below(item, indent)}" for item in value)
        case _:
            return f"{indent}{value}\n"


def below(value: object, indent: str) -> str:
    return f" {value}\n" if isinstance(value, str) else "\n" + written(value, indent + "  ")


@given(DOCUMENTS)
def test_a_plain_document_is_read_as_written(plain, document: object):
    assert plain(parse(decode(written(document).encode(), "cv"))) == document


@given(DOCUMENTS)
def test_the_text_at_the_place_of_a_scalar_is_what_the_scalar_says(scalars, document: object):
    source = decode(written(document).encode(), "cv")
    for found in scalars(parse(source)):
        start = found.place.column - 1
        assert source.line(found.place.line)[start : start + found.place.length] == found.text


@pytest.mark.parametrize(
    "text",
    ["NO", "yes", "2020-09", "2020-09-01", "12:30", "01234", "0x1F", "1_000", "+49 30 1", "1.10", "1e3", ".5", "="],
)
def test_a_scalar_stays_as_it_was_written(plain, text: str):
    assert plain(parse(decode(f"a: {text}\n".encode(), "cv"))) == {"a": text}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing_written_is_null(text: str):
    assert parse(decode(f"a: {text}".encode(), "cv")).get("a").is_null


@pytest.mark.parametrize("text", ['""', "'null'", '"~"', "nil", "|-\n  null"])
def test_something_written_is_not_null(text: str):
    assert not parse(decode(f"a: {text}".encode(), "cv")).get("a").is_null


@pytest.mark.parametrize(
    ("text", "line", "column", "length"),
    [
        ('a: "b c"', 1, 4, 5),
        ("a: 'b'", 1, 4, 3),
        ("a: |\n  b\n  c\n", 1, 4, 1),
        ("a:\n  b\n  c\n", 2, 3, 1),
        ("a: ", 1, 3, 1),
        ("ä漢😀: b", 1, 6, 1),
        ("x: y\r\na: b", 2, 4, 1),
        ("x: y\ra: b", 2, 4, 1),
        ("\ufeffa: b", 1, 4, 1),
    ],
)
def test_places_count_characters_and_lines(text: str, line: int, column: int, length: int):
    _, value = parse(decode(text.encode(), "cv")).entries[-1]
    assert (value.place.line, value.place.column, value.place.length) == (line, column, length)


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n", "---\n...\n"])
def test_an_empty_text_is_null(text: str):
    assert parse(decode(text.encode(), "cv")).is_null


def test_a_percent_sign_inside_a_line_is_no_directive(plain):
    assert plain(parse(decode(b"a: 5\n  %TAG of\nb: '%YAML'\n", "cv"))) == {"a": "5 %TAG of", "b": "%YAML"}
