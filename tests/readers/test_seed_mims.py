"""The plain text of a CV that was taken from a PDF: its structure, and every word of it on paper again."""

import re
from collections import Counter

import pypdfium2
import pytest
from sound import faults

from typeset.readers.draft.notes import Fate
from typeset.readers.importing import Imported, imported
from typeset.resume.blocks import Quote
from typeset.resume.dates import Present
from typeset.source.emit_yaml import yaml_text

THEMES = ("classic", "margin", "ats", "classic-latex", "academic", "moderncv")


@pytest.fixture(scope="module")
def mims(seed) -> Imported:
    return imported(seed("000"), "cv.txt")


@pytest.fixture(scope="module")
def text(seed) -> str:
    return seed("000").decode()


def plain(value) -> str:
    return value.plain if value else ""


def test_it_is_taken_for_plain_text(mims):
    assert mims.format == "plain text"


def test_every_job_has_role_employer_place_and_years(mims):
    work = mims.resume.work
    assert len(work) == 15
    assert all(each.position and each.name and each.location and each.startDate and each.endDate for each in work)
    assert [bool(each.department) for each in work].count(True) == 5
    assert sum(isinstance(each.endDate, Present) for each in work) == 2


def test_jobs_keep_the_order_of_the_file_though_their_years_overlap(mims):
    starts = [each.startDate.year for each in mims.resume.work]
    assert starts[:2] == [2019, 2017]
    assert starts != sorted(starts, reverse=True)


def test_degrees_have_thesis_and_supervisor(mims):
    phd, physics, mathematics = mims.resume.education
    assert [plain(each.area) for each in (phd, physics, mathematics)] == ["Physics", "Physics", "Mathematics"]
    assert [plain(each.studyType) for each in (phd, physics, mathematics)] == ["Ph.D.", "B.S.", "B.S."]
    assert plain(phd.thesis.kind) == "Dissertation"
    assert all(each.thesis.title for each in (phd, mathematics))
    assert len(plain(phd.supervisor).split()) == 2
    assert mathematics.supervisor
    assert (physics.thesis, physics.supervisor) == (None, None)
    assert phd.summary
    assert len(phd.keywords) == 7


def test_what_employers_became_is_told_with_its_place(mims):
    successors = [each.successor for each in mims.resume.work if each.successor]
    assert [bool(each.name and each.location) for each in successors] == [True, True]


def test_bullets_have_their_labels_though_the_dash_was_lost(mims):
    lists = [each.highlights for each in mims.resume.work if each.highlights]
    assert [len(highlights) for highlights in lists] == [3, 4, 5, 6]
    assert all(each.label and each.text for highlights in lists for each in highlights)
    assert max(len(plain(each.label).split()) for highlights in lists for each in highlights) == 4
    assert sum(note.fate is Fate.GUESSED and "label" in note.message for note in mims.notes) >= 15


def test_a_quotation_stands_below_its_bullet(mims):
    first, *others = mims.resume.work[0].highlights
    assert isinstance(first.body.blocks[0], Quote)
    assert not any(each.body for each in others)


def test_a_paragraph_after_a_list_stays_there(mims):
    after = [each for each in mims.resume.work if each.body]
    assert [len(each.highlights) for each in after] == [6]


def test_lists_of_technologies_are_keywords_under_their_own_word(mims):
    assert plain(mims.resume.labels.keywords) == "Technology Used"
    assert [len(each.keywords) for each in mims.resume.work if each.keywords] == [6, 4, 16, 22, 13]
    assert [bool(each.keywords) for each in mims.resume.education] == [True, False, False]


def test_jobs_begin_with_a_line_where_the_file_has_one(mims):
    assert sum(bool(each.description) for each in mims.resume.work) >= 11


def test_sentences_that_a_page_cut_are_whole(mims):
    starts = [plain(block.text)[0] for each in mims.resume.work if each.summary for block in each.summary.blocks]
    assert len(starts) > 20
    assert not [start for start in starts if start.islower()]


def test_what_was_escaped_is_not(mims):
    written = yaml_text(mims.tree)
    assert "~$" in written
    assert "\\$" not in written


def test_nothing_is_set_aside(mims):
    assert not mims.tree.get("x")
    assert {note.fate for note in mims.notes} == {Fate.GUESSED}


@pytest.mark.parametrize("theme", THEMES)
def test_it_builds_in_every_theme_without_a_finding(mims, built, theme):
    assert faults(built(mims, theme).findings) == []


# Every word

DATED = re.compile(r"^(?:19|20)\d\d-", re.MULTILINE)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.replace("\\", "").replace("_", " "))


def paper(mims, built) -> str:
    document = pypdfium2.PdfDocument(built(mims, "ats").data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_every_word_is_on_paper_as_often_as_in_the_file(mims, built, text):
    there, here = Counter(words(paper(mims, built))), Counter(words(text))
    # The page numbers of the paper, and nothing else.
    assert here - there == Counter()
    assert all(word.isdigit() or word in {"Mark", "McGrew", "Mims", "of", "Page"} for word in there - here)


def test_words_outside_of_heads_come_in_the_order_of_the_file(mims, built, text):
    said = " ".join(words(paper(mims, built)))
    at = 0
    for paragraph in bodies(text):
        found = said.find(" ".join(words(paragraph)), at)
        assert found >= 0, paragraph
        at = found


def bodies(text: str) -> list[str]:
    """Paragraphs that are no heads: those with a full sentence, which no date begins."""
    blocks = [block for block in re.split(r"\n\s*\n", text) if len(block.split()) > 12]
    return [line for block in blocks if not DATED.match(block) for line in re.split(r"\n(?=[-•] )", block)]
