"""The edition for the applicant alone: notes below what is sent, a mark on every page, and nowhere else."""

from time import perf_counter

import pypdf
import pytest

from typeset.build.interview import interviews
from typeset.build.request import Account, Request
from typeset.source import Faults

BULLETS = "\n".join(f"      - Point number {number} of many, and every one of them a line." for number in range(60))
ADA = f"""\
basics: {{name: Ada Lovelace, label: Analyst}}
work:
  - id: engine
    name: Analytical Engine
    position: Programmer
    notes: {{en: Ask for *more* than last time., de: Mehr verlangen.}}
    highlights:
      - {{text: Translated., notes: Menabrea will be there.}}
{BULLETS}
skills: [{{name: Mathematics, notes: Rusty.}}]
"""
MARK = "Interview edition – for the applicant alone"


@pytest.fixture
def ada(workshop):
    workshop.write("content/ada.yaml", ADA)
    return workshop


def interview(workshop, **request) -> list[Account]:
    return list(interviews(workshop.project, Request(**request), perf_counter))


@pytest.mark.parametrize("theme", ["ats", "classic", "margin", "moderncv"])
def test_notes_are_printed_and_every_page_is_marked(ada, theme):
    [account] = interview(ada, themes=(theme,))
    assert account.findings == account.faults == ()
    assert account.file == ada.root / "out/ada/interview/Ada-Lovelace-CV-interview.pdf"
    pages = [page.extract_text() for page in pypdf.PdfReader(account.file).pages]
    assert account.pages == len(pages) > 1
    assert all(page.count(MARK) == 1 for page in pages)
    for note in ("Ask for more than last time.", "Menabrea will be there.", "Rusty."):
        assert sum(note in page for page in pages) == 1


def test_it_speaks_the_language_of_the_application(ada):
    ada.write("content/applications/ada.yaml", "locale: de-DE\n")
    [account] = interview(ada)
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(account.file).pages)
    assert "Mehr verlangen." in text
    assert "nur für die eigene Hand" in text


def test_nothing_else_knows_of_it(ada):
    ada.build("txt", "html")
    before = ada.out
    interview(ada)
    after = ada.out
    assert {name: after[name] for name in before} == before
    assert after.keys() - before.keys() == {"ada/interview/Ada-Lovelace-CV-interview.pdf"}
    assert ada.is_up_to_date("txt", "html")
    assert [checked.entry.format for checked in ada.check()] == ["html", "txt"]
    assert not [name for name, (data, _) in before.items() if b"Menabrea" in data]


def test_the_audience_of_an_application_does_not_count(ada):
    ada.write("content/applications/ada.yaml", "audience: blind\n")
    [account] = interview(ada)
    assert "Ada Lovelace" in pypdf.PdfReader(account.file).pages[0].extract_text()


def test_where_nobody_took_notes_that_is_told(ada):
    ada.write("content/ada.yaml", "basics: {name: Ada Lovelace}\n")
    [account] = interview(ada)
    assert [fault.message for fault in account.faults] == ["nothing that `ada` shows has `notes`"]


def test_it_is_for_paper(ada):
    with pytest.raises(Faults, match="for paper"):
        interview(ada, formats=("html",))
