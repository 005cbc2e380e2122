"""Finished files in `out/` in; what the proof finds in them, held against the content of today, out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from typeset import proof
from typeset.build import manifest
from typeset.build.discover import plans
from typeset.build.fitting.dropping import without
from typeset.build.job import claim
from typeset.build.levels import levels
from typeset.build.manifest import Entry
from typeset.build.pieces import DOSSIER
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Plan, Project
from typeset.build.request import Request
from typeset.build.standing import standing
from typeset.build.strict import strictly_found
from typeset.proof import Claim, Finding, Finished, dossier
from typeset.proof.boxes import boxed
from typeset.proof.levels import levelled
from typeset.resume.dates import PartialDate
from typeset.source import Fault, Faults
from typeset.writers import FORMATS


@dataclass(frozen=True, slots=True)
class Checked:
    """What was held to rules, and what was found: a finished file; or, without an entry, an application's content.

    `name` is the file's within `out/`, or the application's; `source` is the file in the project that says what it is;
    `file` is where it is, and `shown` how messages give that. `sizes` are those of its pages in points, where it has
    any that can be drawn. Of the rules that speak of it, `rules` were asked; those that are `off` were not.
    """

    name: str
    entry: Entry | None
    findings: tuple[Finding, ...]
    source: str
    rules: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    pages: int = 0
    sizes: tuple[tuple[float, float], ...] = ()
    file: Path | None = None
    shown: str = ""

    @property
    def has_failed(self) -> bool:
        """Whether it must not be handed out."""
        return any(finding.is_error for finding in self.findings)


def check(project: Project, request: Request, expect: Callable[[int], None] = lambda _: None) -> Iterator[Checked]:
    """Yield what is found in each file that the manifest knows and the request asks for.

    `expect` is told how many there will be, before the first.

    Raises `Faults` when there is none, or the request names what is not there.
    """
    chosen = standing(project, request)
    if not chosen:
        raise Faults([Fault("nothing is built yet", hint="run `typeset build` first")])
    expect(len(chosen))
    for name, entry, plan in chosen:
        checked = _Held(project, plan, name, entry).checked()
        yield replace(checked, findings=strictly_found(checked.findings)) if request.strict else checked


def advised(
    project: Project, request: Request, checked: Iterable[Checked], today: PartialDate, dictionaries: Sequence[Path]
) -> Iterator[Checked]:
    """Yield, for each application of checked files, what its content was warned of, and what is advised."""
    from typeset.build.advice import advice
    from typeset.lint import LINTS

    known = {plan.name: plan for plan in plans(project)}
    applications = dict.fromkeys(each.entry.application for each in checked if each.entry)
    for plan in (known[name] for name in applications if name in known):
        try:
            prepared = prepare(project, plan)
        except Faults:
            continue  # told with each of its files
        wanted = levels(prepared.application)
        warned = [Finding("input", fault) for fault in prepared.warnings]
        found = levelled(advice(project, [prepared], today, dictionaries), wanted)
        findings = (*warned, *found)
        asked, off = _asked(LINTS, wanted)
        findings = strictly_found(findings) if request.strict else findings
        yield Checked(plan.name, None, findings, _source(project, plan), asked, off)


@dataclass(frozen=True, slots=True)
class _Held:
    """One file of the manifest, about to be held against what its application says today."""

    project: Project
    plan: Plan | None
    name: str
    entry: Entry

    def checked(self) -> Checked:
        if self.plan is None:
            return self.told(f"`{self.entry.application}` has no content any more")
        try:
            files = [self.file.read_bytes(), *((self.project.out / other).read_bytes() for other in self.entry.others)]
            prepared = without(prepare(self.project, self.plan, self.entry.theme or None), self.entry.left_out)
        except OSError as error:
            return self.told(f"{self.project.shown(Path(error.filename))} cannot be read: {error.strerror}")
        except Faults as faults:
            return replace(self.blank, findings=tuple(Finding("input", fault) for fault in faults.faults))
        if self.entry.piece not in prepared.pieces:
            return self.told(f"`{self.entry.application}` has no {self.entry.piece} any more")
        return self.proved(files, prepared)

    @property
    def file(self) -> Path:
        return self.project.out / self.name

    @property
    def blank(self) -> Checked:
        source = _source(self.project, self.plan) if self.plan else self.project.shown(self.project.out / manifest.FILE)
        return Checked(self.name, self.entry, (), source, file=self.file, shown=self.project.shown(self.file))

    def told(self, message: str) -> Checked:
        return replace(self.blank, findings=(Finding("file", Fault(message)),))

    def proved(self, files: list[bytes], prepared: Prepared) -> Checked:
        claims = self.claims(prepared)
        finished, findings = _proved(files, prepared, self.entry, claims)
        names = dossier.HELD_TO if self.entry.piece == DOSSIER else proof.held_to(self.entry.format)
        asked, off = _asked(names, levels(prepared.application))
        return replace(
            self.blank,
            findings=tuple(boxed(findings, finished.sheets, (each.document for each in claims.values()))),
            rules=asked,
            off=off,
            pages=len(finished.pages) if FORMATS[self.entry.format].is_paged else 0,
            sizes=tuple((sheet.width, sheet.height) for sheet in finished.sheets),
        )

    def claims(self, prepared: Prepared) -> dict[str, Claim]:
        """Return what a file is held to, by the pieces that it is made of."""
        pieces = [self.entry.piece]
        if self.entry.piece == DOSSIER:
            from typeset.build.dossier import pieces as pieces_of

            pieces = pieces_of(prepared)
        names = tuple(Path(file).name for file in (self.name, *self.entry.others))
        return {piece: replace(claim(prepared, piece), names=names) for piece in pieces}


def _proved(
    files: list[bytes], prepared: Prepared, entry: Entry, claims: dict[str, Claim]
) -> tuple[Finished, list[Finding]]:
    if entry.piece != DOSSIER:
        return proof.prove(files, entry.format, claims[entry.piece])
    from typeset.build.dossier import proved

    return proved(files[0], prepared, claims)


def _asked(names: Iterable[str], levels: proof.Levels) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which of some rules were asked, and which are off."""
    names = tuple(names)
    off = tuple(name for name in names if not levels.get(name, True))
    return tuple(name for name in names if name not in off), off


def _source(project: Project, plan: Plan) -> str:
    """Return the file that says what an application is: its own, or, where it has none, the content file."""
    file = plan.application or plan.content
    return project.shown(file) if file else ""
