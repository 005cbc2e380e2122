"""What one application does to one content: each of its words alone, and every way in which they can be wrong."""

from collections.abc import Callable

import pytest

from typeset.resume.application import Application
from typeset.resume.items import items
from typeset.resume.languages import in_language
from typeset.resume.model import Resume
from typeset.resume.reading import read
from typeset.resume.tailor import tailor
from typeset.resume.tailoring.private import PrivateValues, veiled
from typeset.resume.tailoring.saying import said
from typeset.source import Fault, Faults, Place, Source
from typeset.source.yaml import parse

CV = """
basics: {name: N. N., label: L, summary: S, phone: "1", location: Town, profiles: [{id: git, network: Git, note: n}]}
headings: {skills: {title: Crafts, summary: Of many.}}
work:
- id: a
  name: A
  position: P
  startDate: 2001
  summary: one
  successor: Z
  keywords: [k]
  highlights:
  - {id: h, text: t, label: l, variants: [{tags: [x], text: tx}, {tags: [x, y], text: ty, label: ly}]}
  - {id: i, text: u, highlights: [{id: j, text: v}, {id: k, text: w}]}
- {id: b, name: B, only: [x], highlights: [{id: h, text: t}]}
- {id: c, name: C, private: true, highlights: [{id: h, text: t}]}
education: [{id: u, institution: U, thesis: {title: T}}]
skills: [{id: s, name: S}, {id: t, name: T}]
sections:
- {id: own, title: Own, body: B, items: [{id: p, text: q, variants: [{tags: [y], text: qy}]}, {id: r, title: R}]}
"""

Read = Callable[[str], Resume]


def application(text: str) -> Application:
    found, faults = read(parse(Source("app.yaml", text)), Application, "the application")
    assert [str(fault) for fault in faults] == []
    return found


def private(text: str = "", **variables: str) -> PrivateValues:
    tree = veiled(parse(Source("cv.private.yaml", text))) if text else None
    return PrivateValues(tree, tuple(variables.items()), "cv.private.yaml")


NO_VALUES = private()


@pytest.fixture(scope="module")
def resume(valid: Read) -> Resume:
    return valid(CV)


@pytest.fixture(scope="module")
def tailored(resume: Resume) -> Callable[..., Resume]:
    return lambda text, values=NO_VALUES: tailor(resume, application(text), values)


@pytest.fixture(scope="module")
def wrong(resume: Resume) -> Callable[..., list[Fault]]:
    """Every fault of an application, each with its place."""

    def find(text: str, values: PrivateValues = NO_VALUES) -> list[Fault]:
        with pytest.raises(Faults) as caught:
            tailor(resume, application(text), values)
        assert all(fault.place for fault in caught.value.faults)
        return list(caught.value.faults)

    return find


def paths(resume: Resume, within: str) -> list[str]:
    return [path.removeprefix(f"{within}.") for path, _ in items(resume) if path.startswith(f"{within}.")]


# Picking


def test_what_is_picked_comes_in_that_order_and_nothing_else(tailored):
    assert paths(tailored("pick: {skills: [t]}"), "skills") == ["t"]
    assert paths(tailored("pick: {skills: [t, s]}"), "skills") == ["t", "s"]
    assert paths(tailored("pick: {skills: []}"), "skills") == []


def test_bullets_are_picked_from_one_item_alone(tailored):
    shown = tailored("tags: [x]\npick: {work.a: [i], work.a.i: [k, j]}")
    assert paths(shown, "work") == ["a", "a.i", "a.i.k", "a.i.j", "b", "b.h"]


def test_profiles_are_a_list_too(tailored):
    assert tailored("pick: {profiles: []}").basics.profiles == ()


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("pick: {wrok: [a]}", "there is no list `wrok` to pick from", "did you mean `work`?"),
        ("pick: {work: [aa]}", "`work` has no `aa`", "there are `a`, `b`, `c`"),
        ("pick: {work.a: [hh]}", "`work.a` has no `hh`", "there are `h`, `i`"),
        ("pick: {work.a.h: [x]}", "there is no list `work.a.h` to pick from", "did you mean `work.a.i`?"),
        ("tags: [z]", "the tag `z` selects nothing: no `only` and no variant names it", "there are `x`, `y`"),
    ],
)
def test_a_name_that_does_not_exist_is_told_with_the_nearest(wrong, text: str, message: str, hint: str):
    [fault] = wrong(text)
    assert (fault.message, fault.hint) == (message, hint)


