"""`theme.yaml`: the whole contract between a theme and the compiler."""

from typeset.resume.fields import Slug, record
from typeset.resume.fields import about as written
from typeset.resume.model import Part

FILE_NAME = "theme.yaml"


@record
class Font(Part):
    """One face: a static TTF or OTF file shipped inside the theme."""

    closed = True

    family: str | None = written("The family's name, as style sheets use it.", needed=True)
    file: str | None = written("The font file, from the theme's folder.", needed=True)
    weight: int | None = written("CSS weight: 400 is regular, 700 bold.")
    style: str | None = written("normal or italic.")


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
class Manifest(Part):
    """What a theme says of itself."""

    closed = True

    name: Slug | None = written("The theme's name, as its folder is called.", needed=True)
    about: str | None = written("One line: what it looks like, and for whom it is.", needed=True)
    extends: Slug | None = written("The theme it builds on.")
    abstract: bool = written("Only a base for others; cannot be chosen.", default=False)
    styles: tuple[str, ...] = written("Style sheets in order, after those of the theme it builds on.", default=())
    fonts: tuple[Font, ...] = written("The faces it uses; no other font is ever used.", default=())
    options: tuple[Option, ...] = written("What users may set.", default=())
