"""A project of one's own to build, change and build again."""

from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter

import pytest

from typeset.build.check import Checked, check
from typeset.build.project import Project
from typeset.build.request import Account, Request
from typeset.build.session import build
from typeset.build.unchanged import up_to_date
from typeset.source import Faults

ROOT = Path(__file__).parents[2]

ADA = """\
basics:
  name: Ada Lovelace
  label: Analyst
work:
  - id: engine
    name: Analytical Engine
    position: Programmer
    startDate: 1842
    highlights: [{text: Only for some., only: [some]}, Translated the notes.]
"""


class Workshop:
    """A project: its files, what builds of it come to, and what is in `out/`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        themes = (root / "themes", ROOT / "themes")
        self.project = Project(root, root / "content", root / "out", themes)
        self.write("content/ada.yaml", ADA)

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def change(self, name: str, before: str, after: str) -> None:
        text = (self.root / name).read_text()
        assert before in text
        self.write(name, text.replace(before, after))

    def build(
        self,
        *formats: str,
        workers: int = 1,
        is_confined: bool = False,
        say: Callable[[str], None] = lambda _: None,
        **request: str,
    ) -> list[Account]:
        wanted = Request(formats=formats or ("txt",), **request)
        accounts = up_to_date(self.project, wanted)
        if accounts is not None:
            return accounts
        return list(build(self.project, wanted, perf_counter, workers, is_confined=is_confined, say=say))

    def is_up_to_date(self, *formats: str, **request: str) -> bool:
        return up_to_date(self.project, Request(formats=formats or ("txt",), **request)) is not None

    def check(self, **request: str) -> list[Checked]:
        return list(check(self.project, Request(**request)))

    def faults(self, *formats: str, **request: str) -> list[str]:
        """What a build complains of, whichever way."""
        try:
            accounts = self.build(*formats, **request)
        except Faults as faults:
            return [str(fault) for fault in faults.faults]
        return [str(told) for account in accounts for told in (*account.faults, *account.findings)]

    @property
    def out(self) -> dict[str, tuple[bytes, int]]:
        """The files in `out/`: their bytes and when they were written."""
        files = [path for path in (self.root / "out").rglob("*") if path.is_file()]
        return {
            str(path.relative_to(self.root / "out")): (path.read_bytes(), path.stat().st_mtime_ns) for path in files
        }


def rebuilt(accounts: Iterable[Account]) -> set[str]:
    """The applications of which something was built anew."""
    return {account.application for account in accounts if account.seconds is not None and not account.has_failed}


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


@pytest.fixture(scope="session")
def workshop_in() -> type[Workshop]:
    """A function from a folder to a project in it, for tests that share what is built."""
    return Workshop


@pytest.fixture(scope="session")
def anew():
    return rebuilt
