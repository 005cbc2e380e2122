"""A résumé and an application in; the texts that take the place of others, and bullets as its tags word them, out."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from typeset.resume import names, values
from typeset.resume.application import Application
from typeset.resume.blocks import Body
from typeset.resume.model import SECTIONS, CustomItem, Highlight, Resume, Variant
from typeset.resume.tailoring.addresses import Address, Addresses, Steps
from typeset.resume.tailoring.choosing import LISTS
from typeset.resume.text import Text
from typeset.source import Fault, Key, Node

NO_TEXTS = "write a text, or a map of languages"


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that takes the place of what stands at the end of a way, and the line that asks for it."""

    path: str
    steps: Steps
    value: Text | Body
    key: Key


def reworded(known: Addresses, application: Application) -> tuple[list[Wording], list[Fault]]:
    """Return the texts under `reword`, and a fault for each path that names no text."""
    found, faults = [], list[Fault]()
    for key, node in application.reword or ():
        address = _text_at(known, key, faults)
        wording = _wording(address, key, node, faults) if address else None
        found += [wording] if wording else []
    return found, faults


def titled(known: Addresses, resume: Resume, application: Application) -> tuple[list[Wording], list[Fault]]:
    """Return the texts under `titles`, and a fault for each section that there is not."""
    own = [section.id for section in resume.sections]
    found, faults = [], list[Fault]()
    for key, node in application.titles or ():
        path = f"{key.text}.title" if key.text in own else f"headings.{key.text}.title"
        if key.text not in ("summary", *SECTIONS, *own):
            hint = names.hint(key.text, ("summary", *SECTIONS, *own))
            faults.append(Fault(f"there is no section `{key.text}`", key.place, hint))
        elif wording := _wording(known[path][-1], key, node, faults):
            found.append(wording)
    return found, faults


def variant(item: Any, tags: Collection[str]) -> Variant | None:
    """Return the first other wording of a bullet that one of `tags` chooses."""
    return next((other for other in getattr(item, "variants", ()) if set(other.tags) & set(tags)), None)


def in_variants(resume: Resume, tags: Collection[str]) -> Resume:
    """Return the résumé with every bullet in the wording that `tags` choose, and in no other."""
    changed: dict[str, Any] = {
        section: _in_variants(getattr(resume, section), tags) for section in (*SECTIONS, "sections")
    }
    return dataclasses.replace(resume, **changed)


def _in_variants(group: tuple[Any, ...], tags: Collection[str]) -> tuple[Any, ...]:
    return tuple(_said(item, tags) for item in group)


def _said(item: Any, tags: Collection[str]) -> Any:
    changed: dict[str, Any] = {
        name: _in_variants(getattr(item, name), tags) for name in LISTS if getattr(item, name, ())
    }
    if isinstance(item, Highlight | CustomItem) and item.variants:
        other = variant(item, tags)
        changed |= {"variants": (), **({"text": other.text, "label": other.label or item.label} if other else {})}
    return dataclasses.replace(item, **changed) if changed else item


# Texts and where they go


def _text_at(known: Addresses, key: Key, faults: list[Fault]) -> Address | None:
    """Return the text that a path names: a field's, or the one that an item or a part is when it is written bare."""
    found = known.get(key.text, ())
    if not found:
        faults.append(Fault(f"nothing is called `{key.text}`", key.place, names.path_hint(key.text, known)))
    elif len(found) > 1:
        faults.append(Fault(f"`{key.text}` names two things", key.place, "give one of them another `id`"))
    elif not _is_text(found[0]):
        main = known.get(f"{key.text}.{found[0].main}", ())
        if main and main[0].value:
            return main[0]
        faults.append(Fault(f"`{key.text}` is not one text", key.place, _texts_below(key.text, known)))
    elif not found[0].value:
        hint = "an application can reword what the content says, and not add to it"
        faults.append(Fault(f"`{key.text}` says nothing that could be reworded", key.place, hint))
    else:
        return found[0]
    return None


def _is_text(address: Address) -> bool:
    return address.known is not None and address.known.kind in (Text, Body) and not address.known.many


def _texts_below(path: str, known: Addresses) -> str | None:
    below = (address for name in known if name.startswith(f"{path}.") for address in known[name])
    texts = [
        f"`{found.path}`"
        for found in below
        if _is_text(found) and found.value and found.path.count(".") == path.count(".") + 1
    ]
    return f"name one of its texts: {', '.join(texts)}" if texts else None


def _wording(address: Address, key: Key, node: Node, faults: list[Fault]) -> Wording | None:
    read = values.body if isinstance(address.value, Body) else values.line
    wrong: list[Fault] = []
    value = read(node, f"`{key.text}`", wrong)
    faults += wrong
    if value:
        return Wording(address.path, address.steps, value, key)
    if not wrong:
        faults.append(Fault(f"`{key.text}` is empty", node.place, NO_TEXTS))
    return None
