"""The content file that goes with a finished CV: the file itself, or what of it this application shows."""

import json
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset import readers
from typeset.document.arrange import arrange
from typeset.proof.expected import texts
from typeset.readers import json as json_reader
from typeset.readers import yaml as yaml_reader
from typeset.resume.application import Application
from typeset.resume.fields import Slug
from typeset.resume.model import Resume, Skill
from typeset.resume.reading import read as read_model
from typeset.resume.source_text import source_of
from typeset.resume.tailor import tailor
from typeset.resume.text import text_of
from typeset.source import Severity
from typeset.source.characters import decode
from typeset.source.yaml import parse

CONTENT = Path(__file__).parents[2] / "content"
APPLICATIONS = sorted((CONTENT / "applications").glob("*.yaml"))

Read = Callable[[str], Resume]


def application(text: str) -> Application:
    found, faults = read_model(parse(decode(text.encode(), "app.yaml")), Application, "the application")
    assert faults == []
    return found


def extracted(resume: Resume) -> Resume:
    """What a reader of the attached file gets."""
    name, data = source_of(resume)
    found, faults = (json_reader if name.endswith(".json") else yaml_reader).read(data, name)
    assert [str(fault) for fault in faults if fault.severity is Severity.ERROR] == []
    return found


def words(resume: Resume, language: str = "en") -> list[str]:
    return [text.plain for text in texts(arrange(resume, language))]


@pytest.mark.parametrize("file", APPLICATIONS, ids=lambda file: file.stem)
@pytest.mark.parametrize("language", ["en", "de-DE"])
def test_what_is_extracted_says_the_same_words(file: Path, language: str):
    chosen = application(file.read_text("utf-8"))
    content = CONTENT / f"{chosen.resume or file.stem}.yaml"
    shown = tailor(readers.read(content, content.name)[0], chosen)
    assert len(words(shown)) > 100
    assert words(extracted(shown), language) == words(shown, language)


@pytest.mark.parametrize("file", APPLICATIONS, ids=lambda file: file.stem)
def test_what_is_extracted_is_its_own_source(file: Path):
    chosen = application(file.read_text("utf-8"))
    content = CONTENT / f"{chosen.resume or file.stem}.yaml"
    once = source_of(tailor(readers.read(content, content.name)[0], chosen))
    found, _ = yaml_reader.read(once[1], once[0])
    assert source_of(tailor(found, Application())) == once


@pytest.mark.parametrize(
    "data",
    [
        b"# said by nobody\nbasics: {name: 'N. N.'}   # as it is\n\n\n",
        BOM_UTF8 + b"basics: {name: N}\r\nx: {a: b}\r\n",
        b"basics: {name: N}\rwork: []",
        b"basics: {name: N}\nunknown: 1\n",
    ],
)
def test_a_file_shown_whole_comes_back_byte_for_byte(data: bytes):
    resume, _ = yaml_reader.read(data, "content/ada.yaml")
    assert source_of(tailor(resume, Application())) == ("ada.yaml", data)


def test_so_does_one_in_json():
    data = b'{"basics": {"name": "N", "label": ""},\r\n "work": [{"name": "a", "highlights": []}]}'
    resume, _ = json_reader.read(data, "ada.json")
    assert source_of(tailor(resume, Application())) == ("ada.json", data)


def test_a_file_of_which_something_is_hidden_loses_its_comments():
    written = "# Mallory pays too little\nbasics: {name: Ada}\nwork: [{name: a}, {name: Mallory, private: true}]\n"
    resume, _ = yaml_reader.read(written.encode(), "ada.yml")
    assert source_of(tailor(resume, Application())) == ("ada.yaml", b"basics: {name: Ada}\nwork: [{name: a}]\n")


@pytest.mark.parametrize(
    ("written", "chosen", "expected"),
    [
        ("work: [{name: a, notes: n}]", "{}", "work: [{name: a}]\n"),
        ("work: [{name: a, only: [t]}]", "tags: [t]", "work: [{name: a}]\n"),
        ("work: [{name: a, private: false}, {name: b}]", "omit: [work.b]", "work: [{name: a, private: false}]\n"),
        (
            "work: [{name: a}]\nheadings: {work: W, skills: S}\nskills: [s]",
            "omit: [work]",
            "headings: {skills: S}\nskills: [s]\n",
        ),
        ("sections: [{title: t, items: [{text: a, only: [x]}]}]\nskills: [s]", "{}", "skills: [s]\n"),
        ("skills: [s]\nwork: [{name: a}]", "order: [work]", "work: [{name: a}]\nskills: [s]\n"),
        ("skills: [&a {name: s}, *a]", "omit: [skills.s-2]", "skills:\n  - name: s\n"),
        ("skills: [{de: eins, en: one}, two]", "omit: [skills.two]", "skills: [{de: eins, en: one}]\n"),
    ],
)
def test_what_is_hidden_goes_and_the_rest_stays_as_written(valid: Read, written: str, chosen: str, expected: str):
    shown = tailor(valid(f"basics: {{name: N. N.}}\n{written}"), application(chosen))
    text = source_of(shown)[1].decode().replace("basics: {name: N. N.}\n", "")
    assert text.replace("\n\n", "\n") == expected


