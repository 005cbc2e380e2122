"""The model's classes in, a JSON Schema (draft 7, which editors know) out: for completing and checking in editors."""

from __future__ import annotations

from typing import Any

from typeset.resume.blocks import Body
from typeset.resume.dates import Date
from typeset.resume.fields import (
    LEVELS,
    Attach,
    Described,
    Email,
    LanguageTag,
    Levels,
    Path,
    Picks,
    Share,
    Slug,
    Wordings,
    described,
)
from typeset.resume.links import Url
from typeset.resume.model import Part
from typeset.resume.names import PATH, WELL_FORMED
from typeset.resume.text import Text
from typeset.resume.values import LANGUAGE_TAG
from typeset.source import Mapping

DIALECT = "http://json-schema.org/draft-07/schema#"

_TEXT = {"$ref": "#/definitions/text"}
_SCALAR = {"type": ["string", "number", "boolean"]}
_SLUG = {"type": ["string", "integer"], "pattern": f"^{WELL_FORMED.pattern}$"}
_BY_PATH = {"type": "object", "propertyNames": {"pattern": f"^{PATH.pattern}$"}}
_KINDS: dict[Any, dict[str, Any]] = {
    Text: _TEXT,
    Body: _TEXT,
    Date: {"anyOf": [{"type": "integer", "minimum": 1000, "maximum": 2999}, _TEXT]},
    str: {"type": ["string", "number"]},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 1},
    Url: {"type": "string", "format": "uri"},
    Email: {"type": "string", "format": "email"},
    Slug: _SLUG,
    Path: {"type": "string", "pattern": f"^{PATH.pattern}$"},
    LanguageTag: {"type": "string", "pattern": f"^{LANGUAGE_TAG.pattern}$"},
    Attach: {"enum": ["content", "none"]},
    Share: {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
    Picks: {**_BY_PATH, "additionalProperties": {"type": "array", "items": _SLUG}},
    Wordings: {**_BY_PATH, "additionalProperties": _TEXT},
    Levels: {"type": "object", "additionalProperties": {"enum": [*LEVELS]}},
    Mapping: {"type": "object"},
}


def schema(model: type[Part], title: str) -> dict[str, Any]:
    """Return the schema of files that hold a `model`."""
    definitions: dict[str, Any] = {
        "text": {
            "description": "Text with inline Markdown, or a map of languages to such texts.",
            "anyOf": [
                _SCALAR,
                {"type": "object", "minProperties": 1, "additionalProperties": False,
                 "patternProperties": {f"^{LANGUAGE_TAG.pattern}$": _SCALAR}},
            ],
        }
    }  # fmt: skip
    top = _object(model, definitions)
    return {"$schema": DIALECT, "title": title, **top, "definitions": dict(sorted(definitions.items()))}


def _object(model: type[Part], definitions: dict[str, Any]) -> dict[str, Any]:
    fields = described(model)
    properties = {key: _property(known, definitions) for key, known in fields.items()}
    made: dict[str, Any] = {
        "type": "object",
        "description": (model.__doc__ or "").split("\n")[0],
        "properties": properties,
    }
    if needed := [key for key, known in fields.items() if known.needed]:
        made["required"] = needed
    if model.closed:
        made["additionalProperties"] = False
    else:
        properties["x"] = {"type": "object", "description": "Whatever the model has no name for; kept, shown nowhere."}
    return made


def _property(known: Described, definitions: dict[str, Any]) -> dict[str, Any]:
    one = _one(known.kind, definitions)
    if known.many:
        return {"description": known.about, "type": "array", "items": one}
    return {"description": known.about, **({"allOf": [one]} if "$ref" in one else one)}


def _one(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind in _KINDS:
        return dict(_KINDS[kind])
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}  # a class may hold itself
        definitions[name] = _object(kind, definitions)
    reference = {"$ref": f"#/definitions/{name}"}
    return {"anyOf": [_shorthand(kind), reference]} if kind.shorthand else reference


def _shorthand(model: type[Part]) -> dict[str, Any]:
    known = described(model)[str(model.shorthand)]
    return dict(_KINDS[known.kind])
