"""A letter, the CV that it goes with and what both are about in; the letter as a document of its own out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from typeset.document import places
from typeset.document.customs import DIN_5008, form_of, letter_words
from typeset.document.filling import Filler
from typeset.document.inline import filled, joined
from typeset.document.locale import country, day
from typeset.document.shapes import Document, Letter, Masthead, Period, Photo
from typeset.resume import letter as written
from typeset.resume import links
from typeset.resume.application import Application, Opening
from typeset.resume.dates import Date, DateText, Present
from typeset.resume.languages import in_language
from typeset.resume.model import Location, Resume
from typeset.resume.text import Text, text_of
from typeset.source import Fault, Faults, place_of

_SEPARATOR = " · "


def arrange_letter(
    application: Application, resume: Resume, cv: Document, folder: str = "", enclosures: tuple[Text, ...] = ()
) -> Document | None:
    """Return what the application's letter says in the language of its CV, or None where it has none.

    `resume` is the tailored one, whose values may fill in the letter's texts; `folder` is where the content's files
    lie; `enclosures` are listed where the letter names none itself. Raises `Faults` for what a letter must have and
    this one has not, and for names of values that are not there.
    """
    language = cv.language
    letter, resume = in_language(application.letter, language), in_language(resume, language)
    if not letter:
        return None
    opening = in_language(application.opening, language)
    filler = Filler.of(resume, opening, language)
    body = filler.filled(letter.body.blocks) if letter.body else ()
    letter = filler.filled(replace(letter, body=None))
    faults = [*_missing(letter, bool(body)), *_undated(letter), *filler.faults]
    if faults or not letter.date:
        raise Faults(faults)
    own = resume.basics.location or Location()
    signature = letter.signature or written.Signature()
    listed = letter.enclosures or enclosures
    said = {name: text_of(word) for name, word in letter_words(language).items()}
    shaped = Letter(
        form=form_of(language),
        recipient=tuple(_recipient(letter.recipient, opening, own, language)),
        date=_dated(letter.date, letter.town or own.city, language),
        body=body,
        closing=letter.closing or said["closing"],
        name=signature.name or cv.masthead.name,
        sender=_sender(cv.masthead.name, own) if form_of(language) == DIN_5008 else None,
        reference=joined([said["reference"], letter.reference], ": ") if letter.reference else None,
        subject=letter.subject,
        salutation=letter.salutation,
        signature=_signature(signature, cv, folder),
        enclosed=said["enclosures"] if listed else None,
        enclosures=listed,
    )
    return Document(language=language, masthead=_letterhead(cv.masthead), letter=shaped)


def _missing(letter: written.Letter, has_body: bool) -> Iterator[Fault]:
    there = {"date": letter.date, "subject": letter.subject, "salutation": letter.salutation, "body": has_body}
    for name, value in there.items():
        if not value:
            hint = "the day it is sent, such as 2026-03-14" if name == "date" else None
            yield Fault(f"the letter has no `{name}`", letter.place, hint)


def _undated(letter: written.Letter) -> Iterator[Fault]:
    if isinstance(letter.date, Present):
        yield Fault("the letter's `date` must be a day", letter.place, "write it as YYYY-MM-DD: a build has no clock")


def _letterhead(masthead: Masthead) -> Masthead:
    """Return the head of a CV as that of a letter: without a picture, without accounts elsewhere."""
    contacts = tuple(contact for contact in masthead.contacts if contact.kind != "profile")
    return Masthead(masthead.name, masthead.label, contacts)


def _recipient(
    recipient: written.Recipient | None, opening: Opening | None, own: Location, language: str
) -> Iterator[Text]:
    """Yield the lines of the address; in Germany the company comes first, elsewhere the person (DIN 5008:2020, 10)."""
    recipient = recipient or written.Recipient()
    if recipient.lines:
        yield from recipient.lines
        return
    company = recipient.company or (opening.company if opening else None)
    firm, person = [company, recipient.department], [recipient.name]
    code = recipient.country.plain.upper() if recipient.country else None
    is_code = code is not None and len(code) == 2
    home = own.countryCode.plain.upper() if own.countryCode else None
    town = places.town(recipient.code, recipient.city, recipient.region, (code if is_code else None) or home)
    whom = [*firm, *person] if form_of(language) == DIN_5008 else [*person, *firm]
    yield from (text for text in (*whom, recipient.street, joined(town)) if text)
    if recipient.country and not (is_code and code == home):
        name = country(code, language) if is_code and code else recipient.country.plain
        yield replace(recipient.country, runs=text_of(name.upper()).runs)


def _sender(name: Text, own: Location) -> Text | None:
    """Return the address of the person on one line, to be seen above the recipient's; None where there is none."""
    code = own.countryCode.plain if own.countryCode else None
    town = joined(places.town(own.postalCode, own.city, None, code), " ")
    return joined([name, own.address, town], _SEPARATOR) if own.address and town else None


def _dated(date: Date, town: Text | None, language: str) -> Period:
    written_out = day(date, language)
    if not town or isinstance(date, DateText):
        return written_out
    return replace(written_out, text=filled(letter_words(language)["dated"], place=town, date=written_out.text))


def _signature(signature: written.Signature, cv: Document, folder: str) -> Photo | None:
    if not signature.image:
        return None
    if links.is_far(signature.image):
        message = "a signature must be a file beside the content"
        raise Faults([Fault(message, place_of(signature.image) or signature.place)])
    description = letter_words(cv.language)["signature"].format(name=cv.author)
    return Photo(str(Path(folder, signature.image)), description)
