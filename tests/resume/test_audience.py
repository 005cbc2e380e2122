"""Audiences: what a profile hides, what takes its place, and how a value is found again in text."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.resume.audience.profiles import BUILT_IN, Audience, Profile, profile
from typeset.resume.audience.redaction import Redacted, code, faults, redacted
from typeset.resume.audience.secrets import Kind, Secret, Withheld
from typeset.resume.audience.unsaid import unsaid
from typeset.resume.content import resume as read
from typeset.resume.fields import described
from typeset.resume.model import Resume
from typeset.resume.tailoring.saying import said
from typeset.source import Mapping, Source
from typeset.source.yaml import parse

ADA = """\
basics:
  name: Dr. Ada van Dyck
  label: {en: Analyst, de: Analytikerin}
  image: ada.jpg
  email: ada.dyck@example.org
  phone: +44 20 5550 1234
  url: https://www.dyck.example.org/
  location: {address: 12 Example Row, postalCode: EX1 2MP, city: London, countryCode: GB}
  profiles:
    - {id: git, network: Git, username: alovelace, url: https://git.example.org/alovelace}
work:
  - id: dyck-engines
    name: Engine House
    position: Programmer
    url: https://engines.example.org/people/dyck
    notes: Ask for more than last time.
    highlights:
      - Wrote to [my pages](https://www.dyck.example.org/notes) and ada.dyck@example.org.
      - {id: prize, text: "The Dyck prize; in May, Dyck, A., and nobody else."}
    links: [{url: https://git.example.org/alovelace/notes}]
education:
  - {id: school, institution: Elm College, area: Mathematics}
  - {id: press, institution: Night school, area: Logic}
volunteer:
  - {id: elm, organization: Elm College Press, position: Reader}
publications:
  - {id: notes, name: Notes, authors: ["**A. van Dyck**", L. Menabrea]}
references:
  - {id: charles, name: Charles Elm, email: charles@example.org, reference: "Ada is Ada. Dr. van Dyck, too."}
meta: {canonical: https://cv.example.org/9.yaml}
x: {gender: f}
"""


DOTS = "join names with dots; `*` is any one: `work.*.name`"
RING = "{mine: {extends: yours}, yours: {extends: mine}}"
STRANGE = "mine: {replace: {basics.name: 'X {nr}'}}"


@pytest.fixture(scope="module")
def ada() -> Resume:
    return read(parse(Source("ada.yaml", ADA)))[0]


def own(text: str) -> Mapping:
    tree = parse(Source("audiences.yaml", text))
    assert isinstance(tree, Mapping)
    return tree


def chosen(text: str, name: str = "mine") -> Profile:
    found, wrong = profile(name, [own(text)])
    assert found
    assert not wrong
    return found


def words(resume: Resume) -> str:
    return "\n".join(said(getattr(resume, known.name), marked=True) for known in described(Resume).values())


@pytest.fixture(scope="module")
def blind(ada: Resume) -> Redacted:
    return redacted(ada, BUILT_IN["blind"], "first-round", "en")


# What is hidden


def test_a_blind_reader_learns_no_name_and_no_way_to_reach_anybody(blind):
    text = words(blind.resume)
    assert f"Candidate {code('first-round')}" in text
    assert not [word for word in ("Ada", "Dyck", "@", "5550", "Example Row", "EX1", "London", "dyck") if word in text]
    assert blind.resume.basics.image is blind.resume.basics.location is None
    assert blind.resume.basics.profiles == ()


def test_what_has_other_words_has_them_wherever_it_stands(blind):
    candidate = f"Candidate {code('first-round')}"
    texts = [text.text.plain for text in blind.resume.work[0].highlights]
    assert texts == ["Wrote to my pages and […].", f"The {candidate} prize; in May, {candidate}, and nobody else."]
    assert [author.plain for author in blind.resume.publications[0].authors] == [candidate, "L. Menabrea"]
    assert blind.resume.publications[0].authors[0].runs[0].strong
    assert said(blind.resume.references[0].reference) == f"{candidate} is {candidate}. {candidate}, too."


def test_addresses_that_hold_what_is_hidden_lead_nowhere(blind):
    assert blind.resume.work[0].url is None
    assert blind.resume.work[0].links == ()
    assert not [run.link for text in blind.resume.work[0].highlights for run in text.text.runs if run.link]


def test_names_of_items_that_tell_are_other_names(blind):
    assert blind.resume.work[0].id == "item-1"
    assert blind.resume.work[0].highlights[1].id == "prize"


def test_nothing_travels_with_the_values_that_no_page_shows(blind):
    assert blind.resume.x == ()
    assert blind.resume.meta.canonical is None
    assert blind.resume.work[0].notes is None
    assert blind.resume.place is None
    assert blind.resume.basics.label.versions == ()
    assert blind.resume.meta.language == "en"


def test_a_public_cv_keeps_the_name_and_the_town(ada):
    shown = redacted(ada, BUILT_IN["public"], "web", "en").resume
    assert said(shown.basics.name) == "Dr. Ada van Dyck"
    assert said(shown.basics.location) == "London, GB"
    assert shown.basics.email is shown.basics.phone is shown.references[0].email is None


def test_a_name_is_never_left_out_without_another(ada):
    shown = redacted(ada, chosen("mine: {hide: [basics.name]}"), "x", "de").resume
    assert said(shown.basics.name) == f"Profil {code('x')}"


def test_ones_own_audience_replaces_and_counts(ada):
    mine = chosen(
        "mine: {extends: blind, replace: {education.*.institution: 'School {number}', basics.name: 'No {code}'}}"
    )
    shown = redacted(ada, mine, "x", "en").resume
    assert [said(item.institution) for item in shown.education] == ["School 1", "School 2"]
    assert said(shown.basics.name) == f"No {code('x')}"
    assert said(shown.volunteer[0].organization) == "School 1 Press"


def test_the_code_is_of_the_application():
    assert code("one") == code("one") != code("two")
    assert len(code("one")) == 4


def test_a_school_inside_an_employer_is_the_employers_and_told(ada):
    made = redacted(ada, chosen("mine: {hide: [education.*.institution]}"), "x", "en")
    assert [warning.hint for warning in made.warnings] == ["hide `volunteer.elm.organization` too, if it tells"]
    assert made.withheld.standing == ()
    assert not made.withheld.said_in("Reader at Elm College Press since 1843")
    assert made.withheld.said_in("Elm  College, 1843")


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "They say she is; her Hermes and hers.", ["she", "her", "hers"]),
        ("en", "The other heard, then Mr. Babbage came. He left.", ["Mr", "He"]),
        ("de", "Frau Dyck und sie; er, der Herrscher.", ["Frau"]),
        ("fi", "He and she.", []),
    ],
)
def test_words_that_tell_a_gender_are_told_to_who_hides_the_name(language, text, words):
    found, _ = read(
        parse(Source("a.yaml", f"basics:\n  name: Ada\nwork: [{{id: mill, name: Mill, body: '{text}'}}]\n"))
    )
    warnings = redacted(found, BUILT_IN["blind"], "app", language).warnings
    assert [each.message for each in warnings] == [
        f"the name is hidden, and “{word}” in `work.mill.body` may tell the gender" for word in words
    ]
    assert all(str(each.place).startswith("a.yaml:3:") for each in warnings)
    assert redacted(found, BUILT_IN["public"], "app", language).warnings == ()


def test_a_german_title_that_tells_a_gender_is_told(ada):
    warnings = redacted(ada, BUILT_IN["blind"], "app", "de").warnings
    assert [each.message for each in warnings if "gender" in each.message] == [
        "the name is hidden, and “Analytikerin” in `basics.label` may tell the gender"
    ]


def test_what_still_stands_is_known_by_its_path(ada):
    made = redacted(ada, chosen("mine: {hide: [work.*.position]}"), "x", "en")
    assert made.withheld.standing == ()
    made = redacted(ada, chosen("mine: {hide: [publications.*.name]}"), "x", "en")
    assert [each.path for each in made.withheld.standing] == []
    made = redacted(ada, chosen("mine: {hide: [references.*.name]}"), "x", "en")
    assert {each.path for each in made.withheld.standing} == {
        "education.school.institution",
        "volunteer.elm.organization",
    }
    made = redacted(ada, chosen("mine: {hide: [references.*.name], keep: [Elm]}"), "x", "en")
    assert made.withheld.standing == ()


# What is wrong with an audience


@pytest.mark.parametrize(
    ("text", "name", "message", "hint"),
    [
        ("mine: {hide: [work.*.nmae]}", "mine", "nothing is called `work.*.nmae`", None),
        ("mine: {hide: [basics.fone]}", "mine", "nothing is called `basics.fone`", "did you mean `basics.phone`?"),
        ("mine: {hide: ['work..x']}", "mine", "`work..x` is not a path", DOTS),
        ("mine: {hidden: [x]}", "mine", "unknown key `hidden` in the audience `mine`", "did you mean `hide`?"),
        ("mine: {extends: blnd}", "mine", "there is no audience `blnd`", "did you mean `blind`?"),
        (RING, "mine", "audiences extend each other: mine → yours → mine", None),
        ("blind: {hide: [work]}", "blind", "there is an audience `blind` already", "choose another name"),
        (STRANGE, "mine", "there is no field `{nr}` for what replaces other words", None),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(ada, text, name, message, hint):
    found, wrong = profile(name, [own(text)])
    wrong += faults(ada, found) if found else []
    assert message in [fault.message for fault in wrong]
    assert hint is None or hint in [fault.hint for fault in wrong]
    assert all(fault.place and fault.place.line == 1 for fault in wrong)


def test_every_key_of_an_audience_is_described():
    assert set(described(Audience)) == {"extends", "hide", "replace", "keep"}


# How a value is found again


def found(kind: Kind, value: str, *, source: bool = False) -> Callable[[str], bool]:
    withheld = Withheld((Secret("x", kind, value),))
    return lambda text: bool(withheld.said_in(text, source=source))


@pytest.mark.parametrize(
    "text",
    ["Astrid LINDQVIST", "a s t r i d l i n d q v i s t", "Lindqvist, A.", "Lindqvist’s team",
     "by alindqvist@example.org", "https://example.org/%4cindqvist", "lindqvist-cv.pdf",
     "Lind\u00adqvist", "Lindqvi&#115;t", "see A.Lindqvist"],
)  # fmt: skip
def test_a_name_is_found_however_it_is_written(text):
    assert found(Kind.NAME, "Dr. Astrid Lindqvist")(text)


@pytest.mark.parametrize(
    "text", ["Lindqvistson", "Astridson and Sons", "Dr. Who", "strid", "lind qvi", "1 May 2012", "a mark on the page"]
)
def test_what_only_looks_like_a_name_is_not_found(text):
    assert not found(Kind.NAME, "Dr. Astrid Lindqvist")(text)
    assert not found(Kind.NAME, "Mark May")(text)


@pytest.mark.parametrize("text", ["+49 30 23125 017", "(030) 231 25-017", "0049.30.23125017", "tel:+493023125017"])
def test_a_number_is_found_in_any_spacing(text):
    assert found(Kind.NUMBER, "+49 30 23125 017")(text)


@pytest.mark.parametrize("text", ["+49 30 23125 018", "23 125 visitors in 017 days", "2025-10-17"])
def test_other_numbers_are_not_it(text):
    assert not found(Kind.NUMBER, "+49 30 23125 017")(text)


def test_names_of_east_asia_need_no_spaces_around_them():
    assert found(Kind.NAME, "田中 花子")("田中花子は優秀です")


def test_accents_are_not_needed():
    assert found(Kind.NAME, "Wanda Żółkiewska")("/people/zolkiewska.html")
    assert found(Kind.WORDS, "Universität Łódź")("universitat lodz")


def test_in_source_only_what_stands_there_by_no_accident_is_looked_for():
    assert not found(Kind.NAME, "Max Page", source=True)("@page{max-width:1px} Max")
    assert found(Kind.NAME, "Maximilian Page", source=True)("/* maximilian page */")


@given(st.text(st.characters(categories=["L", "Nd", "P", "Zs"]), max_size=60))
def test_a_value_is_found_inside_any_text(around):
    address = "ada.dyck@example.org"
    assert found(Kind.ADDRESS, address)(f"{around} {address} {around}")
    assert not found(Kind.ADDRESS, address)(around)


# What is for nobody


def test_notes_and_private_items_are_for_no_file():
    whole = read(
        parse(Source("ada.yaml", ADA.replace("position: Programmer", "position: Programmer\n    private: true")))
    )[0]
    paths = {secret.path for secret in unsaid(whole, redacted(whole, Profile("none", ()), "x", "en").resume)}
    assert paths == {"work.dyck-engines.notes"}
    hidden = Resume(basics=whole.basics)
    assert {secret.path for secret in unsaid(whole, hidden)} >= {"work.dyck-engines.notes", "work.dyck-engines.name"}


def test_a_note_that_repeats_what_is_shown_is_no_secret():
    text = "work: [{name: House, highlights: [{text: Built the first one., notes: Built the first one.}]}]"
    whole = read(parse(Source("a.yaml", f"basics: {{name: Ada}}\n{text}\n")))[0]
    assert unsaid(whole, whole) == ()
