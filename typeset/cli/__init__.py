"""Words of a command line in; lines on a terminal, and an exit code, out.

Alone here is anything printed, is the clock and the environment read, and does the program end: 0 done, 1 faults
in content, theme or proof, 2 wrong usage.
"""

from __future__ import annotations

import click

from typeset import __version__
from typeset.cli.build import build
from typeset.cli.check import check
from typeset.cli.coverage import coverage
from typeset.cli.diff import diff
from typeset.cli.explain import explain
from typeset.cli.explain_rule import explain_rule
from typeset.cli.extract import extract
from typeset.cli.formats import formats
from typeset.cli.importing import import_
from typeset.cli.migrate import migrate
from typeset.cli.new import new
from typeset.cli.schema import schema
from typeset.cli.sent import sent
from typeset.cli.theme import theme
from typeset.cli.themes import themes
from typeset.cli.tidy import tidy


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option("--project", "root", default=".", metavar="FOLDER", help="Where content/ and out/ are; here by default.")
@click.pass_context
def typeset(context: click.Context, root: str) -> None:
    """Compile CVs: one content file, any number of applications, print-ready PDF.

    \b
    typeset new ada                     write a first content file, content/ada.yaml
    typeset import resume.json          or make it of the CV you already have
    typeset build                       build every application in content/ into out/
    typeset build --theme margin        the same in another theme
    typeset check                       read the finished files back and prove them
    typeset explain-rule                tell what the proof holds, and why
    typeset explain twitch              tell where every item comes from
    typeset diff polte twitch           tell what two applications say differently
    """
    context.obj = root


for command in (
    build,
    check,
    explain,
    explain_rule,
    diff,
    coverage,
    sent,
    extract,
    import_,
    tidy,
    migrate,
    theme,
    themes,
    formats,
    schema,
    new,
):
    typeset.add_command(command)
