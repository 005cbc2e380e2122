"""Applications that extend others, patterns of file names, and values for some readers alone, in whole builds."""

import io
import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdf
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from typeset.build.plan import plan_of
from typeset.build.prepare import prepare
from typeset.build.request import Request
from typeset.build.unchanged import up_to_date

CONTENT = """\
basics: {name: Bob Müller, label: Analyst, phone: +1 415 555 0100}
work:
  - {id: mill, name: Mill, highlights: [{id: some, text: Only for some., only: [some]}, {id: cards, text: Cards.}]}
  - {id: store, name: Store, position: Clerk}
skills: [sums, tables]
"""
OVERLAYS = [
    "extends: bob\npick: {work: [store]}",
    "extends: base\ntags: [some]\nreword: {work.mill.some: Other words}",
    "resume: bob\nomit: [work]\norder: [skills]\ntitles: {skills: Crafts}",
    "resume: bob\nprivate: [basics.phone]\nfile: '{application}-{name}'",
    "resume: bob\nprivate: [basics.location]\nattach: none",
]


def furnish(workshop):
    workshop.write("content/bob.yaml", CONTENT)
    workshop.write("content/bob.private.yaml", "basics: {phone: +1 415 555 0199, location: Elm Street 5}\n")
    workshop.write("content/applications/base.yaml", "abstract: true\nresume: bob\ntheme: ats\n")
    workshop.write("content/applications/bob.yaml", "extends: base\n")
    return workshop


@pytest.fixture
def shop(workshop):
    """A project of two people, with an application that is never built itself."""
    return furnish(workshop)


def place(told: str) -> str:
    return told.partition(": ")[0]


# Extending


def test_an_abstract_application_is_extended_and_not_built(shop):
    accounts = shop.build("pdf")
    assert [(each.application, each.theme) for each in accounts] == [("ada", "classic"), ("bob", "ats")]
    [told] = shop.faults(application="base")
    assert "`base` is abstract" in told


def test_a_change_to_what_is_extended_is_built(shop, anew):
    shop.build("pdf")
    shop.change("content/applications/base.yaml", "ats", "margin")
    assert not shop.is_up_to_date("pdf")
    assert anew(shop.build("pdf")) == {"bob"}


def test_an_application_that_is_abstract_no_longer_is_built(shop):
    shop.write("content/applications/alone.yaml", "abstract: true\nresume: bob\n")
    shop.build()
    shop.write("content/applications/alone.yaml", "resume: bob\n")
    assert {account.application for account in shop.build()} == {"ada", "alone", "bob"}


def test_a_fault_in_what_others_extend_stands_in_its_own_file(shop):
    shop.write("content/applications/base.yaml", "abstract: true\nresume: bob\nthme: ats\n")
    shop.write("content/applications/other.yaml", "extends: base\n")
    faults = [told for told in shop.faults() if "thme" in told]
    assert {place(told) for told in faults} == {"content/applications/base.yaml:3:1"}
    assert len(set(faults)) == 1


@pytest.mark.parametrize(
    ("chain", "at", "complaint"),
    [
        ({"a": "bsae"}, "a.yaml:1:10", "there is no application `bsae`"),
        ({"a": "a"}, "a.yaml:1:10", "in a circle: a → a"),
        ({"a": "b", "b": "c", "c": "a"}, "a.yaml:1:10", "in a circle: a → b → c → a"),
        ({"d": "b", "b": "c", "c": "b"}, "b.yaml:1:10", "in a circle: b → c → b"),
    ],
)
def test_a_chain_that_does_not_end_is_told_once(shop, chain, at, complaint):
    for name, above in chain.items():
        shop.write(f"content/applications/{name}.yaml", f"extends: {above}\n")
    faults = {told for told in shop.faults() if "content file" not in told}
    assert {place(told) for told in faults} == {f"content/applications/{at}"}
    assert all(complaint in told for told in faults)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"new": "extends: bob"}, "bob"),
        ({"new": "extends: ada", "ada": "{}"}, "ada"),
        ({"new": "extends: mid", "mid": "extends: old", "old": "resume: ada"}, "ada"),
        ({"new": "extends: ada\nresume: bob", "ada": "{}"}, "bob"),
    ],
)
def test_the_content_is_that_of_what_is_extended(shop, files, expected):
    for name, text in files.items():
        shop.write(f"content/applications/{name}.yaml", text)
    [account] = shop.build(application="new")
    assert (account.resume, account.has_failed) == (expected, False)


def test_a_long_chain_is_read(shop):
    for number in range(1, 1500):
        shop.write(f"content/applications/a{number}.yaml", f"extends: {'bob' if number == 1 else f'a{number - 1}'}\n")
    [account] = shop.build(application="a1499")
    assert not account.has_failed


