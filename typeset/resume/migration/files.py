"""The bytes of a content file of an older model in; those of it in today's model, and what has moved, out."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePosixPath

from typeset.resume.migration.bare import Bare
from typeset.resume.migration.document import Unwritable, rewritten
from typeset.resume.migration.lines import merged
from typeset.resume.migration.moves import Forward, brought_forward
from typeset.resume.model import MODEL
from typeset.source import Fault, Faults, Source, json, rewrite, yaml
from typeset.source.characters import decode
from typeset.source.emit_json import json_text

SUFFIXES = (".yaml", ".yml", ".json")
"""What the names of files that can be brought forward end in."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """A content file of today's model: its bytes, and a line of a report for each thing that has changed."""

    data: bytes
    report: tuple[str, ...]


def migrated(data: bytes, name: str) -> Migrated | None:
    """Return a content file, called `name`, in today's model; None where there is nothing to do.

    In YAML every line stays as it is, but for those that say what moves. Raises `Faults` for a file that is no content
    file, is of a newer model, or could not be changed without changing what it says or losing a comment.
    """
    suffix = PurePosixPath(name).suffix
    if suffix not in SUFFIXES:
        hint = f"files that can be brought forward end in {', '.join(SUFFIXES)}"
        raise Faults([Fault(f"{name} is not a content file", hint=hint)])
    source = decode(data, name)
    tree = json.parse(source) if suffix == ".json" else yaml.parse(source)
    forward = brought_forward(tree)
    if not forward:
        return None
    text = json_text(forward.tree) + "\n" if suffix == ".json" else _yaml_text(source, forward)
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    return Migrated(mark + text.encode(), tuple(_report(forward)))


def _yaml_text(source: Source, forward: Forward) -> str:
    """Return the text of a YAML file in today's model, once it has been read again.

    It is in canonical form where its own does not allow for the change.
    """
    bare = Bare(source)
    with suppress(Unwritable, Faults):
        new = rewritten(bare.text, [move for move, _ in forward.moves])
        text = merged(bare, new.before, new.after, new.came)
        again = decode(text.encode(), source.name)
        if rewrite.said(yaml.parse(again)) == rewrite.said(forward.tree) and _comments(again) == _comments(source):
            return text
    return rewrite.rewritten(source, lambda _: forward.tree)


def _comments(source: Source) -> Counter[str]:
    return Counter(comment.text for comment in rewrite.comments(source))


def _report(forward: Forward) -> list[str]:
    head = f"model {forward.model} → {MODEL}"
    moved = [f"{head}: line {place.line}: `{'.'.join(move.old)}` is now `{'.'.join(move.new)}`"
             for move, place in forward.moves]  # fmt: skip
    return moved or [head]
