"""The house: which room may import which, who owns each heavy library, and what a quick command never loads."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "typeset"

BELOW = {
    "source": set(),
    "resume": {"source"},
    "theme": {"resume", "source"},
    "document": {"resume", "source"},
    "proof": {"readers", "document", "resume", "source"},
    "readers": {"resume", "source"},
    "writers": {"document", "theme", "resume", "source"},
    "coverage": {"resume", "source"},
    "lint": {"document", "resume", "source"},
    "build": {"coverage", "lint", "readers", "writers", "proof", "document", "theme", "resume", "source"},
    "reports": {"build", "proof", "source"},
    "cli": {"reports", "build", "coverage", "readers", "writers", "proof", "document", "theme", "resume", "source"},
}
"""The rooms that each room may import."""

SIBLINGS = {
    "readers.importing": {"draft"},
    "readers.linkedin": {"draft"},
    "readers.europass": {"draft"},
    "readers.bibtex": {"draft"},
    "readers.csl": {"draft"},
    "readers.orcid": {"draft"},
    "readers.vcard": {"draft"},
    "readers.pdf": {"draft", "outline", "europass"},
    "readers.fresh": {"draft"},
    "readers.jsonresume": {"draft"},
    "readers.markdown": {"draft", "outline"},
    "readers.text": {"draft", "outline"},
    "readers.outline": {"draft"},
    "readers.rendercv": {"draft"},
    "readers.yamlresume": {"draft"},
    "readers.pandoc": {"draft"},
    "writers.assets": set(),
    "writers.page": {"assets"},
    "writers.paper": {"assets", "page"},
    "writers.office": {"assets"},
    "writers.tex": {"assets", "page", "paper"},
    "writers.dossier": {"paper"},
    "writers.html": {"assets", "page", "jsonld"},
    "writers.docx": {"assets", "office"},
    "writers.odt": {"assets", "office"},
    "writers.latex": {"assets", "tex"},
    "writers.vcard": {"assets"},
    "writers.pdf": {"page", "paper", "latex", "tex"},
    "writers.press": {"assets", "page", "paper", "pdf"},
    "writers.png": {"pdf"},
    "writers.svg": {"pdf"},
}
"""What of its own room a writer or reader, or a chamber of them, may import, besides itself; nothing without a row."""

OWNERS = {
    "weasyprint": {"writers.paper.engine", "writers.paper.fetching"},
    "tinycss2": {"theme.lint.sheet"},
    "pydyf": {"writers.paper.finish"},
    "jinja2": {"writers.page.sandbox"},
    "markupsafe": {"writers.page.templates", "writers.page.markup"},
    "PIL": {"writers.assets.photo"},
    "fontTools": {"writers.assets.fonts"},
    "segno": {"writers.assets.card"},
    "pikepdf": {"writers.tex.finish", "writers.press", "writers.dossier", "proof.reading.objects"},
    "page": {"proof.reading.conformance"},
    "pypdfium2": {"writers.png", "writers.tex.sheets", "readers.pdf", "proof.reading"},
    "docx": {"writers.docx"},
    "pypdf": {"proof.reading.pdf"},
    "babel": {"document.locale", "readers.draft.months"},
    "yaml": {"source.yaml"},
    "ruamel": {"resume.migration.document"},
    "markdown_it": {"resume", "proof.reading.markdown", "readers.markdown", "coverage.posting"},
    "mdit_py_plugins": {"readers.markdown"},
    "snowballstemmer": {"coverage.stems"},
    "hunspell": {"lint.spelling.dictionary"},
    "markdownify": {"readers.draft.html"},
    "click": {"cli"},
}
"""Who knows each library: one module, chamber or room; more where they share its types, or read what others write."""

HEAVY = {*OWNERS, "pydantic"} - {"click"}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}
ROOMS = {name.partition(".")[0] for name in MODULES} - {"__init__", "__main__"}

modules = pytest.mark.parametrize("name", MODULES)


def tree_of(name: str) -> ast.Module:
    return ast.parse(MODULES[name].read_text("utf-8"))


def imports(name: str) -> Iterator[str]:
    """Every dotted name that a module imports, wherever in it; `from a import b` is `a.b` where that is a module."""
    for node in ast.walk(tree_of(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name} imports relatively"
            base = str(node.module)
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield whole if whole.removeprefix("typeset.") in MODULES else base


def own(name: str) -> set[str]:
    """The modules of this package that a module imports, without the package's name."""
    return {found.removeprefix("typeset.") for found in imports(name) if found.startswith("typeset.")}


def foreign(name: str) -> set[str]:
    return {found.partition(".")[0] for found in imports(name)} - {"typeset"} - sys.stdlib_module_names


def test_the_modules_are_found():
    assert set(BELOW) == ROOMS
    assert len(MODULES) > 60
    assert set().union(*OWNERS.values(), SIBLINGS) <= MODULES.keys()


def test_the_imports_are_found():
    assert "source.yaml" in own("build.prepare")
    assert "document.shapes" in own("writers.txt")
    assert set().union(*map(foreign, MODULES)) == set(OWNERS)


@modules
def test_imports_run_downwards_only(name):
    room = name.partition(".")[0]
    if room in BELOW:
        assert {found.partition(".")[0] for found in own(name)} - {room, "__init__"} <= BELOW[room]


@pytest.mark.parametrize("name", [name for name in MODULES if name.partition(".")[0] in ("readers", "writers")])
def test_formats_do_not_import_each_other(name):
    room, own_part = name.split(".")[0], ".".join(name.split(".")[:2])
    parts = {found.split(".")[1] for found in own(name) if found.startswith(f"{room}.")} - {own_part.rpartition(".")[2]}
    assert parts <= SIBLINGS.get(own_part, set())


@modules
def test_heavy_libraries_have_one_owner(name):
    rooms = {name, name.partition(".")[0], ".".join(name.split(".")[:2])}
    assert {library for library in foreign(name) if not rooms & OWNERS[library]} == set()


@modules
def test_every_module_says_what_it_is(name):
    assert ast.get_docstring(tree_of(name))


@modules
def test_every_public_definition_has_a_docstring(name):
    public = [
        node
        for node in tree_of(name).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


# What is not loaded

WATCHED = (
    "import atexit, os, sys\n"
    "from typeset.__main__ import main\n"
    "os._exit = lambda status: sys.exit(status)\n"
    "try: main()\n"
    "finally: print('loaded:', *{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)\n"
)


def loaded(*arguments: str | Path) -> set[str]:
    """The top-level packages that a command has loaded when it ends."""
    command = [sys.executable, "-c", WATCHED, *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    return set(run.stderr.rpartition("loaded:")[2].split())


@pytest.fixture
def built(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    content.mkdir()
    content.joinpath("ada.yaml").write_text("basics: {name: Ada Lovelace}\n")
    assert {"yaml"} < loaded("--project", tmp_path, "build", "--format", "txt")
    return tmp_path


def test_an_unchanged_build_loads_nothing_heavy(built: Path):
    found = loaded("--project", built, "build", "--format", "txt")
    assert "typeset" in found
    assert found & HEAVY == set()


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(argument):
    found = loaded(argument)
    assert "typeset" in found
    assert found & HEAVY == set()