# Words


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("basics.label", lambda cv: cv.basics.label),
        ("basics.summary", lambda cv: cv.basics.summary),
        ("summary", lambda cv: cv.basics.summary),
        ("basics.location", lambda cv: cv.basics.location.text),
        ("profiles.git.note", lambda cv: cv.basics.profiles[0].note),
        ("basics.profiles.git.note", lambda cv: cv.basics.profiles[0].note),
        ("headings.skills", lambda cv: cv.headings.skills.title),
        ("headings.skills.summary", lambda cv: cv.headings.skills.summary),
        ("work.a.position", lambda cv: cv.work[0].position),
        ("work.a.summary", lambda cv: cv.work[0].summary),
        ("work.a.successor", lambda cv: cv.work[0].successor.name),
        ("work.a.h", lambda cv: cv.work[0].highlights[0].text),
        ("work.a.h.label", lambda cv: cv.work[0].highlights[0].label),
        ("work.a.i.k", lambda cv: cv.work[0].highlights[1].highlights[1].text),
        ("education.u.thesis", lambda cv: cv.education[0].thesis.title),
        ("skills.s", lambda cv: cv.skills[0].name),
        ("own.body", lambda cv: cv.sections[0].body),
        ("own.p", lambda cv: cv.sections[0].items[0].text),
        ("own.r.title", lambda cv: cv.sections[0].items[1].title),
    ],
)
def test_a_path_rewords_one_text_and_no_other(tailored, path: str, found: Callable):
    shown = tailored(f"reword: {{{path}: Quite *new*}}")
    assert said(found(shown), marked=True) == "Quite *new*"
    again = tailored(f"reword: {{{path}: {said(found(tailored('{}')), marked=True)}}}")
    assert again == tailored("{}")


def test_words_may_come_in_several_languages(tailored):
    shown = tailored("reword: {work.a.h: {en: one, de: eins}}")
    assert [said(in_language(shown, language).work[0].highlights[0]) for language in ("en", "de")] == [
        "l: one",
        "l: eins",
    ]


@pytest.mark.parametrize(
    ("path", "message", "hint"),
    [
        ("work.a.hh", "nothing is called `work.a.hh`", "did you mean `work.a.h`?"),
        ("work.a.k", "nothing is called `work.a.k`", "did you mean `work.a.i.k`?"),
        ("work.a", "`work.a` is not one text",
         "name one of its texts: `work.a.summary`, `work.a.name`, `work.a.position`"),
        ("work.a.startDate", "`work.a.startDate` is not one text", None),
        ("work.a.keywords", "`work.a.keywords` is not one text", None),
        ("work.a.body", "`work.a.body` says nothing that could be reworded",
         "an application can reword what the content says, and not add to it"),
        ("own", "`own` is not one text", "name one of its texts: `own.title`, `own.body`"),
    ],
)  # fmt: skip
def test_only_what_is_said_can_be_reworded(wrong, path: str, message: str, hint: str | None):
    [fault] = wrong(f"reword: {{{path}: new}}")
    assert (fault.message, fault.hint) == (message, hint)


def test_a_path_of_two_things_is_told(valid):
    resume = valid("work: [{id: a, name: A, summary: s, highlights: [{id: summary, text: t}]}]")
    with pytest.raises(Faults, match="names two things"):
        tailor(resume, application("reword: {work.a.summary: new}"))


@pytest.mark.parametrize("value", ["", "''", "{fr: ''}", "[a]", "{note: x}", "'[x](y)'"])
def test_other_words_must_be_words(wrong, value: str):
    assert len(wrong(f"reword: {{basics.label: {value}}}")) == 1


def test_titles_stand_over_sections(tailored, wrong):
    shown = tailored("titles: {work: Jobs, skills: Arts, own: Mine, summary: {en: Me, de: Ich}}")
    headings = shown.headings
    assert [said(each.title) for each in (headings.work, headings.skills, headings.summary)] == ["Jobs", "Arts", "Me"]
    assert said(headings.skills.summary) == "Of many."
    assert said(shown.sections[0].title) == "Mine"
    [fault] = wrong("titles: {wrk: Jobs}")
    assert (fault.message, fault.hint) == ("there is no section `wrk`", "did you mean `work`?")


# Wordings by tag


@pytest.mark.parametrize(
    ("tags", "expected"), [("", "l: t"), ("x", "l: tx"), ("y", "ly: ty"), ("y, x", "l: tx"), ("x, y", "l: tx")]
)
def test_the_first_variant_that_a_tag_names_is_said(tailored, tags: str, expected: str):
    bullet = tailored(f"tags: [{tags}]").work[0].highlights[0]
    assert (said(bullet), bullet.variants) == (expected, ())


def test_so_it_is_in_sections_of_ones_own(tailored):
    assert said(tailored("tags: [y]").sections[0].items[0]) == "qy"


def test_the_applications_own_words_come_after(tailored):
    assert said(tailored("tags: [y]\nreword: {work.a.h: mine}").work[0].highlights[0]) == "ly: mine"


# Private values


