"""Folders of themes to load."""

from collections.abc import Callable
from pathlib import Path

import pytest

MakeTheme = Callable[..., Path]


@pytest.fixture
def themes(tmp_path: Path) -> Path:
    """An empty folder for themes."""
    folder = tmp_path / "themes"
    folder.mkdir()
    return folder


@pytest.fixture
def make_theme(themes: Path) -> MakeTheme:
    """A function that writes a theme: its name, lines of its manifest, its other files."""

    def make(name: str, *lines: str, files: dict[str, str] | None = None) -> Path:
        folder = themes / name
        folder.mkdir()
        manifest = "\n".join([f"name: {name}", "about: a theme", *lines])
        for file, text in {"theme.yaml": manifest, **(files or {})}.items():
            folder.joinpath(file).parent.mkdir(parents=True, exist_ok=True)
            folder.joinpath(file).write_text(text)
        return folder

    return make
