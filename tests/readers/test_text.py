"""Plain text of CVs, typed or taken from a page: what becomes of its lines."""

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sound import faults

from typeset.readers.draft.notes import Fate
from typeset.readers.draft.sample import Sample
from typeset.readers.importing import Imported, imported
from typeset.readers.text import recognizes
from typeset.resume.blocks import Quote
from typeset.resume.dates import Present
from typeset.source import Faults

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "text"

CV = """\
Ada Lovelace

Mathematician turned programmer. In love with engines of every kind.

About

I write programs for engines that are not built yet.

Experience

2019-Present

Chief Programmer

Analytical Society (London)

Building programs for engines.

With members of all
sections of the society:

- *Notes* - Wrote notes on the engine:

"The engine weaves algebraic patterns just as the loom weaves flowers and leaves"

\u2022 Research & Development Spearheaded work on numbers
 of Bernoulli

Responsible for all tables that the society prints.

2012-2014 **Visiting Scholar** - Department of Mathematics

University of Turin (Turin)

Reading and writing about the engine, for the

Academy of Sciences and for the

benefit of everybody. Costs of ~\\$40M were never met.

Technology Used: Brass, Cards (punched, blank), Steam.

2010-2011 Tutor

Somerville House (Bath) now Somerville College (Oxford)

Algebra I
Algebra II

Education

1992-2000 **Ph.D. in Mathematics**

University of London

Dissertation: "On Engines." Supervisor: A. de Morgan Created a table of numbers. Technology Used: Ink, Paper.
"""


def read(text: str) -> Imported:
    return imported(text.encode(), "cv.txt", "text")


def corpus(name: str) -> Imported:
    if not (CORPUS / name).is_file():
        pytest.skip("the corpus is not beside this repository")
    return imported((CORPUS / name).read_bytes(), name, "text")


def plain(value) -> str:
    return value.plain if value else ""


@pytest.fixture(scope="module")
def ada() -> Imported:
    return read(CV)


def test_the_person_is_told_before_the_first_heading(ada):
    basics = ada.resume.basics
    assert plain(basics.name) == "Ada Lovelace"
    assert plain(basics.label).startswith("Mathematician turned")
    assert basics.summary
    assert plain(ada.resume.headings.summary.title) == "About"


def test_jobs_are_read_however_their_heads_stand(ada):
    first, second, third = ada.resume.work
    assert [plain(each.position) for each in (first, second, third)] == [
        "Chief Programmer",
        "Visiting Scholar",
        "Tutor",
    ]
    assert [plain(each.location) for each in (first, second, third)] == ["London", "Turin", "Bath"]
    assert plain(second.department) == "Department of Mathematics"
    assert (plain(third.successor.name), plain(third.successor.location)) == ("Somerville College", "Oxford")
    assert isinstance(first.endDate, Present)


def test_wrapped_lines_and_cut_sentences_are_whole(ada):
    first, second, third = ada.resume.work
    assert "With members of all sections of the society:" in plain(first.summary.blocks[-1].text)
    assert "for the Academy of Sciences and for the benefit of everybody. Costs of ~$40M" in plain(
        second.summary.blocks[0].text
    )
    assert [run.text for run in third.summary.blocks[0].text.runs] == ["Algebra I", "\n", "Algebra II"]


def test_bullets_are_one_list_with_labels_and_a_quotation(ada):
    notes, research = ada.resume.work[0].highlights
    assert (plain(notes.label), plain(notes.text)) == ("Notes", "Wrote notes on the engine:")
    assert isinstance(notes.body.blocks[0], Quote)
    assert (plain(research.label), plain(research.text)) == (
        "Research & Development",
        "Spearheaded work on numbers of Bernoulli",
    )
    assert ada.resume.work[0].body
    assert any("Research & Development" in note.message for note in ada.notes if note.fate is Fate.GUESSED)


def test_keywords_thesis_and_supervisor_are_fields(ada):
    [degree] = ada.resume.education
    assert [plain(word) for word in ada.resume.work[1].keywords] == ["Brass", "Cards (punched, blank)", "Steam"]
    assert plain(ada.resume.labels.keywords) == "Technology Used"
    assert (plain(degree.thesis.kind), plain(degree.thesis.title)) == ("Dissertation", "On Engines")
    assert plain(degree.supervisor) == "A. de Morgan"
    assert [plain(word) for word in degree.keywords] == ["Ink", "Paper"]
    assert not ada.tree.get("x")


def test_it_builds(ada, built):
    assert faults(built(ada).findings) == []


