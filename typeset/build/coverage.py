"""An application in; which terms of the advertisement that it answers stand where in it, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from typeset.build import manifest
from typeset.build.fingerprint import digest
from typeset.build.job import Clock, Job, files_of, fingerprint_of, make, output
from typeset.build.plan import plan_of
from typeset.build.prepare import Prepared, prepare
from typeset.build.project import Project
from typeset.coverage import posting
from typeset.coverage.covering import Coverage, Held, cover
from typeset.coverage.matching import Text
from typeset.proof import Finding
from typeset.proof.finished import read_back
from typeset.resume.application import Opening
from typeset.resume.items import items
from typeset.resume.languages import in_language, nearest_version
from typeset.resume.model import Item, Part
from typeset.resume.tailoring.addresses import Address, Addresses, addresses
from typeset.resume.tailoring.checking import hidden_by
from typeset.resume.tailoring.choosing import Choice, full
from typeset.resume.tailoring.saying import said
from typeset.resume.tailoring.wording import variant
from typeset.source import Fault, Faults, place_of
from typeset.source.characters import read_bytes
from typeset.writers import release

FORMAT = "pdf"


@dataclass(frozen=True, slots=True)
class Answer:
    """An application, the advertisement that it answers, and what of that it says.

    `findings` is what is wrong with the page when it had to be made for this.
    """

    prepared: Prepared
    posting: str
    coverage: Coverage
    findings: tuple[Finding, ...]


def coverage(project: Project, name: str, clock: Clock) -> Answer:
    """Return which terms of its advertisement an application says.

    The pages are those in `out/` where they are of today's content, or else made for this and not kept. Raises
    `Faults` when the application cannot be made, or names no advertisement that can be read.
    """
    prepare.cache_clear()
    digest.cache_clear()
    prepared = prepare(project, plan_of(project, name))
    opening, language = prepared.application.opening or Opening(), prepared.document.language
    path = _posting(project, prepared, opening)
    shown = project.shown(path)
    blocks = posting.read(read_bytes(path, shown), shown, place_of(opening.posting))
    pages, findings = _pages(Job(project, prepared.plan, FORMAT), prepared, clock)
    company = [nearest_version(opening.company, language).plain] if opening.company else []
    return Answer(prepared, shown, cover(blocks, pages, _passages(prepared), language, company), findings)


# The advertisement


def _posting(project: Project, prepared: Prepared, opening: Opening) -> Path:
    """Return the file of the advertisement: beside the application, or beside the content."""
    wanted, place = opening.posting, place_of(opening.posting)
    if not wanted:
        where = prepared.application.opening or prepared.application
        hint = "save the advertisement under content/postings/, and name it: `for: {posting: postings/NAME.txt}`"
        raise Faults([Fault(f"`{prepared.plan.name}` names no advertisement", where.place, hint)])
    if "://" in wanted or wanted.startswith("www."):
        hint = "save the page, as .html, .txt or .md, under content/postings/, and name that file"
        raise Faults([Fault(f"`{wanted}` is an address, and nothing is fetched", place, hint)])
    tried = [(folder / wanted).resolve() for folder in (project.applications, project.content)]
    for path in tried:
        if not path.is_relative_to(project.root.resolve()):
            raise Faults([Fault(f"`{wanted}` lies outside of the project", place, "copy it to content/postings/")])
        if path.is_file():
            return project.root / path.relative_to(project.root.resolve())
    shown = " nor ".join(project.shown(folder / wanted) for folder in (project.applications, project.content))
    raise Faults([Fault(f"there is neither {shown}", place, "a posting is a file of text, Markdown, HTML or JSON")])


# The pages


def _pages(job: Job, prepared: Prepared, clock: Clock) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Return the text of each page, and what the proof finds in a file that had to be made."""
    path, out = output(job, prepared), job.project.out
    entry = manifest.load_manifest(out).get(str(path.relative_to(out)))
    is_of_today = entry and entry.fingerprint == fingerprint_of(job, prepared, files_of(job, prepared))
    if entry and is_of_today and path.is_file() and digest(path) == entry.sha256:
        return read_back([path.read_bytes()], FORMAT).pages, ()
    try:
        made = make(job, clock)
    finally:
        release()
    return read_back([made.data], FORMAT).pages, made.findings


# The content


def _passages(prepared: Prepared) -> Iterator[Text[Held]]:
    """Yield every text of the content, with why it is not on paper, if it is not."""
    language = prepared.document.language
    whole, shown = in_language(prepared.whole, language), addresses(in_language(prepared.resume, language))
    there, choice = dict(items(whole)), Choice.of(prepared.application)
    for path, address in _texts(addresses(whole)):
        now = shown.get(path)
        if now and said(now[0].value) == said(address.value):
            why = "on no page"
        else:
            hidden = hidden_by(path, there, choice)
            why = hidden.why if hidden else "in other words"
        yield Text(Held(_owner(path, there), why), said(address.value))
    for path, item in there.items():
        chosen = variant(item, prepared.application.tags)
        for other in getattr(item, "variants", ()):
            if other is not chosen:
                tags = " or ".join(f"`{tag}`" for tag in other.tags)
                yield Text(Held(path, f"worded for {tags}"), said((other.label, other.text)))


def _owner(path: str, there: dict[str, Item]) -> str:
    """Return the path by which an application picks a text: that of the item which it is in, where it is in one."""
    path = full(path)
    within = path.rpartition(".")[0]
    return within if within in there else path


def _texts(known: Addresses) -> Iterator[tuple[str, Address]]:
    """Yield every value that has words of its own, once."""
    for path, (address, *_) in known.items():
        kind = address.known and address.known.kind
        is_whole = address.known and not (isinstance(kind, type) and issubclass(kind, Part) and not address.known.many)
        if is_whole and path == address.path and not path.startswith(("headings.", "labels.")):
            yield path, address
