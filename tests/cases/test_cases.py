"""One file a behaviour or bug: content, and beside it, as `.out`, its faults or what its document says.

`pytest tests/cases --regenerate` writes the `.out` files anew, for review; they are never edited.
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from typeset.document.arrange import arrange
from typeset.document.shapes import Block, Document, Entry, Group, List, Paragraph, Part, Prose, Quote, Terms, Text
from typeset.readers import READERS
from typeset.resume.application import Application
from typeset.resume.tailor import tailor
from typeset.source import Faults, raise_errors

CASES = sorted(path for path in Path(__file__).parent.iterdir() if path.suffix in READERS)


def outcome(case: Path) -> str:
    try:
        resume, faults = import_module(READERS[case.suffix]).read(case.read_bytes(), case.name)
        raise_errors(faults)
        lines = [*map(str, faults), *outline(arrange(tailor(resume, Application()), resume.meta.language or "en"))]
    except Faults as raised:
        lines = str(raised).split("\n")
    return "".join(f"{line.rstrip()}\n" for line in lines)


def outline(document: Document) -> Iterator[str]:
    head = document.masthead
    yield from map(shown, filter(None, [head.name, head.label, *(contact.text for contact in head.contacts)]))
    for section in document.sections:
        yield f"# {shown(section.title)}"
        for part in section.parts:
            yield from part_lines(part, "  ")


def part_lines(part: Part, indent: str) -> Iterator[str]:
    match part:
        case Entry():
            period = part.period.text if part.period else None
            texts = (
                part.title,
                part.subtitle,
                part.organization,
                part.place,
                period,
                part.remark,
                part.lead,
                *part.links,
            )
            yield indent + " | ".join(shown(text) for text in texts if text)
            yield from block_lines(part.body, indent + "  ")
            for entry in part.entries:
                yield from part_lines(entry, indent + "  ")
        case Group():
            yield indent + " | ".join(shown(text) for text in (part.label, part.note, *part.items) if text)
            yield from block_lines(part.body, indent + "  ")
        case Prose():
            yield from block_lines(part.blocks, indent)


def block_lines(blocks: tuple[Block, ...], indent: str) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield indent + shown(block.text)
            case Quote():
                yield from block_lines(block.blocks, indent + "> ")
            case Terms():
                yield f"{indent}{shown(block.label)}: {', '.join(map(shown, block.items))}"
            case List():
                for item in block.items:
                    label = f"{shown(item.label)}: " if item.label else ""
                    yield f"{indent}{'1.' if block.ordered else '-'} {label}{shown(item.text)}"
                    yield from block_lines(item.blocks, indent + "  ")


def shown(text: Text | None) -> str:
    """Return the characters with the marks of their style."""
    if not text:
        return ""
    pieces = []
    for run in text.runs:
        marks = "`" * run.code + "_" * run.emphasis + "**" * run.strong
        piece = f"{marks}{run.text}{marks[::-1]}"
        pieces.append(f"{piece} <{run.link}>" if run.link else piece)
    return "".join(pieces).replace("\n", "↵")


def test_there_are_cases():
    assert len(CASES) > 10


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_comes_out_as_written_beside_it(case: Path, request: pytest.FixtureRequest):
    golden = case.with_suffix(".out")
    if request.config.getoption("--regenerate"):
        golden.write_text(outcome(case), "utf-8")
    assert outcome(case) == golden.read_text("utf-8")


def test_no_golden_is_without_its_case():
    assert {path.stem for path in Path(__file__).parent.glob("*.out")} == {case.stem for case in CASES}
