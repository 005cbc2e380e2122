"""Hostile names of files: paths that lead out, links, pipes and devices, wherever a name may stand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from .attack import CV, OUTSIDE, THEME, Attack, Link, Pipe, Planted, themed

_PATHS = (
    "../../secret.png",
    "../" * 12 + "etc/passwd",
    f"{OUTSIDE}/secret.png",
    "../../outside/secret.png",
    "/etc/passwd",
    "/dev/zero",
    "/dev/stdin",
    "/proc/self/environ",
    "~/x.png",
    "~root/x.png",
    "$HOME/x.png",
    "file:///etc/passwd",
    "C:\\x.png",
    "c:/x.png",
    "..\\..\\x.png",
    "\\\\host\\x.png",
    "//host/x.png",
    "./../../outside/secret.png",
    "a/../../../outside/secret.png",
    ".",
    "..",
    "/",
    "",
    " ",
    "a/",
    "con",
    "nul.png",
    "x.png\u0000.txt",
    "x\ny.png",
    "a" * 280,
    "a/" * 140 + "x",
    "-rf",
    "|id",
    ";id",
    "$(id)",
    "`id`",
    "*",
    "?",
    "[a]",
    "{a,b}",
    "%2e%2e/x.png",
    "..%2fx.png",
    "．．/x.png",
    "x.png?y",
    "x.png#y",
    "data:image/png;base64,AAAA",
    "http://127.0.0.1/x.png",
    "secret.png:stream",
)
_NAMES = ("image", "theme", "resume", "extends", "signature", "posting", "dossier", "file")
_LINKS: Mapping[str, Planted] = {
    "a link": Link(f"{OUTSIDE}/secret.@"),
    "a link above": Link("../../../outside/secret.@"),
    "a link to the environment": Link("/proc/self/environ"),
    "a link to a device": Link("/dev/zero"),
    "a link to nothing": Link("gone.@"),
    "a link to itself": Link("linked.@"),
    "a pipe": Pipe(),
    "a link to a folder": Link(OUTSIDE),
}
_IN_THEMES = {
    "a style sheet": ("linked.css", "extends: ats\nstyles: [linked.css]"),
    "a style sheet for screens": ("linked.css", "extends: ats\nscreen: [linked.css]"),
    "a template": ("html/masthead.html", "extends: ats"),
    "the template of all": ("html/document.html", "extends: ats"),
    "a font": ("linked.otf", "extends: ats\nfonts: [{family: A, file: linked.otf}]"),
    "a fallback": ("linked.otf", "extends: ats\nfallbacks: [{family: A, file: linked.otf, covers: [U+370-3FF]}]"),
    "a file of nobody's": ("linked.txt", "extends: ats"),
    "a licence": ("fonts/LICENSE.txt", "extends: classic-latex\nfonts: [{family: A, file: fonts/x.otf}]"),
}


def attacks() -> Iterator[Attack]:
    """Yield them all."""
    for path in _PATHS:
        for kind in _NAMES:
            yield Attack("Paths", f"{kind}: {path[:50]!r}", _naming(kind, path))
        yield themed(
            "Paths",
            f"styles: {path[:50]!r}",
            {},
            f"extends: ats\nstyles: [{json.dumps(path)}]",
            must="refused" if path.strip() else "",
        )
        yield themed(
            "Paths",
            f"font: {path[:50]!r}",
            {},
            f"extends: ats\nfonts: [{{family: A, file: {json.dumps(path)}}}]",
            must="refused",
        )
        yield themed(
            "Paths",
            f"the theme below: {path[:50]!r}",
            {},
            f"extends: {json.dumps(path)}",
            must="refused" if path.strip() else "",
        )
    for name, planted in _LINKS.items():
        yield from _linked(name, planted)
    yield Attack(
        "Paths",
        "a folder of content that is a link",
        {"content/photos": Link(OUTSIDE), "content/cv.yaml": _naming("image", "photos/secret.png")["content/cv.yaml"]},
        must="refused",
    )
    yield themed("Paths", "a folder of templates that is a link", {"html": Link(OUTSIDE)})
    yield themed(
        "Paths",
        "a folder of fonts that is a link",
        {"fonts": Link(OUTSIDE)},
        "extends: ats\nfonts: [{family: A, file: fonts/secret.otf}]",
        must="refused",
    )
    yield themed("Paths", "a circle of themes", {}, f"extends: {THEME}", must="refused")


def _naming(kind: str, path: str) -> dict[str, Planted]:
    """Return files that name a path in one place."""
    said, quoted = CV.decode(), json.dumps(path)
    application = {
        "theme": f"theme: {quoted}",
        "resume": f"resume: {quoted}",
        "extends": f"extends: {quoted}",
        "signature": "letter: {date: 2026-01-01, subject: S, salutation: 'Hi,', closing: Bye, body: b, "
        f"signature: {{image: {quoted}}}}}",
        "posting": f"for: {{company: A, posting: {quoted}}}",
        "dossier": f"dossier: [cv, {quoted}]",
        "file": f"file: {quoted}",
    }
    if kind == "image":
        return {"content/cv.yaml": said.replace("  label:", f"  image: {quoted}\n  label:").encode()}
    line = application[kind] if kind == "resume" else f"resume: cv\n{application[kind]}"
    return {"content/applications/app.yaml": f"{line}\n".encode()}


def _linked(name: str, planted: Planted) -> Iterator[Attack]:
    for what, (path, manifest) in _IN_THEMES.items():
        files = {path: _of(planted, path)}
        formats = ("html",) if "screen" in what else ("latex",) if what == "a licence" else ("pdf",)
        if what == "a licence":
            files["fonts/x.otf"] = b"no font"
        yield themed("Paths", f"{what} is {name}", files, manifest, formats=formats)
    photo = {**_naming("image", "photo.jpg"), "content/photo.jpg": _of(planted, "photo.png")}
    yield Attack("Paths", f"a photo is {name}", photo, theme="classic", must="refused")
    yield Attack(
        "Paths",
        f"the manifest of a theme is {name}",
        {f"themes/{THEME}/theme.yaml": _of(planted, "theme.yaml")},
        theme=THEME,
        must="refused",
    )
    if name != "a link to a folder":
        yield Attack(
            "Paths",
            f"the private values are {name}",
            {
                "content/cv.private.yaml": _of(planted, "x.yaml"),
                "content/applications/app.yaml": b"resume: cv\nprivate: [basics.phone]\n",
            },
        )


def _of(planted: Planted, path: str) -> Planted:
    """Return a link to the file outside that has the ending of a path."""
    ending = path.rpartition(".")[2]
    return (
        Link(planted.target.replace("@", ending))
        if isinstance(planted, Link) and OUTSIDE not in planted.target
        else (
            Link(f"{OUTSIDE}/secret.{ending}") if isinstance(planted, Link) and planted.target != OUTSIDE else planted
        )
    )
