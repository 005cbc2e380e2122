"""The GitHub workflows: pinned, with few rights, and without what an auditor objects to."""

import re
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))

workflows = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def read(path: Path) -> dict[str, Any]:
    # BaseLoader: to the others, the key `on` is the boolean true.
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # it makes nothing but str, list and dict


def test_there_are_workflows():
    assert {path.name for path in WORKFLOWS} >= {"release.yml", "test.yml"}


@workflows
def test_every_action_is_pinned_by_commit_and_names_its_version(path: Path):
    uses = [line.partition("uses:")[2].strip() for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    steps = [step for job in read(path)["jobs"].values() for step in job["steps"] if "uses" in step]
    assert len(uses) == len(steps) > 0
    assert [use for use in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []


@workflows
def test_rights_are_declared_and_only_a_release_may_write(path: Path):
    workflow = read(path)
    granted = [workflow["permissions"], *(job.get("permissions", {}) for job in workflow["jobs"].values())]
    writes = {scope for rights in granted for scope, right in dict(rights).items() if right != "read"}
    assert writes == ({"contents"} if path.name == "release.yml" else set())


@workflows
def test_the_checkout_keeps_no_credentials(path: Path):
    steps = [step for job in read(path)["jobs"].values() for step in job["steps"]]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


def test_zizmor_finds_nothing():
    zizmor = Path(sysconfig.get_path("scripts")) / "zizmor"
    audit = subprocess.run([zizmor, "--offline", "--no-progress", *WORKFLOWS], capture_output=True, text=True)
    assert audit.returncode == 0, audit.stdout + audit.stderr
