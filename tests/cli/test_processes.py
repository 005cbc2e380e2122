"""The same bytes from every process, folder and number of workers; and no trace of any."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORMATS = ("-f", "pdf", "-f", "html", "-f", "txt")


def sums(project: Path) -> dict[str, str]:
    """The digest of every file but records, which hold the day."""
    files = [path for path in (project / "out").glob("*/*") if path.is_file() and path.name != "record.json"]
    return {str(path.relative_to(project)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def records(project: Path) -> list[dict]:
    """What was built, without the day."""
    found = [json.loads(path.read_bytes()) for path in sorted((project / "out").glob("*/record.json"))]
    assert all(record.pop("date") for record in found)
    return found


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a photo, two languages and two applications, not yet built."""
    project = tmp_path_factory.mktemp("first") / "project"
    content = project / "content"
    content.joinpath("applications").mkdir(parents=True)
    for name in ("lindqvist.yaml", "lindqvist.jpg", "applications/lindqvist-de.yaml"):
        shutil.copy(ROOT / "content" / name, content / name)
    content.joinpath("applications/lindqvist-de.yaml").write_text(
        "{resume: lindqvist, locale: de, theme: margin, omit: [publications]}"
    )
    content.joinpath("applications/lindqvist.yaml").write_text("{theme: classic, pages: 9}")
    return project


@pytest.fixture(scope="module")
def expected(first: Path) -> dict[str, str]:
    command = [sys.executable, "-m", "typeset", "build", "--jobs", "1", *FORMATS]
    subprocess.run(command, cwd=first, env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0", "PATH": ""}, check=True)
    found = sums(first)
    assert len(found) == 6
    return found


@pytest.mark.parametrize(
    ("seed", "where", "jobs"),
    [("1", "inside", "1"), ("random", "outside", "2"), ("2", "below", "2")],
)
def test_the_same_content_gives_the_same_bytes(start, first, expected, tmp_path, seed, where, jobs):
    project = tmp_path / "another folder, käse" / "copy"
    shutil.copytree(first / "content", project / "content")
    folder = {"inside": project, "outside": tmp_path, "below": project / "content"}[where]
    root = {"inside": ".", "outside": str(project), "below": ".."}[where]
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    ended = start(
        "--project", root, "build", "--jobs", jobs, *FORMATS, folder=folder, PYTHONHASHSEED=seed, TMPDIR=str(temporary)
    )
    assert (ended.status, ended.err) == (0, "")
    assert sums(project) == expected
    assert records(project) == records(first)
    assert list(temporary.iterdir()) == []


def test_the_manifest_says_the_same_on_every_machine(first, expected, start, tmp_path):
    assert expected
    shutil.copytree(first / "content", tmp_path / "content")
    assert start("build", *FORMATS, folder=tmp_path).status == 0
    assert (tmp_path / "out/manifest.json").read_bytes() == (first / "out/manifest.json").read_bytes()


def test_a_reader_that_closes_early_is_no_error():
    command = f'"{sys.executable}" -m typeset schema | head -c 1'
    ended = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True)  # noqa: S602
    assert (ended.stdout, ended.stderr) == ("{", "")
