"""`typeset new`."""

from __future__ import annotations

import click

from typeset.cli.places import project
from typeset.cli.terminal import stops_on_faults

TEMPLATE = """\
# yaml-language-server: $schema=resume.schema.json
basics:
  name: "{name}"
  label: What you are, in a few words
  email: name@example.org
  profiles:
    - {{network: GitHub, url: https://github.com/octocat}}
  summary: |
    Who you are and what you are good at, in two or three lines.

work:
  - name: Where you work
    location: Town
    position: What you do there
    startDate: 2021-04
    endDate: present
    highlights:
      - What you did, and what came of it.
      - {{label: A theme, text: "a bullet may have a label, *emphasis* and [links](https://example.org)."}}

education:
  - institution: Where you studied
    studyType: B.Sc.
    area: Your subject
    startDate: 2017
    endDate: 2021

skills:
  - {{name: A group of skills, keywords: [one, another, a third]}}

meta:
  model: {model}  # of this file's keys; `typeset migrate` brings older files forward
"""


@click.command(short_help="Write a first content file.")
@click.argument("name")
@click.pass_obj
@stops_on_faults
def new(root: str, name: str) -> None:
    """Write content/NAME.yaml to start from, and the schema that editors check it against.

    \b
    typeset new ada-lovelace
    """
    import json

    from typeset.build.files import write_whole
    from typeset.resume.model import MODEL, Resume
    from typeset.resume.names import PATH
    from typeset.resume.schema import schema
    from typeset.source import Fault, Faults

    here = project(root)
    file = here.content / f"{name}.yaml"
    if not PATH.fullmatch(name):
        raise Faults([Fault(f"`{name}` is not a name", hint="use letters, digits, `.`, `_` and `-`")])
    if any(here.content.glob(f"{name}.*")):
        raise Faults([Fault(f"{here.shown(here.content)}/ has a `{name}` already", hint="choose another name")])
    title = " ".join(word.capitalize() for word in name.replace("_", "-").split("-"))
    write_whole(file, TEMPLATE.format(name=title, model=MODEL).encode())
    described = here.content / "resume.schema.json"
    if not described.exists():
        write_whole(described, (json.dumps(schema(Resume, "typeset content"), indent=2) + "\n").encode())
    click.echo(f"wrote {here.shown(file)}; now edit it, and run `typeset build --cv {name}`")
