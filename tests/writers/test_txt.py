"""Plain text, for pasting into forms."""

from pathlib import Path

from typeset.resume.model import Resume
from typeset.theme.theme import load
from typeset.writers import Manuscript, txt

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).with_name("small.txt")

SMALL = """
basics:
  name: Ada Lovelace
  label: Analyst
  email: ada@example.org
  url: https://ada.example.org/
  profiles: [{network: GitHub, username: ada, note: mostly engines}]
  summary: |
    I write *programs*,
    and [notes](https://example.org/notes) on them.

    1. First
    2. Second
work:
  - name: Analytical Engine
    location: London
    position: Programmer
    startDate: 1842
    endDate: 1843-09
    summary: What it was.
    highlights:
      - {label: Note G, text: "Bernoulli numbers:", highlights: [a table, a proof]}
      - Done.
    keywords: [cards, wheels]
skills: [Mathematics, French]
languages: [{language: English, fluency: native}, {language: French, fluency: C1}]
references: [{name: Charles Babbage, reference: The enchantress of number.}]
"""


def test_a_small_cv_reads_as_it_should(document):
    assert txt.write(
        Manuscript(document(SMALL), load("ats", [ROOT / "themes"]), Resume())
    ).decode() == GOLDEN.read_text("utf-8")


def test_a_theme_has_no_say_in_it(cv):
    assert cv("polte", "ats", "txt").made.data == cv("polte", "margin", "txt").made.data
