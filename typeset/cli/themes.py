"""`typeset themes`."""

from __future__ import annotations

from pathlib import Path

import click

from typeset.cli.places import project
from typeset.cli.terminal import stops_on_faults, table


@click.command(short_help="List themes, or one theme's options.")
@click.argument("name", required=False)
@click.pass_obj
@stops_on_faults
def themes(root: str, name: str | None) -> None:
    """List the themes there are; with a NAME, that theme's options: type, range, default and what each does.

    \b
    typeset themes
    typeset themes margin
    """
    from typeset.theme.theme import available, load

    roots = project(root).themes
    if not name:
        click.echo(table([(theme, _about(theme, roots)) for theme in available(roots)]))
        return
    theme = load(name, roots)
    rows = [("option", "type", "default", "range", "what it is")]
    for option in theme.options:
        legal = ", ".join(option.choices) or (f"{option.min} to {option.max}" if option.min or option.max else "")
        rows.append((option.name or "", option.type or "", option.default or "", legal, option.about or ""))
    click.echo(f"{theme.name}: {theme.about}\n")
    click.echo(table(rows))


def _about(name: str, roots: tuple[Path, ...]) -> str:
    from typeset.source import Faults
    from typeset.theme.theme import load

    try:
        return load(name, roots).about
    except Faults:
        return f"(broken: `typeset themes {name}` tells why)"
