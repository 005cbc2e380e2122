"""What a letter says: in the form and the words of its language, with values of the content in it."""

from collections.abc import Callable
from typing import Any

import pytest

from typeset.document.arrange import arrange
from typeset.document.customs import LETTER_WORDS, letter_words
from typeset.document.letter import arrange_letter
from typeset.document.shapes import Document, Letter
from typeset.document.words import WORDS
from typeset.proof.expected import texts
from typeset.resume.application import Application
from typeset.resume.model import Resume
from typeset.resume.reading import read as read_model
from typeset.source import Faults
from typeset.source.characters import decode
from typeset.source.yaml import parse

ADA = """\
basics:
  name: Ada Lovelace
  label: Analyst
  email: ada@example.org
  phone: +1 415 555 0100
  location: {address: Elm Street 5, postalCode: "12345", city: Elmwood, region: Elm County, countryCode: DE}
  profiles: [{network: Git, username: ada, url: https://git.example.org/ada}]
work: [{id: mill, name: "*Mill*", position: Clerk, startDate: 1842-03, highlights: [{id: cards, text: Sorted cards.}]}]
"""
LETTER = """\
for: {company: Engine Works, role: {en: Programmer, de: Programmiererin}}
letter:
  recipient: {name: Mr Smith, street: High Street 1, postalCode: "54321", city: Oaktown}
  date: 2026-03-09
  subject: As {for.role}
  salutation: Hello,
  body: One paragraph.
"""


@pytest.fixture
def letter(valid: Callable[[str], Resume]) -> Callable[..., Document]:
    """A function from an application, and other content than Ada's, to the letter."""

    def arranged(application: str = LETTER, language: str = "en-GB", content: str = ADA, **given: Any) -> Document:
        resume = valid(content)
        read, faults = read_model(parse(decode(application.encode(), "a.yaml")), Application, "the application")
        assert faults == []
        found = arrange_letter(read, resume, arrange(resume, language), "content", **given)
        assert found
        return found

    return arranged


@pytest.fixture
def shape(letter: Callable[..., Document]) -> Callable[..., Letter]:
    def of_letter(*arguments: Any, **given: Any) -> Letter:
        found = letter(*arguments, **given).letter
        assert found
        return found

    return of_letter


@pytest.fixture
def complaints(letter: Callable[..., Document]) -> Callable[[str], list[str]]:
    def of_letter(application: str) -> list[str]:
        with pytest.raises(Faults) as raised:
            letter(application)
        return [str(fault).partition("\n")[0] for fault in raised.value.faults]

    return of_letter


def plain(*texts: Any) -> list[str]:
    return [text.plain for text in texts]


def test_an_application_without_a_letter_has_none(valid):
    resume = valid(ADA)
    assert arrange_letter(Application(), resume, arrange(resume, "en")) is None


def test_its_head_is_that_of_the_cv_without_accounts_and_pictures(letter):
    masthead = letter(content=ADA.replace("label:", "image: ada.jpg\n  label:")).masthead
    assert [contact.kind for contact in masthead.contacts] == ["email", "phone", "location"]
    assert (masthead.name.plain, masthead.photo) == ("Ada Lovelace", None)


@pytest.mark.parametrize(
    ("language", "form"),
    [
        ("de-DE", "din-5008"),
        ("de-AT", "din-5008"),
        ("de", "din-5008"),
        ("de-CH", "international"),
        ("en-US", "us-block"),
        ("en-GB", "international"),
        ("fr-FR", "international"),
    ],
)
def test_its_form_is_that_of_its_country(shape, language, form):
    assert shape(language=language).form == form


@pytest.mark.parametrize(
    ("language", "dated"),
    [
        ("en-US", "March 9, 2026"),
        ("en-GB", "Elmwood, 9 March 2026"),
        ("de-DE", "Elmwood, 9. März 2026"),
        ("fr-FR", "Elmwood, le 9 mars 2026"),
        ("ja", "Elmwood、2026年3月9日"),
    ],
)
def test_its_date_is_written_out_as_its_language_does(shape, language, dated):
    date = shape(language=language).date
    assert (date.text.plain, date.start) == (dated, "2026-03-09")


def test_it_is_written_where_it_says_rather_than_where_the_person_lives(shape):
    assert shape(LETTER.replace("date:", "place: Paris\n  date:")).date.text.plain == "Paris, 9 March 2026"


def test_a_date_in_words_stays_as_it_is(shape):
    assert shape(LETTER.replace("2026-03-09", "in March")).date.text.plain == "in March"


def test_the_company_comes_first_in_germany_and_the_person_elsewhere(shape):
    address = ["High Street 1", "54321 Oaktown"]
    assert plain(*shape(language="de-DE").recipient) == ["Engine Works", "Mr Smith", *address]
    assert plain(*shape(language="en-GB").recipient) == ["Mr Smith", "Engine Works", *address]


@pytest.mark.parametrize(
    ("country", "lines"),
    [
        ("DE", ["54321 Oaktown"]),
        ("FR", ["54321 Oaktown", "FRANCE"]),
        ("US", ["Oaktown, 54321", "UNITED STATES"]),
        ("Narnia", ["54321 Oaktown", "NARNIA"]),
    ],
)
def test_a_country_is_named_where_it_is_not_ones_own_and_orders_the_line_above(shape, country, lines):
    found = shape(LETTER.replace("Oaktown}", f"Oaktown, country: {country}}}")).recipient
    assert plain(*found)[3:] == lines


