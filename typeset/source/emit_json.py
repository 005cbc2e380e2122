"""Tree in, JSON text (RFC 8259) out, two spaces a level; plain numbers, booleans and null as they were written."""

from __future__ import annotations

import json
import re
from typing import Any

from typeset.source.tree import Mapping, Node, Scalar, Sequence

_WORD = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null", re.ASCII)


def json_text(node: Node, indent: str = "\n") -> str:
    """Return the text of a tree, without a line feed at its end."""
    match node:
        case Scalar():
            if node.is_null:
                return "null"
            return node.text if node.plain and _WORD.fullmatch(node.text) else _quoted(node.text)
        case Sequence():
            return _bracketed("[]", [json_text(item, indent + "  ") for item in node.items], indent)
        case Mapping():
            entries = [f"{_quoted(key.text)}: {json_text(value, indent + '  ')}" for key, value in node]
            return _bracketed("{}", entries, indent)


def comparable(node: Node) -> Any:
    """Return what is equal for trees that are the same JSON: of mappings the order does not count."""
    match node:
        case Scalar():
            is_word = node.is_null or (node.plain and _WORD.fullmatch(node.text))
            return (json_text(node),) if is_word else node.text
        case Sequence():
            return list(map(comparable, node.items))
        case Mapping():
            return {key.text: comparable(value) for key, value in node}


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _bracketed(brackets: str, parts: list[str], indent: str) -> str:
    if not parts:
        return brackets
    inner = f",{indent}  ".join(parts)
    return f"{brackets[0]}{indent}  {inner}{indent}{brackets[1]}"
