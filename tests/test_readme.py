"""What the README shows is what happens."""

import json
import re
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

import typeset
from typeset.cli import typeset as command
from typeset.lint import LINTS
from typeset.proof import RULES
from typeset.readers.importing import FORMATS as IMPORTED
from typeset.resume.application import Application
from typeset.resume.content import resume
from typeset.resume.reading import read
from typeset.source import Source, yaml
from typeset.theme import SHIPPED_THEMES
from typeset.theme.theme import available
from typeset.writers import FORMATS
from typeset.writers.tex.log import PACKAGES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SNIPPETS = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)


def table(first_row: str) -> set[str]:
    """Return the names in the first column of the table whose first row starts with `first_row`."""
    rows = README[README.index(first_row) :].split("\n\n")[0].splitlines()
    return {match[1] for row in rows if (match := re.match(r"\| `([\w-]+)`", row))}


def test_the_content_it_shows_is_content():
    content, application = SNIPPETS
    assert resume(yaml.parse(Source("content/polte.yaml", content)))[1] == []
    assert read(yaml.parse(Source("content/applications/twitch.yaml", application)), Application, "it")[1] == []


def test_the_fault_it_shows_is_told_in_those_words():
    shown = re.search(r"```\n(content/polte\.yaml:(\d+):.*?)```", README, re.DOTALL)
    assert shown
    lines = [""] * (int(shown[2]) - 6) + [
        "basics: {name: Milo Polte}",
        "work:",
        "  - id: wibidata",
        "    name: WibiData",
        "    startDate: 2012-01",
        "    posiiton: Software Engineer",
    ]
    _, faults = resume(yaml.parse(Source("content/polte.yaml", "\n".join(lines))))
    assert "\n".join(map(str, faults)) + "\n" == shown[1]


def test_it_lists_every_theme():
    assert table("| theme |") == set(available([SHIPPED_THEMES]))


def test_it_names_what_brings_latex():
    assert f"install --no-install-recommends {PACKAGES}`" in README


def test_it_lists_every_format():
    assert table("| format |") == set(FORMATS)


def test_the_makefile_makes_every_format():
    made = re.search(r"^formats = (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert made
    assert {"pdf", *made[1].split()} == set(FORMATS)


def test_it_lists_every_rule_of_the_proof():
    assert table("| rule |") == set(RULES)


def test_it_lists_all_advice_on_content():
    assert table("| advice |") == set(LINTS)


SHARED = {"timing", "corpus"}
"""Modules beside the benchmarks that are none themselves."""


def test_it_names_every_benchmark_and_no_other():
    named = set(re.findall(r"benchmarks/(\w+)\.py", README))
    assert named == {path.stem for path in (ROOT / "benchmarks").glob("*.py")} - SHARED


@pytest.mark.parametrize("name", typeset.__all__)
def test_every_public_name_is_there(name: str):
    assert getattr(typeset, name)


def test_the_library_works_as_its_docstring_says(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    example = "\n".join(line[4:] for line in (typeset.__doc__ or "").splitlines() if line.startswith("    "))
    code = example[example.index("from pathlib") :].replace("ada", "polte")
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102  # the example itself
    assert names["findings"] == []


def test_it_lists_every_format_that_can_be_imported():
    shown = README[README.index("| from |") :].split("\n\n")[0]
    titles = {import_module(module).TITLE for module in IMPORTED.values()}
    assert len(titles) == len(IMPORTED)
    assert {title for title in titles if title not in shown} == set()


def test_the_import_it_shows_is_told_in_those_words(tmp_path, monkeypatch):
    shown = re.search(r"\$ typeset import resume\.json\n(.*?)```", README, re.DOTALL)
    assert shown
    monkeypatch.chdir(tmp_path)
    basics = {"name": "Ada Lovelace", "email": "ada@example.org", "picture": "", "shoes": "38"}
    job = {"name": "Engines", "position": "Analyst", "startDate": "March 1842", "endDate": "1843"}
    work = json.dumps(job).join(["[", "]"])
    basics_lines = json.dumps(basics, indent=4).replace("\n}", "\n  }")
    tmp_path.joinpath("resume.json").write_text(f'{{\n  "basics": {basics_lines},\n  "work": {work}\n}}\n')
    ended = CliRunner(catch_exceptions=False).invoke(command, ["import", "resume.json"])
    assert ended.stdout == shown[1]
