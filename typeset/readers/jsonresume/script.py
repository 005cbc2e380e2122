"""A tree in; the language that its script makes plain out."""

from __future__ import annotations

import re

from typeset.readers.draft.nodes import leaves
from typeset.source import Node, Scalar

_KANA = re.compile(r"[\u3041-\u30ff\uff66-\uff9f]")
_HANGUL = re.compile(r"[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")
_SHARE = 0.25
"""Of all letters, in what is no address, that must be of a script of East Asia."""


def language_of(tree: Node) -> tuple[str, Scalar] | None:
    """Return `ja`, `ko` or `zh`, and the first text in it; None for any other script, which many languages share."""
    said = [leaf for _, leaf in leaves(tree) if "://" not in leaf.text and "@" not in leaf.text]
    text = "".join(leaf.text for leaf in said)
    kana, hangul, han = (len(script.findall(text)) for script in (_KANA, _HANGUL, _HAN))
    if kana + hangul + han <= _SHARE * len(_LETTER.findall(text)):
        return None
    tag, script = ("ko", _HANGUL) if hangul > kana + han else ("ja", _KANA) if kana else ("zh", _HAN)
    return tag, next(leaf for leaf in said if script.search(leaf.text))
