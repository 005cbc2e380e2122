"""Which words of an advertisement are its terms, and which are not."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.coverage.candidates import Weight
from typeset.coverage.languages import ENGLISH, GERMAN, LANGUAGES, UNKNOWN, language_of
from typeset.coverage.posting import READERS, read
from typeset.coverage.shapes import has_shape
from typeset.coverage.terms import Term, terms
from typeset.coverage.words import words

ROOT = Path(__file__).parents[2]
OWN = sorted((ROOT / "content" / "postings").iterdir())


def terms_of(text: str, name: str = "ad.txt", without: tuple[str, ...] = ()) -> list[Term]:
    blocks = read(text.encode(), name)
    return terms(blocks, language_of("\n".join(block.text for block in blocks)), without)


def texts(text: str, **more) -> list[str]:
    return [term.text for term in terms_of(text, **more)]


def english(line: str) -> str:
    """An advertisement that asks for something in one line, with words enough to be taken for English."""
    return f"The job is with us, and you are what we are looking for.\n\nRequirements\n- {line}\n"


# Names


@pytest.mark.parametrize("word", "C C++ C# .NET Node.js CI/CD UI/UX PostgreSQL SQL S3 EC2 ES6 H264 OAuth2 LaTeX iOS".split())  # fmt: skip  # noqa: E501, SIM905
def test_the_shape_of_a_name(word):
    assert has_shape(word)
    assert [term.text for term in terms_of(english(f"experience with {word}"))] == [word]


@pytest.mark.parametrize("word", "A I 5 5+ 2nd 10x 2.1 Experience kafka A/B and/or".split())  # noqa: SIM905
def test_what_has_not_the_shape_of_a_name(word):
    assert not has_shape(word)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("You know Kafka and Django REST Framework", ["Kafka", "Django REST Framework"]),
        ("Go, Rust or C", ["Go", "Rust", "C"]),
        ("Go/Rust", ["Go", "Rust"]),
        ("One of: Go, Rust", ["Go", "Rust"]),
        ("Experience with Python-based services", ["Python"]),
        ("Certified by ISO 27001", ["ISO 27001"]),
        ("Senior Backend Engineer", ["Backend Engineer"]),
        ("You know Machine Learning", ["Machine Learning"]),
    ],
)
def test_names_by_their_capitals(line, found):
    made = terms_of(english(line))
    assert [term.text for term in made if term.weight is Weight.NAME] == found


def test_a_name_that_begins_a_sentence_is_known_from_another():
    first, *_ = terms_of(english("Kafka in production\n- You have run Kafka"))
    assert (first.text, first.weight, first.lines) == ("Kafka", Weight.NAME, (4, 5))


# What else is asked for


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("5+ years of experience with distributed systems", ["distributed systems"]),
        ("deep knowledge of async programming and query optimization", ["async programming", "query optimization"]),
        ("strong grasp of observability", ["observability"]),
        ("Experience with A/B testing", ["A/B testing"]),
        ("Systems that answer in real time", ["real time"]),
        ("Machine learning in production", ["Machine learning"]),
        ("You deploy models", []),
        ("A bachelor's degree, e.g. in physics", ["bachelor", "physics"]),
        ("Excellent communication skills", ["communication"]),
        ("Write to jobs@example.org or https://example.org/kafka", []),
        ("$120k and more", []),
    ],
)
def test_phrases_between_ordinary_words(line, found):
    assert texts(english(line)) == found


def test_a_phrase_outside_of_what_is_asked_for_counts_when_it_is_said_twice():
    once = "We are people who look after event streams, and you are with us at it."
    assert texts(once) == []
    assert texts(f"{once} The event streams are ours.") == ["event streams"]


GERMAN_AD = """\
Leitung Messtechnik (m/w/d)

Wir sind ein Institut, und Sie sind bei uns richtig.

