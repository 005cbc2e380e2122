"""Damaged content, and damaged files to import: faults with places, soon, and never anything else.

`MUTATIONS=100000 pytest tests/readers/test_fuzz.py -k import` damages more files than an ordinary run does.
"""

import os
import random
import re
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.document.arrange import arrange
from typeset.readers import READERS
from typeset.readers.importing import imported
from typeset.resume.application import Application
from typeset.resume.tailor import tailor
from typeset.source import Fault, Faults, Severity

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "jsonresume"
SEEDS = [*sorted((ROOT / "content").glob("*.yaml")), *sorted(CORPUS.glob("*.json"))]
RUNS, EACH = 20, 60
SLOWEST = 2.0  # seconds of CPU; some 0.01 are usual

TOKENS = [
    b"~", b"null", b"", b"[]", b"{}", b"''", b'"', b"'", b"|", b">", b"- ", b"? ", b": ", b"&a ", b"*a", b"!!str ",
    b"<<", b"%TAG", b"---\n", b"...", b"@", b"`", b"#", b"\t", b"\r", b"\x00", b"\x1b[0m", b"\xff", b"\xef\xbb\xbf",
    "\u202e".encode(), "\u2028".encode(), "é漢😀".encode(), b"x" * 300, b"[" * 40, b"> " * 50, b"2013-13", b"NO",
    b"true", b"1e999", b"[a](b)", b"{en: a}", b"\\u0000", b"private: true", b"id: a",
]  # fmt: skip
Mutation = Callable[[random.Random, bytes, bytes], bytes]