@pytest.mark.parametrize(
    ("child", "complaint"),
    [
        ("formats: [txt]", None),
        ("theme: ats", None),  # the option of another theme falls away
        ("theme: margin", None),
        ("theme: ats\noptions: {accnt: red}", "accnt"),
        ("options: {accnt: red}", "did you mean `accent`?"),
    ],
)
def test_another_theme_takes_of_inherited_options_what_it_knows(shop, child, complaint):
    shop.write("content/applications/base.yaml", "abstract: true\nresume: bob\ntheme: margin\noptions: {column: 10em}")
    shop.write("content/applications/bob.yaml", f"extends: base\n{child}\n")
    faults = shop.faults(application="bob")
    assert [complaint in told for told in faults] == ([True] if complaint else [])


# No application has a say in another's


def bytes_of(shop) -> dict[str, bytes]:
    return {name: data for name, (data, _) in shop.out.items() if not name.endswith(".json")}


def test_another_application_never_changes_the_bytes_of_what_there_is(shop):
    shop.build("pdf", "txt", "yaml")
    before = bytes_of(shop)
    assert len(before) == 6
    for number, overlay in enumerate(OVERLAYS):
        shop.write(f"content/applications/new{number}.yaml", overlay)
        accounts = shop.build("pdf", "txt", "yaml")
        assert [str(fault) for account in accounts for fault in account.faults] == []
        after = bytes_of(shop)
        assert len(after) == 6 + 3 * (number + 1)
        assert {name: after[name] for name in before} == before


LINES = {
    "pick": ["{work: [store]}", "{work: [store, mill]}", "{skills: []}", "{work.mill: [cards]}"],
    "omit": ["[skills]", "[work.mill]", "[basics.label]"],
    "order": ["[skills, work]", "[skills]"],
    "reword": ["{basics.label: Miller}", "{work.mill.cards: Punched.}"],
    "titles": ["{skills: Crafts}"],
    "tags": ["[some]"],
    "theme": ["ats", "margin"],
    "locale": ["de", "en-GB"],
    "pages": ["{max: 1}", "3"],
    "attach": ["none"],
    "private": ["[basics.phone]"],
    "file": ["'{application}'"],
}
"""Lines that an application may have, by their keys."""


@settings(max_examples=30, deadline=None)
@given(st.fixed_dictionaries({}, optional={key: st.sampled_from(lines) for key, lines in LINES.items()}))
def test_no_application_ever_changes_the_bytes_of_another(workshop_in, anew, overlay: dict[str, str]):
    with TemporaryDirectory() as folder:
        shop = furnish(workshop_in(Path(folder)))
        shop.build("txt", "md", "yaml")
        before = bytes_of(shop)
        lines = [f"{key}: {value}\n" for key, value in overlay.items()]
        shop.write("content/applications/new.yaml", "resume: bob\n" + "".join(lines))
        accounts = shop.build("txt", "md", "yaml")
        failed = any(account.has_failed for account in accounts)
        event("refused" if failed else "built")
        after = bytes_of(shop)
        assert {name: after[name] for name in before} == before
        assert len(after) == len(before) + (0 if failed else 3)
        assert anew(accounts) <= {"new"}


# Values for some readers alone


@pytest.fixture
def secret(shop):
    shop.write("content/applications/known.yaml", "resume: bob\nprivate: [basics.phone]\n")
    shop.build("pdf", "txt", "json", "html")
    return shop


def unpacked(data: bytes) -> bytes:
    """The bytes of a file, and, of a PDF, what its streams hold and its text says."""
    if not data.startswith(b"%PDF"):
        return data
    reader = pypdf.PdfReader(io.BytesIO(data))
    found = (reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1))
    text = "".join(page.extract_text() for page in reader.pages)
    return b"".join([data, *(each.get_data() for each in found if hasattr(each, "get_data")), text.encode()])


def holds(shop, characters: str) -> set[str]:
    """The files in `out/` in which characters stand."""
    return {name for name, (data, _) in shop.out.items() if characters.encode() in unpacked(data)}


def test_a_private_value_is_in_the_files_of_its_reader_and_nowhere_else(secret):
    assert {Path(name).parent.name for name in holds(secret, "555 0199")} == {"known"}
    assert {Path(name).suffix for name in holds(secret, "555 0199")} == {".pdf", ".txt", ".json", ".html"}
    assert all(checked.findings == () for checked in secret.check())


def test_a_change_of_a_private_value_is_built(secret, anew):
    assert secret.is_up_to_date("pdf", "txt", "json", "html")
    secret.change("content/bob.private.yaml", "0199", "0198")
    assert anew(secret.build("pdf", "txt", "json", "html")) == {"known"}
    assert holds(secret, "555 0199") == set()


def test_so_is_one_in_the_environment(secret, anew):
    formats = ("pdf", "txt", "json", "html")
    secret.project = secret.project._replace(private=(("TYPESET_PRIVATE_BASICS_PHONE", "+1 415 555 0197"),))
    assert not secret.is_up_to_date(*formats)
    assert anew(secret.build(*formats)) == {"known"}
    assert {Path(name).parent.name for name in holds(secret, "555 0197")} == {"known"}
    assert secret.is_up_to_date(*formats)


