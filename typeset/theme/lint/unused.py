"""A theme's own options, files, fonts and classes in; those that nothing asks for out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.resume.model import SECTIONS
from typeset.source import Fault, Place, Severity
from typeset.theme.lint import sheet, template
from typeset.theme.lint.chain import TEMPLATES, Chain
from typeset.theme.manifest import ENGINES, FILE_NAME

BY_NAME = ("document", "letter", "interview")
"""Templates and style sheets that the compiler asks for by their names."""
KINDS = ("summary", *SECTIONS, "sections")
"""Kinds of sections, for each of which a theme may have a template, and which are classes."""
CLASSES = frozenset(
    (
        *KINDS,
        *("email", "phone", "url", "location", "profile", "unbroken"),
        *("u-email", "u-url", "dt-start", "dt-end", "dt-published"),
        *("din-5008", "us-block", "international"),
    )
)
"""Classes that the compiler's own words put on a page: kinds of sections and contacts, forms of letters, dates."""
_TOLD = re.compile(r"(?i)(?:licen[cs]e|ofl|readme|copying|notice|changelog)\b.*|.*\.(?:md|txt)")
_ASKED = r"var\(\s*--NAME(?![\w-])|\boptions(?:\.|\[\s*[\"']|\.get\(\s*[\"'])NAME(?!\w)"
_WORD = re.compile(r"-?[A-Za-z_][\w-]*")


def faults_of(chain: Chain) -> Iterator[Fault]:
    """Yield a warning for everything in the theme's own folder that nothing uses; advice for classes."""
    yield from _options(chain)
    yield from _files(chain)
    yield from _fonts(chain)
    yield from _classes(chain)


def _options(chain: Chain) -> Iterator[Fault]:
    asked = "\n".join(source.text for source in (*chain.sheets.values(), *chain.templates.values()))
    for option in chain.theme.options:
        if not option.name or not option.place or option.place.source.name != chain.manifest.name:
            continue
        if not re.search(_ASKED.replace("NAME", re.escape(option.name)), asked):
            hint = f"write `var(--{option.name})` in a style sheet, or `options.{option.name}` in a template"
            yield Fault(f"nothing uses the option `{option.name}`", option.place, hint, Severity.WARNING)


def _files(chain: Chain) -> Iterator[Fault]:
    theme = chain.theme
    used = {*theme.styles, *theme.screen, *theme.letters, *(face.file for face in (*theme.fonts, *theme.spare))}
    named = {name for source in chain.templates.values() for name, _ in template.names(source)} | {
        f"{name}{ending}" for name in (*BY_NAME, *KINDS) for ending in (*TEMPLATES.values(), ".css")
    }
    for path in sorted(chain.folder.rglob("*")):
        name = str(path.relative_to(chain.folder))
        is_template = path.parent.name in TEMPLATES and path.suffix == TEMPLATES[path.parent.name]
        is_asked_for = path.name in named and (is_template or path.parent == chain.folder)
        if path.is_dir() or path in used or name == FILE_NAME or is_asked_for or _TOLD.fullmatch(path.name):
            continue
        yield Fault(f"nothing uses the file `{name}`", Place(chain.manifest, 1, 1), "take it out", Severity.WARNING)


def _fonts(chain: Chain) -> Iterator[Fault]:
    """Style sheets name the families they use; LaTeX is handed all of them."""
    if chain.theme.engine != ENGINES[0]:
        return
    asked = "\n".join(source.text for source in chain.sheets.values()).lower()
    for family, file in {face.family: face.file for face in chain.theme.fonts}.items():
        if chain.is_own(file) and family.lower() not in asked:
            place = Place(chain.manifest, 1, 1).at(family)
            yield Fault(f"no style sheet uses the font `{family}`", place, "take it out", Severity.WARNING)


def _classes(chain: Chain) -> Iterator[Fault]:
    """Yield one advice for each class that no template puts on anything; a rule for it costs time at every page."""
    written = "\n".join(source.text for source in chain.templates.values())
    options = chain.theme.options
    known = set(_WORD.findall(written)) | CLASSES | {folder.name for folder in chain.theme.chain}
    known |= {choice for option in options for choice in option.choices}
    composed = tuple(f"-{choice}" for option in options for choice in option.choices)
    own = (source for path, source in chain.sheets.items() if chain.is_own(path))
    for name, place in (named for source in own for named in sheet.read(source, for_screens=True).classes):
        if name not in known and not name.endswith(composed):
            known.add(name)
            yield Fault(f"no template has the class `{name}`", place, "take the rule out", Severity.ADVICE)
