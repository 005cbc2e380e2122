"""YAML above a Markdown file in; what it says about the person, and the file without it, out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from typeset.readers.draft.nodes import leaves, text_of
from typeset.readers.draft.notes import Fate, Note
from typeset.source import Faults, Mapping, Node, Scalar, Source, yaml

_FENCED = re.compile(r"\A\ufeff?---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEYS = {
    "name": ("name", "fullname", "full_name", "author"),
    "label": ("label", "tagline", "headline", "position", "job", "jobtitle", "job_title", "subtitle", "role"),
    "email": ("email", "e-mail", "mail"),
    "phone": ("phone", "tel", "telephone", "mobile"),
    "url": ("url", "website", "homepage", "web", "site"),
    "location": ("location", "address", "city"),
    "github": ("github", "github_username"),
    "linkedin": ("linkedin", "linkedin_username"),
    "twitter": ("twitter", "twitter_username"),
    "gitlab": ("gitlab",),
    "orcid": ("orcid",),
}
_BY_KEY = {key: name for name, keys in _KEYS.items() for key in keys}
_LONGEST = 20_000
_TITLE = re.compile(
    r"(?i)\s*(?:[-–—|:,]\s*)?(?:(?:['’]s?\s+)?(?:CV|C\.V\.|curriculum vitae|r[eé]sum[eé]|lebenslauf))\s*$"
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stood above a file: lines about the person by their keys, the rest of it, and notes."""

    said: dict[str, Scalar]
    rest: tuple[tuple[str, Node], ...] = ()
    notes: tuple[Note, ...] = ()


def front_matter(source: Source) -> tuple[FrontMatter, Source]:
    """Return what stands above a file, and the file with those lines empty; nothing for what is no YAML mapping."""
    found = _FENCED.match(source.text)
    if not found or not (found[1] or "").strip() or len(found[1]) > _LONGEST:
        return FrontMatter({}), source
    try:
        tree = yaml.parse(Source(source.name, "\n" + found[1]), forgiving=True)
    except Faults:
        return FrontMatter({}), source
    if not isinstance(tree, Mapping):
        return FrontMatter({}), source
    empty = "\n" * found[0].count("\n") + source.text[found.end() :]
    return _sorted(tree), Source(source.name, empty, source.data)


def _sorted(tree: Mapping) -> FrontMatter:
    said: dict[str, Scalar] = {}
    rest: list[tuple[str, Node]] = []
    for key, value in tree:
        name = _BY_KEY.get(key.text.casefold())
        if key.text.casefold() == "title" and "name" not in said and (title := _TITLE.sub("", text_of(value))):
            said["title"] = Scalar(title, value.place)
        if name and isinstance(value, Scalar) and text_of(value) and name not in said:
            said[name] = value
        elif any(text_of(leaf) for _, leaf in leaves(value)):
            rest.append((key.text, value))
    notes = (Note(Fate.MOVED, f"`{key}`, to `x.frontMatter`", value.place) for key, value in rest)
    return FrontMatter(said, tuple(rest), tuple(notes))
