"""The address of a German letter is in the window of its envelope, or the build says that it is not."""

from dataclasses import replace
from pathlib import Path

import pytest

from typeset import proof, writers
from typeset.document.customs import DIN_5008, INTERNATIONAL
from typeset.document.shapes import Contact, Document, Letter, Masthead, Paragraph, Period
from typeset.proof import Claim
from typeset.resume.model import Resume
from typeset.resume.text import text_of
from typeset.theme.theme import load
from typeset.writers import Manuscript

ROOT = Path(__file__).parents[2]


def letter(
    form: str = DIN_5008, contacts: int = 2, lines: tuple[str, ...] = ("Muster GmbH", "12345 Musterstadt")
) -> Document:
    ways = tuple(Contact("email", text_of(f"somebody{number}@example.org")) for number in range(contacts))
    return Document(
        language="de-DE",
        masthead=Masthead(text_of("Ada Lovelace"), text_of("Analystin"), ways),
        letter=Letter(
            form=form,
            recipient=tuple(map(text_of, lines)),
            date=Period(text_of("9. März 2026")),
            subject=text_of("Bewerbung"),
            salutation=text_of("Guten Tag,"),
            body=(Paragraph(text_of("Ein Absatz.")),),
            closing=text_of("Mit freundlichen Grüßen"),
            name=text_of("Ada Lovelace"),
            sender=text_of("Ada Lovelace · Musterweg 2 · 12345 Musterstadt"),
        ),
    )


def told(document: Document, theme_name: str = "ats") -> list[str]:
    theme = load(theme_name, [ROOT / "themes"]).for_letters
    files = writers.write(Manuscript(document, theme, Resume(), carries_source=False), "pdf")
    _, findings = proof.prove([*files.values()], "pdf", Claim(document, theme.families))
    assert {finding.rule for finding in findings} <= {"window"}
    assert not any(finding.is_error for finding in findings)
    return [finding.fault.message for finding in findings]


@pytest.mark.parametrize("theme", ["ats", "classic", "margin"])
def test_an_address_of_six_lines_is_in_the_window(theme):
    lines = ("Muster GmbH", "Abteilung Prüfung", "Frau Dr. Beispiel", "Musterweg 1", "12345 Musterstadt", "DEUTSCHLAND")
    assert told(letter(lines=lines), theme) == []


def test_a_head_that_pushes_the_address_out_of_the_window_is_told():
    assert told(letter(contacts=60)) == [
        "“Muster GmbH” is not in the window of an envelope, 45 to 90 mm from the top of the sheet"
    ]


def test_an_address_that_goes_on_below_the_window_is_told():
    lines = tuple(f"Zeile {number}" for number in range(1, 10))
    [message] = told(letter(lines=lines))
    assert message.startswith("“Zeile ")


def test_an_address_that_is_wider_than_the_window_is_told():
    assert len(told(letter(lines=("Gesellschaft für die Prüfung sehr langer Namen von Unternehmen mbH",)))) == 1


def test_letters_of_other_forms_have_no_window():
    document = letter(INTERNATIONAL, contacts=60)
    assert document.letter
    assert told(replace(document, letter=replace(document.letter, sender=None))) == []
