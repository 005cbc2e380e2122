"""The command line, run in a project of its own, in this process or in one of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from typeset.cli import typeset

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one CV."""
    content = tmp_path / "content"
    content.mkdir()
    content.joinpath("ada.yaml").write_text("basics: {name: Ada Lovelace, label: Analyst}\n")
    return tmp_path


@pytest.fixture
def run(project: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A function that runs a command in this process; anything but an orderly end is raised."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(project / "no-configuration"))

    def run_command(*arguments: str) -> Ended:
        result = CliRunner(catch_exceptions=False).invoke(typeset, ["--project", str(project), *arguments])
        return Ended(result.exit_code, result.stdout, result.stderr)

    return run_command


@pytest.fixture
def start() -> Run:
    """A function that runs a command in a process of its own."""

    def start_command(*arguments: str | Path, folder: Path, **environment: str) -> Ended:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
        command = [sys.executable, "-m", "typeset", *map(str, arguments)]
        ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    return start_command
