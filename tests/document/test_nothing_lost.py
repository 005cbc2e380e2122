"""What a tailored résumé says, its document says, word for word and as often; and it says nothing else."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from typeset.document.arrange import arrange
from typeset.document.locale import country
from typeset.document.shapes import Document, Period, Photo, Section
from typeset.document.words import WORDS
from typeset.readers import json as json_reader
from typeset.readers import yaml as yaml_reader
from typeset.resume import links
from typeset.resume.application import Application
from typeset.resume.blocks import Body
from typeset.resume.dates import Date, DateText
from typeset.resume.fields import Email, described
from typeset.resume.items import items
from typeset.resume.languages import in_language
from typeset.resume.links import Url
from typeset.resume.model import (
    Basics,
    Dated,
    Item,
    Link,
    Location,
    Part,
    Profile,
    Publication,
    Reference,
    Resume,
    Thesis,
    Work,
)
from typeset.resume.tailor import tailor
from typeset.resume.text import Text
from typeset.source import Faults, Severity

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "jsonresume"
CONTENT = sorted((ROOT / "content").glob("*.yaml"))

NOT_SHOWN = {
    Resume: {"schema", "headings", "labels", "meta"},  # they stand once a section, or before each line of terms
    Basics: {"image"},
    Item: {"notes"},
}
"""The texts that no reader sees."""

# JSON Resume's older names, so that the whole corpus can be read for its words.
RENAMED = {
    "work": {"company": "name", "website": "url"},
    "volunteer": {"website": "url"},
    "publications": {"website": "url"},
    "education": {"gpa": "score"},
    "languages": {"name": "language", "level": "fluency"},
    "basics": {"picture": "image", "website": "url"},
}


def renamed(resume: dict[str, Any]) -> dict[str, Any]:
    for section, keys in RENAMED.items():
        found = resume.get(section) or []
        for entry in found if isinstance(found, list) else [found]:
            for old in keys.keys() & entry.keys():
                entry[keys[old]] = entry.pop(old)
    return resume


def resumes() -> Iterator[Any]:
    for file in CONTENT:
        for language in ("en", "de"):
            yield pytest.param(
                yaml_reader.read(file.read_bytes(), file.name)[0], language, id=f"{file.stem}-{language}"
            )
    for file in sorted(CORPUS.glob("*.json")):
        if "broken" not in file.name:
            text = json.dumps(renamed(json.loads(file.read_text("utf-8"))), ensure_ascii=False)
            try:
                yield pytest.param(json_reader.read(text.encode(), file.name)[0], "en", id=file.stem)
            except Faults:
                continue


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def said(value: Any) -> Iterator[str]:
    """Yield the words of a tree of dataclasses, but those of dates, titles of sections and addresses of pictures."""
    match value:
        case Text():
            yield from words(value.plain)
        case tuple():
            for item in value:
                yield from said(item)
        case Period() | Photo():
            pass
        case _ if is_dataclass(value):
            hidden = {"title"} if isinstance(value, Section) and value.kind != "sections" else set()
            for field in fields(value):
                if field.name not in hidden:
                    yield from said(getattr(value, field.name))


def meant(part: Part, language: str, hidden: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the words that the document must say of a part."""
    hidden |= {name for kind, names in NOT_SHOWN.items() if isinstance(part, kind) for name in names}
    match part:
        case Profile():
            shown = (
                links.shown(part.url)
                if part.url
                else f"{part.network.plain if part.network else ''} {part.username or ''}"
            )
            yield from words(shown)
            hidden |= {"network"}
        case Location(countryCode=Text() as code) if not part.text:
            yield from words(country(code.plain, language))
            hidden |= {"countryCode"}
        case Basics():
            yield from words(f"{part.email or ''} {links.shown(part.url or '')}")
        case Reference():
            yield from words(part.email or "")
        case Publication(doi=str()):
            yield from words(f"doi:{part.doi}")
        case Link(label=None):
            yield from words(links.shown(part.url or ""))
    for field in fields(part):
        if field.name not in hidden | {"place", "x"}:
            yield from below(getattr(part, field.name), language)


def below(value: Any, language: str) -> Iterator[str]:
    match value:
        case Text():
            yield from words(value.plain)
        case Body():
            yield from said(value.blocks)
        case DateText() | str():
            pass
        case tuple():
            for number, item in enumerate(value):
                same = number and isinstance(item, Work) and is_one_employer(value[number - 1], item)
                if isinstance(item, Part):
                    hidden = frozenset({"name", "location", "description", "successor"} if same else ())
                    yield from meant(item, language, hidden)
                else:
                    yield from below(item, language)
        case Part():
            yield from meant(value, language)


