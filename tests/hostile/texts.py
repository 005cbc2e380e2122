"""Hostile words: Markdown that would be markup, addresses that would do something, text that no layout ends."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .attack import OUTSIDE, PORT, Attack, content, imported

_MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<iframe src=//a></iframe>",
    f"<link rel=stylesheet href=http://127.0.0.1:{PORT}/>",
    f"<img src='file://{OUTSIDE}/secret.png'>",
    f"<object data='{OUTSIDE}/secret.txt'></object>",
    "<base href='file:///etc/'>",
    "<style>@import 'x'</style>",
    f"<a rel=attachment href='file://{OUTSIDE}/secret.txt'>x</a>",
    "</title></style></script><b>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?php system('id') ?>",
    "&lt;script&gt;",
    "&#x2028;",
    "&#8238;abc",
    "&NewLine;",
    "&colon;",
    "{{ 7 * 7 }}",
    "{% include '/etc/passwd' %}",
    "{# x #}",
    "<< 7 * 7 >>",
    "<% include 'x' %>",
    "<# x #>",
    "${7*7}",
    "#{7*7}",
    "%(name)s",
    "{0.__class__}",
    f"![x](http://127.0.0.1:{PORT}/x.png)",
    f"![x](file://{OUTSIDE}/secret.png)",
    f"![x]({OUTSIDE}/secret.png)",
    "![x][y]",
    "[x]: javascript:alert(1)",
    "# heading",
    "```\ncode\n```",
    "~~~sh\nid\n~~~",
    "| a | b |\n|---|---|",
    "[^1]\n\n[^1]: note",
    "$x^2$",
    "\\(x\\)",
    "\\input{/etc/passwd}",
    "^^5cinput",
    "\\directlua{os.exit()}",
    "`` ` ``",
    "*" * 300,
    "_" * 300,
    "[" * 190,
    "](" * 90,
    "![" * 90,
    "**a " * 90,
    "<" * 190,
    "> " * 90,
    "1. " * 60,
    "\\" * 190,
    "&" * 190,
    "`" * 151,
    "'\"><b a='",
    "\u0000",
    "=cmd|' /C calc'!A0",
)
_ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload='a()'/>",
    "file:///etc/passwd",
    f"file://{OUTSIDE}/secret.txt",
    f"{OUTSIDE}/secret.txt",
    "../../secret",
    "//evil.example/x",
    "\\\\evil\\x",
    "C:/x",
    "https://a@evil.example",
    "https://good.example\\@evil.example",
    "http:evil.example",
    "https:/evil.example",
    "about:blank",
    "blob:x",
    "ftp://127.0.0.1/x",
    "gopher://x",
    "chrome://x",
    "ws://x",
    "view-source:x",
    "intent:x",
    "ms-word:ofe|u|http://x",
    "smb://x/y",
    "jar:x!/",
    "tel:javascript:1",
    "mailto:",
    "mailto:a",
    "https://",
    "http://\u202egro.elpmaxe",
    "https://exa\u200bmple.org",
    "#x",
    "?x",
    "",
    "%6aavascript:x",
)
_ENDLESS = {
    "words of 199": "x" * 199 + " ",
    "words of 180 with letters of all kinds": "Donaudampfschifffahrtsgesell" * 6 + " ",
    "spaces that bind": "ab\u00a0",
    "narrow spaces that bind": "a\u202f",
    "spaces of no width": "a\u200b",
    "joiners": "a\u2060",
    "soft hyphens": "a\u00ad" * 99 + " ",
    "single letters": "a ",
    "accents": "a" + "\u0301" * 190 + " ",
    "Chinese": "漢字",
    "brackets of Chinese": "（「漢」）",
    "Korean": "한글",
    "long vowels": "ー",
    "wide letters": "ａ",
    "pictures": "😀 ",
    "families": "👨\u200d👩\u200d👧\u200d👦 ",
    "Arabic": "مرحبا ",
    "both directions": "שלום abc 12 ",
    "Thai": "ภาษาไทย ",
    "Devanagari": "क्षत्रिय ",
    "emphasis": "*a* b ",
    "emphasis in emphasis": "**a *b* c** ",
    "code": "`a` ",
    "links": "[a](https://e.org) ",
    "slashes": "a/b/" * 49 + " ",
    "hyphens": "a-b-" * 49 + " ",
    "backslashes": "\\\\ ",
    "breaks": "a\\\n",
    "digits": "1234567890" * 19 + " ",
    "letters of mathematics": "𝕏" * 199 + " ",
    "wide spaces": "漢\u3000",
    "dots": "." * 199 + " ",
    "dashes": "a—" * 99 + " ",
    "Ogham spaces": "\u1680a",
    "variation selectors": "a" + "\ufe0f" * 190 + " ",
    "tags": "a" + "\U000e0041" * 150 + " ",
}
_PLACES = {
    "name": "basics: {{name: {0}}}",
    "label": "basics: {{name: A, label: {0}}}",
    "summary": "basics: {{name: A, summary: {0}}}",
    "employer": "basics: {{name: A}}\nwork: [{{name: {0}, position: {0}, location: {0}, startDate: {0}}}]",
    "bullet": "basics: {{name: A}}\nwork: [{{name: B, highlights: [{{label: {0}, text: {0}}}]}}]",
    "skill": "basics: {{name: A}}\nskills: [{{name: {0}, keywords: [{0}, {0}]}}]",
    "section": "basics: {{name: A}}\nsections: [{{id: q, title: {0}, items: [{{label: {0}, value: {0}}}]}}]",
}
MOST = {"summary": 1_990}
"""Characters that a place has room for; others have room for a thousand."""


def attacks() -> Iterator[Attack]:
    """Yield them all."""
    for number, said in enumerate(_MARKUP):
        for place in ("name", "summary", "bullet"):
            yield content(
                "Markdown", f"{said[:40]!r} ({number}) as {place}", placed(place, said), formats=("pdf", "html")
            )
        yield imported(
            "Markdown",
            f"{said[:40]!r} ({number}) to import",
            f"# Ada Lovelace\n\n{said}\n\n## Work\n\n- {said}\n".encode(),
            "cv.md",
        )
    for number, address in enumerate(_ADDRESSES):
        yield content(
            "Markdown",
            f"{address!r} as a link",
            placed("summary", f"a [b]({address}) c"),
        )
        yield content("Markdown", f"<{address!r}>", placed("summary", f"a <{address}> c"), formats=("html",))
        yield content(
            "Markdown",
            f"{address!r} as a url",
            f"basics: {{name: A, url: {json.dumps(address)}}}".encode(),
            must="refused" if address else "",
        )
        yield imported(
            "Markdown",
            f"{address!r} ({number}) to import",
            f"# Ada Lovelace\n\n[x]({address}) <{address}>\n".encode(),
            "cv.md",
        )
    for theme in ("ats", "classic", "margin"):
        for kind, unit in _ENDLESS.items():
            for place in _PLACES if theme == "margin" else ("name", "bullet"):
                yield content(
                    "Text",
                    f"{kind} as {place} in {theme}",
                    placed(place, filled(unit, MOST.get(place, 990))),
                    theme=theme,
                )


def filled(unit: str, most: int) -> bytes | str:
    """Return a text of a unit repeated, of at most so many characters."""
    return (unit * (most // len(unit) + 1))[:most]


def placed(place: str, said: str) -> bytes:
    """Return a content file that says something in one place."""
    return _PLACES[place].format(json.dumps(said)).encode()
