"""CSL-JSON becomes publications, and says of nobody that they are theirs."""

from pathlib import Path

import pytest
from sound import faults

from typeset.readers import csl
from typeset.readers.draft.nodes import listed, mapped, string
from typeset.readers.draft.publications import doi_of, venue, with_person_bold
from typeset.readers.draft.sample import Sample
from typeset.readers.importing import imported
from typeset.source import Faults
from typeset.source.place import NOWHERE

SAMPLE = Path(__file__).parent / "samples" / "works.csl.json"


@pytest.fixture(scope="module")
def made():
    return imported(SAMPLE.read_bytes(), "works.json", "csl", "Ada Lovelace")


def test_it_is_recognised_by_its_shape():
    assert csl.recognizes(Sample("x", SAMPLE.read_bytes()))
    assert csl.recognizes(Sample("x", b'{"items": [{"type": "book", "title": "x"}]}'))
    assert not csl.recognizes(Sample("x", b'{"basics": {"name": "Ada"}}'))
    assert not csl.recognizes(Sample("x", b'[{"type": "cat", "title": "x"}]'))
    assert not csl.recognizes(Sample("x", b"[]"))


def test_an_article_has_all_its_parts(made):
    article = made.resume.publications[0]
    assert article.name.plain == "Weaving numbers with Jacquard cards & 2*3_looms"
    assert [author.plain for author in article.authors] == [
        "Ada Lovelace",
        "Ludwig van Beethoven",
        "The Analytical Society",
    ]
    assert article.publisher.plain == "Journal of Engines 12(3), 41–52"
    assert (str(article.releaseDate), article.doi, article.url) == ("1843-09", "10.5555/engines.1843.3", None)
    assert (article.id, article.tags) == ("engine42", ("article-journal",))


def test_other_values_go_to_x_with_one_note_a_name(made):
    assert dict(made.resume.publications[1].x)["ISSN"].text == "8765-4321"
    [note] = [note.message for note in made.notes if "ISSN" in note.message]
    assert note == "`ISSN` of 2 publications, to their `x`"


def test_editors_and_words_stand_where_there_is_nothing_better(made):
    thesis = made.resume.publications[2]
    assert [author.plain for author in thesis.authors] == ["Charles Babbage"]
    assert any("editors" in note.message for note in made.notes)


def test_without_a_name_it_is_refused_with_a_way_out():
    with pytest.raises(Faults, match="--name"):
        imported(SAMPLE.read_bytes(), "works.json", "csl")


@pytest.mark.parametrize("damaged", [b'[{"type": "book", "title": ]', b'[{"type": "book", "title": "x"'])
def test_damaged_json_is_refused_at_its_place(damaged):
    with pytest.raises(Faults, match=r"x\.json:1:\d+: error: not JSON"):
        imported(damaged, "x.json", "csl", "Ada")


def test_it_builds(made, built):
    assert faults(built(made).findings) == []


# What formats of publications share


def publications(*authors: str):
    items = listed((string(author, NOWHERE) for author in authors), NOWHERE)
    return mapped([("publications", listed([mapped([("authors", items)], NOWHERE)], NOWHERE))], NOWHERE)


def bold(tree) -> list[str]:
    return [author.text for author in tree.get("publications").items[0].get("authors").items]


@pytest.mark.parametrize(
    ("authors", "name", "expected", "guesses"),
    [
        (["Ada Lovelace", "C. Babbage"], "Ada Lovelace", ["**Ada Lovelace**", "C. Babbage"], 0),
        (["A. Lovelace"], "Ada King Lovelace", ["**A. Lovelace**"], 1),
        (["Lovelace, A."], "Ada Lovelace", ["**Lovelace, A.**"], 1),
        (["J.-L. Škoda"], "Jean-Luc Skoda", ["**J.-L. Škoda**"], 1),
        (["A. Lovelace", "Ada Lovelace"], "Ada Lovelace", ["A. Lovelace", "**Ada Lovelace**"], 0),
        (["A. Lovelace", "Alice Lovelace"], "Alan Lovelace", ["**A. Lovelace**", "Alice Lovelace"], 1),
        (["A. Lovelace", "A. B. Lovelace"], "Ada Lovelace", ["A. Lovelace", "A. B. Lovelace"], 0),
        (["Bob Lovelace"], "Ada Lovelace", ["Bob Lovelace"], 0),
        (["**C. Babbage**", "Ada Lovelace"], "Ada Lovelace", ["**C. Babbage**", "Ada Lovelace"], 0),
    ],
)
def test_the_person_is_found_among_the_authors_for_certain_or_not_at_all(authors, name, expected, guesses):
    tree, notes = with_person_bold(publications(*authors), name)
    assert (bold(tree), len(notes)) == (expected, guesses)


def test_dois_and_venues_are_written_one_way():
    assert {doi_of(text) for text in ("10.5555/x", "doi:10.5555/x", "https://doi.org/10.5555/x")} == {"10.5555/x"}
    assert doi_of("https://example.org/10.5555/x") is None
    assert venue("J", "", "4", "1--2") == "J no. 4, 1–2"