def flipped(rng: random.Random, data: bytes, _: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def with_token(rng: random.Random, data: bytes, _: bytes) -> bytes:
    start = rng.randrange(len(data))
    return data[:start] + rng.choice(TOKENS) + data[start + rng.randint(0, 12) :]


def with_value_replaced(rng: random.Random, data: bytes, _: bytes) -> bytes:
    found = rng.choice(list(re.finditer(rb"(?<=: )[^\n]+|(?<=- )[^\n]+", data)) or [re.match(b"", data)])
    return data[: found.start()] + rng.choice(TOKENS) + data[found.end() :]


def with_lines_changed(rng: random.Random, data: bytes, _: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    here, there = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(4):
        case 0:
            lines[here], lines[there] = lines[there], lines[here]
        case 1:
            del lines[here : here + rng.randint(1, 5)]
        case 2:
            lines[there:there] = lines[here : here + rng.randint(1, 5)]
        case _:
            lines[here] = b" " * rng.randint(0, 9) + lines[here].lstrip()
    return b"".join(lines)


def truncated(rng: random.Random, data: bytes, _: bytes) -> bytes:
    return data[: rng.randrange(len(data))]


def spliced(rng: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: rng.randrange(len(data))] + other[rng.randrange(len(other)) :]


MUTATIONS: list[Mutation] = [flipped, with_token, with_value_replaced, with_lines_changed, truncated, spliced]


def faults_of(data: bytes, suffix: str) -> tuple[Fault, ...]:
    """Read, tailor and arrange what can be read; whatever is wrong with it."""
    try:
        resume, faults = import_module(READERS[suffix]).read(data, "cv")
        if all(fault.severity is Severity.WARNING for fault in faults):
            arrange(tailor(resume, Application()), "de-CH")
    except Faults as raised:
        return raised.faults
    return tuple(faults)


def misplaced(data: bytes, faults: tuple[Fault, ...]) -> list[str]:
    """Return the faults that have no place, or one outside the file."""
    lines = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [
        str(fault)
        for fault in faults
        if not (place := fault.place)
        or not 1 <= place.line <= len(lines)
        or not 1 <= place.column <= len(lines[place.line - 1]) + 1
    ]


def test_there_are_seeds():
    assert len(SEEDS) >= 3


@pytest.mark.parametrize("seed", range(RUNS))
def test_a_damaged_file_has_faults_with_places_and_nothing_worse(seed: int):
    rng = random.Random(seed)  # noqa: S311  # the same damage at every run
    contents = [(file.suffix, file.read_bytes()) for file in SEEDS]
    for _ in range(EACH):
        suffix, data = rng.choice(contents)
        for mutate in rng.choices(MUTATIONS, k=rng.randint(1, 3)):
            data = mutate(rng, data or b" ", rng.choice(contents)[1])
        start = time.process_time()
        faults = faults_of(data, suffix)
        assert time.process_time() - start < SLOWEST
        assert misplaced(data, faults) == []


IMPORTS = int(os.environ.get("MUTATIONS", "1500"))
BATCHES = 10


def files_to_import() -> list[bytes]:
    """Other people's files, the seeds, and samples of what the corpus has none of."""
    folders = [
        CORPUS.parent / kind for kind in ("jsonresume", "rendercv", "yamlresume", "markdown", "text", "text/derived")
    ]
    folders += [CORPUS.parents[1] / "seeds", ROOT / "tests" / "readers" / "samples"]
    return [
        file.read_bytes()
        for folder in folders
        if folder.is_dir()
        for file in sorted(folder.iterdir())
        if file.is_file()
    ]


def content_of(data: bytes) -> bytes:
    """The content that a file becomes; nothing when it has faults, which can all be told."""
    try:
        return imported(data, "cv", person="Ada Lovelace").text.encode()
    except Faults as raised:
        return b"" if str(raised) else b"faults that say nothing"


@pytest.mark.parametrize("batch", range(BATCHES))
def test_importing_a_damaged_file_makes_sound_content_or_faults_and_nothing_worse(batch: int):
    rng = random.Random(batch)  # noqa: S311  # the same damage at every run
    contents = files_to_import()
    assert contents
    for _ in range(IMPORTS // BATCHES):
        data = rng.choice(contents)
        for mutate in rng.choices(MUTATIONS, k=rng.randint(1, 3)):
            data = mutate(rng, data or b" ", rng.choice(contents))
        start = time.process_time()
        content = content_of(data)
        assert time.process_time() - start < SLOWEST
        assert [fault for fault in faults_of(content, ".yaml") if content and fault.severity is Severity.ERROR] == []


KEYS = [
    "basics",
    "name",
    "work",
    "highlights",
    "text",
    "en",
    "id",
    "x",
    "positions",
    "sections",
    "items",
    "title",
    "<<",
]
VALUES = [
    "a",
    "~",
    "''",
    "present",
    "2013",
    "2013-13",
    "*a",
    "&a b",
    "[b](c)",
    "|",
    "true",
    "&a",
    "!t",
    '"\\u0007"',
    "漢",
]
NODES = st.recursive(
    st.sampled_from(VALUES),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(st.tuples(st.sampled_from(KEYS), inner), max_size=4).map(
            lambda pairs: f"{{{', '.join(f'{key}: {value}' for key, value in pairs)}}}"
        )
    ),
    max_leaves=12,
)


@given(st.one_of(NODES, st.text(), st.text("-:?[]{},&*!|>'\"%@` \n#ab", max_size=60)))
def test_any_yaml_at_all_has_faults_with_places_and_nothing_worse(text: str):
    data = text.encode("utf-8", errors="surrogatepass")
    assert misplaced(data, faults_of(data, ".yaml")) == []


@given(
    st.lists(
        st.tuples(st.sampled_from(["work", "skills", "sections", "education"]), st.lists(NODES)),
        unique_by=lambda pair: pair[0],
    )
)
def test_any_shape_under_a_known_key_has_faults_with_places_and_nothing_worse(sections: list[tuple[str, list[str]]]):
    data = ("basics: {name: a}\n" + "".join(f"{key}: [{', '.join(nodes)}]\n" for key, nodes in sections)).encode()
    assert misplaced(data, faults_of(data, ".yaml")) == []
