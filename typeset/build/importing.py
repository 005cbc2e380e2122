"""Files in other formats in; the files of a project that they become out, none of them written yet."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from typeset.build.project import Project
from typeset.readers.draft.merging import merged
from typeset.readers.draft.nodes import mapped, string, text_of, with_entries, without
from typeset.readers.draft.notes import Fate, Note
from typeset.readers.draft.sample import LARGEST, Sample
from typeset.readers.importing import Imported, imported_together
from typeset.resume.links import is_far
from typeset.resume.model import MODEL
from typeset.resume.names import slug
from typeset.source import Fault, Faults, Mapping, Node, Scalar, place_of
from typeset.source.characters import decode, read_bytes
from typeset.source.emit_yaml import yaml_text
from typeset.source.place import NOWHERE
from typeset.source.rewrite import rewritten
from typeset.source.tree import placeless
from typeset.source.yaml import parse

_SCHEMA_LINE = "# yaml-language-server: $schema=resume.schema.json\n\n"


@dataclass(frozen=True, slots=True)
class Request:
    """What to import: files, the format they are to be taken for, and whose they are where they do not say so."""

    files: Sequence[Path]
    format: str | None = None
    person: str = ""


def bring(request: Request) -> tuple[Imported, Path | None]:
    """Return the content of files, and the photo beside the first of them that belongs to it.

    Raises `Faults` for what cannot be read, and for what is no CV.
    """
    samples = [Sample(str(file), _read(file)) for file in request.files]
    made = imported_together(samples, request.format, request.person)
    image = made.resume.basics.image
    if not image or is_far(image):
        return made, None
    photo = request.files[0].parent / image
    if ".." not in PurePosixPath(image).parts and _is_plain_file(photo):
        return made, photo
    return _without_photo(made, image), None


def files_for(made: Imported, photo: Path | None, project: Project, content: Path) -> dict[Path, bytes]:
    """Return the files to write for an import: the content file at `content`, its photo, and its application."""
    files = {content: (_SCHEMA_LINE + replace(made, tree=_marked(made.tree)).text).encode()}
    beside = content.parent / str(made.resume.basics.image)
    if photo and photo.absolute() != beside.absolute():
        files[beside] = read_bytes(photo, str(photo))
    if made.application:
        name = [("resume", string(content.stem, NOWHERE))]
        application = mapped([*name, *((key.text, value) for key, value in made.application)], NOWHERE)
        files[project.applications / f"{content.stem}.yaml"] = yaml_text(placeless(application)).encode()
    return files


def _marked(tree: Mapping) -> Mapping:
    """Return the tree with the version of the model that it is written for."""
    mark = mapped([("meta", mapped([("model", Scalar(str(MODEL), NOWHERE, plain=True))], NOWHERE))], NOWHERE)
    x = tree.get("x")
    return with_entries(merged(without(tree, "x"), mark)[0], [("x", x)] if x else [])


def home_of(made: Imported, project: Project) -> Path:
    """Return where the content file of an import goes when nobody says: `content/<name of the person>.yaml`."""
    name = made.resume.basics.name
    return project.content / f"{slug(name.plain if name else '') or 'imported'}.yaml"


def added_to(file: Path, name: str, made: Imported) -> tuple[bytes, list[Note]]:
    """Return the bytes of a YAML content file with what an import says and it does not; its comments stay.

    Raises `Faults` when the file is no such content, or cannot be rewritten.
    """
    notes: list[Note] = []

    def change(tree: Node) -> Node:
        if not isinstance(tree, Mapping):
            raise Faults([Fault(f"{name} is no content file", tree.place)])
        new = placeless(without(made.tree, "meta", "$schema"))
        whole, told = merged(tree, new if isinstance(new, Mapping) else tree)
        notes.extend(told)
        return whole

    return rewritten(decode(read_bytes(file, name), name), change).encode(), notes


def person_of(file: Path, name: str) -> str:
    """Return the name of whose content file it is; nothing where it does not say so. Raises `Faults` for no YAML."""
    basics = tree.get("basics") if isinstance(tree := parse(decode(read_bytes(file, name), name)), Mapping) else None
    return text_of(basics.get("name")) if isinstance(basics, Mapping) else ""


def _read(file: Path) -> bytes:
    """Return the bytes of a regular file of bearable size."""
    try:
        found = file.stat()
    except OSError as error:
        raise Faults([Fault(f"{file} cannot be read: {error.strerror}")]) from None
    if stat.S_ISDIR(found.st_mode):
        raise Faults(
            [Fault(f"{file} is a folder", hint="name the file itself; LinkedIn's export as the ZIP it came in")]
        )
    if found.st_size > LARGEST:
        raise Faults([Fault(f"{file} has {found.st_size:,} bytes; {LARGEST:,} are read at most")])
    return read_bytes(file, str(file))


def _is_plain_file(path: Path) -> bool:
    try:
        return path.is_file() and not path.is_symlink()
    except OSError:  # a name too long for the file system
        return False


def _without_photo(made: Imported, image: str) -> Imported:
    """Return an import without a photo that is not there: kept under `x`, or the content would not build."""
    basics = made.tree.get("basics")
    if not isinstance(basics, Mapping):
        return made
    x = basics.get("x")
    kept = with_entries(
        x if isinstance(x, Mapping) else Mapping((), basics.place), [("image", string(image, basics.place))]
    )
    basics = with_entries(without(basics, "image", "x"), [("x", kept)])
    tree = Mapping(tuple((key, basics if key.text == "basics" else value) for key, value in made.tree), made.tree.place)
    message = f"`basics.image`, to `x`: there is no file `{image}` beside it"
    note = Note(Fate.MOVED, message, place_of(image))
    return replace(made, tree=tree, notes=(*made.notes, note))
