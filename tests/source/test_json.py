import contextlib
import json as standard

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.source import Faults, Scalar
from typeset.source.characters import REFUSED, decode
from typeset.source.json import parse

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20).filter(lambda text: not REFUSED.search(text))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=25,
)


def meaning(scalar: Scalar) -> object:
    return standard.loads(scalar.text) if scalar.plain else scalar.text


@given(VALUES, st.sampled_from([None, 0, 2]), st.booleans())
def test_valid_json_is_read_as_the_standard_library_reads_it(
    plain, value: object, indent: int | None, ascii_only: bool
):
    text = standard.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert plain(parse(decode(text.encode(), "cv")), meaning) == standard.loads(text)


@given(VALUES, st.sampled_from([None, 2]))
def test_the_text_at_the_place_of_a_scalar_is_what_the_scalar_says(scalars, value: object, indent: int | None):
    source = decode(standard.dumps(value, indent=indent, ensure_ascii=False).encode(), "cv")
    for found in scalars(parse(source)):
        start = found.place.column - 1
        here = source.line(found.place.line)[start : start + found.place.length]
        assert (here if isinstance(found, Scalar) and found.plain else standard.loads(here)) == found.text


def no_constant(name: str) -> None:
    raise ValueError(name)  # RFC 8259 has no NaN


@given(VALUES, st.data())
def test_what_the_standard_library_rejects_is_rejected(plain, value: object, data: st.DataObject):
    text = standard.dumps(value)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 3)))
    text = text[:start] + data.draw(st.text('{}[]",:0123456789.-+eEtrufalsn\\ ', max_size=3)) + text[end:]
    try:
        expected = standard.loads(text, parse_constant=no_constant)
    except ValueError:
        with pytest.raises(Faults, match=r"not JSON|one value a file"):
            parse(decode(text.encode(), "cv"))
    else:
        with contextlib.suppress(Faults):  # a key twice, a character that is refused
            assert plain(parse(decode(text.encode(), "cv")), meaning) == expected


@pytest.mark.parametrize(
    "text", ["01", "1.", ".5", "+1", "1e", "0x1", "-", "NaN", "Infinity", "True", "nul", "'a'", "truee"]
)
def test_what_is_no_json_value_is_refused(text: str):
    with pytest.raises(Faults, match=r"not JSON|one value a file"):
        parse(decode(text.encode(), "cv"))


def test_a_number_stays_as_it_was_written():
    assert parse(decode(b"[1.10]", "cv")).items[0].text == "1.10"


def test_null_differs_from_the_text_null():
    written, quoted = parse(decode(b'[null, "null"]', "cv")).items
    assert (written.is_null, quoted.is_null) == (True, False)
