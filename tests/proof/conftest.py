"""Documents to make files of, and to hold files against."""

from collections.abc import Callable
from pathlib import Path

import pytest

from typeset import proof, writers
from typeset.document.arrange import arrange
from typeset.document.shapes import Document
from typeset.proof import Claim, Finding
from typeset.readers.yaml import read
from typeset.resume.model import Resume
from typeset.theme.theme import Theme, load
from typeset.writers import Manuscript
from typeset.writers.page.templates import render

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def theme() -> Theme:
    """The plainest theme."""
    return load("ats", [ROOT / "themes"])


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    """A function from the text of a content file to the document it makes."""

    def make_document(content: str) -> Document:
        return arrange(read(content.encode(), "content.yaml")[0], "en")

    return make_document


@pytest.fixture(scope="session")
def prove(theme: Theme) -> Callable[..., list[Finding]]:
    """A function that makes a file of one document, and holds it against another, or the same."""

    def prove_document(
        made: Document, held: Document | None = None, format_name: str = "pdf", **claim
    ) -> list[Finding]:
        families = frozenset(font.family for font in theme.fonts)
        files = writers.write(Manuscript(made, theme, Resume(), carries_source=False), format_name)
        return proof.prove(
            [*files.values()], format_name, Claim(**{"document": held or made, "families": families, **claim})
        )[1]

    return prove_document


@pytest.fixture(scope="session")
def render_and_prove(theme: Theme) -> Callable[[Document], list[Finding]]:
    """A function that holds the page of a document, without its fonts, against it."""

    def prove_page(document: Document) -> list[Finding]:
        return proof.prove([render(document, theme).encode()], "html", Claim(document))[1]

    return prove_page
