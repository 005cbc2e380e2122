"""`typeset formats`."""

from __future__ import annotations

import click

from typeset.cli.terminal import table


@click.command(short_help="List the formats a CV can be written in.")
def formats() -> None:
    """List what `typeset build --format NAME` can write, and what each is for."""
    from typeset.writers import FORMATS

    click.echo(table([(row.name, row.suffix, row.about) for row in FORMATS.values()]))