def is_one_employer(first: Work, second: Work) -> bool:
    """Roles that follow one another at one employer name it once."""
    shared = ("name", "location", "url", "description", "successor")
    alike = all(getattr(first, name) == getattr(second, name) for name in shared)
    return bool(alike and second.name and not first.positions and not second.positions)


def added(resume: Resume, language: str) -> Counter[str]:
    """Return the words that the compiler itself puts in: "in" of a degree, "now", and labels of terms."""
    own = WORDS[language]
    headings = resume.headings
    found: Counter[str] = Counter()

    def add(key: str) -> None:
        label = getattr(resume.labels, key, None)
        title = label.plain if label else own[key]
        found.update(words(re.sub(r"{\w+}", "", title)))

    for entry in resume.education:
        thesis = entry.thesis or Thesis()
        keys = {
            "degree": entry.studyType and entry.area,
            "thesis": thesis.title and not thesis.kind,
            "supervisor": thesis.supervisor or entry.supervisor,
            "grade": entry.score,
            "courses": entry.courses,
        }
        for key, there in keys.items():
            if there:
                add(key)
    for work in resume.work:
        if work.successor:
            add("now")
    for _, item in items(resume):
        if isinstance(item, Dated) and item.keywords:
            add("keywords")
    for heading in (getattr(headings, field.name) for field in fields(headings) if field.name not in ("place", "x")):
        if heading and heading.summary:
            found.update(below(heading.summary, language))
    return found


@pytest.mark.parametrize(("resume", "language"), list(resumes()))
def test_every_word_that_is_meant_is_said_once_and_no_other(resume: Resume, language: str):
    shown = in_language(tailor(resume, Application()), language)
    document = arrange(shown, language)
    found, expected = Counter(said(document)), Counter(meant(shown, language)) + added(shown, language)
    assert (expected - found, found - expected) == ({}, {})  # lost, and made up


def test_the_corpus_was_read(corpus: Path):
    assert len(list(resumes())) > len(CONTENT) * 2 + len(list((corpus / "jsonresume").glob("*.json"))) // 2


@pytest.mark.parametrize(
    "word",
    [
        "Vertraulich",
        "Confidential",
        "Fjordwacht",
        "Demir",
        "astrid.77",
        "Ask",
        "Katrin",
        "Filed",
        "Seezeiten",
        "origin",
    ],
)
def test_nothing_private_or_meant_for_others_is_said(word: str):
    text = (ROOT / "content" / "lindqvist.yaml").read_bytes()
    assert word in text.decode()
    resume, _ = yaml_reader.read(text, "lindqvist.yaml")
    for language in ("en", "de"):
        document: Document = arrange(tailor(resume, Application()), language)
        assert word not in list(said(document))
        assert word not in " ".join(document.keywords)


# Every field of the model once, each with a word of its own

HIDDEN = {
    "basics.image",  # shown as a picture
    "basics.location.text",  # takes the place of the parts
    "basics.profiles.network",  # the address says it
    "basics.profiles.username",
    "work.position",  # each role is under `positions`
    "work.department",
    "sections.items.text",  # an entry, not a bullet
    "sections.items.label",  # nor a pair
    "sections.items.value",
}
UNSAID = {
    "id",
    "tags",
    "priority",
    "only",
    "private",
    "notes",
    "variants",
    "x",
    "$schema",
    "headings",
    "labels",
    "meta",
}


def every_field(model: type[Part], way: str, said_where: dict[str, str]) -> dict[str, Any]:
    """Return a mapping for `model` in which each text is a word of its own, and note where it stands."""
    made: dict[str, Any] = {}
    for key, known in described(model).items():
        here = f"{way}.{key}".lstrip(".")
        if key in UNSAID or here in HIDDEN or here.split(".").count(key) > 2:
            continue
        word = f"w{len(said_where)}"
        if isinstance(known.kind, type) and issubclass(known.kind, Part):
            value: Any = every_field(known.kind, here, said_where)
        elif known.kind == Date:
            value = "2012"
        else:
            said_where[word] = here
            value = {Url: f"https://{word}.org", Email: f"{word}@example.org"}.get(known.kind, word)
        made[key] = [value] if known.many else value
    return made


def test_every_field_of_the_model_is_said_or_known_to_be_hidden():
    said_where: dict[str, str] = {}
    text = json.dumps(every_field(Resume, "", said_where))
    resume, faults = json_reader.read(text.encode(), "cv.json")
    errors = [fault.message for fault in faults if fault.severity is Severity.ERROR]
    assert errors == ["an entry shows no `startDate`, `endDate`"]
    assert len(said_where) > 150
    document = repr(arrange(resume, "en"))
    assert [way for word, way in said_where.items() if not re.search(rf"\b{word}\b", document)] == []
