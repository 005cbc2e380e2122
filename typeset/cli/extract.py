"""`typeset extract`."""

from __future__ import annotations

from collections.abc import Sequence

import click

from typeset.cli.terminal import stops_on_faults


@click.command(short_help="Write out the content that a PDF carries inside it.")
@click.argument("file", metavar="FILE")
@click.option("--output", "-o", metavar="FILE", help="Write here, and not to standard output.")
@click.option("--name", "-n", metavar="NAME", help="Which file, in a PDF that carries more than one.")
@click.option("--force", is_flag=True, help="Let --output take the place of a file that is there.")
@stops_on_faults
def extract(file: str, output: str | None, name: str | None, force: bool) -> None:
    """Write out the content that a PDF was made from and carries inside it, byte for byte.

    \b
    typeset extract Ada-Lovelace-CV.pdf               to standard output
    typeset extract Ada-Lovelace-CV.pdf -o ada.yaml   to a file
    """
    from pathlib import Path

    from typeset.build.files import write_whole
    from typeset.source import Fault, Faults

    data = _chosen(file, _attached(file), name)
    if not output:
        click.echo(data, nl=False)
        return
    path = Path(output)
    if path.exists() and not force:
        raise Faults([Fault(f"{output} is there already", hint="choose another name, or add --force")])
    write_whole(path, data)


def _attached(file: str) -> list[tuple[str, bytes]]:
    from pathlib import Path

    from typeset.proof.reading.pdf import attachments
    from typeset.source import Fault, Faults
    from typeset.source.characters import read_bytes

    data = read_bytes(Path(file), file)
    try:
        return attachments(data)
    except ValueError:
        raise Faults([Fault(f"{file} cannot be read as a PDF")]) from None


def _chosen(file: str, attached: Sequence[tuple[str, bytes]], name: str | None) -> bytes:
    from typeset.source import Fault, Faults

    if not attached:
        raise Faults([Fault(f"{file} carries no file inside it")])
    found = [data for other, data in attached if name in (None, other)]
    if len(found) == 1:
        return found[0]
    names = ", ".join(f"`{other}`" for other, _ in attached)
    if found and name:
        raise Faults([Fault(f"{file} carries several files called `{name}`")])
    problem = f"no file `{name}`" if name else "several files"
    raise Faults([Fault(f"{file} carries {problem}", hint=f"--name takes one of {names}")])
