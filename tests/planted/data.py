"""Defects of data, cards, pictures and page budgets, and of what a reader may not see."""

import io
from dataclasses import replace

from PIL import Image

from planted.plant import CONTENT, Plant, document, plain, proved, styled, swapped, written
from typeset import proof, writers
from typeset.document.customs import DIN_5008
from typeset.document.shapes import Document, Letter, Paragraph, Period
from typeset.proof import Claim, Finding
from typeset.readers.yaml import read
from typeset.resume.audience.secrets import Kind, Secret, Withheld
from typeset.resume.model import Resume
from typeset.resume.text import text_of
from typeset.writers import Manuscript

LONG = CONTENT.replace("[Saw it at work.]", f"[{', '.join(f'Saw it at work {times} times.' for times in range(90))}]")


def budgeted(content: str, **pages: int) -> list[Finding]:
    """What is found in a file that is held to a page budget."""
    return proved(written(content), Claim(document(content), plain().families, **pages))


def restated(said: str, instead: str, format_name: str) -> list[Finding]:
    """What is found in a file of data made of content that says something else than what it is held to."""
    assert said in CONTENT
    changed = CONTENT.replace(said, instead)
    manuscript = Manuscript(document(changed), plain(), read(changed.encode(), "content.yaml")[0])
    return proved(next(iter(writers.write(manuscript, format_name).values())), Claim(document()), format_name)


def pictured(*sizes: tuple[int, int]) -> list[Finding]:
    """What is found in pictures of pages of so many pixels, on which nothing is."""
    files = []
    for size in sizes:
        out = io.BytesIO()
        Image.new("RGB", size, "white").save(out, "PNG")
        files.append(out.getvalue())
    return proof.prove(files, "png", Claim(document()))[1]


def told_all(kind: Kind, value: str, format_name: str) -> list[Finding]:
    """What is found in a file that says everything, where something is withheld."""
    kept_back = Withheld((Secret("basics", kind, value),))
    made = written(format_name=format_name)
    return proved(made, Claim(document(), plain().families, kept_back=kept_back), format_name)


def addressed(*lines: str) -> list[Finding]:
    """What is found in a German letter to somebody."""
    about = document(CONTENT)
    letter = Letter(
        form=DIN_5008,
        recipient=tuple(map(text_of, lines)),
        date=Period(text_of("9. März 2026")),
        subject=text_of("Bewerbung"),
        salutation=text_of("Guten Tag,"),
        body=(Paragraph(text_of("Ein Absatz.")),),
        closing=text_of("Mit freundlichen Grüßen"),
        name=about.masthead.name,
    )
    held: Document = replace(about, sections=(), letter=letter)
    theme = plain().for_letters
    manuscript = Manuscript(held, theme, Resume(), carries_source=False)
    return proved(next(iter(writers.write(manuscript, "pdf").values())), Claim(held, theme.families))


PLANTED = (
    Plant("more pages than the budget has", "pages", lambda: budgeted(LONG, most_pages=1)),
    Plant("a page fewer than there must be", "pages", lambda: budgeted(CONTENT, fewest_pages=2)),
    Plant(
        "JSON Resume that says something else",
        "content",
        lambda: restated("Menabrea", "Babbage", "json"),
        "content.yaml:16:9",
    ),
    Plant(
        "YAML without a job's points", "content", lambda: restated("    highlights: [Saw it at work.]\n", "", "yaml")
    ),
    Plant("linked data of another person", "said", lambda: swapped("Ada Lovelace", "Ada Byron", format_name="jsonld")),
    Plant("linked data of another job", "said", lambda: swapped("Programmer", "Countess", format_name="jsonld")),
    Plant(
        "a card with another number",
        "card",
        lambda: swapped("555-0142", "555-0143", format_name="vcard"),
        "content.yaml:5:10",
    ),
    Plant("a card without the label", "card", lambda: swapped("  label: Analyst\n", "", format_name="vcard")),
    Plant("a picture on which nothing is", "pictures", lambda: pictured((80, 100))),
    Plant("pictures of two sizes", "pictures", lambda: pictured((80, 100), (90, 100))),
    Plant("a withheld address in a link", "withheld", lambda: told_all(Kind.ADDRESS, "ada@example.org", "pdf")),
    Plant("a withheld name on a page", "withheld", lambda: told_all(Kind.NAME, "Ada Lovelace", "html")),
    Plant("a label as white as its paper", "hidden", lambda: styled("p { color: #fff }"), "content.yaml:3:10"),
    Plant("an address below its window", "window", lambda: addressed(*(f"Zeile {number}" for number in range(12)))),
)