def test_a_private_file_is_no_content(shop):
    assert {account.resume for account in shop.build()} == {"ada", "bob"}


@pytest.mark.parametrize(
    "text",
    ["basics: {phone: 'top secret'\n", "basics: {phone: [top secret]}\n", "basics: {phone: '1', fon: top secret}"],
)
def test_no_message_quotes_a_private_file(shop, text: str):
    shop.write("content/applications/known.yaml", "resume: bob\nprivate: [basics.phone]\n")
    shop.write("content/bob.private.yaml", text)
    [told] = shop.faults(application="known")
    assert told.startswith("content/bob.private.yaml:")
    assert "top secret" not in told


# Names of files


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("file: '{name}'", "Bob-Muller"),
        ("file: '{name}-{company}-CV'\nfor: {company: 'Søn & Mühle, Inc.'}", "Bob-Muller-Sn-Muhle-Inc-CV"),
        ("file: '{name}-{company}-CV'\nfor: {company: 漢字}", "Bob-Muller-CV"),
        ("file: 'CV {role} ({language})'\nfor: {role: {en: Cook, de: Koch}}\nlocale: de-DE", "CV-Koch-de-DE"),
        ("file: '{application}_{theme}.v2'", "new_classic.v2"),
        ("file: '../../{name}/x'", "Bob-Muller-x"),
        ("file: 'con'", "con-CV"),
        ("file: '漢'", "new"),
        ("file: '{{name}}'", "name"),
        (f"file: '{'x' * 200}'", "x" * 120),
    ],
)
def test_files_are_called_as_the_application_says(shop, written, name):
    shop.write("content/applications/new.yaml", f"resume: bob\n{written}\n")
    [account] = shop.build(application="new")
    assert account.file == shop.root / "out" / "new" / f"{name}.txt"
    assert account.file.is_file()


def test_a_file_under_its_old_name_goes_unless_somebody_has_changed_it(shop):
    shop.write("content/applications/new.yaml", "resume: bob\nfile: one\n")
    [one] = shop.build(application="new")
    shop.write("content/applications/new.yaml", "resume: bob\nfile: two\n")
    [two] = shop.build(application="new")
    assert not one.file.exists()
    two.file.write_text("mine")
    shop.write("content/applications/new.yaml", "resume: bob\nfile: three\n")
    [three] = shop.build(application="new")
    assert two.file.read_text() == "mine"
    assert three.file.is_file()


@pytest.mark.parametrize(
    ("pattern", "complaint", "hint"),
    [
        ("{nmae}", "`file` has no field `{nmae}`", "did you mean `name`?"),
        ("{}", "`file` has no field `{}`", "there are `name`, `company`"),
        ("{name!r}", "`file` has no field `{name!r}`", "did you mean `name`?"),
        ("{name:>9}", "`file` has no field `{name:>9}`", "did you mean `name`?"),
        ("{name.x}", "`file` has no field `{name.x}`", "did you mean `name`?"),
        ("{name", "`file`: ", "fields stand in braces"),
        ("name}", "`file`: ", "fields stand in braces"),
        ("{company}", "`file` names a company, and there is none", "`for: {company: …}`"),
    ],
)
def test_a_pattern_of_other_fields_is_told_at_its_place(shop, pattern, complaint, hint):
    shop.write("content/applications/new.yaml", f'resume: bob\nfile: "{pattern}"\n')
    [told] = shop.faults(application="new")
    assert told.startswith("content/applications/new.yaml:2:")
    assert complaint in told
    assert hint in told


# Nothing tracebacks


def test_a_mangled_overlay_is_built_or_told_at_its_place(shop):
    text = "\n".join(["resume: bob", *OVERLAYS[1].splitlines()[1:], "pick: {work: [mill], work.mill: [cards, some]}",
                      "private: [basics.phone]", "titles: {work: {en: a, de: b}}", 'file: "{name}"', ""])  # fmt: skip
    chance = random.Random(5)  # noqa: S311  # no secret depends on it
    failed = 0
    for _ in range(120):
        at, length = chance.randrange(len(text)), chance.randrange(6)
        mangled = text[:at] + "".join(chance.choices("{}[]:,. \n-'\"&*xé", k=chance.randrange(3))) + text[at + length :]
        shop.write("content/applications/new.yaml", mangled)
        [account] = shop.build(application="new")
        failed += account.has_failed
        assert account.has_failed == any(": error: " in str(fault) for fault in account.faults)
        assert all(str(fault).startswith("content/") for fault in account.faults)
    assert 20 < failed < 120


def test_what_is_prepared_shows_no_private_value(shop):
    shop.write("content/applications/known.yaml", "resume: bob\nprivate: [basics.phone]\n")
    prepared = prepare(shop.project, plan_of(shop.project, "known"))
    assert "0199" not in repr(prepared.private)
    assert up_to_date(shop.project, Request()) is None
