"""Other people's CVs, whole: every value arrives or is told of, and what comes out builds and passes its proof.

The values are gathered here anew, with other parsers than the importers': what no importer has seen is lost, too.
"""

import csv
import io
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from sound import errors

from typeset.build.importing import Request, bring
from typeset.build.job import Made
from typeset.document.arrange import arrange
from typeset.readers.importing import Imported, imported
from typeset.resume.application import Application
from typeset.resume.tailor import tailor
from typeset.source import Faults
from typeset.writers import Manuscript, txt

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FORMATS = {
    "jsonresume": ("JSON Resume", "FRESH"),
    "rendercv": ("RenderCV",),
    "yamlresume": ("yamlresume",),
    "markdown": ("Markdown", "pandoc metadata"),
    "text": ("plain text",),
    "text-derived": ("plain text",),
    "pdf": ("PDF",),
}
"""What each kind of file of the corpus may be taken for."""

PROSE = ("markdown", "text", "text-derived")
"""The kinds that are no trees."""

SAID_OTHERWISE = re.compile(r"address|email|tel|phone|now|june|july|\d{4}年(?:至.*)?")
"""Words for what a thing is, which the page says by where it stands; and dates, which it has in its own form."""

REFUSED = {
    "fresh-empty.json": "says nothing",
    "fresh-schema-empty.json": "says nothing",
    "fresh-schema-johnny-trouble.broken.json": "not JSON",
    "wrong_input.expected_errors.yaml": "no CV",
    "sample_entries.yaml": "entries of nobody's",
    "invalid-yaml.yml": "not YAML",
}
"""The files that are no CV of anybody, and why."""


def files(besides: Iterable[str] = ()) -> Iterator[Any]:
    if not CORPUS.is_dir():
        yield pytest.param("", "", marks=pytest.mark.skip("the corpus of résumés is not here"))
        return
    with CORPUS.joinpath("INDEX.tsv").open(encoding="utf-8") as index:
        for row in csv.DictReader(index, delimiter="\t"):
            if row["kind"] in FORMATS and Path(row["file"]).name not in besides:
                yield pytest.param(row["kind"], row["file"], id=Path(row["file"]).name)


every_file = pytest.mark.parametrize(("kind", "name"), list(files()))
every_cv = pytest.mark.parametrize(("kind", "name"), list(files(besides=REFUSED)))


@pytest.fixture(scope="session")
def read() -> Callable[[str], Imported]:
    """A function from the name of a file of the corpus to its import, made once."""
    known: dict[str, Imported] = {}

    def read_file(name: str) -> Imported:
        if name not in known:
            known[name], _ = bring(Request([CORPUS / name]))
        return known[name]

    return read_file


def test_the_corpus_is_found(corpus: Path):
    assert corpus
    assert len(list(files())) > 60


@every_file
def test_each_is_taken_for_what_it_is_or_refused_with_a_place(kind: str, name: str):
    data = CORPUS.joinpath(name).read_bytes()
    if Path(name).name not in REFUSED:
        assert imported(data, name).format in FORMATS[kind]
        return
    with pytest.raises(Faults) as raised:
        imported(data, name)
    assert all(fault.place for fault in raised.value.faults)


@every_cv
def test_no_value_is_lost_without_a_word(kind: str, name: str, read: Callable[[str], Imported]):
    made = read(name)
    lost = Counter(words_of_file(kind, CORPUS / name))
    if kind in PROSE:
        lost -= Counter(words(printed(made)))
        lost = Counter({word: count for word, count in lost.items() if not SAID_OTHERWISE.fullmatch(word)})
    lost -= Counter(word for leaf in strings(YAML(typ="base").load(made.text)) for word in words(leaf))
    lost -= Counter(word for note in made.notes for word in words(note.message + line_of(note.place)))
    assert lost == Counter()


@every_cv
def test_each_builds_and_passes_its_proof(
    kind: str, name: str, read: Callable[[str], Imported], built: Callable[..., Made]
):
    assert kind
    assert errors(built(read(name)).findings) == []


# What a file says, and a page


def printed(made: Imported) -> str:
    """What is on paper: headings and dates are words there, and names and figures in content."""
    document = arrange(tailor(made.resume, Application()), made.resume.meta.language or "en")
    return txt.write(Manuscript(document, None, made.resume)).decode()  # type: ignore[arg-type]


def words_of_file(kind: str, file: Path) -> Iterator[str]:
    if kind == "pdf":
        return
    text = file.read_text("utf-8")
    if file.suffix == ".json":
        found = strings(json.loads(text))
    elif file.suffix in (".yaml", ".yml"):
        found = strings(YAML(typ="base").load(io.StringIO(text)))
    else:
        found = iter([re.sub(r"\{[#.][^{}]*\}|^\s*(?:\*\s+)?\d+\.\s|\bhttps?:", " ", text, flags=re.MULTILINE)])
    for leaf in found:
        yield from words(leaf)


def strings(value: object) -> Iterator[str]:
    """Every value of a tree, as a string; keys as well, since some are headings."""
    match value:
        case dict():
            for each in value.values():
                yield from strings(each)
        case list():
            for each in value:
                yield from strings(each)
        case None:
            pass
        case _:
            yield str(value)


def words(text: str) -> Iterator[str]:
    plain = re.sub(r"<[^<>]*>", " ", unicodedata.normalize("NFKC", text))
    return (found.lower() for found in re.findall(r"[^\W_]+", plain))


def line_of(place: Any) -> str:
    return f" {place.source.line(place.line)}" if place else ""
