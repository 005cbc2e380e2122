"""A theme's own files in; what in them breaks what programs read, or what is of no use, out, each at its place."""

from typeset.theme.lint.linting import lint

__all__ = ["lint"]
