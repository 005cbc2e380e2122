"""A term is found however its words end, are capitalised or are joined; and other words are not taken for it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.coverage.candidates import Weight
from typeset.coverage.covering import Coverage, Held, cover
from typeset.coverage.languages import ENGLISH, GERMAN, LANGUAGES, Language, language_of
from typeset.coverage.matching import Text, page_lines, spots
from typeset.coverage.posting import READERS, read
from typeset.coverage.stems import keys
from typeset.coverage.terms import Term, terms

ROOT = Path(__file__).parents[2]
OWN = sorted((ROOT / "content" / "postings").iterdir())


def lines(term: str, text: str, language: Language = ENGLISH, weight: Weight = Weight.PHRASE) -> list[int]:
    """The lines of a text that have a term."""
    made = Term(term, weight, (1,), keys(term.split(), language))
    return [spot.line for spot in spots([made], [Text("here", text)], language)[made]]


ALIKE = [
    ("data pipelines", "Built a data pipeline."),
    ("data pipelines", "DATA PIPELINES"),
    ("time series", "time-series"),
    ("time series", "Timeseries"),
    ("time-series", "time series"),
    ("timeseries", "time series"),
    ("microservices", "micro services"),
    ("web sites", "websites"),
    ("code reviews", "code\nreview"),
    ("microservices", "micro-\nservices"),
    ("developing software", "developed software"),
    ("scalability", "scalable"),
    ("testing", "tested, tests"),
    ("RESTful APIs", "a RESTful API"),
    ("CI/CD", "CI/CD"),
    ("CI/CD", "ci-cd"),
    ("Node.js", "node.js"),
    ("PostgreSQL", "postgresql"),
    ("C++", "(C++)"),
    ("Kubernetes", "kubernetes"),
    ("customer's data", "customers’ data"),
    ("fluency", "ﬂuency"),
    ("optimisation", "optimize"),
    ("user behaviour", "user behavior"),
    ("modelling", "modeling"),
    ("labelled data", "labeled data"),
]
APART = [
    ("C", "C++, C#"),
    ("C++", "C"),
    ("Java", "JavaScript"),
    ("SQL", "NoSQL, MySQL"),
    ("Go", "go on and going"),
    ("Rust", "iron may rust"),
    ("Hive", "a hive of bees"),
    ("data pipelines", "data. Pipelines"),
    ("data pipelines", "data, pipelines"),
    ("data pipelines", "pipelines of data"),
    ("data pipelines", "data\n\npipelines"),
    ("ISO", "is o"),
    ("AWS", "a ws"),
    ("R", "r"),
    ("testing", "testament"),
    ("advertising", "advertisement"),
    ("colours", "collars"),
]
GERMAN_ALIKE = [
    ("entwickeln", "entwickelt"),
    ("Entwicklung", "entwickelt"),
    ("Entwickler", "Entwicklungen"),
    ("Planung", "Planungen"),
    ("Datenbanken", "Datenbank"),
    ("akustischen Messsysteme", "akustisches Messsystem"),
    ("Häuser", "Haus, Häusern"),
    ("Größe", "GRÖSSE"),
    ("Open-Source-Software", "Open Source Software"),
    ("Signalen", "Signal"),
    ("Hydrophone", "Hydrofonen"),
]
GERMAN_APART = [("Verarbeitung", "Datenverarbeitung"), ("Messsysteme", "messen"), ("Walen", "Wellen"), ("Welt", "Wal")]


@pytest.mark.parametrize(("term", "text"), ALIKE)
def test_spellings_of_one_term(term, text):
    assert lines(term, text) == [1]


@pytest.mark.parametrize(("term", "text"), APART)
def test_other_words(term, text):
    assert lines(term, text, weight=Weight.NAME) == []


@pytest.mark.parametrize(("term", "text"), GERMAN_ALIKE)
def test_forms_of_german_words(term, text):
    assert lines(term, text, GERMAN) == [1]


@pytest.mark.parametrize(("term", "text"), GERMAN_APART)
def test_other_german_words(term, text):
    assert lines(term, text, GERMAN) == []


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_every_language_has_a_stemmer_that_is_there(language):
    assert lines("programmes", "programmes", language) == [1]


def test_each_line_is_told_once_in_order():
    assert lines("tests", "a test, tests\n\nand\nno tests") == [1, 4]


def test_lines_without_words_are_not_counted():
    assert page_lines("Ada\n\n \nAnalyst") == "Ada\nAnalyst"


@given(st.lists(st.sampled_from([*"abcdefg", *".,-/' \n+#", "Go", "SQL", "time", "series"]), max_size=40).map("".join))
def test_a_text_has_itself(text):
    words = text.split()
    if not keys(words, ENGLISH) - {""}:
        return
    made = Term(" ".join(words), Weight.WORD, (1,), keys(words, ENGLISH))
    assert isinstance(spots([made], [Text(1, text)], ENGLISH)[made], list)


# Groups


def coverage_of(posting: str, *pages: str, content: tuple[tuple[str, str], ...] = (), **more) -> Coverage:
    held = [Text(Held(path, "left out"), text) for path, text in content]
    return cover(read(posting.encode(), "ad.txt"), pages, held, **{"language_of_pages": "en", **more})


POSTING = "The job is with us, and it is for you.\n\nRequirements\n- You know Kafka, Rust and time series\n"


def names(group) -> list[str]:
    return [each.term.text for each in group]


def test_a_term_is_in_one_group():
    found = coverage_of(POSTING, "Rust\n\nand", "rust, Rust", content=(("work.a", "time-series"), ("work.b", "Rust")))
    assert (names(found.on_paper), names(found.in_content), names(found.nowhere)) == (
        ["Rust"],
        ["time series"],
        ["Kafka"],
    )
    [rust], [series] = found.on_paper, found.in_content
    assert [(spot.where, spot.line) for spot in rust.on_paper] == [(1, 1), (2, 1)]
    assert (rust.held, series.held) == ((), (Held("work.a", "left out"),))
    assert found.remarks == ()


def test_pages_in_another_language_are_remarked_on():
    [remark] = coverage_of(POSTING, "Rust", language_of_pages="de-AT").remarks
    assert remark == "the posting is English, the CV is not: words are not translated"


def test_japanese_is_said_to_be_told_in_part():
    found = coverage_of("エンジニア\n\n- Rubyを流暢に使うことができる\n", "Ruby", language_of_pages="ja")
    assert names(found.on_paper) == ["Ruby"]
    assert "Japanese" in found.remarks[0]
    assert "not told apart" in found.remarks[0]


def test_a_language_of_which_little_is_known_gives_names_alone():
    text = "Nous cherchons une personne avec de l'expérience dans le domaine.\n\n- Vous connaissez Kafka et les bases\n"
    found = coverage_of(text, "", language_of_pages="fr")
    assert names(found.terms) == ["Kafka"]
    assert "French" in found.remarks[0]


@pytest.mark.parametrize(("tag", "found"), [("en-GB", ["Kafka", "Docker", "unit tests"]), ("ja", ["Kafka", "Docker"])])
def test_a_list_of_skills_is_read_in_the_language_of_the_pages(tag, found):
    made = coverage_of("Kafka, Docker\n\n- unit tests\n", "", language_of_pages=tag)
    assert names(made.terms) == found
    assert [remark for remark in made.remarks if "not recognised" in remark] == [
        "the posting is in a language that was not recognised, of which too little is known: only names are listed"
    ] * (tag == "ja")


def test_no_more_than_forty_terms_are_looked_at():
    many = "".join(f"- You know X{number}y\n" for number in range(60))
    found = coverage_of(POSTING + many, "")
    assert (len(found.terms), found.others) == (40, 23)


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_an_advertisement_says_all_its_own_terms(path):
    blocks = read(path.read_bytes(), path.name)
    language = language_of("\n".join(block.text for block in blocks))
    pages = ["\n".join(block.text for block in blocks)]
    assert names(cover(blocks, pages, [], language.tag).nowhere) == []
    assert len(terms(blocks, language)) > 20


def test_other_peoples_advertisements_say_all_their_own_terms(corpus):
    found = [path for path in sorted((corpus / "jobs").iterdir()) if path.suffix in READERS]
    assert len(found) > 5
    for path in found:
        blocks = read(path.read_bytes(), path.name)
        made = cover(blocks, ["\n".join(block.text for block in blocks)], [], "en")
        assert made.language.tag == "ja" or names(made.nowhere) == []
