"""`typeset schema`."""

from __future__ import annotations

import click


@click.command(short_help="Print a JSON Schema for editors.")
@click.argument("kind", type=click.Choice(["content", "application", "theme"]), default="content")
def schema(kind: str) -> None:
    """Print the JSON Schema of a kind of file, for editors to complete and check it.

    \b
    typeset schema > content/resume.schema.json
    and on the first line of a content file:
    # yaml-language-server: $schema=resume.schema.json
    """
    import json

    from typeset.resume.application import Application
    from typeset.resume.model import Resume
    from typeset.resume.schema import schema as schema_of
    from typeset.theme.manifest import Manifest

    model, title = {
        "content": (Resume, "typeset content"),
        "application": (Application, "typeset application"),
        "theme": (Manifest, "typeset theme"),
    }[kind]
    click.echo(json.dumps(schema_of(model, title), indent=2, ensure_ascii=False))
