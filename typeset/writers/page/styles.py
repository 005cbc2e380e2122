"""A theme in, the style sheets of its pages out: option values, font faces, and the theme's own sheets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from typeset.theme.theme import FontFace, Theme, text

UPRIGHT = "html{font-synthesis-style:none}"
"""Scripts of squares have no italics, and browsers would slant them."""
_RUNNING = re.compile(r"@(?:top|bottom|left|right)-[a-z-]+\s*\{[^{}]*\}|(?<![\w-])string-set\s*:[^;{}]*;?")


def option_sheet(theme: Theme) -> str:
    """Return the options as custom properties on `:root`."""
    return _root((f"--{name}", value) for name, value in theme.values)


def screen_color_sheet(theme: Theme) -> str:
    """Return each option that is a colour as it can be read on a screen: `--NAME-on-light` and `--NAME-on-dark`.

    They keep their contrast on every sheet that `typeset.theme.colors` counts as light or dark.
    """
    from typeset.theme.colors import on_dark, on_light

    values = dict(theme.values)
    colors = [option.name for option in theme.options if option.type == "color" and option.name]
    return _root(
        pair
        for name in colors
        for pair in ((f"--{name}-on-light", on_light(values[name])), (f"--{name}-on-dark", on_dark(values[name])))
    )


def font_sheet(theme: Theme, address: Callable[[FontFace], str]) -> str:
    """Return a `@font-face` rule for each face, its file at `address(face)`."""
    return "\n".join(
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.style};'
        f"src:url({address(face)})}}"
        for face in theme.faces
    )


def own_sheets(theme: Theme) -> list[str]:
    """Return the texts of the theme's style sheets, as they cascade; raises `Faults` for what is no text."""
    return [_with_fallbacks(text(path), theme) for path in theme.styles]


def screen_sheets(theme: Theme) -> list[str]:
    """Return the texts of the theme's style sheets for screens, in the order of the cascade."""
    return [_with_fallbacks(text(path), theme) for path in theme.screen]


def _with_fallbacks(sheet: str, theme: Theme) -> str:
    """Return a style sheet that names the fallbacks wherever it names the theme's own family, right after it."""
    if not theme.fallbacks or not theme.fonts:
        return sheet
    others = "".join(f', "{family}"' for family in dict.fromkeys(face.family for face in theme.fallbacks))
    own = "|".join(re.escape(family) for family in dict.fromkeys(face.family for face in theme.fonts))
    return re.sub(rf"(?<=[\s:,])([\"']?)(?:{own})\1(?=\s*[,;}}])", lambda match: match[0] + others, sheet)


def without_running_heads(sheet: str) -> str:
    """Return a style sheet without running heads (CSS GCPM 3), which browsers do not know: they print their own."""
    return _RUNNING.sub("", sheet)


def _root(properties: Iterable[tuple[str, str]]) -> str:
    return f":root{{{''.join(f'{name}:{value};' for name, value in properties)}}}"
