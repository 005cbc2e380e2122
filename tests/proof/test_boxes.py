"""A finding is found again on the page that it is about."""

import pytest
from planted.plant import document, plain, written
from pypdfium2 import PdfDocument

from typeset import proof
from typeset.proof import Claim
from typeset.proof.boxes import boxed
from typeset.proof.expected import texts
from typeset.source import Fault
from typeset.source.findings import Finding

POINTS = "".join(f"      - Number {number} of many points, long enough for a line.\n" for number in range(90))
LONG = f"""\
basics: {{name: Ada Lovelace}}
work:
  - name: Mill
    position: Clerk
    startDate: 1842
    highlights:
{POINTS}"""
WRAPPED = (
    "Translated the notes of a general and added a sentence that goes on and on for much more than a line of a page."
)


@pytest.fixture(scope="module")
def sheets():
    """A function from content, in a theme, to the sheets of its PDF and the words within a box on a page of it."""

    def make(content, theme="ats"):
        data = written(content, plain(theme))
        finished, _ = proof.prove([data], "pdf", Claim(document(content), plain(theme).families))

        def words(finding):
            pdf = PdfDocument(data)
            left, bottom, right, top = finding.box
            text = pdf[finding.page - 1].get_textpage().get_text_bounded(left - 1, bottom - 1, right + 1, top + 1)
            pdf.close()
            return " ".join(text.split())

        return finished.sheets, words

    return make


def find(finding, sheets, content):
    [found] = boxed([finding], sheets, [document(content)])
    return found


def test_words_that_are_quoted_are_found(sheets):
    pages, words = sheets(LONG)
    assert len(pages) > 2
    found = find(Finding("words", Fault("“Number 80 of many points, long en…” stands elsewhere")), pages, LONG)
    assert found.page == 2
    assert "Number 80 of" in words(found)
    assert "Number 79" not in words(found)


def test_the_text_at_a_place_is_found(sheets):
    pages, words = sheets(LONG)
    place = next(text.place for text in texts(document(LONG)) if "Number 7 " in text.plain)
    found = find(Finding("widows", Fault("a line stands alone", place)), pages, LONG)
    assert found.page == 1
    assert words(found).endswith("Number 7 of many points, long enough for a line.")


@pytest.mark.parametrize("theme", ["ats", "margin"])
def test_a_text_of_several_lines_has_one_box(sheets, theme):
    content = f"basics: {{name: Ada Lovelace}}\nwork:\n  - name: Mill\n    startDate: 1842\n    summary: {WRAPPED}\n"
    pages, words = sheets(content, theme)
    found = find(Finding("words", Fault(f"“{WRAPPED}” stands elsewhere")), pages, content)
    assert words(found).startswith("Translated")
    assert words(found).endswith("page.")


def test_only_the_page_that_a_rule_names_is_looked_at(sheets):
    pages, _ = sheets(LONG)
    found = find(Finding("hidden", Fault("“Number 80 of many points” is tiny"), 1), pages, LONG)
    assert (found.page, found.box) == (1, None)


def test_what_stands_nowhere_has_no_box(sheets):
    pages, _ = sheets(LONG)
    told = Finding("words", Fault("“Something quite different” is not on the page whole"))
    assert find(told, pages, LONG) == told
    assert find(told, (), LONG) == told
