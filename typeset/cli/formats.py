"""`typeset formats`."""

from __future__ import annotations

import click

from typeset.cli.terminal import table


@click.command(short_help="List the formats a CV can be written in.")
def formats() -> None:
    """List what a CV can be written in, how the files end, and what each is for.

    \b
    typeset formats
    typeset build --format docx
    """
    from typeset.writers import FORMATS

    click.echo(table([(row.name, row.suffix, row.about) for row in FORMATS.values()]))
