"""What word processors make of our files: LibreOffice prints all words in the theme's fonts, pandoc sees structure."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from typeset.build.job import claim
from typeset.document.shapes import Document, Entry, Group, List, Prose
from typeset.proof.finished import Finished, read_back
from typeset.proof.rules.words import words
from typeset.theme.theme import available, load

ROOT = Path(__file__).parents[2]
THEMES = available([ROOT / "themes"])
APPLICATIONS = sorted(path.stem for path in (ROOT / "content" / "applications").glob("*.yaml"))

formats = pytest.mark.parametrize("format_name", ["docx", "odt"])
everywhere = pytest.mark.parametrize(
    ("application", "theme"), [(application, theme) for application in APPLICATIONS for theme in THEMES]
)


@pytest.fixture(scope="session")
def converted(cv, need, tmp_path_factory) -> Path:
    """A folder with every CV in both formats, as LibreOffice prints it: one start for all of them."""
    office, folder = need("soffice"), tmp_path_factory.mktemp("office")
    files = []
    for name in ("docx", "odt"):
        for application in APPLICATIONS:
            for theme in THEMES:
                file = folder / name / f"{application}-{theme}.{name}"
                file.parent.mkdir(exist_ok=True)
                file.write_bytes(cv(application, theme, name).made.data)
                files.append(file)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for name in ("docx", "odt"):
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder / name]
        command += [file for file in files if file.suffix == f".{name}"]
        run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
        assert "Error" not in run.stderr + run.stdout
    return folder


@pytest.mark.needs("pdftotext")
@formats
@everywhere
def test_libreoffice_prints_all_words_in_order(cv, converted, application, theme, format_name):
    command = ["pdftotext", "-enc", "UTF-8", "-raw", converted / format_name / f"{application}-{theme}.pdf", "-"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    finished = Finished(tuple(printed.split("\f")[:-1]))
    held = claim(cv(application, theme, format_name).prepared)
    assert [str(finding) for finding in words(finished, held)] == []


@pytest.mark.needs("pdffonts")
@formats
@everywhere
def test_libreoffice_prints_it_in_the_themes_fonts(converted, application, theme, format_name):
    command = ["pdffonts", converted / format_name / f"{application}-{theme}.pdf"]
    rows = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    names = {row.split()[0].partition("+")[2] for row in rows}
    stem = load(theme, [ROOT / "themes"]).fonts[0].family.replace(" ", "")
    assert names
    assert all(name.startswith((stem, "DummyName")) for name in names)  # LibreOffice's name for some OTF fonts


def nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every node of pandoc's tree."""
    if isinstance(tree, dict) and "t" in tree:
        yield tree
    for child in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from nodes(child)


def blocks_of(document: Document) -> Iterator[Any]:
    def inside(blocks):
        for block in blocks:
            yield block
            yield from inside(getattr(block, "blocks", ()))
            for item in block.items if isinstance(block, List) else ():
                yield from inside(item.blocks)

    def entries(found):
        for entry in found:
            yield from inside(entry.body)
            yield from entries(entry.entries)

    for section in document.sections:
        for part in section.parts:
            match part:
                case Entry():
                    yield from entries([part])
                case Group():
                    yield from inside(part.body)
                case Prose():
                    yield from inside(part.blocks)


@pytest.mark.needs("pandoc")
@formats
@pytest.mark.parametrize("theme", THEMES)
def test_pandoc_finds_the_headings_lists_and_links(cv, theme, format_name):
    found_cv = cv("lindqvist", theme, format_name)
    document = found_cv.prepared.document
    command = ["pandoc", "-f", format_name, "-t", "json"]
    run = subprocess.run(command, input=found_cv.made.data, capture_output=True, check=True)
    found = list(nodes(json.loads(run.stdout)["blocks"]))
    said = [
        (node["c"][0], " ".join(child["c"] for child in nodes(node["c"][2]) if child["t"] == "Str"))
        for node in found
        if node["t"] == "Header"
    ]
    assert [title for level, title in said if level == 1] == [section.title.plain for section in document.sections]
    assert {level for level, _ in said} == {1, 2, 3}
    lists = [block for block in blocks_of(document) if isinstance(block, List)]
    points = sum(len(block.items) for block in lists if not block.ordered)
    assert sum(len(node["c"]) for node in found if node["t"] == "BulletList") == points > 10
    assert any(block.ordered for block in lists)
    assert [len(node["c"][1]) for node in found if node["t"] == "OrderedList"] == [
        len(block.items) for block in lists if block.ordered
    ]
    links = {node["c"][2][0] for node in found if node["t"] == "Link"}
    assert links == set(read_back([found_cv.made.data], format_name).links)
