"""`typeset explain-rule`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from typeset.cli.terminal import NARROW

if TYPE_CHECKING:
    from typeset.build.rules import Explained


@click.command("explain-rule", short_help="Tell what a rule of the proof holds, and why.")
@click.argument("name", required=False)
def explain_rule(name: str | None) -> None:
    """Tell what a rule holds, why, what usually breaks it and how to mend that; without a name, list all rules.

    \b
    typeset explain-rule
    typeset explain-rule words
    """
    from typeset.build.rules import explained
    from typeset.resume.names import nearest

    rules = explained()
    if name and name not in rules:
        meant = nearest(name, rules)
        hint = f"did you mean `{meant}`?" if meant else "`typeset explain-rule` lists all"
        raise click.UsageError(f"there is no rule `{name}`; {hint}")
    for line in _told(rules[name]) if name else _listed(rules.values()):
        click.echo(line)


def _listed(rules: Iterable[Explained]) -> Iterator[str]:
    """Yield every rule with its first line, those of the proof first, then those about content."""
    rules = list(rules)
    widest = max(len(rule.name) for rule in rules)
    for rule in rules:
        start = f"{rule.name:<{widest}}  {rule.level:<7}  "
        yield from _wrapped(rule.holds, start, " " * len(start))


def _told(rule: Explained) -> Iterator[str]:
    yield from _wrapped(f"{rule.name}: {rule.holds}")
    yield ""
    for paragraph in rule.why.split("\n\n"):
        yield from _wrapped(paragraph)
        yield ""
    yield from _wrapped(f"level: {_level(rule)}", rest="  ")
    if rule.formats:
        yield from _wrapped(f"formats: {', '.join(rule.formats)}", rest="  ")


def _level(rule: Explained) -> str:
    """Return what findings weigh, and what an application may say about that."""
    if not rule.can_change:
        return f"{rule.level}, always"
    if not rule.least:
        other = "warning" if rule.level == "error" else "error"
        return f"{rule.level}; in an application, `proof: {{{rule.name}: {other}}}` or `off` says otherwise"
    return f"{rule.level}; in an application, `proof: {{{rule.name}: {rule.least}}}` is the least it may be"


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    """Return lines no wider than a terminal; words stay whole, since some are code."""
    return textwrap.wrap(text, NARROW, initial_indent=first, subsequent_indent=rest, break_long_words=False,
                         break_on_hyphens=False)  # fmt: skip
