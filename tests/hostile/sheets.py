"""Hostile style sheets and drawings: every way to ask for a file, and what no layout ends."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from urllib.parse import quote

from .attack import OUTSIDE, PORT, Attack, Link, themed
from .programs import ADDRESSES

_WAYS = {
    "import": ("css", "@import url('{}');"),
    "import of a string": ("css", "@import '{}' print;"),
    "import in layers": ("css", "@import url({}) layer(a) supports(display: grid);"),
    "background": ("png", "body {{ background: url('{}') }}"),
    "backgrounds": ("png", "body {{ background-image: none, url({}) }}"),
    "content": ("png", "body::before {{ content: url('{}') }}"),
    "list marker": ("png", "li {{ display: list-item; list-style: url('{}') }}"),
    "border": ("png", "body {{ border: 1px solid; border-image: url('{}') 1 }}"),
    "mask": ("png", "body {{ mask-border: url('{}') 1 }}"),
    "variable": ("png", ":root {{ --a: url('{}') }} body {{ background: var(--a) }}"),
    "font": ("otf", "@font-face {{ font-family: q; src: url('{}') }} body {{ font-family: q }}"),
    "second font": (
        "otf",
        "@font-face {{ font-family: q; src: local('x'), url('{}') format('opentype') }} * {{ font-family: q }}",
    ),
    "page": ("png", "@page {{ background: url('{}'); @top-left {{ content: url('{}') }} }}"),
    "colour profile": ("css", "@color-profile device-cmyk {{ src: url('{}') }} body {{ color: device-cmyk(0 0 0 1) }}"),
    "counter": ("png", "@counter-style a {{ system: cyclic; symbols: url('{}') }} li {{ list-style: a }}"),
    "cursor": ("png", "body {{ cursor: url('{}'), auto }}"),
    "media": ("png", "@media print {{ body {{ background: url('{}') }} }}"),
    "drawing": ("svg", "body {{ background: url('{}') }}"),
    "footnote": ("png", "p::footnote-marker {{ content: url('{}') }} p {{ float: footnote }}"),
    "target": ("html", "a::after {{ content: target-text(url('{}#a')) target-counter('{}', page) }}"),
    "image set": ("png", "body {{ background: image-set(url('{}') 1x) }}"),
}
_BOMBS = {
    "flex in flex": "body, body * { display: flex }",
    "grid in grid": "body, body * { display: grid; grid-template-columns: repeat(50, 1fr) }",
    "variables that double": ":root { --a0: x; "
    + " ".join(f"--a{n}: var(--a{n - 1}) var(--a{n - 1});" for n in range(1, 40))
    + " } p::before { content: var(--a39) }",
    "variables in a circle": ":root { --a: var(--b); --b: var(--a) } body { color: var(--a) }",
    "calc in calc": "body { width: " + "calc(" * 2_000 + "1px" + ")" * 2_000 + " }",
    "brackets": "a { b: " + "(" * 50_000,
    "not in not": ":not(" * 500 + "a" + ")" * 500 + " { color: red }",
    "descendants": "div " * 5_000 + "{ color: red }",
    "has": "body:has(" * 60 + "p" + ")" * 60 + " { color: red }",
    "selectors by the thousand": ", ".join(f".a{n}" for n in range(20_000)) + " { color: red }",
    "rules by the thousand": ".a { color: red }\n" * 20_000,
    "blocks in blocks": "@media print {" * 400,
    "a gradient of hairs": "body { background: repeating-linear-gradient(red, blue 0.0001px) }",
    "a wave": "body { text-decoration: underline wavy 0.01px }",
    "orphans": "p { orphans: 100000; widows: 100000 }",
    "columns": "body { columns: 100000 }",
    "a counter": "@counter-style a { system: symbolic; symbols: a } "
    "li { list-style: a; counter-increment: list-item 100000000 }",
    "a counter that pads": "@counter-style a { system: numeric; symbols: a b; pad: 100000000 'x' } "
    "li::before { content: counter(list-item, a) }",
    "a huge font": "body { font-size: 1e9px }",
    "a tiny font": "body { font-size: 1e-9px }",
    "a tiny page": "@page { size: 0.01mm; margin: 0 }",
    "a page of no size": "@page { size: 0; margin: 0 }",
    "a huge page": "@page { size: 1e9mm }",
    "negative margins": "@page { margin: -1e9mm } body { margin: -1e9px }",
    "page breaks": "* { break-before: page }",
    "infinity": "body { width: 1e400px; line-height: 1e400; letter-spacing: 1e400px }",
    "no number": "body { width: calc(1px / 0); opacity: calc(0 / 0) }",
    "a thousand shadows": "body { transform: " + "scale(2) " * 3_000 + " }",
    "hyphens in a narrow column": "body { hyphens: auto; width: 1pt; overflow-wrap: anywhere }",
    "tables": "* { display: table-cell; column-span: 1000000 }",
    "floats": "* { float: left; width: 1px }",
    "footnotes": "* { float: footnote }",
    "running heads": "* { position: running(a) } @page { @top-left { content: element(a) } }",
    "leaders": "li::after { content: leader('x') leader('y') leader('') }",
    "quotes": "* { quotes: 'a' 'b' } *::before { content: open-quote open-quote } ",
    "content that repeats": "*::before { content: '" + "x" * 50_000 + "' }",
    "attributes": "*::before { content: attr(class) attr(href url) }",
    "bleed": "@page { bleed: 1e9mm; marks: crop cross }",
    "an escape of nothing": "a { content: '\\110000 \\0 \\d800' }",
    "bytes that are no text": "\udcff",
    "a null": "a { content: '\x00' }",
    "a charset": "@charset 'utf-16'; a { color: red }",
    "a direction that is not seen": "/* \u202e */ a { color: red }",
    "an end of a style element": "a::before { content: '</style><script>alert(1)</script>' }",
    "rotations": "body { rotate: 1e308deg; image-orientation: 1e308turn }",
    "bookmarks": "* { bookmark-level: 2147483648; bookmark-label: 'x' }",
    "links": "* { link: 'javascript:alert(1)'; anchor: attr(id) }",
    "a z-index": "* { position: absolute; z-index: 99999999999999999999 }",
}
_NAMESPACES = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
_SVG = "<svg " + _NAMESPACES + " width='9' height='9' {}>{}</svg>"
_DRAWN = {
    "image": "<image href='{}' width='9' height='9'/>",
    "image of old": "<image xlink:href='{}' width='9' height='9'/>",
    "use": "<use href='{}#a'/>",
    "style": "<style>@import url({});</style><rect width='9' height='9'/>",
    "font": "<style>@font-face {{ font-family: q; src: url({}) }}</style><text font-family='q'>x</text>",
    "fill": "<rect width='9' height='9' fill='url({}#a)'/>",
    "filter": "<rect width='9' height='9' filter='url({}#a)'/>",
    "mask": "<rect width='9' height='9' mask='url({}#a)' clip-path='url({}#b)'/>",
    "marker": "<path d='M0 0L9 9' marker-end='url({}#a)'/>",
    "a page inside": "<foreignObject width='9' height='9'>"
    "<img xmlns='http://www.w3.org/1999/xhtml' src='{}'/></foreignObject>",
    "a link": "<a href='{}'><rect width='9' height='9'/></a>",
    "a path of text": "<text><textPath href='{}#a'>x</textPath></text>",
    "a gradient": "<linearGradient id='g' href='{}#a'/><rect width='9' height='9' fill='url(#g)'/>",
}
_HEADS = {
    "an entity of a file": f"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file://{OUTSIDE}/secret.txt'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>",
    "an entity of parameters": f"<!DOCTYPE svg [<!ENTITY % a SYSTEM 'http://127.0.0.1:{PORT}/x.dtd'> %a;]><svg xmlns='http://www.w3.org/2000/svg'/>",
    "a document type": f"<!DOCTYPE svg SYSTEM 'file://{OUTSIDE}/secret.txt'><svg xmlns='http://www.w3.org/2000/svg'/>",
    "a billion laughs": "<!DOCTYPE svg [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    + "]><svg xmlns='http://www.w3.org/2000/svg'><text>&a9;</text></svg>",
    "a style sheet of its own": f"<?xml-stylesheet href='file://{OUTSIDE}/secret.css'?><svg xmlns='http://www.w3.org/2000/svg'/>",
    "a base of its own": _SVG.format(
        f"xml:base='file://{OUTSIDE}/'", "<image href='secret.png' width='9' height='9'/>"
    ),
    "an inclusion": "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xi='http://www.w3.org/2001/XInclude'>"
    f"<xi:include href='file://{OUTSIDE}/secret.txt' parse='text'/></svg>",
    "a script": _SVG.format("onload='alert(1)'", "<script>alert(1)</script>"),
    "uses that multiply": _SVG.format(
        "",
        "<g id='a0'><rect width='1' height='1'/></g>"
        + "".join(
            f"<g id='a{n}'>{f'<use href=&quot;#a{n - 1}&quot;/>'.replace('&quot;', chr(34)) * 10}</g>"
            for n in range(1, 9)
        )
        + "<use href='#a8'/>",
    ),
    "a use of itself": _SVG.format("", "<g id='a'><use href='#a'/></g>"),
    "groups in groups": _SVG.format("", "<g>" * 20_000 + "</g>" * 20_000),
    "a path of a million": _SVG.format("", "<path d='M0 0" + " L1 1" * 200_000 + "'/>"),
    "numbers that are none": _SVG.format(
        "viewBox='nan inf 1e999 0'", "<rect width='nan' height='-1e999' rx='inf'/><circle r='1e308'/>"
    ),
    "a pattern of nothing": _SVG.format(
        "",
        "<pattern id='p' width='1e-9' height='1e-9'><rect width='1' height='1'/></pattern>"
        "<rect width='9' height='9' fill='url(#p)'/>",
    ),
    "a huge drawing": _SVG.format("viewBox='0 0 1 1'", "<rect width='1e30' height='1e30'/>").replace(
        "width='9'", "width='1e30'"
    ),
    "dashes": _SVG.format("", "<path d='M0 0L1e9 1e9' stroke='red' stroke-dasharray='1e-9 1e-9'/>"),
    "no XML": "<svg",
    "UTF-16": "<?xml version='1.0' encoding='utf-16'?><svg/>",
    "another encoding": "<?xml version='1.0' encoding='utf-7'?><svg xmlns='http://www.w3.org/2000/svg'/>",
    "gradients in a circle": _SVG.format(
        "",
        "<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/>"
        "<rect width='9' height='9' fill='url(#a)'/>",
    ),
    "masks in a circle": _SVG.format(
        "",
        "<mask id='a' mask='url(#a)'><rect mask='url(#a)' width='9' height='9'/></mask>"
        "<rect width='9' height='9' mask='url(#a)'/>",
    ),
    "data in data": _SVG.format(
        "",
        "<image width='9' height='9' href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cimage href='http://127.0.0.1:"
        + PORT
        + "/'/%3E%3C/svg%3E\"/>",
    ),
}


def attacks() -> Iterator[Attack]:
    """Yield them all."""
    for way, (ending, sheet) in _WAYS.items():
        for what, address in ADDRESSES.items():
            written = (
                sheet.replace("{}", address.replace("$", ending))
                .replace("{{", "{")
                .replace("}}", "}")
                .replace("\n", "\\a ")
            )
            files = {"mine.css": written.encode(), f"linked.{ending}": Link(f"{OUTSIDE}/secret.{ending}")}
            yield themed("CSS", f"{way}: {what}", files, is_program=True)
    for name, sheet in _BOMBS.items():
        yield themed("CSS", name, {"mine.css": sheet.encode("utf-8", "surrogateescape")}, is_program=True)
        yield themed(
            "CSS",
            f"{name}, on a screen",
            {"mine.css": sheet.encode("utf-8", "surrogateescape")},
            is_program=True,
            formats=("html",),
        )
    for name, drawing in _drawings():
        yield themed(
            "SVG",
            f"{name}, as a background",
            {"mine.css": f'body {{ background: url("{_address(drawing)}") }}'.encode()},
            is_program=True,
        )
        yield themed(
            "SVG",
            f"{name}, as a picture",
            {"html/masthead.html": f'<h1>A</h1><img alt="x" src="{_address(drawing)}">'.encode()},
            is_program=True,
        )
        inline = drawing.encode("utf-8", "replace")
        yield themed("SVG", f"{name}, in the page", {"html/masthead.html": b"<h1>A</h1>" + inline}, is_program=True)


def _drawings() -> Iterator[tuple[str, str]]:
    chosen = ("a file", "a path", "the web", "a path above", "data of nothing")
    for way, drawn in _DRAWN.items():
        for what in chosen:
            address = ADDRESSES[what].replace("$", "svg")
            yield f"{way}: {what}", _SVG.format("", drawn.replace("{}", address).replace("{{", "{").replace("}}", "}"))
    yield from _HEADS.items()


def _address(drawing: str) -> str:
    """Return a drawing as a `data:` address, in which the folder outside can still be put in its place."""
    if OUTSIDE in drawing or PORT in drawing:
        return "data:image/svg+xml," + quote(drawing, safe="@")
    return "data:image/svg+xml;base64," + base64.b64encode(drawing.encode()).decode()
