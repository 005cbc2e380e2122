"""Every word of a file of prose is in the draft, or told of, or joins others."""

import pytest

from typeset.readers.draft.draft import Draft
from typeset.readers.draft.nodes import listed, mapped, string
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.draft.words import complete, missing
from typeset.source import Mapping, Place, Source

SOURCE = Source("cv.md", "# Ada\n\nanalyst at Engine\n\nJan 2010 - 2012\n")


def tree(*texts: str) -> Mapping:
    place = Place(SOURCE, 1, 1)
    return mapped([("texts", listed((string(text, place) for text in texts), place))], place)


def lost(*texts: str, notes: tuple[Note, ...] = (), source: Source = SOURCE) -> list[int]:
    return [note.place.line for note in missing(source, tree(*texts), notes) if note.place]


def test_a_word_that_arrived_nowhere_is_told_with_its_line():
    assert lost("Ada", "Analyst", "2010-01", "2012") == [3]


def test_words_that_join_and_dates_may_go():
    assert lost("Ada", "Analyst", "Engine") == []


def test_a_word_said_twice_must_arrive_twice():
    assert lost("Ada", "Analyst", "Engine", source=Source("cv.md", "Ada\nAnalyst\nEngine\nEngine\n")) == [4]


def test_a_line_that_a_note_speaks_of_is_told_of():
    note = Note(Fate.DROPPED, "`Engine`", Place(SOURCE, 3, 12))
    assert lost("Ada", "Analyst", notes=(note,)) == []


@pytest.mark.parametrize(
    "line",
    [
        "<!-- hidden -->Ada",
        "[Ada](https://ada)",
        '<span class="x">Ada</span> https://ada',
        "1. Ada &amp; https://ada",
        "[Ada][page]\n\n[page]: https://ada",
    ],
)
def test_marks_are_no_words(line):
    assert lost("Ada", "https://ada", source=Source("cv.md", line)) == []


def test_the_line_itself_is_kept():
    made = complete(Draft(tree("Ada")), SOURCE)
    x = made.tree.get("x")
    assert isinstance(x, Mapping)
    assert str([item.text for item in x.get("lines").items]) == "['analyst at Engine']"
