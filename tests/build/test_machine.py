"""The machine that files are made on, as the proof is told of it."""

import getpass
import tempfile
from pathlib import Path

from typeset.build.machine import machine


def test_it_knows_its_folders_and_those_that_files_come_from():
    found = machine([Path("/somewhere/jobs/ada.yaml"), Path("/somewhere/jobs/works.yaml"), Path("/top.yaml")])
    assert found.folders.count("/somewhere/jobs") == 1
    assert "/" not in found.folders
    assert {str(Path(tempfile.gettempdir())), str(Path.cwd())} <= set(found.folders)


def test_it_knows_who_is_logged_in_whatever_the_environment_says(monkeypatch):
    expected = machine(()).login
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "somebody-else")
    assert machine(()).login == expected
    assert getpass.getuser() == "somebody-else" != expected
