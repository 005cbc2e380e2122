"""One use of a résumé: what it shows, in which theme, language and formats, on how many pages."""

import dataclasses

from typeset.resume.fields import Attach, LanguageTag, Levels, Path, Picks, Share, Slug, Wordings, about, record
from typeset.resume.letter import DossierPart, Letter
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
    posting: str | None = about(
        "The advertisement: a file below content/ (.txt, .md, .html, .json), or an address, which is never fetched.",
        also=("ad", "url"),
    )


@record
class Pages(Part):
    """The page budget.

    Where an application and one it extends say both how many pages it may have and how many it must, it must.
    """

    closed = True
    shorthand = "max"

    max: int | None = about("The most pages a PDF may have.", also=("most", "maximum"))
    exactly: int | None = about("How many pages it must have.", also=("exact",))
    fill: Share | None = about("How full the last of them must be: 0.8 is four fifths.", also=("full",))

    @property
    def is_contradictory(self) -> bool:
        """Whether it must have more pages than it may."""
        return bool(self.max and self.exactly and self.exactly > self.max)

    @property
    def most(self) -> int | None:
        """The most pages it may have."""
        return self.exactly or self.max


@record
class Application(Part):
    """It can choose, order, reword and present; it has no field for inventing an entry.

    `lineage` names its file and those of the applications that it extends, nearest first.
    """

    closed = True

    resume: Path | None = about("The content file, without its ending; the application's own name when absent.")
    extends: Path | None = about("An application whose words hold where this one has none.", also=("base", "inherits"))
    abstract: bool = about("Only there for others to extend; never built itself.", default=False)
    opening: Opening | None = about("The job applied for.", key="for", also=("job",))
    theme: Slug | None = about("The theme to draw it with.", also=("template", "design", "style"))
    options: Mapping | None = about("Values for the theme's options; `typeset themes NAME` lists them.")
    locale: LanguageTag | None = about("Language and region, such as en-GB.", also=("language", "lang"))
    tags: tuple[Slug, ...] = about(
        "Show what is marked `only:` for these, and bullets in the wordings that name them.",
        default=(),
        also=("only", "include"),
    )
    pick: Picks | None = about(
        "Lists of which only some items are wanted, and these in this order: {work: [one, another]}.",
        also=("select", "choose"),
    )
    omit: tuple[Path, ...] = about(
        "Paths of what to leave out, such as `interests.hiking`.", default=(), also=("exclude",)
    )
    order: tuple[Slug, ...] = about("Sections that come first, in this order.", default=(), also=("sections",))
    titles: Wordings | None = about("Other headings for sections, by their names.", also=("headings",))
    reword: Wordings | None = about(
        "Other words for a text, by its path, such as `basics.label` or a bullet's `work.wibidata.startup`.",
        also=("replace", "rewrite"),
    )
    private: tuple[Path, ...] = about(
        "Paths of what this reader alone gets: private items, and values kept outside of the content.", default=()
    )
    audience: Slug | None = about("Who may not see everything: `public`, `blind`, or one of `audiences`.")
    audiences: Mapping | None = about("Audiences of one's own: {agency: {hide: [basics.phone, work.*.name]}}.")
    formats: tuple[Slug, ...] = about("What to write, such as pdf, html, txt.", default=(), also=("format", "outputs"))
    file: str | None = about(
        'How files are called, without their endings, such as "{name}-{company}-CV".', also=("filename", "output")
    )
    pages: Pages | None = about("The page budget.")
    proof: Levels | None = about(
        "What findings of a rule weigh, off to error: {widows: error}; `typeset explain-rule` lists the rules.",
        also=("rules", "levels", "lint"),
    )
    attach: Attach | None = about("What a PDF carries inside it: `content`, as far as it is shown, or `none`.")
    letter: Letter | None = about("The letter that goes with it.", also=("coverLetter", "cover_letter"))
    dossier: tuple[DossierPart, ...] = about(
        "What one more PDF joins, in order: `letter`, `cv`, and PDF files below content/, such as certificates/*.pdf.",
        default=(),
        also=("bundle", "merge"),
    )
    lineage: tuple[str, ...] = dataclasses.field(default=(), compare=False)