def test_values_from_a_file_are_merged_over_those_of_the_content(tailored):
    values = private("basics: {phone: '2', email: a@example.org}\nwork.a.i: deep\nwork: [{id: a, position: Q}]")
    shown = tailored("private: [basics.phone, basics.email, work.a.i, work.a.position]", values)
    assert (said(shown.basics.phone), shown.basics.email, said(shown.work[0].position)) == ("2", "a@example.org", "Q")
    assert shown.basics.order[-1] == "email"
    assert said(shown.work[0].highlights[1].text) == "deep"


def test_only_what_is_listed_is_given(tailored):
    values = private("basics: {phone: '2', email: a@example.org}", TYPESET_PRIVATE_BASICS_LABEL="secret")
    assert tailored("private: [basics.phone]", values).basics.email is None
    assert tailored("{}", values) == tailored("{}")


def test_the_environment_comes_first(tailored):
    values = private("basics: {phone: '2'}", TYPESET_PRIVATE_BASICS_PHONE="3")
    assert said(tailored("private: [basics.phone]", values).basics.phone) == "3"


def test_parts_of_an_address_take_the_place_of_its_one_line(tailored):
    values = private("basics: {location: {address: Street 1, city: Town}}")
    location = tailored("private: [basics.location]", values).basics.location
    assert (location.text, said(location)) == (None, "Street 1, Town")
    values = private(TYPESET_PRIVATE_BASICS_LOCATION_CITY="Ghent")
    assert said(tailored("private: [basics.location.city]", values).basics.location) == "Ghent"


def test_a_private_item_is_shown_to_whom_it_is_listed_for(tailored):
    assert paths(tailored("private: [work.c]"), "work") == ["a", "a.h", "a.i", "a.i.j", "a.i.k", "c", "c.h"]
    values = private("work.c: {name: Secret}")
    assert said(tailored("private: [work.c]", values).work[-1].name) == "Secret"


@pytest.mark.parametrize(
    ("text", "values", "message", "hint"),
    [
        ("private: [basics.phone]", private(), "there is no private value for `basics.phone`",
         "write it into cv.private.yaml, or set TYPESET_PRIVATE_BASICS_PHONE"),
        ("private: [basics.phne]", private(), "nothing is called `basics.phne`", "did you mean `basics.phone`?"),
        ("private: [work.c]", private("basics: {phne: '7'}"), "nothing is called `basics.phne`",
         "did you mean `basics.phone`?"),
        ("private: [basics.email]", private("basics: {email: 'top secret'}"),
         "the private value of `basics.email` does not fit", "E-mail address."),
        ("private: [basics.phone]", private("basics: {phone: [top secret]}"),
         "the private value of `basics.phone` does not fit", "Telephone number."),
        ("private: [work.c]", private("work.c: top secret"), "the private value of `work.c` does not fit",
         "`work.c` is an item: name one of its keys"),
    ],
)  # fmt: skip
def test_a_private_value_that_is_missing_or_unfit_is_told_without_a_word_of_it(wrong, text, values, message, hint):
    [fault] = wrong(text, values)
    assert (fault.message, fault.hint) == (message, hint)
    assert "top secret" not in str(fault)
    assert isinstance(fault.place, Place)


# Contradictions


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("omit: [work.a]\npick: {work: [a]}", "`work.a` is picked, but is left out", 2),
        ("omit: [work]\npick: {work: [a]}", "`work` is picked from, but is left out", 2),
        ("omit: [work.a]\npick: {work.a: [h]}", "`work.a` is picked from, but is left out", 2),
        ("pick:\n  skills: [s]\nreword: {skills.t: x}", "`skills.t` is reworded, but is not picked", 3),
        ("omit: [work.a.i]\nreword: {work.a.i.j: x}", "`work.a.i.j` is reworded, but `work.a.i` is left out", 2),
        ("omit: [summary]\norder: [summary]", "`summary` is put in order, but is left out", 2),
        ("omit: [basics.label]\nreword: {basics.label: x}", "`basics.label` is reworded, but is left out", 2),
        ("order: [skills]\npick: {skills: []}", "`skills` is put in order, but is picked empty", 1),
        ("omit: [skills]\ntitles: {skills: x}", "`skills` is given a title, but is left out", 2),
        ("omit: [skills]\nreword: {headings.skills: x}",
         "`headings.skills` is reworded, but `skills` is left out", 2),
        ("pick: {work: [b]}", "`work.b` is picked, but is only for `x`", 1),
        ("reword: {work.c.h: x}", "`work.c.h` is reworded, but `work.c` is private", 1),
    ],
)  # fmt: skip
def test_an_application_that_contradicts_itself_is_told_at_both_lines(wrong, text: str, message: str, line: int):
    [fault] = wrong(text)
    assert (fault.message, fault.place.line) == (message, line)
    assert "see app.yaml:" in fault.hint or "see cv.yaml:" in fault.hint
