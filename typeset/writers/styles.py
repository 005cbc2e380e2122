"""A theme in, the style sheets of its pages out: option values, font faces, and the theme's own sheets."""

from __future__ import annotations

from collections.abc import Callable

from typeset.theme.theme import FontFace, Theme


def option_sheet(theme: Theme) -> str:
    """Return the options as custom properties on `:root`."""
    properties = "".join(f"--{name}:{value};" for name, value in theme.values)
    return f":root{{{properties}}}"


def font_sheet(theme: Theme, address: Callable[[FontFace], str]) -> str:
    """Return a `@font-face` rule for each face, its file at `address(face)`."""
    return "\n".join(
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.style};'
        f"src:url({address(face)})}}"
        for face in theme.fonts
    )


def own_sheets(theme: Theme) -> list[str]:
    """Return the texts of the theme's style sheets, in the order of the cascade."""
    return [path.read_text("utf-8") for path in theme.styles]
