"""A YAML file in, the same in canonical form out, with its comments."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from typeset.source.diagnostics import Fault, Faults
from typeset.source.emit_yaml import Position, Remark, yaml_text
from typeset.source.place import Place, Source
from typeset.source.tree import Mapping, Node, Scalar, Sequence
from typeset.source.yaml import parse, spans

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*")
_HEADER_COMMENT = re.compile(r"(?<=[ \t])#.*")


def rewritten(source: Source, change: Callable[[Node], Node] = lambda tree: tree) -> str:
    """Return the text of a YAML file in canonical form: the same values and the same comments; aliases written out.

    `change` may add to the file's tree what stands nowhere yet. Raises `Faults` when the file is not YAML that content
    may use, or when a comment stands where none can be kept.
    """
    tree = parse(source)
    changed = change(tree)
    text = yaml_text(changed, _remarks(source, tree))
    again = Source(source.name, text)
    if said(parse(again)) != said(changed) or sorted(_texts(again)) != sorted(_texts(source)):
        message = "the file cannot be rewritten without changing what it says or losing a comment"
        raise Faults([Fault(message, tree.place, "write it in a simpler way; it is left as it is")])
    return text


def said(node: Node) -> object:
    """Return what a tree says, wherever it stands."""
    match node:
        case Scalar():
            return None if node.is_null else node.text
        case Sequence():
            return [*map(said, node.items)]
        case Mapping():
            return [(key.text, said(value)) for key, value in node]


# Comments


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment's place and text; whether nothing stands before it on its line."""

    line: int
    column: int
    text: str
    is_alone: bool


def comments(source: Source) -> Iterator[Comment]:
    """Yield every comment: what starts with `#` where no scalar stands."""
    lines = [list(line) for line in source.lines]
    headers: list[Comment] = []
    for (first, start), (last, end), is_block in spans(source):
        if is_block and (match := _HEADER_COMMENT.search(source.lines[first], start)):
            headers.append(Comment(first + 1, match.start() + 1, match[0].rstrip(), is_alone=False))
        for number in range(first, min(last, len(lines) - 1) + 1):
            line = lines[number]
            from_here = start if number == first else 0
            to_there = end if number == last else len(line)
            line[from_here:to_there] = "x" * (to_there - from_here)
    yield from headers
    for number, line in enumerate(lines, 1):
        if match := _COMMENT.search("".join(line)):
            text = source.line(number)[match.start() :].rstrip()
            yield Comment(number, match.start() + 1, text, is_alone=not source.line(number)[: match.start()].strip())


def _texts(source: Source) -> list[str]:
    return [comment.text for comment in comments(source)]


@dataclass(slots=True)
class _Around:
    """What gathers around an entry while comments are handed out."""

    above: list[Comment] = field(default_factory=list)
    behind: list[Comment] = field(default_factory=list)
    below: list[Comment] = field(default_factory=list)


def _remarks(source: Source, tree: Node) -> dict[Position, Remark]:
    """Return what is said around each entry, by where the first entry of its line stands."""
    starts: dict[int, int] = {}
    for place in sorted(_entries(tree), key=lambda place: (place.line, place.column)):
        starts.setdefault(place.line, place.column)
    around: dict[Position, _Around] = {}
    for comment in sorted(comments(source), key=lambda comment: comment.line):
        position, where = _belongs(comment, starts, source)
        getattr(around.setdefault(position, _Around()), where).append(comment)
    return {position: _remark(position, found, source) for position, found in around.items()}


def _entries(node: Node) -> Iterator[Place]:
    match node:
        case Mapping():
            for key, value in node:
                yield key.place
                yield from _entries(value)
        case Sequence():
            for item in node.items:
                yield item.place
                yield from _entries(item)
        case Scalar():
            pass


def _belongs(comment: Comment, starts: dict[int, int], source: Source) -> tuple[Position, str]:
    """Return the entry that a comment speaks of, and on which side of it the comment stands."""
    before = [line for line in starts if line <= comment.line]
    if not comment.is_alone and before:
        line = max(before)
        return (line, starts[line]), "behind"
    after = next((line for line in sorted(starts) if line > comment.line), None)
    if after is not None and comment.column <= _margin(source, after):
        return (after, starts[after]), "above"
    outer = [line for line in before if _margin(source, line) <= comment.column]
    line = max(outer or before, default=after or 1)
    return (line, starts.get(line, 1)), "below" if before else "above"


def _margin(source: Source, line: int) -> int:
    """Return the column of the first sign on a line."""
    written = source.line(line)
    return len(written) - len(written.lstrip()) + 1


def _remark(position: Position, found: _Around, source: Source) -> Remark:
    behind = [comment.text for comment in found.behind]
    above = [*_paragraphs(found.above, position[0], source), *behind[1:]]
    first = found.above[0].line if found.above else position[0]
    return Remark(
        above=tuple(above),
        behind="".join(behind[:1]),
        below=tuple(_paragraphs(found.below, 0, source)),
        is_apart=not source.line(first - 1).strip(" "),
    )


def _paragraphs(comments: list[Comment], until: int, source: Source) -> Iterator[str]:
    """Yield comments with an empty string for each gap between them, and between the last and line `until`."""
    for number, comment in enumerate(comments):
        yield comment.text
        following = comments[number + 1].line if number + 1 < len(comments) else until
        if any(not source.line(line).strip() for line in range(comment.line + 1, following)):
            yield ""