def test_an_address_may_be_written_line_by_line(shape):
    start, end = LETTER.index("{name"), LETTER.index("\n  date")
    assert plain(*shape(LETTER[:start] + "{lines: [A, B]}" + LETTER[end:]).recipient) == ["A", "B"]


def test_an_address_for_a_window_is_there_in_germany_alone_and_only_when_it_is_known(shape):
    sender = shape(language="de-DE").sender
    assert sender.plain == "Ada Lovelace · Elm Street 5 · 12345 Elmwood"
    assert shape(language="en-US").sender is None
    assert shape(language="de-DE", content="basics: {name: Ada Lovelace}").sender is None


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("{for.company}", "Engine Works"),
        ("{for.role}", "Programmer"),
        ("{ basics.name }", "Ada Lovelace"),
        ("{basics.email}", "ada@example.org"),
        ("{basics.location.city}", "Elmwood"),
        ("{work.mill.position} at {work.mill.name}", "Clerk at Mill"),
        ("{work.mill.startDate}", "Mar 1842"),
        ("{work.mill.cards}", "Sorted cards."),
        ("{{for.company}}", "{for.company}"),
        ("}}{{", "}{"),
        ("no names", "no names"),
    ],
)
def test_names_in_braces_are_replaced_by_their_values(shape, named, said):
    application = LETTER.replace("One paragraph.", f"'{named}'").replace("As {for.role}", f"'{named}'")
    found = shape(application)
    assert plain(found.subject, *(block.text for block in found.body)) == [said, said]


def test_a_value_keeps_its_style_and_takes_that_of_its_name(shape):
    [paragraph] = shape(LETTER.replace("One paragraph.", "'**{work.mill.name}** {work.mill.name}'")).body
    assert [(run.strong, run.emphasis) for run in paragraph.text.runs if run.text == "Mill"] == [
        (True, True),
        (False, True),
    ]


def test_names_are_replaced_in_every_part_of_the_body(shape):
    body = "|\n    1. {for.role}\n\n    > {for.role}\n"
    found = shape(LETTER.replace("One paragraph.", body)).body
    assert found[0].items[0].text.plain == "Programmer"
    assert found[1].blocks[0].text.plain == "Programmer"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("'Dear {for.compny}.'", "a.yaml:7:15: error: `for.compny` names no text"),
        ("'Dear {work}.'", "a.yaml:7:15: error: `work` names no text"),
        ("'Dear {work.mill.highlights}.'", "a.yaml:7:15: error: `work.mill.highlights` names no text"),
        ("'Dear {basics.url}.'", "a.yaml:7:15: error: there is nothing at `basics.url`"),
        ("'Dear {.'", "a.yaml:7:15: error: `{` stands alone"),
        ("'Dear }.'", "a.yaml:7:15: error: `}` stands alone"),
        ("'Dear {}.'", "a.yaml:7:15: error: `` names no text"),
    ],
)
def test_a_name_of_nothing_is_told_at_its_place(complaints, body, told):
    assert complaints(LETTER.replace("One paragraph.", body)) == [told]


def test_the_nearest_name_is_hinted_at(letter):
    with pytest.raises(Faults) as raised:
        letter(LETTER.replace("{for.role}", "{for.rol}"))
    assert "did you mean `for.role`?" in str(raised.value)


def test_all_that_a_letter_must_have_is_asked_for_at_once(complaints):
    told = complaints("letter: {salutation: Hello}")
    assert told == [f"a.yaml:1:9: error: the letter has no `{name}`" for name in ("date", "subject", "body")]


def test_a_letter_is_of_a_day_and_not_of_today(complaints):
    [told] = complaints(LETTER.replace("2026-03-09", "present"))
    assert told == "a.yaml:3:3: error: the letter's `date` must be a day"


def test_its_end_is_its_language_s_own_and_the_person_s_name(shape):
    found = shape(language="de-DE")
    assert plain(found.closing, found.name) == ["Mit freundlichen Grüßen", "Ada Lovelace"]
    found = shape(LETTER + "  closing: Bye\n  signature: A. L.\n")
    assert plain(found.closing, found.name) == ["Bye", "A. L."]


def test_a_signature_may_be_a_picture_beside_the_content(shape):
    found = shape(LETTER + "  signature: {image: me.png}\n").signature
    assert (found.file, found.description) == ("content/me.png", "Signature of Ada Lovelace")


def test_a_signature_is_never_fetched(complaints):
    [told] = complaints(LETTER + "  signature: {image: https://example.org/me.png}\n")
    assert "a signature must be a file beside the content" in told


def test_enclosures_are_the_dossier_s_unless_it_names_its_own(shape, valid):
    given = (valid(ADA).basics.name,)
    assert plain(*shape(enclosures=given).enclosures) == ["Ada Lovelace"]
    own = shape(LETTER + "  enclosures: [A sketch]\n", enclosures=given)
    assert plain(own.enclosed, *own.enclosures) == ["Enclosures", "A sketch"]
    assert shape().enclosed is None


def test_it_says_its_texts_in_the_language_asked_for(letter):
    found = letter(language="de-DE")
    assert found.title == "Ada Lovelace – As Programmiererin"
    assert "As Programmiererin" in plain(*texts(found))


def test_every_language_has_the_words_of_letters():
    assert LETTER_WORDS.keys() == WORDS.keys()
    for own in LETTER_WORDS.values():
        assert own.keys() == LETTER_WORDS["en"].keys()
        assert "{date}" in own["dated"]
        assert "{name}" in own["signature"]


def test_american_english_has_words_of_its_own():
    assert letter_words("en-US")["closing"] != letter_words("en-GB")["closing"]
    assert letter_words("en-US").keys() == letter_words("en-GB").keys()