def test_a_contact_left_out_is_gone(valid: Read):
    shown = tailor(valid("basics: {name: Ada, email: a@example.org, phone: '1'}"), application("omit: [basics.email]"))
    assert source_of(shown)[1] == b'basics: {name: Ada, phone: "1"}\n'


def test_what_is_changed_is_written_anew(valid: Read):
    resume = valid("basics: {name: N, label: {en: a, de: b}}\nwork: [{name: c}]")
    changed = replace(resume, basics=replace(resume.basics, label=text_of("5 * 5 * 5 *new*")))
    assert extracted(changed).basics.label == text_of("5 * 5 * 5 *new*")
    assert [item.name for item in extracted(changed).work] == [item.name for item in resume.work]


def test_so_is_its_order(valid: Read):
    resume = valid("basics: {name: N. N.}\nwork: [{name: a}]\nsections: [{id: s, title: S, items: [i]}]\nskills: [b]")
    shown = tailor(resume, application("order: [skills, s]"))
    stranger = replace(shown, place=replace(shown.place, source=replace(shown.place.source, name="cv.md")))
    assert words(extracted(stranger)) == words(shown)


def test_what_is_added_and_moved_is_where_it_was_put(valid: Read):
    resume = valid("basics: {name: N. N.}\nskills: [a, b]")
    added = Skill(id=Slug("c"), name=text_of("c"), keywords=(text_of("d, e"),))
    changed = replace(resume, skills=(added, *reversed(resume.skills)))
    assert [(skill.name.plain, len(skill.keywords)) for skill in extracted(changed).skills] == [
        ("c", 1),
        ("b", 0),
        ("a", 0),
    ]


def test_what_was_read_from_another_format_is_written_as_yaml(valid: Read):
    resume = valid((CONTENT / "polte.yaml").read_text("utf-8"))
    stranger = replace(resume, place=replace(resume.place, source=replace(resume.place.source, name="cv.md")))
    name, data = source_of(stranger)
    found, faults = yaml_reader.read(data, name)
    assert (name, found, faults) == ("cv.yaml", resume, [])
    assert (found.order, found.basics.order) == (resume.order, resume.basics.order)


# Nothing withheld appears

MARKS = st.sampled_from(["", "", "", "private", "others", "ours", "omit", "notes"])


class Written:
    """A content file made up, with a name for each text of it that no other has, and whether it may be seen."""

    def __init__(self, draw: Callable[[st.SearchStrategy], object]) -> None:
        self.draw = draw
        self.hidden: list[str] = []
        self.shown: list[str] = []
        self.omitted: list[str] = []

    def text(self, is_shown: bool) -> str:
        name = f"zq{len(self.hidden) + len(self.shown):04d}"
        (self.shown if is_shown else self.hidden).append(name)
        return name

    def item(self, path: str, is_shown: bool, texts: str, below: tuple[tuple[str, str], ...]) -> dict[str, object]:
        mark = self.draw(MARKS)
        name = self.text(True)  # ids are shown nowhere; whether one stays is not held here
        self.shown.pop()
        here = f"{path}.{name}" if path else name
        is_shown = is_shown and mark not in ("private", "others", "omit")
        made: dict[str, object] = {"id": name, texts: {"en": self.text(is_shown), "de": self.text(is_shown)}}
        made |= {
            "private": {"private": True},
            "others": {"only": ["them"]},
            "ours": {"only": ["us"]},
            "notes": {"notes": self.text(False)},
        }.get(mark, {})
        if mark == "omit":
            self.omitted.append(here)
        for key, kind in below[:1]:
            count = self.draw(st.integers(0, 2))
            made[key] = [self.item(here, is_shown, kind, below[1:]) for _ in range(count)]
        return made


@st.composite
def cvs(draw) -> tuple[dict, Written]:
    made = Written(draw)

    def many(path: str, texts: str, *below: tuple[str, str]) -> Iterator[dict]:
        for _ in range(draw(st.integers(0, 2))):
            yield made.item(path, True, texts, below)

    cv = {
        "basics": {"name": made.text(True), "profiles": list(many("profiles", "network"))},
        "work": list(many("work", "position", ("highlights", "text"), ("highlights", "text"))),
        "skills": list(many("skills", "name", ("highlights", "text"))),
        "sections": list(many("", "title", ("items", "text"))),
    }
    return cv, made


@given(cvs(), st.sampled_from(["cv.yaml", "cv.json"]))
def test_nothing_withheld_is_in_the_source_and_nothing_shown_is_missing(made: tuple[dict, Written], name: str):
    cv, names = made
    data = json.dumps(cv).encode()
    resume, faults = (json_reader if name == "cv.json" else yaml_reader).read(data, name)
    assert faults == []
    tags = ("us",) if b'"us"' in data else ()
    shown = tailor(resume, Application(tags=tags, omit=tuple(names.omitted)))
    text = source_of(shown)[1].decode()
    assert [each for each in names.hidden if each in text] == []
    said = {each for each in names.shown if each in text}
    assert {text for text in names.shown if text in " ".join(words(shown))} <= said
    assert words(extracted(shown)) == words(shown)
