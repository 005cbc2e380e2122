"""A plan in; its application, document and theme out, with every file they were made from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from typeset import readers
from typeset.build.discover import content_files
from typeset.build.project import Plan, Project
from typeset.document.arrange import arrange
from typeset.document.shapes import Document
from typeset.document.words import WORDS
from typeset.resume import names
from typeset.resume.application import DEFAULT_FORMATS, Application
from typeset.resume.model import Resume
from typeset.resume.reading import read
from typeset.resume.tailor import tailor
from typeset.source import Fault, Faults, Mapping, Severity, place_of, raise_errors, yaml
from typeset.source.characters import decode, read_bytes
from typeset.theme.theme import DEFAULT, Theme, load
from typeset.writers import FORMATS, Manuscript

DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that the formats of one application share."""

    plan: Plan
    application: Application
    resume_name: str
    resume: Resume
    document: Document
    theme: Theme
    sources: tuple[Path, ...]
    warnings: tuple[Fault, ...]

    @property
    def manuscript(self) -> Manuscript:
        """What writers are handed."""
        return Manuscript(self.document, self.theme, self.resume, self.application.attach == "content")

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats the application asks for."""
        return tuple(self.application.formats) or DEFAULT_FORMATS


@cache
def prepare(project: Project, plan: Plan, theme_name: str | None = None) -> Prepared:
    """Return what an application says and how it looks; `theme_name` takes the place of its own theme.

    Raises `Faults` with all that is wrong in its files.
    """
    application, faults = _application(project, plan)
    with _gathering(faults):
        content_name, content = _content(project, plan, application)
        resume, warnings = readers.read(content, project.shown(content))
        tailored = tailor(resume, application)
    with _gathering(faults):
        theme = _theme(project, application, theme_name)
    raise_errors(faults)
    language = application.locale or resume.meta.language or DEFAULT_LANGUAGE
    document = arrange(tailored, language, str(content.parent))
    photo = [Path(document.masthead.photo.file)] if document.masthead.photo else []
    return Prepared(
        plan=plan,
        application=application,
        resume_name=content_name,
        resume=tailored,
        document=document,
        theme=theme,
        sources=tuple(path for path in (plan.application, content, *photo) if path),
        warnings=(*faults, *warnings, *_language_warnings(language, application)),
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
    application, _ = _application(project, plan)
    return application.resume or plan.name


def _application(project: Project, plan: Plan) -> tuple[Application, list[Fault]]:
    if not plan.application:
        return Application(), []
    name = project.shown(plan.application)
    source = decode(read_bytes(plan.application, name), name)
    application, faults = read(yaml.parse(source), Application, "the application")
    strange = (name for name in application.formats if name not in FORMATS)
    faults += [Fault(f"there is no format `{name}`", place_of(name), names.hint(name, FORMATS)) for name in strange]
    return application, faults


def _content(project: Project, plan: Plan, application: Application) -> tuple[str, Path]:
    if plan.content:
        return plan.name, plan.content
    files = content_files(project)
    name = application.resume or plan.name
    if name in files:
        return name, files[name]
    place = place_of(application.resume) or application.place
    raise Faults([Fault(f"there is no content file `{name}`", place, names.hint(name, files))])


def _theme(project: Project, application: Application, instead: str | None) -> Theme:
    """Another theme than the application's own takes those of its options that it knows."""
    wanted = application.options
    if instead and instead != application.theme and wanted:
        known = {option.name for option in load(instead, project.themes).options}
        wanted = Mapping(tuple((key, node) for key, node in wanted if key.text in known), wanted.place)
    name = instead or application.theme or DEFAULT
    return load(name, project.themes, wanted, place_of(application.theme))


def _language_warnings(language: str, application: Application) -> list[Fault]:
    if language.partition("-")[0] in WORDS:
        return []
    message = f"there are no words for section headings in `{language}`; they are English"
    return [Fault(message, place_of(application.locale), "give titles under `headings:`", Severity.WARNING)]