RULED = """\
Ada Lovelace
Email: ada@example.org
================================================================

SKILLS ---------------------------------------------------------

- Languages: French, English

EMPLOYMENT -----------------------------------------------------

Programmer, Analytical Society (2013-09 \u2014 Present)
Wrote all programs.
- Managed herself

CLUBS ----------------------------------------------------------

Member, Babbage Network
Since 2008 a full-time member.

Patron, Loom Society (??? \u2014 2011)
"""


def test_headings_with_rules_teach_what_headings_are():
    made = read(RULED).resume
    assert [plain(each.name) for each in made.work] == ["Analytical Society"]
    [clubs] = made.sections
    assert [plain(item.title) for item in clubs.items] == ["Member", "Patron"]
    assert plain(clubs.items[1].startDate.text) == "???"


WRAPPED = """\
            Ada Lovelace
  1 Tough Place

Summary
I am an exceptionally honest and diligent goatherd and look for opportunities in herd manage-
ment, with well-
known goats and others.

Experience
 10/2015 - present Senior Goatherd, Evil Corp, Rockville.
                     As Senior Goatherd, I oversee the work of one junior goatherd, with the title of
                     Junior Goatherd.
\f
                     Developed tracking of all goats.
 1/2010 - 10/2015 Goatherd First Class, Evil Corp, Rockville.
                     Watched half of our herd; known for well-known whistles in the Comparative Journal
                     of Herding (2015).
"""


def test_lines_wrapped_at_a_width_are_joined():
    made = read(WRAPPED)
    work = made.resume.work
    assert [plain(each.position) for each in work] == ["Senior Goatherd", "Goatherd First Class"]
    assert [plain(block.text) for block in work[0].summary.blocks] == [
        "As Senior Goatherd, I oversee the work of one junior goatherd, with the title of Junior Goatherd.",
        "Developed tracking of all goats.",
    ]
    assert "herd management, with well-known goats" in plain(made.resume.basics.summary.blocks[0].text)
    assert any("are one word" in note.message for note in made.notes)


@pytest.mark.parametrize("way", ["plain", "layout", "raw"])
def test_three_renderings_of_one_pdf_tell_the_same(way, built):
    made = corpus(f"derived/samijuvonen-example.{way}.txt")
    assert [plain(each.position) for each in made.resume.work] == [
        "Senior Goatherd",
        "Goatherd First Class",
        "Junior Goatherd",
    ]
    assert [len(each.summary.blocks) for each in made.resume.work] == [2, 2, 1]
    assert len(made.resume.work[0].keywords) == 5
    assert len(made.resume.certificates) == 1
    assert not made.tree.get("x")
    assert faults(built(made).findings) == []


def test_a_text_of_many_sections_is_read(built):
    made = corpus("hackmyresume-modern.txt")
    found = made.resume
    counts = [
        len(getattr(found, name)) for name in ("work", "projects", "education", "volunteer", "awards", "publications")
    ]
    assert counts == [4, 3, 2, 2, 2, 3]
    assert [len(each.highlights) for each in found.work] == [3, 3, 3, 3]
    assert [len(section.items) for section in found.sections] == [2, 4, 2, 4]
    assert len(found.skills) == 5
    assert faults(built(made).findings) == []


@pytest.mark.parametrize("text", ["", "Hello\n", "key: value\n", "Dear Sir,\nplease find my CV.\nYours, Ada\n"])
def test_other_texts_are_not_taken_for_cvs(text):
    assert not recognizes(Sample("a.txt", text.encode()))


LINES = st.sampled_from(
    [*CV.split("\n"), *RULED.split("\n"), *WRAPPED.split("\n"), "\f", "\u2022", "1.", "(", "**", "\u00ad", "<", "2012"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES | st.text(max_size=30), max_size=40).map("\n".join) | st.text(max_size=300))
@example("Experience\n\n\n")
@example("A\nEducation\n-\n- -\n* *\n")
def test_any_text_is_read_or_refused(text):
    started = time.process_time()
    with contextlib.suppress(Faults):
        assert imported(text.encode("utf-8", "replace"), "a.txt", "text").resume.basics.name
    assert time.process_time() - started < 2


@pytest.mark.parametrize("text", ["a" * 90_000, "- x\n" * 1_900, "2012 - 2013 x\n\n" * 900, "*" * 90_000, "(" * 9_000])
def test_long_texts_end_in_time(text):
    started = time.process_time()
    with contextlib.suppress(Faults):
        imported(f"Ada\n\nExperience\n\n{text}".encode(), "a.txt", "text")
    assert time.process_time() - started < 4


def test_a_text_of_forty_pages_is_no_cv():
    with pytest.raises(Faults, match="2,000 are read at most"):
        read("Ada\n\nExperience\n\n" + "- x\n" * 2_100)
