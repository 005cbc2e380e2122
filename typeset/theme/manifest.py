"""`theme.yaml`: the whole contract between a theme and the compiler."""

from typeset.resume.fields import Slug, record
from typeset.resume.fields import about as written
from typeset.resume.model import Part

FILE_NAME = "theme.yaml"

ENGINES = ("weasyprint", "latex")
"""What can lay out a theme's pages: its `html/` and style sheets, or its `latex/`."""


@record
class Font(Part):
    """One face: a static TTF or OTF file shipped inside the theme."""

    closed = True

    family: str | None = written("The family's name, as style sheets use it.", needed=True)
    file: str | None = written("The font file, from the theme's folder.", needed=True)
    weight: int | None = written("CSS weight: 400 is regular, 700 bold.")
    style: str | None = written("normal or italic.")


@record
class Fallback(Font):
    """One face that stands in where a document has characters that the theme's own fonts lack."""

    covers: tuple[str, ...] = written(
        "The characters it is there for, as CSS writes ranges: `U+370-3FF, U+2605`.", default=(), needed=True
    )


@record
class Option(Part):
    """Something a user may set. It reaches style sheets as a custom property, and templates as `options.NAME`."""

    closed = True

    name: Slug | None = written("Its name.", needed=True)
    type: str | None = written("color, length, number, choice or flag.", needed=True)
    default: str | None = written("The value when nothing is set.", needed=True)
    min: str | None = written("The least value of a length or number.")
    max: str | None = written("The greatest value of a length or number.")
    choices: tuple[str, ...] = written("What a choice can be.", default=())
    about: str | None = written("One line of help.", needed=True)


@record
class KnobPart(Part):
    """An option that a page budget may move. Options are moved in the order of `fit`, each to its end first."""

    closed = True

    option: str | None = written("The option's name: a number or a length.", needed=True)
    tight: str | None = written("How far it may go to save room.")
    loose: str | None = written("How far it may go to fill a page.")


@record
class StylePart(Part):
    """One style as a manifest writes it; what it does not say stays as the theme it builds on has it."""

    closed = True

    name: str | None = written("What is set so: `name`, `section`, `head`, `text`, `period`, …", needed=True)
    size: str | None = written("In sizes of running text.")
    bold: bool | None = written("Whether it is set in the bold face.")
    italic: bool | None = written("Whether it is set in the italic face.")
    capitals: bool | None = written("Whether it is set in capitals; the characters stay as they are.")
    tracking: str | None = written("Space between letters, in sizes of the text itself.")
    color: str | None = written("ink, quiet or accent.")
    align: str | None = written("left or centre.")
    rule: str | None = written("none, above or below: a thin line at a paragraph.")
    ruled: str | None = written("quiet or accent: the colour of that line.")
    above: str | None = written("Space above, in lines.")
    below: str | None = written("Space below, in lines.")
    hang: str | None = written("How far turn-over lines, or a list's text, stand in; in sizes of the text.")


@record
class OfficePart(Part):
    """How word processors set a theme, as a manifest writes it."""

    closed = True

    fallback: str | None = written("A family that word processors bring, for where the theme's own is not shown.")
    employers: tuple[str, ...] = written("Sections whose entries begin with the employer, the role below.", default=())
    short: tuple[str, ...] = written("Sections whose entries take one line.", default=())
    references: tuple[str, ...] = written("Sections whose entries are set as bibliographies have them.", default=())
    places: str | None = written("after or right: places follow the employer, or stand at the right end of the line.")
    dates: str | None = written("first or second: the line of an entry's head at whose right end its dates stand.")
    styles: tuple[StylePart, ...] = written("The look of each style.", default=())


@record
class Manifest(Part):
    """What a theme says of itself."""

    closed = True

    name: Slug | None = written("The theme's name, as its folder is called.", needed=True)
    about: str | None = written("One line: what it looks like, and for whom it is.", needed=True)
    extends: Slug | None = written("The theme it builds on.")
    engine: str | None = written(
        "weasyprint or latex: what lays out its PDF; that of the theme it builds on if unsaid."
    )
    twin: Slug | None = written("The theme that says in LaTeX what this one, or one built on it, says in HTML.")
    abstract: bool = written("Only a base for others; cannot be chosen.", default=False)
    styles: tuple[str, ...] = written("Style sheets in order, after those of the theme it builds on.", default=())
    screen: tuple[str, ...] = written("Style sheets for screens alone, in order; paper never sees them.", default=())
    letters: tuple[str, ...] = written("Style sheets for letters alone, in order, after all others.", default=())
    fonts: tuple[Font, ...] = written("The faces it uses; no other font is ever used.", default=())
    covers: tuple[str, ...] = written(
        "Ranges of characters beyond Latin-1 that all of them have, and need no fallback for.", default=()
    )
    fallbacks: tuple[Fallback, ...] = written(
        "Faces for what its own lack, in order of preference; those of the theme it builds on come after.", default=()
    )
    options: tuple[Option, ...] = written("What users may set.", default=())
    fit: tuple[KnobPart, ...] = written(
        "The options that a page budget may move, that of least harm first; an entry of a theme takes the place of the "
        "one of the same option in the theme it builds on.",
        default=(),
    )
    office: OfficePart | None = written("How word processors set it.")
