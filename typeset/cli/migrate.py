"""`typeset migrate`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from typeset.cli.places import project
from typeset.cli.terminal import counted, stops_on_faults

if TYPE_CHECKING:
    from typeset.resume.migration.files import Migrated


@click.command(short_help="Bring content files of older versions forward.")
@click.argument("files", metavar="[FILE]...", nargs=-1)
@click.option("--check", "only_tells", is_flag=True, help="Change nothing; end with 1 if there is something to do.")
@click.pass_obj
@stops_on_faults
def migrate(root: str, files: tuple[str, ...], only_tells: bool) -> None:
    """Bring content files, all in content/ when none is named, forward to the content model of this typeset.

    What a file says stays; so do comments, order, quotes and every line that is not concerned. A file of today's model
    is left as it is.

    \b
    typeset migrate                      every content file
    typeset migrate content/ada.yaml     one file
    typeset migrate --check              tell what would change
    """
    from typeset.build.discover import content_files
    from typeset.build.files import write_whole
    from typeset.resume.model import MODEL

    here = project(root)
    paths = [Path(file) for file in files] or [*content_files(here).values()]
    found = _gathered(paths, [here.shown(path) for path in paths])
    changed = {path: made for path, made in found.items() if made}
    for path, made in changed.items():
        for line in made.report:
            click.echo(f"{here.shown(path)}: {line}")
        if not only_tells:
            write_whole(path.resolve(), made.data)
    done = "would be brought" if only_tells else "brought"
    rest = len(found) - len(changed)
    click.echo(f"{counted(len(changed), 'file')} {done} forward to model {MODEL}; nothing to do for {rest}")
    if only_tells and changed:
        raise SystemExit(1)


def _gathered(paths: list[Path], names: list[str]) -> dict[Path, Migrated | None]:
    """Return what becomes of each file; raises `Faults` with those of all files, before any is written."""
    from typeset.resume.migration.files import migrated
    from typeset.source import Fault, Faults
    from typeset.source.characters import read_bytes

    found: dict[Path, Migrated | None] = {}
    faults: list[Fault] = []
    for path, name in zip(paths, names, strict=True):
        try:
            found[path] = migrated(read_bytes(path, name), name)
        except Faults as raised:
            faults += raised.faults
    if faults:
        raise Faults(faults)
    return found
