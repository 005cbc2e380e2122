"""A plan in; its application, document and theme out, with every file they were made from."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from typeset import readers
from typeset.build.audience import audience_of, signed_by_hand
from typeset.build.discover import PRIVATE_SUFFIX, content_files
from typeset.build.enclosing import Enclosed, enclosed
from typeset.build.naming import unfilled
from typeset.build.overlay import Overlay, overlay
from typeset.build.pieces import CV, DOSSIER, LETTER
from typeset.build.project import Plan, Project
from typeset.document.arrange import arrange
from typeset.document.characters import characters
from typeset.document.letter import arrange_letter
from typeset.document.shapes import Document
from typeset.document.words import WORDS
from typeset.resume import names
from typeset.resume.application import DEFAULT_FORMATS, Application
from typeset.resume.audience.secrets import Withheld
from typeset.resume.audience.unsaid import unsaid
from typeset.resume.model import Resume
from typeset.resume.tailor import tailor
from typeset.resume.tailoring.extending import is_further
from typeset.resume.tailoring.private import PrivateValues, veiled, veiled_place
from typeset.source import Fault, Faults, Mapping, Severity, place_of, raise_errors, yaml
from typeset.source.characters import decode, read_bytes
from typeset.theme.fallback import fitted
from typeset.theme.theme import DEFAULT, Theme, load
from typeset.writers import Manuscript

DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that the formats of one application share: the résumé as this reader gets it, and the `whole`.

    `sources` are the files that it was made from, but for those of private values, of which nothing is written down.
    `kept_back` is what its audience may find in no file.
    """

    plan: Plan
    application: Application
    resume_name: str
    resume: Resume
    whole: Resume
    private: PrivateValues
    document: Document
    theme: Theme
    sources: tuple[Path, ...]
    withheld: tuple[Path, ...]
    kept_back: Withheld
    warnings: tuple[Fault, ...]
    letter: Document | None = None
    dossier: tuple[Enclosed, ...] = ()

    @property
    def manuscript(self) -> Manuscript:
        """What writers are handed."""
        return Manuscript(self.document, self.theme, self.resume, self.application.attach != "none")

    @property
    def pieces(self) -> tuple[str, ...]:
        """What the application comes to."""
        return (CV, *((LETTER,) if self.letter else ()), *((DOSSIER,) if self.dossier else ()))

    def manuscript_of(self, piece: str) -> Manuscript:
        """Return what writers are handed of its CV or of its letter, which carries no source."""
        if piece == CV or not self.letter:
            return self.manuscript
        theme = fitted(self.theme.for_letters, characters(self.letter))
        return Manuscript(self.letter, theme, self.resume, carries_source=False)

    @property
    def enclosed_files(self) -> tuple[Path, ...]:
        """The files that its dossier is made of, besides its own pieces."""
        return tuple(part.file for part in self.dossier if part.file)

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats the application asks for."""
        return tuple(self.application.formats) or DEFAULT_FORMATS


@cache
def prepare(project: Project, plan: Plan, theme_name: str | None = None) -> Prepared:
    """Return what an application says and how it looks; `theme_name` takes the place of its own theme.

    Raises `Faults` with all that is wrong in its files.
    """
    found = overlay(project, plan)
    application, faults = found.application, [*found.faults, *unfilled(found.application)]
    with _gathering(faults):
        content_name, content = _content(project, plan, found)
        resume, warnings = readers.read(content, project.shown(content))
        private = _private(project, application, content)
        audience = audience_of(project, plan, application, resume)
        faults += audience.faults
        tailored = tailor(resume, application, private)
    with _gathering(faults):
        theme = _theme(project, application, theme_name)
    raise_errors(faults)
    language = application.locale or resume.meta.language or DEFAULT_LANGUAGE
    tailored, kept_back = audience.of(tailored, language)
    document = arrange(tailored, language, str(content.parent))
    theme = fitted(theme, characters(document))
    dossier, wrong = enclosed(project, application, language)
    titles = tuple(part.title for part in dossier if part.piece != LETTER)
    wrong += signed_by_hand(application, resume, tailored)
    signature = application.letter.signature if application.letter else None
    wrong += readers.picture_faults(signature.image if signature else None, content.parent)
    letter = None
    with _gathering(wrong):
        letter = arrange_letter(application, tailored, document, str(content.parent), titles)
    raise_errors(wrong)
    pictures = [document.masthead.photo, letter and letter.letter and letter.letter.signature]
    photo = [Path(picture.file) for picture in pictures if picture]
    return Prepared(
        plan=plan,
        application=application,
        resume_name=content_name,
        resume=tailored,
        whole=resume,
        private=private,
        document=document,
        theme=theme,
        sources=(*found.files, *audience.files, content, *photo),
        withheld=(content.with_suffix(PRIVATE_SUFFIX),) if application.private else (),
        kept_back=kept_back.withheld.also(unsaid(resume, tailored)),
        warnings=(*faults, *warnings, *kept_back.warnings, *_language_warnings(language, application)),
        letter=letter,
        dossier=dossier,
    )


@contextmanager
def _gathering(faults: list[Fault]) -> Iterator[None]:
    """Add the faults that arise to those there are, so that all are told in one run."""
    try:
        yield
    except Faults as arisen:
        faults += arisen.faults


def resume_name(project: Project, plan: Plan) -> str:
    """Return the name of the content file that a plan draws on."""
    return _named(plan, overlay(project, plan), content_files(project))


def _named(plan: Plan, found: Overlay, files: Collection[str]) -> str:
    """Return the name of the content file that an application names, or is named after, or that what it extends is."""
    return found.application.resume or next((name for name in found.names if name in files), plan.name)


def _content(project: Project, plan: Plan, found: Overlay) -> tuple[str, Path]:
    if plan.content:
        return plan.name, plan.content
    files = content_files(project)
    name = _named(plan, found, files)
    if name in files:
        return name, files[name]
    place = place_of(found.application.resume) or found.application.place
    raise Faults([Fault(f"there is no content file `{name}`", place, names.hint(name, files))])


def _private(project: Project, application: Application, content: Path) -> PrivateValues:
    """Return the private values of a content file, where an application asks for any."""
    if not application.private:
        return PrivateValues()
    path = content.with_suffix(PRIVATE_SUFFIX)
    name = project.shown(path)
    try:
        tree = veiled(yaml.parse(decode(read_bytes(path, name), name))) if path.is_file() else None
    except Faults as wrong:  # no message may quote a line of this file
        faults = (replace(fault, place=fault.place and veiled_place(fault.place)) for fault in wrong.faults)
        raise Faults(faults) from None
    return PrivateValues(tree, project.private, name)


def _theme(project: Project, application: Application, instead: str | None) -> Theme:
    """Another theme than the one that options were written for takes those of them that it knows."""
    wanted, place = application.options, place_of(application.theme)
    name = instead or application.theme or DEFAULT
    is_other = name != (application.theme or DEFAULT)
    foreign = {key.text for key, _ in wanted or () if is_other or (place and is_further(key.place, place, application))}
    if wanted and foreign:
        known = {option.name for option in load(name, project.themes).options}
        entries = ((key, node) for key, node in wanted if key.text in known or key.text not in foreign)
        wanted = Mapping(tuple(entries), wanted.place)
    return load(name, project.themes, wanted, place)


def _language_warnings(language: str, application: Application) -> list[Fault]:
    if language.partition("-")[0] in WORDS:
        return []
    message = f"there are no words for section headings in `{language}`; they are English"
    return [Fault(message, place_of(application.locale), "give titles under `headings:`", Severity.WARNING)]
