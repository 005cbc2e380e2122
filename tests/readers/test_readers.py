from pathlib import Path

import pytest

from typeset.readers import READERS, read
from typeset.source import Faults

ROOT = Path(__file__).parents[2]
CONTENT = sorted((ROOT / "content").glob("*.yaml"))


def test_there_is_content():
    assert len(CONTENT) >= 3


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.stem)
def test_content_reads_without_a_warning(file: Path):
    assert read(file, file.name)[1] == []


def test_yaml_and_json_say_the_same(tmp_path: Path):
    text = '{"basics": {"name": "N. N."}, "work": [{"name": "a", "startDate": "2012-09", "highlights": ["*b*"]}]}'
    found = []
    for suffix in READERS:
        file = tmp_path / f"cv{suffix}"
        file.write_text(text, "utf-8")
        found.append(read(file, file.name))
    assert found == [found[0]] * len(READERS)


def test_warnings_come_with_the_resume(tmp_path: Path):
    file = tmp_path / "cv.yaml"
    file.write_text("basics: {name: N. N.}\ncolour: red\n", "utf-8")
    assert [str(fault.place) for fault in read(file, "content/cv.yaml")[1]] == ["content/cv.yaml:2:1"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with a photograph, and one outside it."""
    content = tmp_path / "content"
    (content / "photos").mkdir(parents=True)
    (content / "me.jpg").touch()
    (content / "photos" / "me.jpg").touch()
    (tmp_path / "outside.jpg").touch()
    (content / "link.jpg").symlink_to(tmp_path / "outside.jpg")
    return content


def image_faults(folder: Path, image: str) -> list[str]:
    file = folder / "cv.yaml"
    file.write_text(f"basics: {{name: N. N., image: '{image}'}}\n", "utf-8")
    try:
        return [fault.message for fault in read(file, "cv.yaml")[1]]
    except Faults as faults:
        return [fault.message for fault in faults.faults]


@pytest.mark.parametrize("image", ["", "me.jpg", "photos/me.jpg", "./me.jpg"])
def test_a_photo_stands_beside_the_content_file_or_below(folder: Path, image: str):
    assert image_faults(folder, image) == []


@pytest.mark.parametrize(
    "image",
    [
        "../outside.jpg",
        "/etc/passwd",
        "link.jpg",
        "photos",
        "none.jpg",
        "https://a.org/me.jpg",
        "photos/../me.jpg",
        "é " * 140,
    ],
)
def test_a_photo_anywhere_else_is_an_error(folder: Path, image: str):
    [message] = image_faults(folder, image)
    assert message.startswith("`image`: ")
