"""The letter that an application sends with its CV, as it is written down, and the parts of the dossier they are in.

Its texts may hold values of the application and of the content in braces: `{for.company}`, `{basics.name}`; a brace
that means itself is written twice.
"""

from typeset.resume.blocks import Body
from typeset.resume.fields import about, record
from typeset.resume.model import Date, Part
from typeset.resume.text import Text


@record
class Recipient(Part):
    """To whom a letter goes: what stands on the envelope."""

    closed = True

    company: Text | None = about("The company; that of `for` when absent.", also=("employer", "organization"))
    department: Text | None = about("A part of it.", also=("division", "unit"))
    name: Text | None = about("The person, as addressed: `Dr. Jane Doe`.", also=("person", "contact"))
    street: Text | None = about("Street and number, or a post-office box.", also=("address",))
    code: Text | None = about("Postal code.", key="postalCode", also=("zip", "postcode"))
    city: Text | None = about("City or town.", also=("town",))
    region: Text | None = about("State or province, where addresses have it.", also=("state", "province"))
    country: Text | None = about(
        "The country, as an ISO 3166-1 alpha-2 code or a name; a code is shown where it is not one's own.",
        also=("countryCode",),
    )
    lines: tuple[Text, ...] = about("All lines of the address, in place of its parts.", default=())


@record
class Signature(Part):
    """What stands below the closing."""

    closed = True
    shorthand = "name"

    name: Text | None = about("The name in type; that of the content when absent.")
    image: str | None = about(
        "A picture of the signature on white (JPEG, PNG or WebP) beside the content file.", also=("picture", "file")
    )


@record
class Letter(Part):
    """A letter. What a letter must have is asked for where it is set, since one may extend another."""

    closed = True

    recipient: Recipient | None = about("To whom it goes.", also=("to", "addressee"))
    town: Text | None = about("Where it is written; the town of the content when absent.", key="place", also=("from",))
    date: Date | None = about("The day it is sent, as YYYY-MM-DD, or in words.")
    reference: Text | None = about("The number or sign of the advertisement.", also=("ref",))
    subject: Text | None = about("What it is about, in one line.", also=("title", "about"))
    salutation: Text | None = about("How it begins, with its comma: `Dear Dr. Doe,`.", also=("greeting", "opening"))
    body: Body | None = about("Its paragraphs, in Markdown.", also=("text", "content", "paragraphs"))
    closing: Text | None = about("How it ends, with its comma if it has one.", also=("valediction", "farewell"))
    signature: Signature | None = about("The name below it, and a picture of the signature.", also=("signed",))
    enclosures: tuple[Text, ...] = about(
        "What comes with it; when absent, the other parts of the dossier.", default=(), also=("attachments", "encl")
    )


@record
class DossierPart(Part):
    """One part of a dossier, or several files that one pattern names."""

    closed = True
    shorthand = "file"

    file: str | None = about(
        "`letter`, `cv`, or a PDF beside the content; `*` and `?` in its name stand for any characters.",
        needed=True,
        also=("path", "part"),
    )
    title: Text | None = about("What it is called in the outline and among the enclosures.", also=("name", "label"))
