import pytest

from typeset.source import Faults
from typeset.source.characters import LARGEST_FILE, MOST_REPORTED, REFUSED, decode


def test_an_initial_byte_order_mark_is_dropped():
    assert decode(b"\xef\xbb\xbfa: b", "cv.yaml").text == "a: b"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_alike_however_they_were_written(end: str):
    assert decode(f"a: 1{end}{end}b: 2".encode(), "cv.yaml").line(3) == "b: 2"


def test_a_file_of_the_largest_size_is_read():
    assert len(decode(b"#" * LARGEST_FILE, "cv.yaml").text) == LARGEST_FILE


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_that_is_not_utf8_is_shown_where_it_stands(mark: bytes):
    with pytest.raises(Faults) as caught:
        decode(mark + "a: ä\r\nb: x\xff".encode("latin-1").replace(b"\xe4", "ä".encode()), "cv.yaml")
    [fault] = caught.value.faults
    assert (fault.message, str(fault.place)) == ("byte 0xff is not UTF-8", "cv.yaml:2:5")


def test_refused_characters_are_told_all_at_once_up_to_a_bound():
    with pytest.raises(Faults) as caught:
        decode(b"\x07\n" * 50, "cv.yaml")
    assert [fault.place.line for fault in caught.value.faults if fault.place] == list(range(1, MOST_REPORTED + 1))


@pytest.mark.parametrize("char", ["\t", "\n", "é", "\u00ad", "\u200b", "\u200d", "漢", "\U0001f600", "\ue000"])
def test_characters_of_ordinary_text_are_not_refused(char: str):
    assert not REFUSED.search(char)