Ihr Profil
- {}
"""


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Sie entwickeln akustische Messsysteme", ["akustische Messsysteme"]),
        ("Sehr gute Kenntnisse in Akustik und C++", ["C++", "Akustik"]),
        ("Erfahrung mit Python-Kenntnissen", ["Python"]),
        ("Umgang mit der Norm ISO 17208", ["ISO 17208"]),
        ("Freude an der Arbeit mit Kolleginnen und Kollegen", []),
        ("Techniker:in für Hydrophone", ["Hydrophone"]),
        ("Auswertung akustischer Daten", ["Auswertung akustischer Daten"]),
    ],
)
def test_german_nouns(line, found):
    assert [term for term in texts(GERMAN_AD.format(line)) if term != "Leitung Messtechnik"] == found


@pytest.mark.parametrize("heading", ["What we offer", "Benefits:", "About us", "Equal opportunity", "How to apply"])
def test_what_is_not_about_the_work_is_left_out(heading):
    text = f"{english('You know Kafka')}\n{heading}\n- Kubernetes and a gym\n\nNice to have\n- You know Rust\n"
    assert texts(text) == ["Kafka", "Rust"]


def test_sentences_that_every_advertisement_has_are_left_out():
    line = "You know Kafka. We hire without regard to Religion, Race or Marital Status. You know Rust."
    assert texts(english(line)) == ["Kafka", "Rust"]


def test_the_employer_is_no_term():
    line = english("You know Kafka, Acme Streams and Acme")
    assert texts(line) == ["Kafka", "Acme Streams", "Acme"]
    assert texts(line, without=("Acme Streams Inc.",)) == ["Kafka"]


def test_terms_of_one_spelling_are_one_term_with_all_its_lines():
    made = terms_of(english("You know time series\n- Time-series databases\n- timeseries"))
    assert [(term.text, term.lines) for term in made if "series" in term.text] == [
        ("time series", (4, 6)),
        ("Time-series databases", (5,)),
    ]


def test_names_come_first_then_what_is_said_more_often():
    made = terms_of(english("You know Rust, and unit tests\n- You know Kafka\n- Kafka and its unit tests, and Kafka"))
    assert [term.text for term in made] == ["Kafka", "Rust", "unit tests"]


# Languages


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("You will work with us on the systems that we run.", "en"),
        ("Wir suchen eine Leitung für die Technik, und Sie sind bei uns richtig.", "de"),
        ("Nous cherchons une personne pour notre équipe, avec de l'expérience dans le domaine.", "fr"),
        ("Buscamos una persona para nuestro equipo con experiencia en el desarrollo de sistemas.", "es"),
        ("Cerchiamo una persona per il nostro gruppo con esperienza nello sviluppo di sistemi.", "it"),
        ("Wij zoeken een collega voor ons team met ervaring in het ontwikkelen van systemen.", "nl"),
        ("Procuramos uma pessoa para a nossa equipa com experiência em sistemas e que não desista.", "pt"),
        ("Vi söker en person till vårt team som har erfarenhet av att utveckla system.", "sv"),
        ("Vi søger en person til vores team, der har erfaring med at udvikle systemer og ikke er bange.", "da"),
        ("エンジニアを募集します。Pythonの経験がある方。", "ja"),
        ("我们正在招聘工程师，需要有经验。", "zh"),
        ("Kafka, Docker, Kubernetes", "und"),
    ],
)
def test_the_language_of_an_advertisement(text, tag):
    assert language_of(text).tag == tag


def test_joining_and_usual_words_are_written_as_they_are_compared():
    for language in LANGUAGES:
        for group in (language.joining, language.usual, language.vague, language.subjects, language.pairs):
            assert [word for word in group if word != word.lower()] == []
    assert ENGLISH.knows_phrases
    assert GERMAN.knows_phrases
    assert not UNKNOWN.knows_phrases


def test_of_a_language_without_spaces_only_latin_names_are_told():
    made = terms_of("# エンジニア\n\n## 要件\n\n- Rubyを流暢に使う; React\n- NLP, MLのいずれか\n", "ad.md")
    assert [term.text for term in made] == ["Ruby", "React", "NLP", "ML"]


# Whatever it is


@given(st.text(max_size=200), st.sampled_from(["ad.txt", "ad.md", "ad.html"]))
def test_terms_say_nothing_that_the_advertisement_does_not(text, name):
    whole = english(text)
    said = {word.text for block in read(whole.encode(), name) for word in words(block.text, 1)}
    said |= {word.text for block in read(whole.encode(), name) for word in words(block.text, 1, latin=True)}
    said |= {word.rpartition("-")[0] for word in said}
    for term in terms_of(whole, name):
        assert set(term.text.split(" ")) <= said


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_our_own_advertisements_have_terms_on_lines_that_say_them(path):
    assert len(OWN) == 3
    lines = path.read_text().replace("&nbsp;", " ").splitlines()
    made = terms_of(path.read_text(), path.name)
    assert 25 < len(made) < 60
    for term in made:
        first = term.text.split()[0]
        assert all(first.casefold() in re.sub("<.*?>", "", lines[line - 1]).casefold() for line in term.lines[:1])


def test_other_peoples_advertisements(corpus):
    found = [path for path in sorted((corpus / "jobs").iterdir()) if path.suffix in READERS]
    assert len(found) > 5
    made = {path.name: [term.text for term in terms_of(path.read_text(), path.name)] for path in found}
    assert all(made.values())
    assert {"FastAPI", "Kubernetes", "CI/CD", "GitHub Actions"} <= set(made["resume-matcher_backend-eng.txt"])
    assert {"JavaScript", "Node.js", "NoSQL", "Web Development"} & set(made["jro-sample.job.json"])
