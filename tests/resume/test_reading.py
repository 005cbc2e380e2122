import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.resume.application import Application
from typeset.resume.dates import DateText, PartialDate, Present
from typeset.resume.items import items
from typeset.resume.model import Resume
from typeset.resume.names import WELL_FORMED
from typeset.resume.reading import read as read_part
from typeset.source import Severity, Source, yaml
from typeset.source.characters import decode

ME = "basics: {name: N. N.}\n"

FAULTS = [
    ("basics: x", "`basics` must be a mapping of keys to values, not a text", 1, 9),
    (ME + "work: x", "`work` must be a list, not a text", 2, 7),
    (ME + "work: {name: x}", "`work` must be a list, not a mapping", 2, 7),
    (ME + "work: [x]", "work entry must be a mapping of keys to values, not a text", 2, 8),
    (ME + "work:", "`work` is empty", 2, 6),
    (ME + "skills: [~]", "an item of `skills` is empty", 2, 10),
    (ME + "work: [{name: [x]}]", "`name` must be a text, not a list", 2, 15),
    (ME + "work: [{name: {}}]", "`name` must be a text, not a mapping", 2, 15),
    (ME + "work: [{name: {en: x, wrong: y}}]", "`name`: `wrong` is not a language", 2, 23),
    (ME + "work: [{posiiton: x}]", "unknown key `posiiton` in work entry", 2, 9),
    (ME + "work: [{id: a, posiiton: x}]", "unknown key `posiiton` in work entry `a`", 2, 16),
    (ME + "work: [{startDate: 2013-13}]", "`startDate`: `2013-13` has no such month", 2, 20),
    (ME + "work: [{url: x}]", "`url`: `x` is not an address that a CV may link to", 2, 14),
    (ME + "work: [{priority: 0}]", "`priority` must be a whole number from 1", 2, 19),
    (ME + "work: [{private: yes}]", "`private` must be `true` or `false`", 2, 18),
    (ME + "work: [{id: ä}]", "`id`: `ä` is not a name", 2, 13),
    (ME + "work: [{id: a}, {id: a}]", "the id `a` stands twice in one list", 2, 17),
    (ME + "work: [{positions: [{}]}]", "positions entry has no `position`", 2, 21),
    (ME + "work: [{highlights: [{label: x}]}]", "highlights entry has no `text`", 2, 22),
    (ME + "work: [{summary: 'a [b](c)'}]", "`c` is not an address that a CV may link to", 2, 25),
    (ME + f"work: [{{name: {'x ' * 501}}}]", "`name` has 1,001 characters; 1,000 are allowed at most", 2, 15),
    (ME + f"work: [{{summary: {'x' * 201}}}]", "`summary` has a word of more than 200 characters", 2, 18),
    (ME + f"publications: [{{doi: {'x ' * 160}}}]", "`doi` has 319 characters; 300 are allowed at most", 2, 22),
    (ME + 'publications: [{doi: "a\\nb"}]', "`doi` must stand on one line", 2, 22),
    (ME + "meta: {language: Deutsch}", "`language`: `Deutsch` is not a language tag", 2, 18),
    (
        'basics: {name: x, email: "a\\u200bb@example.org"}',
        "`email`: `a\u200bb@example.org` is not an e-mail address",
        1,
        26,
    ),
    ("basics: {name: x, email: a b}", "`email`: `a b` is not an e-mail address", 1, 26),
    ("basics: {name: x, location: {zip: 1}}", "unknown key `zip` in `location`", 1, 30),
    ("- x", "the content file must be a mapping of keys to values, not a list", 1, 1),
    ("", "the content file must be a mapping of keys to values, not a text", 1, 1),
    ("work: []", "the content file does not say whose it is", 1, 1),
]


@pytest.mark.parametrize(("text", "message", "line", "column"), FAULTS, ids=[fault[1][:50] for fault in FAULTS])
def test_what_does_not_fit_the_model_is_an_error_at_its_place(read, text: str, message: str, line: int, column: int):
    fault = read(text)[1][0]
    assert (fault.message, fault.place.line, fault.place.column) == (message, line, column)
    assert fault.severity is Severity.ERROR


def test_all_faults_come_in_one_run(read):
    _, faults = read(ME + "work: [{posiiton: x, startDate: 13}]\nskills: x\nbasisc: y\n")
    assert [fault.place.line for fault in faults] == [2, 2, 3, 4]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("work: [{posiiton: x}]", "position"),
        ("work: [{company: x}]", "name"),
        ("jobs: []", "work"),
        ("Work: []", "work"),
    ],
)
def test_a_key_near_a_known_one_is_an_error_with_a_hint(read, text: str, meant: str):
    [fault] = read(ME + text)[1]
    assert (fault.severity, fault.hint) == (Severity.ERROR, f"did you mean `{meant}`?")


def test_a_key_of_the_persons_own_is_kept_and_told(read):
    found, [fault] = read(ME + "work: [{name: x, shoeSize: 44}]")
    [(key, node)] = found.work[0].x
    assert (key, node.text) == ("shoeSize", "44")
    assert (fault.severity, fault.place.line, fault.place.column) == (Severity.WARNING, 2, 18)


def test_what_stands_under_x_is_kept_silently(valid):
    [(key, node)] = valid("work: [{name: x, x: {shoeSize: [44]}}]").work[0].x
    assert (key, node.items[0].text) == ("shoeSize", "44")


