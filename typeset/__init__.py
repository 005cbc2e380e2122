"""typeset, a compiler for CVs.

    content/*.yaml ┐               content/applications/*.yaml     themes/<name>/theme.yaml
    JSON Resume    ┴─ read ─► Resume ─ tailor ─► Resume ─ arrange ─► Document ─ write ─► files ─ prove ─► Findings

Every stage but the two ends is a pure function; a stage returns, or raises all its `Faults` at once.

    from pathlib import Path
    import typeset

    resume, warnings = typeset.read(Path("content/ada.yaml"), "ada.yaml")
    resume = typeset.tailor(resume, typeset.Application())
    document = typeset.arrange(resume, "en-GB", "content")
    theme = typeset.load_theme("classic", [typeset.SHIPPED_THEMES])
    files = typeset.write(typeset.Manuscript(document, theme, resume), "pdf")
    claim = typeset.Claim(document, theme.families, attached=resume)
    read_back, findings = typeset.prove([*files.values()], "pdf", claim)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typeset.document.arrange import arrange as arrange
    from typeset.document.shapes import Document as Document
    from typeset.proof import Claim as Claim
    from typeset.proof import Finding as Finding
    from typeset.proof import prove as prove
    from typeset.readers import read as read
    from typeset.resume.application import Application as Application
    from typeset.resume.model import Resume as Resume
    from typeset.resume.tailor import tailor as tailor
    from typeset.source import Faults as Faults
    from typeset.theme import SHIPPED_THEMES as SHIPPED_THEMES
    from typeset.theme.theme import Theme as Theme
    from typeset.theme.theme import load as load_theme
    from typeset.writers import Manuscript as Manuscript
    from typeset.writers import write as write

__version__ = "0.1.0"

_HOMES = {
    "Application": ("typeset.resume.application", "Application"),
    "Claim": ("typeset.proof", "Claim"),
    "Document": ("typeset.document.shapes", "Document"),
    "Faults": ("typeset.source", "Faults"),
    "Finding": ("typeset.proof", "Finding"),
    "Manuscript": ("typeset.writers", "Manuscript"),
    "Resume": ("typeset.resume.model", "Resume"),
    "SHIPPED_THEMES": ("typeset.theme", "SHIPPED_THEMES"),
    "Theme": ("typeset.theme.theme", "Theme"),
    "arrange": ("typeset.document.arrange", "arrange"),
    "load_theme": ("typeset.theme.theme", "load"),
    "prove": ("typeset.proof", "prove"),
    "read": ("typeset.readers", "read"),
    "tailor": ("typeset.resume.tailor", "tailor"),
    "write": ("typeset.writers", "write"),
}
"""Where each public name lives; its room is entered when the name is first asked for."""

__all__ = ["SHIPPED_THEMES", "Application", "Claim", "Document", "Faults", "Finding", "Manuscript"]
__all__ += ["Resume", "Theme", "arrange", "load_theme", "prove", "read", "tailor", "write"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    room, own_name = _HOMES[name]
    return getattr(import_module(room), own_name)
