"""What the rules of reading let pass: what themes, languages and people may do as they like."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from planted.plant import CONTENT, document, plain, proved, written

from typeset import writers
from typeset.document.arrange import arrange
from typeset.document.shapes import Document
from typeset.proof import Claim, Finding
from typeset.proof.finished import Finished, read_back
from typeset.proof.following import Stream, follow, gaps, squeezed
from typeset.proof.rules.breaks import breaks
from typeset.proof.rules.characters import characters
from typeset.proof.rules.headings import headings
from typeset.proof.rules.joins import joins
from typeset.proof.sheets import Sheet
from typeset.proof.tags import Tag
from typeset.readers.yaml import read
from typeset.resume.model import Resume
from typeset.resume.text import text_of
from typeset.source import Severity
from typeset.writers import Manuscript

SHIPPED = ("ats", "classic", "margin")

LONG = CONTENT.replace("startDate: 1842\n", "startDate: 1842-11-30\n").replace(
    "endDate: 1843\n", "endDate: 1843-09-30\n"
)
LONG = LONG.replace(
    "  - {name: Languages, keywords: [French, German]}",
    "  - name: Languages in which she wrote to others\n"
    "    level: fluent\n"
    "    keywords: [French, German, Italian, Latin, the one of mathematics, and that of music, which is another]",
)
LONG += "references:\n" + "".join(
    f"  - {{name: Referee {number}, reference: 'Some words of praise, of which there are many. They go on.'}}\n"
    for number in range(30)
)
"""Dates and labels of two lines, beside what they stand with; several pages, with running heads."""


def found(content: str, theme: str = "ats", language: str = "en") -> list[str]:
    """What the proof finds in a file that is made as its theme wants it."""
    made = arrange(read(content.encode(), "content.yaml")[0], language)
    return texts(proved(written(content, plain(theme)), Claim(made, plain(theme).families)))


def texts(findings: Iterable[Finding]) -> list[str]:
    return [str(finding).split("\n")[0] for finding in findings]


def only(rule: Callable[[Finished, Claim], Iterable[Finding]], said: str, held: Document) -> list[str]:
    """What a rule finds in a file that says no more than one text."""
    return texts(rule(Finished((said,)), Claim(held)))


# Routes


@pytest.mark.parametrize("theme", SHIPPED)
def test_long_files_of_shipped_themes_read_well_by_every_route(theme):
    finished = read_back([written(LONG, plain(theme))], "pdf")
    assert len(finished.sheets) > 1
    assert found(LONG, theme) == []


def test_dates_and_labels_may_stand_in_the_margin_over_several_rows():
    finished = read_back([written(LONG, plain("margin"))], "pdf")
    rows = [row.text for sheet in finished.sheets for row in sheet.rows]
    beside = [text for text in rows if text.startswith(("Nov 30, 1842", "Languages in"))]
    assert len(beside) == 2
    assert not any("1843" in text or "wrote to others" in text for text in beside)


def test_tags_are_told_in_the_order_of_the_tree():
    tags = read_back([written(LONG)], "pdf").tags
    assert [tag.path for tag in tags] == sorted({tag.path for tag in tags})
    assert tags[0].heading == (1, tags[0].path[: tags[0].roles.index("H1") + 1])
    assert {tag.page for tag in tags} > {1, 2}


def test_a_stream_knows_where_its_white_space_was():
    text = text_of("Straße  of Æ-signs,\u00a0and ½")
    stream = Stream.of(text.plain)
    assert stream.text == squeezed(text.plain)
    assert {0, *stream.spaces} == set(gaps(text))
    assert Stream.of("one", "two words", " three").spaces == {6}
    assert Stream.of("one\ntwo three").ends == {3}


def test_what_is_found_in_a_stream_stands_there():
    held = document()
    stream = squeezed("Ada Lovelace Analyst ada@example.org")
    followed = follow(stream, held)
    assert [stream[each.start : each.end] for each in followed.found] == ["adalovelace", "analyst", "ada@example.org"]
    assert "“Visitor” is not on the page whole" in [fault.message for fault in followed.faults]


# Name and contact


def test_a_mark_for_some_eyes_may_stand_above_the_name():
    marked = replace(document(), mark="Not for sending")
    [data] = writers.write(Manuscript(marked, plain(), Resume(), carries_source=False), "pdf").values()
    assert texts(proved(data, Claim(marked, plain().families))) == []


def test_an_address_longer_than_a_line_is_only_advised_on():
    content = CONTENT.replace("city: London", f"city: {'London and ' * 12}Paris")
    findings = [
        finding
        for finding in proved(written(content), Claim(document(content), plain().families))
        if finding.rule == "contact"
    ]
    assert [finding.fault.severity for finding in findings] == [Severity.ADVICE]


# Headings


@pytest.mark.parametrize("heading", ["Employment History", "Experience", "WORK", "Berufserfahrung"])
def test_a_heading_that_parsers_know_is_as_good_as_the_usual_one(heading):
    content = CONTENT.replace("skills:\n", f"headings: {{work: {heading}}}\nskills:\n")
    assert only(headings, "", document(content)) == []


def test_an_own_section_is_called_as_one_likes():
    content = CONTENT + "sections:\n  - {title: Why Twitch, body: Because.}\n"
    assert only(headings, "", document(content)) == []


@pytest.mark.parametrize("language", ["de", "fr", "ja", "zh-Hant", "ko", "pl"])
def test_the_words_of_every_language_are_known(language):
    assert only(headings, "", arrange(read(CONTENT.encode(), "content.yaml")[0], language)) == []


# Words in pieces


def held(summary: str) -> Document:
    """A document that says its name and a summary."""
    content = f"basics:\n  name: Ada\n  summary: {summary}\n"
    return arrange(read(content.encode(), "content.yaml")[0], "en")


@pytest.mark.parametrize(
    ("summary", "comes_out"),
    [
        ("工作经历和教育背景", "工作经历和\n教育背景"),
        ("งานและการศึกษา", "งานและ\nการศึกษา"),
        ("front-end work", "front-\nend work"),
        ("see example.org/engines", "see example.org/\nengines"),
        ("two words", "two\nwords"),
    ],
)
def test_lines_end_where_they_may(summary, comes_out):
    assert only(breaks, f"Ada\nProfile\n{comes_out}", held(summary)) == []


@pytest.mark.parametrize(
    ("comes_out", "told"),
    [
        ("Ku bernetes", "“Kubernetes” comes out in the text as “Ku bernetes”"),
        ("Ku ber netes", "“Kubernetes” comes out in the text as “Ku ber netes”"),
        ("Kuber\nnetes", "“Kubernetes” is broken at the end of a line, after “Kuber”"),
        ("Kuber-\nnetes", "“Kubernetes” comes out with a hyphen in it, as “Kuber-” and “netes”"),
        ("Kuber\u2010\nnetes", "“Kubernetes” comes out with a hyphen in it, as “Kuber-” and “netes”"),
    ],
)
def test_a_word_in_two_pieces_is_told_with_its_place(comes_out, told):
    [finding] = breaks(Finished((f"Ada\nProfile\nI run {comes_out} daily",)), Claim(held("I run Kubernetes daily")))
    assert finding.fault.message == told
    assert str(finding.fault.place) == "content.yaml:3:18"


@pytest.mark.parametrize(("comes_out", "told"), [("da dada", 0), ("dada da", 0), ("da da da", 1)])
def test_words_that_say_another_word_between_them_are_not_that_word_broken(comes_out, told):
    made = document("basics: {name: Ada}\nwork: [{name: da, position: dada}]\n")
    assert len(only(breaks, f"Ada\nWork Experience\n{comes_out}", made)) == told


@pytest.mark.parametrize(
    ("comes_out", "told"),
    [
        ("AdaProfile\nI run Kubernetes", ["“Ada” and “Profile” come out as one word, “AdaProfile”"]),
        ("Ada\nProfileI run Kubernetes", ["“Profile” and “I” come out as one word, “ProfileI”"]),
        ("Ada\nProfile\nI runKubernetes", ["“run” and “Kubernetes” come out as one word, “runKubernetes”"]),
        ("Ada: Profile·I run\nKubernetes", []),
    ],
)
def test_two_words_in_one_piece_are_told(comes_out, told):
    made = held("I run Kubernetes")
    found = [finding.fault.message for finding in joins(Finished((comes_out,)), Claim(made))]
    assert found == told


def test_scripts_without_spaces_have_none_to_lose():
    assert only(joins, "Ada\nProfile\n工作经历教育背景", held("工作经历 教育背景")) == []


# Characters


@pytest.mark.parametrize("char", ["\u200c", "\u200d"])
def test_characters_that_join_letters_are_for_the_content_to_use(char):
    said = f"ab{char}cd"
    assert only(characters, said, held(said)) == []
    assert len(only(characters, said, held("abcd"))) == 1


def test_every_route_is_looked_at_for_characters():
    tag = Tag("\ufb01", 2, (0,), ("P",))
    finished = Finished(("a\u202e",), sheets=(Sheet(1, 100, 100, ()),), tags=(tag,))
    assert [(finding.page, finding.fault.message[:6]) for finding in characters(finished, Claim(held("a")))] == [
        (1, "U+202E"),
        (2, "U+FB01"),
    ]
