"""What one CV costs from nothing: a cold build, proof included, beside the `weasyprint` command on the same page.

The page is what the compiler hands to WeasyPrint: the finished HTML, the theme's style sheets and TTF fonts as
files beside it, rendered to PDF/UA-1 like ours. Neither side finds anything cached but compiled bytecode.

Run: python benchmarks/cold.py [RUNS]
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from timing import compare, project_of, typeset

from typeset.build.prepare import prepare
from typeset.build.project import Plan
from typeset.cli.places import project as project_in
from typeset.writers.page.styles import font_sheet, option_sheet, own_sheets
from typeset.writers.page.templates import render


def main() -> None:
    """Print the two times and their ratio for each CV."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    for what, name, more in (
        ("two pages", "polte", "omit: [skills]\n"),
        ("three pages", "polte", ""),
        ("five pages", "mims", ""),
    ):
        first, second, ratio = cold(name, more, runs)
        print(f"{what:12} typeset {first * 1000:5.0f} ms   weasyprint {second * 1000:5.0f} ms   ratio {ratio:.2f}")


def cold(name: str, more: str, runs: int) -> tuple[float, float, float]:
    """Return the CPU seconds of both sides for one application with `more` lines, and their ratio."""
    folder = project_of(f"{name}.yaml", f"applications/{name}.yaml")
    with (folder / "content" / "applications" / f"{name}.yaml").open("a", encoding="utf-8") as application:
        application.write(more)
    ours = typeset("--project", str(folder), "build", "--format", "pdf")
    weasyprint = Path(sys.executable).with_name("weasyprint")
    theirs = [weasyprint, "--pdf-variant", "pdf/ua-1", finished_page(folder, name), folder / "page.pdf"]
    try:
        return compare(ours, list(map(str, theirs)), runs, lambda: shutil.rmtree(folder / "out", ignore_errors=True))
    finally:
        shutil.rmtree(folder)


def finished_page(folder: Path, name: str) -> Path:
    """Write the page of an application with its style sheets linked and its fonts as files; return its path."""
    prepared = prepare(project_in(str(folder)), Plan(name, folder / "content" / "applications" / f"{name}.yaml"))
    sheets = [font_sheet(prepared.theme, lambda face: face.file.as_uri()), option_sheet(prepared.theme)]
    links = []
    for number, sheet in enumerate([*sheets, *own_sheets(prepared.theme)]):
        (folder / f"{number}.css").write_text(sheet, "utf-8")
        links.append(f'<link rel="stylesheet" href="{number}.css">')
    page = folder / "page.html"
    page.write_text(render(prepared.document, prepared.theme).replace("</head>", "".join(links) + "</head>"), "utf-8")
    return page


if __name__ == "__main__":
    main()
