"""yamlresume, its old layout and its new ones: a YAML file in, a draft of content out.

Its sections are JSON Resume's with a few other names; texts are Markdown (https://yamlresume.dev/docs/compiler/schema).
"""

from __future__ import annotations

from typeset.readers.draft.draft import Draft
from typeset.readers.draft.looks import Looks
from typeset.readers.draft.nodes import mapped
from typeset.readers.draft.notebook import Notebook
from typeset.readers.draft.sample import Sample
from typeset.readers.draft.trimming import trimmed
from typeset.readers.yamlresume.layout import arranged, looked, meant
from typeset.readers.yamlresume.parts import basics, sections
from typeset.source import Fault, Faults, Mapping, Node, Place, Sequence, Source

TITLE = "yamlresume"

_ASIDE = ("layouts", "layout", "locale")


def recognizes(sample: Sample) -> bool:
    """Whether it has `content` with the person or with sections in it, as no other format has."""
    tree = sample.tree
    content = tree.get("content") if isinstance(tree, Mapping) else None
    if not isinstance(content, Mapping):
        return False
    return isinstance(content.get("basics"), Mapping) or any(
        isinstance(content.get(key), Sequence) for key in ("education", "work")
    )


def read(sample: Sample) -> Draft:
    """Return the draft of a file. Raises `Faults` when it has no `content`."""
    whole = trimmed(sample.tree) if sample.tree else None
    content = whole.get("content") if isinstance(whole, Mapping) else None
    if not isinstance(whole, Mapping) or not isinstance(content, Mapping):
        place = whole.place if whole else Place(Source(sample.name, ""), 1, 1)
        raise Faults([Fault(f"{sample.name} has no `content`", place)])
    notebook = Notebook()
    looks = Looks(notebook)
    headings, order = arranged(whole, looks)
    aside = looked(whole, _ASIDE, looks)
    person = basics(content, notebook)
    meta = mapped([("language", meant(whole)), ("order", order)], whole.place)
    strange = [(key.text, value) for key, value in whole if key.text not in ("content", *_ASIDE)]
    x: list[tuple[str, Node | None]] = [("yamlresume", aside), *strange]
    made: list[tuple[str, Node | None]] = [
        ("basics", person),
        *sections(content, notebook),
        ("headings", headings),
        ("meta", meta if meta.entries else None),
        ("x", mapped(x, whole.place) if any(node for _, node in x) else None),
    ]
    return Draft(mapped(made, content.place), tuple(notebook.notes), whole, looks.application(content.place))
