"""The parts of a dossier as an application names them in; what they are, in order, with the files they name, out."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from typeset.build.pieces import CV, LETTER
from typeset.build.project import Project
from typeset.document.customs import letter_words
from typeset.resume import names
from typeset.resume.application import Application
from typeset.resume.languages import in_language
from typeset.resume.letter import DossierPart
from typeset.resume.text import Text, text_of
from typeset.source import Fault, Place, place_of

SUFFIX = ".pdf"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """One part: the piece of the application that it is, or else a file; what it is called; where that is said."""

    title: Text
    piece: str | None = None
    file: Path | None = None
    place: Place | None = None


def enclosed(project: Project, application: Application, language: str) -> tuple[tuple[Enclosed, ...], list[Fault]]:
    """Return the parts of an application's dossier in order, and a fault for each that is not there.

    Files lie below the folder of the content; what a pattern matches comes sorted by name.
    """
    found: list[Enclosed] = []
    faults: list[Fault] = []
    for part in in_language(application.dossier, language):
        parts = _pieces(part, application, language) or _files(project, part, faults)
        again = [each for each in parts if any(_is_same(each, other) for other in found)]
        faults += [Fault(f"“{each.title.plain}” is in the dossier twice", each.place) for each in again]
        found += parts
    if found and not any(part.piece for part in found):
        hint = f"add `{LETTER}`, `{CV}` or both"
        faults.append(Fault("the dossier has neither the letter nor the CV", found[0].place, hint))
    return tuple(found), faults


def _is_same(part: Enclosed, other: Enclosed) -> bool:
    return (part.piece, part.file) == (other.piece, other.file)


def _pieces(part: DossierPart, application: Application, language: str) -> list[Enclosed]:
    name = part.file or ""
    if name not in (LETTER, CV) or (name == LETTER and not application.letter):
        return []
    return [Enclosed(part.title or text_of(letter_words(language)[name]), piece=name, place=place_of(part.file))]


def _files(project: Project, part: DossierPart, faults: list[Fault]) -> list[Enclosed]:
    name, place = part.file or "", place_of(part.file) or part.place
    path = PurePosixPath(name)
    if name == LETTER:
        faults.append(Fault("the dossier has the letter, and the application has none", place, "write it: `letter:`"))
    elif path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        faults.append(Fault(f"`{name}` is not below the content", place, "write it from the folder of the content"))
    elif any(sign in str(path.parent) for sign in "*?["):
        faults.append(Fault(f"`{name}`: only the last part of a path may be a pattern", place))
    elif path.suffix.lower() != SUFFIX:
        hint = names.hint(name, (LETTER, CV)) or f"the parts are `{LETTER}`, `{CV}` and PDF files"
        faults.append(Fault(f"`{name}` is not a PDF file", place, hint))
    else:
        return _matching(project, part, path, faults)
    return []


def _matching(project: Project, part: DossierPart, path: PurePosixPath, faults: list[Fault]) -> list[Enclosed]:
    place, folder = place_of(part.file) or part.place, project.content / path.parent
    there = _names(folder)
    is_pattern = any(sign in path.name for sign in "*?")
    meant = [name for name in there if (fnmatchcase(name, path.name) if is_pattern else name == path.name)]
    if not meant:
        message = f"no file matches `{path}`" if is_pattern else f"there is no file `{path}`"
        beside = [name for name in there if name.lower().endswith(SUFFIX)]
        hint = names.hint(path.name, beside) if beside else f"{project.shown(folder)}/ has no PDF files"
        faults.append(Fault(message, place, hint))
    if part.title and len(meant) > 1:
        faults.append(Fault(f"`{path}` matches {len(meant)} files; a title is of one", place))
    home = project.content.resolve()
    strange = [name for name in meant if not (folder / name).resolve().is_relative_to(home)]
    faults += [Fault(f"`{path.parent / name}` leads out of the content's folder", place) for name in strange]
    return [
        Enclosed(part.title or text_of(_title(name), place), file=folder / name, place=place)
        for name in meant
        if name not in strange
    ]


def _names(folder: Path) -> list[str]:
    try:
        return sorted(file.name for file in folder.iterdir() if file.is_file() and not file.name.startswith("."))
    except OSError:
        return []


def _title(name: str) -> str:
    """Return what a file is called, from its name: `1-Zeugnis_Kiel.pdf` is "Zeugnis Kiel"."""
    words = PurePosixPath(name).stem.replace("_", "-").split("-")
    said = " ".join(word for word in (words[1:] if words[0].isdigit() and len(words) > 1 else words) if word)
    return said[:1].upper() + said[1:]
