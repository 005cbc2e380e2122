"""A folder gives its own regular files, whatever it is asked for."""

import os
from pathlib import Path

import pytest

from typeset.source.folders import inside, is_regular, read_regular


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "mine"
    made.joinpath("sub").mkdir(parents=True)
    made.joinpath("sub/a.txt").write_text("a")
    tmp_path.joinpath("secret.txt").write_text("secret")
    made.joinpath("linked.txt").symlink_to(tmp_path / "secret.txt")
    made.joinpath("own.txt").symlink_to("sub/a.txt")
    made.joinpath("above").symlink_to(tmp_path)
    os.mkfifo(made / "pipe")
    return made


def test_a_file_of_the_folder_is_given(folder: Path):
    assert inside(folder, "sub/a.txt") == folder / "sub/a.txt"
    assert inside(folder, "./sub/a.txt") == folder / "sub/a.txt"


def test_the_folder_itself_may_be_a_link(folder: Path, tmp_path: Path):
    tmp_path.joinpath("other").symlink_to(folder)
    assert inside(tmp_path / "other", "sub/a.txt")


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "sub", "gone", "../secret.txt", "sub/../../secret.txt", "sub/../sub/a.txt", "/etc/passwd"),
        *("linked.txt", "own.txt", "above/secret.txt", "pipe", "sub/a.txt\0", "a" * 300, "sub\\a.txt", "c:a.txt"),
    ],
)
def test_nothing_else_is(folder: Path, name: str):
    assert inside(folder, name) is None


def test_a_regular_file_is_told_from_a_link_and_a_pipe(folder: Path):
    assert is_regular(folder / "sub/a.txt")
    assert not any(map(is_regular, (folder / "own.txt", folder / "pipe", folder, folder / "gone", folder / "a\0")))


def test_no_more_is_read_than_shows_that_there_is_more(folder: Path):
    file = folder / "long"
    file.write_bytes(bytes(5_000))
    assert len(read_regular(file, 1_000)) == 1_001
    assert len(read_regular(file, 9_000)) == 5_000


@pytest.mark.parametrize("name", ["pipe", "sub", "gone"])
def test_nobody_waits_for_what_is_no_file(folder: Path, name: str):
    with pytest.raises(OSError):  # noqa: PT011  # each system has its own words
        read_regular(folder / name, 10)


def test_a_device_is_no_file():
    with pytest.raises(OSError, match="no regular file"):
        read_regular(Path("/dev/zero"), 10)
