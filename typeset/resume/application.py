"""One use of a résumé: what it shows, in which theme, language and formats, on how many pages."""

from typeset.resume.fields import Attach, LanguageTag, Path, Slug, about, record
from typeset.resume.model import Part
from typeset.resume.text import Text
from typeset.source import Mapping

DEFAULT_FORMATS = ("pdf",)


@record
class Opening(Part):
    """The job applied for."""

    closed = True

    company: Text | None = about("With whom.", also=("employer", "organization"))
    role: Text | None = about("As what.", also=("position", "title"))
    posting: str | None = about("The advertisement: a file beside the application, or an address.", also=("ad", "url"))


@record
class Pages(Part):
    """The page budget."""

    closed = True
    shorthand = "max"

    max: int | None = about("The most pages a PDF may have.", also=("most", "maximum"))


@record
class Application(Part):
    """It can choose, order and present; it has no field for inventing an entry."""

    closed = True

    resume: Path | None = about("The content file, without its ending; the application's own name when absent.")
    opening: Opening | None = about("The job applied for.", key="for", also=("job",))
    theme: Slug | None = about("The theme to draw it with.", also=("template", "design", "style"))
    options: Mapping | None = about("Values for the theme's options; `typeset themes NAME` lists them.")
    locale: LanguageTag | None = about("Language and region, such as en-GB.", also=("language", "lang"))
    tags: tuple[Slug, ...] = about("Show what is marked `only:` for these.", default=(), also=("only", "include"))
    omit: tuple[Path, ...] = about(
        "Paths of what to leave out, such as `interests.hiking`.", default=(), also=("exclude",)
    )
    order: tuple[Slug, ...] = about("Sections that come first, in this order.", default=(), also=("sections",))
    formats: tuple[Slug, ...] = about("What to write, such as pdf, html, txt.", default=(), also=("format", "outputs"))
    pages: Pages | None = about("The page budget.")
    attach: Attach = about(
        "What a PDF carries inside it: `content`, as far as it is shown, or `none`.", default=Attach("content")
    )
