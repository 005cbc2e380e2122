"""Hostile LaTeX: what a theme's templates might say to TeX, in each of our themes, and the same as content."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from .attack import OUTSIDE, Attack, content, themed

THEMES = ("classic-latex", "academic", "moderncv")
_FILE = Path(__file__).parents[1] / "writers" / "latex" / "attacks.yaml"


def attacks() -> Iterator[Attack]:
    """Yield them all."""
    known = _known()
    for theme in THEMES:
        for name, said in known["tex"].items():
            yield _theme(f"{name}, in {theme}", said, theme)
        yield _theme(f"Lua, in {theme}", _all_of(known["lua"]), theme)
    for name, said in known["lua"].items():
        yield _theme(f"Lua: {name}", _all_of({name: said}), THEMES[0])
    for name, said in known["endless"].items():
        yield _theme(f"without end: {name}", said, THEMES[0])
    for name, said in {**known["tex"], **known["lua"]}.items():
        quoted = json.dumps(said.replace("\n", " ")[:900])
        for theme in THEMES:
            literal = f"basics: {{name: A, label: {quoted}}}\nwork: [{{name: B, highlights: [{quoted}]}}]\n"
            yield content(
                "TeX",
                f"{name}, as content of {theme}",
                literal.encode(),
                theme=theme,
                formats=("latex",) if theme != THEMES[0] else ("pdf",),
            )


def _known() -> dict[str, dict[str, str]]:
    import yaml

    found: dict[str, dict[str, str]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return {
        kind: {name: said.replace("@", OUTSIDE) for name, said in attacks.items()} for kind, attacks in found.items()
    }


def _theme(name: str, said: str, base: str) -> Attack:
    return themed("TeX", name, {"latex/masthead.tex": said.encode()}, f"extends: {base}", is_program=True)


def _all_of(attacks: dict[str, str]) -> str:
    """Return pieces of Lua as one call of TeX, each with what it finds on the page."""
    code = "\n".join(
        f"do local ok, found = pcall(function() {said} end) "
        "tex.print((ok and found) and tostring(found):sub(1, 40) or 'none') end"
        for said in attacks.values()
    )
    return "\\directlua{" + code.replace("\\", "\\string\\") + "}"
