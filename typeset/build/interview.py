"""A request in; the edition for the applicant alone, with the notes of every item, out: `out/<application>/interview/`.

It stands beside what is sent and is told apart from it everywhere: the manifest does not know it, so that it is never
checked, released or recorded as something that somebody has.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from typeset import proof, writers
from typeset.build.files import write_whole
from typeset.build.job import Clock, Job, output
from typeset.build.levels import levels, without_advice
from typeset.build.plan import chosen, named
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Plan, Project
from typeset.build.request import Account, Request
from typeset.document.arrange import arrange
from typeset.document.characters import characters
from typeset.proof import Claim
from typeset.resume.model import Resume
from typeset.resume.notes import with_notes
from typeset.resume.tailor import tailor
from typeset.source import Fault, Faults, Severity
from typeset.theme.fallback import fitted
from typeset.theme.theme import DEFAULT, available
from typeset.writers import Manuscript, release

FORMAT = "pdf"
FOLDER = "interview"
_ENGINE = "weasyprint"
_MARKS = {
    "en": "Interview edition – for the applicant alone",
    "de": "Fassung für das Gespräch – nur für die eigene Hand",
    "fr": "Version pour l’entretien – à usage personnel",
    "es": "Versión para la entrevista – solo para uso propio",
    "it": "Versione per il colloquio – a solo uso personale",
    "pt": "Versão para a entrevista – apenas para uso próprio",
    "nl": "Versie voor het gesprek – alleen voor eigen gebruik",
    "pl": "Wersja na rozmowę – tylko do własnego użytku",
}


def interviews(project: Project, request: Request, clock: Clock) -> Generator[Account, None, None]:
    """Yield the account of each application; its audience does not count, since nobody else reads it.

    Raises `Faults` when the request names what is not there, or another format than PDF.
    """
    if set(request.formats) - {FORMAT}:
        raise Faults([Fault("the interview edition is for paper", hint="leave --format out, or write --format pdf")])
    prepare.cache_clear()
    themes = named(request.themes, available(project.themes), "theme")
    try:
        for plan in chosen(project, request):
            for theme in themes or (None,):
                yield _made(project, plan, theme, clock)
    finally:
        release()


def _made(project: Project, plan: Plan, theme: str | None, clock: Clock) -> Account:
    started = clock()
    account = Account(plan.name, FORMAT)
    try:
        prepared = _drawable(project, plan, theme)
        resume, count = with_notes(tailor(prepared.whole, prepared.application, prepared.private))
        manuscript = _manuscript(prepared, resume, str(project.content))
        files = writers.write(manuscript, FORMAT)
    except writers.CannotWrite as error:
        return account._replace(faults=(Fault(str(error), error.place, error.hint),))
    except Faults as error:
        return account._replace(faults=error.faults)
    claim = Claim(manuscript.document, manuscript.theme.families, levels=levels(prepared.application))
    finished, findings = proof.prove([*files.values()], FORMAT, claim)
    account = account._replace(
        theme=prepared.theme.name,
        resume=prepared.resume_name,
        pages=len(finished.pages),
        seconds=clock() - started,
        findings=without_advice(findings),
        faults=() if count else (_noteless(prepared),),
    )
    if any(finding.is_error for finding in findings):
        return account
    path = _path(Job(project, plan, FORMAT, theme), prepared)
    write_whole(path, next(iter(files.values())))
    return account._replace(file=path)


def _drawable(project: Project, plan: Plan, theme: str | None) -> Prepared:
    """Return an application in its theme; where TeX sets that, in the nearest that it builds on, or the usual one."""
    prepared = prepare(project, plan, theme)
    known = available(project.themes)
    others = [folder.name for folder in prepared.theme.chain[1:] if folder.name in known]
    names = (name for name in (*others, DEFAULT) if prepare(project, plan, name).theme.engine == _ENGINE)
    return prepared if prepared.theme.engine == _ENGINE else prepare(project, plan, next(names))


def _manuscript(prepared: Prepared, resume: Resume, folder: str) -> Manuscript:
    """Return what is drawn: the notes among the rest, the mark on every page, nothing attached."""
    language = prepared.document.language
    mark = _MARKS.get(language.partition("-")[0], _MARKS["en"])
    document = replace(arrange(resume, language, folder), mark=mark)
    theme = prepared.theme
    sheet = theme.file(f"{FOLDER}.css")
    theme = replace(theme, styles=(*theme.styles, *([sheet] if sheet else [])))
    return Manuscript(document, fitted(theme, characters(document)), resume, carries_source=False)


def _noteless(prepared: Prepared) -> Fault:
    message = f"nothing that `{prepared.plan.name}` shows has `notes`"
    return Fault(message, hint="write them beside an item's other keys", severity=Severity.WARNING)


def _path(job: Job, prepared: Prepared) -> Path:
    usual = output(job, prepared)
    return usual.parent / FOLDER / f"{usual.stem}-{FOLDER}{usual.suffix}"
