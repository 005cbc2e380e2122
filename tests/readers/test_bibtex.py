"""BibTeX becomes publications: names, venues, dates and accents as they are said, and nothing lost untold."""

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sound import faults

from typeset.readers import bibtex
from typeset.readers.bibtex.latex import text_of_latex
from typeset.readers.bibtex.people import people
from typeset.readers.draft.sample import Sample
from typeset.readers.importing import imported
from typeset.resume.markdown import inline
from typeset.source import Faults

SAMPLE = Path(__file__).parent / "samples" / "works.bib"


@pytest.fixture(scope="module")
def made():
    return imported(SAMPLE.read_bytes(), "works.bib", "bibtex", "Ada Lovelace")


def test_it_is_recognised_by_its_shape():
    assert bibtex.recognizes(Sample("x", SAMPLE.read_bytes()))
    assert not bibtex.recognizes(Sample("x", b"# CV\n\nwrite to ada@example.org {at any time}\n"))
    assert not bibtex.recognizes(Sample("x", b"\x00@article{a, title={x}}"))


def test_an_article_has_all_its_parts(made):
    article = made.resume.publications[0]
    assert article.name.plain == "Weaving numbers with Jacquard cards & 2*3_looms — in O(n²) steps"
    assert [run.text for run in article.name.runs if run.emphasis] == ["Jacquard"]
    names = [author.plain for author in article.authors]
    assert names == ["Ada Lovelace", "Ludwig van Beethoven", "The Analytical Society", "Kurt Gödel, Jr", "et al."]
    assert article.publisher.plain == "Journal of Engines (London) 12(3), 41–52"
    assert (str(article.releaseDate), article.doi, article.url) == ("1843-09", "10.5555/engines.1843.3", None)
    assert article.id == "lovelace-1843"
    assert article.tags == ("article",)
    assert dict(article.x)["issn"].text == "1234-5678"


def test_values_come_from_the_entry_referred_to_which_is_no_publication_itself(made):
    assert [item.id for item in made.resume.publications] == ["lovelace-1843", "notes-on-notes", "poetry", "last"]
    chapter = made.resume.publications[1]
    assert (chapter.publisher.plain, str(chapter.releaseDate)) == ("Proceedings of the Looms, 7", "1844")
    assert any("looms44" in note.message for note in made.notes)


def test_a_thesis_is_a_publication_of_its_school(made):
    thesis = made.resume.publications[2]
    assert thesis.publisher.plain == "PhD thesis, University of Example"
    assert thesis.url == "https://arxiv.org/abs/1843.00001"


def test_a_damaged_entry_is_told_of_with_its_line_and_the_next_one_is_read(made):
    [damage] = [note for note in made.notes if "cannot be read" in note.message]
    assert "`@misc` on line 36" in damage.message
    assert str(damage.place) == "works.bib:38:1"
    assert made.resume.publications[3].name.plain == "Last words à la carte"


def test_the_end_of_a_span_is_kept(made):
    assert dict(made.resume.publications[3].x)["date"].text == "1851-05-01/1851-10-15"


def test_the_person_is_bold_among_the_authors(made):
    bold = [author.plain for item in made.resume.publications for author in item.authors if author.runs[0].strong]
    assert bold == ["Ada Lovelace", "A. Lovelace", "Ada Lovelace", "Ada Lovelace"]
    assert [note.message for note in made.notes if "set in bold" in note.message] == [
        "the author `A. Lovelace` is Ada Lovelace: set in bold"
    ]


@pytest.mark.parametrize(
    ("latex", "markdown"),
    [
        (r"G\"odel, {\'E}mile, \v{S}koda, \c c, \'{\i}", "Gödel, Émile, Škoda, ç, í"),
        (r"\o\ \ss{} \AA ngstr\"{o}m \L{}\'od\'z", "ø ß Ångström Łódź"),
        (r"$\alpha$-decay at $10^{-3}$ and H$_2$O", "α-decay at 10⁻³ and H₂O"),
        (r"\textbf{bold \emph{both}} {\em it} \texttt{code}", "**bold *both*** *it* `code`"),
        (r"a -- b --- c ``d'' \& 50\% \_ \{e\}", "a – b — c “d” & 50% _ {e}"),
        (r"\href{https://example.org/a\%20b}{words}", "[words](https://example.org/a%20b)"),
        ("{{{Nested}}} {B}races", "Nested Braces"),
    ],
)
def test_latex_is_said_in_unicode_and_markdown(latex, markdown):
    text, unknown = text_of_latex(latex)
    assert (inline(text), unknown) == (markdown, [])


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("Lovelace, Ada and Charles Babbage", ["Ada Lovelace", "Charles Babbage"]),
        ("van Beethoven, Ludwig AND de la Vega, Jr, Ana", ["Ludwig van Beethoven", "Ana de la Vega, Jr"]),
        ("{Barnes and Noble, Inc.} and Anderson, B", ["{Barnes and Noble, Inc.}", "B Anderson"]),
        ("family=Lovelace, given=Ada and others", ["Ada Lovelace", "et al."]),
        ("", []),
    ],
)
def test_names_are_said_first_name_first(authors, names):
    assert people(authors) == names


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("@article{a, title = {no end", "1:28"),
        ("@article{a title}", "1:12"),
        ("@article{a,\n title {x}}", "2:2"),
        ('@article{a, title = "x}"}', "1:23"),
        ("@article{a, title = }", "1:21"),
    ],
)
def test_a_file_without_one_sound_entry_fails_at_its_place(text, place):
    with pytest.raises(Faults) as raised:
        imported(text.encode(), "x.bib", "bibtex", "Ada Lovelace")
    assert str(raised.value).startswith(f"x.bib:{place}: error: ")


@pytest.mark.parametrize(
    "text",
    [
        "@a{b," + "{" * 990_000,
        "@article{" * 100_000,
        "@a{b,\n" * 100_000,
        "@a{b,t={x},}\n" * 70_000,
        "@a{b,t=" + "a#" * 450_000,
        "@string{a={xxxxxxxxxx}}" + "@string{a=a#a}" * 40 + "@a{b,title=a}",
        "@a{b," + "x={1}," * 150_000 + "}",
        "@a{b,title={" + "\\emph{" * 2_000 + "}" * 2_001 + "}",
        "@a{b,title={" + "_*`[" * 3_000 + "}}",
    ],
)
def test_hostile_files_are_refused_or_read_in_time(text):
    started = time.process_time()
    with suppress(Faults):
        imported(text.encode(), "x.bib", "bibtex", "Ada Lovelace")
    assert time.process_time() - started < 4


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='@article{},="#\\ \n$~%ab1', max_size=80).map(lambda text: f"@article{{a, {text}"))
def test_no_text_raises_anything_but_faults(text):
    with suppress(Faults):
        imported(text.encode(), "x.bib", "bibtex", "Ada Lovelace")


def test_it_builds(made, built):
    assert faults(built(made).findings) == []
