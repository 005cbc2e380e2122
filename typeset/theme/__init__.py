"""A theme's folder in, the theme out."""

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent

SHIPPED_THEMES = _PACKAGE / "themes" if (_PACKAGE / "themes").is_dir() else _PACKAGE.parent / "themes"
"""The themes that come with the compiler: inside the package once installed, beside it in a checkout."""
TORTURE = Path(__file__).with_name("torture")
"""Content that themes are tried with, as a project has it: what is rare in CVs, all at once."""
