"""RenderCV, versions 1 and 2: a YAML file, or one for the CV and others for its looks, in; a draft of content out.

Markdown is Markdown there, section titles are free, and the keys of an entry say of which of nine kinds it is
(https://docs.rendercv.com).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from typeset.readers.draft.draft import Draft
from typeset.readers.draft.looks import Looks
from typeset.readers.draft.nodes import mapped, text_of, with_entries
from typeset.readers.draft.notebook import Notebook
from typeset.readers.draft.notes import Fate
from typeset.readers.draft.sample import Sample
from typeset.readers.draft.trimming import trimmed
from typeset.readers.rendercv.design import ASIDE, looked, meant
from typeset.readers.rendercv.person import basics
from typeset.readers.rendercv.sections import sections
from typeset.readers.rendercv.texts import flagged
from typeset.source import Fault, Faults, Key, Mapping, Node, Place, Scalar, Source

TITLE = "RenderCV"


def recognizes(sample: Sample) -> bool:
    """Whether it is a CV, its looks alone, or a CV without the key around it, as RenderCV keeps its samples."""
    tree = sample.tree
    if not isinstance(tree, Mapping):
        return False
    if isinstance(cv := tree.get("cv"), Mapping):
        return any(cv.get(key) for key in ("name", "sections", "email"))
    return _is_bare(tree) or _is_aside(tree)


def read(sample: Sample) -> Draft:
    """Return the draft of one file. Raises `Faults` when it holds no CV."""
    return together([sample])


def together(samples: Sequence[Sample]) -> Draft:
    """Return the draft of files that hold one CV between them: the CV itself, its design, its locale, its settings.

    Raises `Faults` when there is no CV among them, and for a file that is none of these.
    """
    trees = [_tree(sample) for sample in samples]
    whole = Mapping(tuple(entry for tree in trees for entry in tree), trees[0].place)
    cv = whole.get("cv")
    if not isinstance(cv, Mapping):
        hint = f"import it with the file that has `cv:`, as in `typeset import cv.yaml {samples[0].name}`"
        raise Faults([Fault(f"{samples[0].name} holds no CV, only how one looks", whole.place, hint)])
    notebook = Notebook()
    looks = Looks(notebook)
    aside = looked(whole, looks)
    cv = flagged(cv, notebook)
    language = meant(whole)
    found = sections(cv, language.text if language else "en", notebook)
    person = basics(cv, notebook)
    if found.summary:
        person = with_entries(person, [("summary", found.summary)])
    made = _with_language([("basics", person), *found.entries], whole)
    tree = Mapping((*mapped(made, cv.place), *_others(whole, aside)), cv.place)
    _unread(whole, samples, notebook)
    return Draft(tree, tuple(notebook.notes), whole, looks.application(cv.place))


def _tree(sample: Sample) -> Mapping:
    """Return a file's keys, those of a bare CV under `cv`."""
    tree = trimmed(sample.tree) if sample.tree else None
    if isinstance(tree, Mapping):
        if isinstance(tree.get("cv"), Mapping) or _is_aside(tree):
            return tree
        if _is_bare(tree):
            return Mapping(((Key("cv", tree.place), tree),), tree.place)
    place = tree.place if tree else Place(Source(sample.name, ""), 1, 1)
    raise Faults([Fault(f"{sample.name} is no file of RenderCV's", place, "import it on its own, with --into")])


def _is_bare(tree: Mapping) -> bool:
    has_person = bool(text_of(tree.get("name"))) and not tree.get("basics")
    return has_person and isinstance(tree.get("sections"), Mapping)


def _is_aside(tree: Mapping) -> bool:
    """Whether a file holds looks alone."""
    return bool(tree.entries) and all(key.text in ASIDE and isinstance(value, Mapping) for key, value in tree)


def _with_language(made: Iterable[tuple[str, Node | None]], whole: Mapping) -> list[tuple[str, Node | None]]:
    """Return the entries of the tree with the language under `meta`."""
    entries = list(made)
    if not (language := meant(whole)):
        return entries
    meta = next((node for name, node in entries if name == "meta"), None)
    said = mapped([("language", language)], language.place)
    both = Mapping((*said, *(meta if isinstance(meta, Mapping) else ())), said.place)
    return [*(entry for entry in entries if entry[0] != "meta"), ("meta", both)]


def _others(whole: Mapping, aside: Mapping | None) -> list[tuple[Key, Node]]:
    """Return what stands beside the CV: RenderCV's own under `x`, and keys that are none of its."""
    strange = [(key, value) for key, value in whole if key.text not in ("cv", *ASIDE)]
    x = [("rendercv", aside), *((key.text, value) for key, value in strange)]
    return list(mapped([("x", mapped(x, whole.place))], whole.place)) if aside or strange else []


def _unread(whole: Mapping, samples: Sequence[Sample], notebook: Notebook) -> None:
    """Tell of files that a CV names for its looks and that were not given."""
    for name in ("settings", "rendercv_settings"):
        settings = whole.get(name)
        command = settings.get("render_command") if isinstance(settings, Mapping) else None
        for key in ("design", "locale") if isinstance(command, Mapping) else ():
            file = command.get(key) if isinstance(command, Mapping) else None
            if isinstance(file, Scalar) and (named := text_of(file)) and len(samples) == 1:
                notebook.note(
                    Fate.MOVED, f"the {key} is in `{named}`: import that file together with this one", file.place
                )
