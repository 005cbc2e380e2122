"""`typeset tidy`."""

from __future__ import annotations

from pathlib import Path

import click

from typeset.cli.places import project
from typeset.cli.terminal import counted, stops_on_faults


@click.command(short_help="Rewrite content files in canonical form.")
@click.argument("files", metavar="[FILE]...", nargs=-1)
@click.option("--check", "only_tells", is_flag=True, help="Change nothing; end with 1 if there is something to change.")
@click.pass_obj
@stops_on_faults
def tidy(root: str, files: tuple[str, ...], only_tells: bool) -> None:
    """Rewrite YAML files, those in content/ when none is named, as typeset itself writes them; comments stay.

    \b
    typeset tidy                         every content file and application
    typeset tidy content/ada.yaml      one file
    typeset tidy --check               tell what would change
    """
    from typeset.build.files import write_whole

    here = project(root)
    known = sorted(path for folder in (here.content, here.applications) for path in folder.glob("*.yaml"))
    paths = [Path(file) for file in files] or known
    found = {path: _rewritten(path, here.shown(path)) for path in paths}
    changed = {path: data for path, data in found.items() if data is not None}
    for path, data in changed.items():
        click.echo(f"{'would rewrite' if only_tells else 'rewrote'} {here.shown(path)}")
        if not only_tells:
            write_whole(path.resolve(), data)
    click.echo(
        f"{counted(len(found) - len(changed), 'file')} of {len(found)} left as {_verb(len(found) - len(changed))}"
    )
    if only_tells and changed:
        raise SystemExit(1)


def _verb(number: int) -> str:
    return "it is" if number == 1 else "they are"


def _rewritten(path: Path, name: str) -> bytes | None:
    """Return the bytes that a file should have; None when it has them. Raises `Faults`."""
    from typeset.source import Fault, Faults
    from typeset.source.characters import decode, read_bytes
    from typeset.source.rewrite import rewritten

    if path.suffix not in (".yaml", ".yml"):
        raise Faults([Fault(f"{name} is not a YAML file", hint="files that can be rewritten end in .yaml or .yml")])
    data = read_bytes(path, name)
    made = rewritten(decode(data, name)).encode()
    return made if made != data else None