@pytest.mark.parametrize("key", ["colour", "x"])
def test_a_closed_class_has_no_room_for_unknown_keys(key: str):
    _, [fault] = read_part(yaml.parse(Source("a.yaml", f"pages: {{{key}: 1}}")), Application, "the application")
    assert (fault.severity, fault.hint) == (Severity.ERROR, "the keys are `max`, `exactly`, `fill`")


def test_many_unknown_keys_are_told_in_linear_time(read):
    start = time.process_time()
    _, faults = read(ME + "work:\n- k: 1\n" + "".join(f"  k{number}: 1\n" for number in range(20_000)))
    assert len(faults) == 20_001
    assert time.process_time() - start < 10  # some 1 s; what is quadratic here takes minutes


SHORTHANDS = [
    ("skills: [a]", "skills: [{name: a}]"),
    ("interests: [a]", "interests: [{name: a}]"),
    ("interests: [{en: a, de: b}]", "interests: [{name: {en: a, de: b}}]"),
    ("headings: {work: a}", "headings: {work: {title: a}}"),
    ("work: [{highlights: [a]}]", "work: [{highlights: [{text: a}]}]"),
    ("work: [{highlights: [{en: a}]}]", "work: [{highlights: [{text: {en: a}}]}]"),
    ("work: [{links: ['https://a.org']}]", "work: [{links: [{url: 'https://a.org'}]}]"),
    ("work: [{successor: a}]", "work: [{successor: {name: a}}]"),
    ("education: [{thesis: a}]", "education: [{thesis: {title: a}}]"),
    ("basics: {name: a, location: b}", "basics: {name: a, location: {text: b}}"),
    ("sections: [{title: a, items: [b]}]", "sections: [{title: a, items: [{text: b}]}]"),
    ("work: [{name: a, highlights: ['']}]", "work: [{name: a, highlights: []}]"),
    ("work: [{name: a, position: '', location: '  '}]", "work: [{name: a}]"),
]


@pytest.mark.parametrize(("short", "long"), SHORTHANDS, ids=[short for short, _ in SHORTHANDS])
def test_a_shorthand_reads_as_the_long_form(valid, short: str, long: str):
    assert valid(short) == valid(long)


@pytest.mark.parametrize(
    ("written", "expected"), [("2012-09", PartialDate(2012, 9)), ("present", Present()), ("2012", PartialDate(2012))]
)
def test_a_date_is_read(valid, written: str, expected: object):
    assert valid(f"awards: [{{date: {written}}}]").awards[0].date == expected


def test_a_date_in_words_may_be_a_map_of_languages(valid):
    [award] = valid("awards: [{date: {en: Summer 2012, de: Sommer 2012}}]").awards
    assert isinstance(award.date, DateText)
    assert [version.plain for version in award.date.text.versions] == ["Summer 2012", "Sommer 2012"]


@pytest.mark.parametrize(
    ("entries", "ids"),
    [
        ("[{name: Société Générale}]", ["societe-generale"]),
        ("[{name: A}, {name: A}, {name: A}]", ["a", "a-2", "a-3"]),
        ("[{name: A}, {id: a}]", ["a-2", "a"]),
        ("[{name: A}, {name: B, id: a-2}, {name: A}]", ["a", "a-2", "a-3"]),
        ("[{name: 漢字}, {name: 漢}]", ["item", "item-2"]),
        ("[{position: Boss}]", ["boss"]),
        ("[{name: {de: Werk, en: Works}}]", ["werk"]),
        ("[{name: '**A** *b*'}]", ["a-b"]),
        ("[{}]", ["item"]),
    ],
)
def test_an_item_without_an_id_gets_one_from_its_title(valid, entries: str, ids: list[str]):
    assert [item.id for item in valid(f"work: {entries}").work] == ids


TITLES = st.lists(st.sampled_from(["A", "a", "B", "Ä", "漢", ""]), max_size=8)


def employers(titles: list[str]) -> str:
    return "work:\n" + "".join(f'- {{name: "{title}"}}\n' for title in titles)


@given(TITLES)
def test_made_ids_are_unique_and_well_formed(valid, titles: list[str]):
    ids = [item.id for item in valid(employers([*titles, "A"])).work]
    assert len(set(ids)) == len(titles) + 1
    assert all(map(WELL_FORMED.fullmatch, ids))


@given(TITLES, st.sampled_from("AB"))
def test_an_item_added_at_the_end_renames_no_other(valid, titles: list[str], added: str):
    before, after = (valid(employers(names)).work for names in (["B", *titles], ["B", *titles, added]))
    assert [item.id for item in after][:-1] == [item.id for item in before]


def test_paths_lead_to_every_item(valid):
    found = valid(
        "work: [{name: a, positions: [{position: b, highlights: [{text: c, highlights: [d]}]}]}]\n"
        "sections: [{title: e, items: [f]}]\n"
    )
    assert [path for path, _ in items(found)] == ["work.a", "work.a.b", "work.a.b.c", "work.a.b.c.d", "e", "e.f"]


def test_sections_and_contacts_keep_the_order_written(valid):
    found = valid("skills: []\nbasics: {phone: 1, name: a, email: a@b.org}\nwork: []\n")
    assert (found.order, found.basics.order) == (("skills", "basics", "work"), ("phone", "name", "email"))


def test_a_resume_of_nothing_is_the_default_one():
    assert read_part(yaml.parse(decode(b"{}", "cv")), Resume, "the content file") == (Resume(), [])


def test_the_path_of_an_item_may_be_longer_than_a_name():
    path = f"work.{'a' * 40}.{'b' * 40}.{'c' * 40}"
    tree = yaml.parse(Source("application.yaml", f"omit: [{path}]"))
    assert read_part(tree, Application, "the application") == (Application(omit=(path,)), [])
