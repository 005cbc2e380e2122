"""LaTeX source read back: where its links lead."""

from pathlib import Path

import pytest

from typeset.build.prepare import prepare
from typeset.build.project import Plan, Project
from typeset.document.shapes import Document
from typeset.proof import Claim, rules
from typeset.proof.reading.latex import read
from typeset.writers import latex
from typeset.writers.tex.markup import address

ROOT = Path(__file__).parents[3]


def made(application: str, theme: str) -> tuple[Document, bytes]:
    project = Project(ROOT, ROOT / "content", ROOT / "out", (ROOT / "themes",))
    prepared = prepare(project, Plan(application, project.applications / f"{application}.yaml"), theme)
    return prepared.document, latex.written(prepared.document, prepared.theme)[0].text.encode()


@pytest.mark.parametrize("link", ["https://example.org/a_b~c?d=1&e=%20#f$", "mailto:a.b@example.org"])
def test_addresses_read_back_as_they_were(link):
    assert read(rf"\href{{{address(link)}}}{{x_y}}".encode(), b"font").links == (link,)


@pytest.mark.parametrize("theme", ["classic-latex", "academic", "moderncv"])
@pytest.mark.parametrize("application", ["polte", "lindqvist"])
def test_every_link_of_a_cv_is_in_its_source(application, theme):
    document, source = made(application, theme)
    found = read(source)
    assert len(found.links) > 4
    assert [str(finding) for finding in rules.links(found, Claim(document))] == []
    assert [str(finding) for finding in rules.characters(found, Claim(document))] == []


def test_a_lost_link_is_seen():
    document, source = made("polte", "classic-latex")
    broken = source.replace(rb"\href{https://github.com/sqrl}", b"")
    assert broken != source
    assert "github.com/sqrl" in str(next(rules.links(read(broken), Claim(document))))
