"""A résumé in many languages in, the same résumé in one of them out."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

from typeset.resume.blocks import Body
from typeset.resume.model import Part
from typeset.resume.text import Text

Spoken = TypeVar("Spoken")


def in_language(value: Spoken, language: str) -> Spoken:
    """Return `value` with every text in the version nearest to `language` (BCP 47).

    `de-CH` takes `de-CH`, else `de`, else the first version written; a text without versions stays as it is.
    """
    spoken: Any = _spoken(value, language)
    return spoken  # type: ignore[no-any-return]


def _spoken(value: Any, language: str) -> Any:
    if isinstance(value, Text | Body):
        return nearest_version(value, language)
    if isinstance(value, tuple):
        return tuple(_spoken(item, language) for item in value)
    if isinstance(value, Part) or (dataclasses.is_dataclass(value) and hasattr(value, "text")):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        changed = {name: _spoken(old, language) for name, old in fields.items() if name not in ("place", "x")}
        return dataclasses.replace(value, **changed)  # type: ignore[type-var]
    return value


def nearest_version(value: Any, language: str) -> Any:
    """Return the version of a text or body for `language`, by BCP 47 lookup (RFC 4647, section 3.4)."""
    versions = {version.language: version for version in value.versions}
    while language:
        if language in versions:
            return versions[language]
        language = language.rpartition("-")[0]
    return value
