"""`typeset import`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from typeset.cli.places import project
from typeset.cli.terminal import counted, stops_on_faults

if TYPE_CHECKING:
    from typeset.readers.draft.notes import Note
    from typeset.readers.importing import Imported

MOST_LISTED = 25
"""Notes of one kind that are listed one by one."""


@click.command("import", short_help="Make content of a CV in another format.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--output", "-o", metavar="FILE", help="Write here; content/<name of the person>.yaml by default.")
@click.option("--into", metavar="FILE", help="Add what is new to this content file instead; its comments stay.")
@click.option("--name", "person", default="", metavar="NAME", help="Whose it is, where the file does not say so.")
@click.option("--from", "format", metavar="FORMAT", help="What to take the file for; else its shape decides.")
@click.option("--force", is_flag=True, help="Let the output take the place of files that are there.")
@click.option("--all", "tells_all", is_flag=True, help="List every note of the report.")
@click.pass_obj
@stops_on_faults
def import_(
    root: str,
    files: tuple[Path, ...],
    output: str | None,
    into: str | None,
    person: str,
    format: str | None,  # noqa: A002  # the option's name
    force: bool,
    tells_all: bool,
) -> None:
    """Make content of a CV in another format, and tell what became of everything in it.

    JSON Resume and FRESH, RenderCV, yamlresume, Markdown, plain text, PDF (exactly where typeset made it), LinkedIn's
    data export, Europass, BibTeX, CSL-JSON, ORCID and vCard are told apart by their shape.

    \b
    typeset import resume.json                       into content/<name>.yaml
    typeset import cv.md -o content/ada.yaml         into a file of your choice; - is standard output
    typeset import works.bib --into content/ada.yaml
    """
    from typeset.build.importing import Request, added_to, bring, files_for, home_of, person_of

    here = project(root)
    made, photo = bring(Request(files, format, person or (person_of(Path(into), into) if into else "")))
    if output == "-":
        click.echo(made.text, nl=False)
        _report(made, made.notes, tells_all=tells_all, err=True)
        return
    if into:
        data, notes = added_to(Path(into), into, made)
        _write({Path(into): data}, force=True)
        _report(made, [*made.notes, *notes], tells_all=tells_all)
        click.echo(f"added to {into}")
        return
    content = Path(output) if output else home_of(made, here)
    _write(files_for(made, photo, here, content), force=force)
    _report(made, made.notes, tells_all=tells_all)
    click.echo(f"wrote {here.shown(content.absolute())}; now run `typeset build --cv {content.stem}`")


def _write(files: Mapping[Path, bytes], *, force: bool) -> None:
    """Write all files, or none where one would take the place of another."""
    from typeset.build.files import write_whole
    from typeset.source import Fault, Faults

    there = [path for path in files if path.exists() and not force]
    if there:
        hint = "choose another name with --output, add to it with --into, or replace it with --force"
        raise Faults([Fault(f"{path} is there already", hint=hint) for path in there])
    for path, data in files.items():
        write_whole(path, data)


def _report(made: Imported, notes: Sequence[Note], *, tells_all: bool, err: bool = False) -> None:
    """Print what became of everything: what was kept, and of the rest each thing with its place."""
    from typeset.readers.draft.notes import Fate
    from typeset.source.diagnostics import escaped, visible

    click.echo(f"{made.format}: {visible(made.resume.basics.name.plain if made.resume.basics.name else '')}", err=err)
    click.echo(f"{'kept':9}{counted(made.kept, 'value')}: {_contents(made)}", err=err)
    for fate in Fate:
        found = [note for note in notes if note.fate is fate]
        if not found:
            continue
        if fate is Fate.EMPTY and not tells_all:
            click.echo(f"{fate:9}{counted(len(found), 'value')} that said nothing", err=err)
            continue
        click.echo(f"{fate:9}{len(found)}", err=err)
        shown = found if tells_all else found[:MOST_LISTED]
        for note in shown:
            where = f"{escaped(str(note.place))}: " if note.place else ""
            click.echo(f"  {where}{visible(note.message)}", err=err)
        if len(found) > len(shown):
            click.echo(f"  and {len(found) - len(shown):,} more; --all lists them", err=err)


def _contents(made: Imported) -> str:
    """Return how much there is of each section: "4 in work, 2 in education"."""
    from typeset.resume.model import SECTIONS

    counts = {key: len(getattr(made.resume, key)) for key in (*SECTIONS, "sections")}
    return ", ".join(f"{count} in {key}" for key, count in counts.items() if count) or "no entries"
