"""A theme in; every fault of the files in its own folder out. What it builds on is left to its own check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from typeset.source import Fault, Faults, Place, Severity
from typeset.theme.lint import constructs, faces, sheet, template, unused
from typeset.theme.lint.chain import Chain
from typeset.theme.lint.sheet import Declaration, Sheet
from typeset.theme.manifest import ENGINES
from typeset.theme.theme import Theme

_GENERIC = frozenset(
    ("inherit", "initial", "unset", "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "math")
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|\.\.", re.IGNORECASE)
_LISTED = re.compile(r"^(?:\*|ul|ol|li)(?![\w-])")
_LISTS = re.compile(r"<[uo]l\b")


def lint(theme: Theme) -> list[Fault]:
    """Return what is wrong with a theme's own files, by place; nothing is rendered."""
    chain = Chain(theme)
    found = [*_sheets(chain), *_templates(chain), *_faces(chain), *_links(chain), *unused.faults_of(chain)]
    return list(Faults([*found, *chain.faults]).faults)


def _sheets(chain: Chain) -> Iterator[Fault]:
    theme = chain.theme
    for path, source in chain.sheets.items():
        if not chain.is_own(path):
            continue
        for_screens = path in theme.screen or theme.engine != ENGINES[0]
        read = sheet.read(source, for_screens=for_screens)
        yield from _anywhere(read, path)
        yield from _families(read, theme)
        if not for_screens:
            yield from (fault for each in read.declarations for fault in constructs.faults_of(each))
    yield from _markers(chain)


def _anywhere(read: Sheet, path: Path) -> Iterator[Fault]:
    """Yield what no style sheet may hold, be it for paper or for screens."""
    for why, place in read.errors:
        yield Fault(f"not CSS: {why}", place)
    for rule in read.at_rules:
        if rule.keyword == "import":
            yield Fault("`@import` is never fetched", rule.place, "name the style sheet in theme.yaml, under `styles`")
        if rule.keyword == "font-face":
            yield Fault("`@font-face` is never fetched", rule.place, "name the font in theme.yaml, under `fonts`")
    for address, place in (pair for each in read.declarations for pair in each.addresses):
        yield from _address(address, place, path.parent)


def _address(address: str, place: Place, folder: Path) -> Iterator[Fault]:
    """A style sheet fetches nothing: what it shows stands in it, as a `data:` address."""
    if address.lower().startswith(("data:", "#")):
        return
    if _ELSEWHERE.match(address):
        yield Fault(f"`{address}` is outside the theme, and never fetched", place, "write it as a `data:` address")
    elif not (folder / address).is_file():
        yield Fault(f"there is no file `{address}`", place)
    else:
        yield Fault(f"`{address}` is never fetched", place, "write it as a `data:` address: an HTML page is one file")


def _families(read: Sheet, theme: Theme) -> Iterator[Fault]:
    own = {face.family.lower() for face in (*theme.fonts, *theme.spare)} | _GENERIC
    for each in read.declarations:
        family = _first_family(each)
        if family and family.lower() not in own:
            shipped = ", ".join(dict.fromkeys(face.family for face in theme.fonts)) or "none"
            hint = f"the theme's families are {shipped}; no other font is ever used"
            yield Fault(f"`{family}` is not among the theme's fonts", each.place, hint, Severity.WARNING)


def _first_family(declaration: Declaration) -> str | None:
    """Return the family that comes first, if it can be told."""
    if "var" in declaration.words:
        return None
    if declaration.name == "font-family":
        return declaration.value.split(",")[0].strip(" \"'")
    if declaration.name == "font" and "," not in declaration.value and declaration.texts:
        return declaration.texts[0]
    return None


def _markers(chain: Chain) -> Iterator[Fault]:
    """Yield a fault where templates draw lists whose bullets no style sheet takes away."""
    theme = chain.theme
    if theme.engine != ENGINES[0]:
        return
    paper = [sheet.read(chain.sheets[path]) for path in theme.styles if path in chain.sheets]
    if any(_takes_markers(each) for read in paper for each in read.declarations):
        return
    for path, source in chain.templates.items():
        if chain.is_own(path) and (list_ := _LISTS.search(source.text)):
            message = "the bullets of lists are painted after all other text of the page"
            hint = 'write `ul, ol { list-style: none }`, and the bullet with `li::before { content: "•" }`'
            yield Fault(message, Place(source, source.text.count("\n", 0, list_.start()) + 1, 1), hint)
            return


def _takes_markers(declaration: Declaration) -> bool:
    is_none = declaration.name in ("list-style", "list-style-type") and "none" in declaration.words
    return is_none and any(map(_LISTED.match, declaration.subjects))


def _templates(chain: Chain) -> Iterator[Fault]:
    known = {path.name for path in chain.templates}
    for path, source in chain.templates.items():
        if not chain.is_own(path):
            continue
        if path.suffix == ".html":
            yield from template.faults_of(source)
        for name, place in template.names(source):
            if name not in known:
                yield Fault(f"there is no template `{name}`", place)


def _faces(chain: Chain) -> Iterator[Fault]:
    top = Place(chain.manifest, 1, 1)
    for face in (*chain.theme.fonts, *chain.theme.spare):
        if not chain.is_own(face.file):
            continue
        place = top.at(str(face.file.relative_to(chain.folder)))
        if wrong := faces.complaint(face.file):
            yield Fault(f"`{face.file.name}`: {wrong[0]}", place, wrong[1])
        if not any(face.file.parent.glob("LICEN[CS]E*")) and not any(face.file.parent.glob("OFL*")):
            hint = "put its licence beside it, in a file called LICENSE"
            yield Fault(f"`{face.file.name}` has no licence", place, hint, Severity.WARNING)


def _links(chain: Chain) -> Iterator[Fault]:
    for path in sorted(chain.folder.rglob("*")):
        if path.is_symlink():
            yield Fault(f"`{path.relative_to(chain.folder)}` is a symbolic link; a theme has only files of its own")
