"""What a build of an application made, and of what, in; a record of it out, for whoever asks later what they have.

Every build leaves `out/<application>/record.json`. `typeset sent APP --mark` keeps it, as one line more of
`content/applications/sent/<application>.jsonl`, which is made to stay and to be committed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from typeset import __version__
from typeset.build.commit import commit
from typeset.build.files import write_whole
from typeset.build.fingerprint import digest
from typeset.build.manifest import Entry
from typeset.build.pieces import CV
from typeset.build.prepare import Prepared
from typeset.build.project import Project
from typeset.resume.languages import nearest_version
from typeset.source import Fault, Faults

FILE = "record.json"
_OF_THE_MOMENT = ("date", "commit", "sent")
"""What differs between two records of the same."""

Record = dict[str, Any]


def write_records(
    project: Project, applications: Mapping[str, Prepared], entries: Mapping[str, Entry], date: str | None
) -> list[Path]:
    """Write the record of each application that has anything built; one that says the same already stays as it is.

    Returns those that were damaged. Raises `OSError`.
    """
    damaged = []
    for name, prepared in applications.items():
        made, before, file = record(project, prepared, entries), last_built(project, name), project.out / name / FILE
        if made["files"] and not is_same(made, before):
            damaged += [file] if before is None and file.exists() else []
            found = commit(project, prepared.sources)
            told = {"date": date, "commit": found._asdict() if found else None}
            write_whole(file, _dump({**made, **told}, indent=2))
    return damaged


def record(project: Project, prepared: Prepared, entries: Mapping[str, Entry]) -> Record:
    """Return what is known of an application as it stands in `out/`, files made of older content left out."""
    inputs = {project.shown(path): digest(path) for path in prepared.sources}
    files = {name: entry for name, entry in sorted(entries.items()) if _is_current(entry, prepared, inputs)}
    fitted = next((entry.fitted for entry in files.values() if entry.piece == CV and entry.fitted), {})
    return {
        "application": prepared.plan.name,
        "for": _opening(prepared),
        "posting": _posting(project, prepared),
        "content": prepared.resume_name,
        "inputs": inputs,
        "theme": prepared.theme.name,
        "options": {**dict(prepared.theme.values), **fitted},
        "language": prepared.document.language,
        "audience": prepared.application.audience,
        "typeset": __version__,
        "files": {name: _file(entry) for name, entry in files.items()},
    }


def is_same(one: Record, other: Record | None) -> bool:
    """Whether two records tell of the same files, whenever they were made."""
    return other is not None and _lasting(one) == _lasting(other)


def last_built(project: Project, application: str) -> Record | None:
    """Return the record of the last build; None when there is none that can be read."""
    try:
        return _parsed((project.out / application / FILE).read_bytes())
    except OSError:
        return None


def sent(project: Project, application: str) -> list[Record]:
    """Return the records of what was sent, the oldest first; raises `Faults` for a line that is none."""
    path = sent_file(project, application)
    lines = path.read_bytes().splitlines() if path.is_file() else []
    found = [_parsed(line) for line in lines if line.strip()]
    if None in found:
        message = f"{project.shown(path)}: line {found.index(None) + 1} is not a record"
        raise Faults([Fault(message, hint="take the line out; `typeset sent` writes each in one piece")])
    return [each for each in found if each is not None]


def mark_sent(project: Project, application: str, date: str) -> Record:
    """Keep the record of the last build as sent, and return it.

    Raises `Faults` when nothing is built, when a file is not what the record says, or when that was sent already.
    """
    made, path = last_built(project, application), sent_file(project, application)
    if not made:
        raise Faults([Fault(f"nothing of `{application}` is built", hint=f"run `typeset build -a {application}`")])
    changed = [name for name, sha256 in _digests(made).items() if _digest(project.out / name) != sha256]
    if changed:
        names = ", ".join(f"`{project.shown(project.out / name)}`" for name in changed)
        raise Faults([Fault(f"not as they were built: {names}", hint=f"run `typeset build -a {application}`")])
    before = sent(project, application)
    if before and is_same(made, before[-1]):
        raise Faults([Fault(f"this is what was sent on {before[-1].get('sent')}", hint="nothing has changed since")])
    marked = {**made, "sent": date}
    old = path.read_bytes() if path.is_file() else b""
    write_whole(path, old + b"\n" * bool(old and not old.endswith(b"\n")) + _dump(marked))
    return marked


def sent_file(project: Project, application: str) -> Path:
    """Return where the records of what was sent are kept."""
    return project.applications / "sent" / f"{application}.jsonl"


def changed_since(project: Project, told: Record) -> list[str]:
    """Return the files that a record was made of and that are gone, or say something else today."""
    return [name for name, sha256 in told.get("inputs", {}).items() if _digest(project.root / name) != sha256]


def _is_current(entry: Entry, prepared: Prepared, inputs: dict[str, str]) -> bool:
    return entry.application == prepared.plan.name and inputs.items() <= entry.inputs.items()


def _opening(prepared: Prepared) -> dict[str, str]:
    opening, language = prepared.application.opening, prepared.document.language
    said = {"company": opening.company, "role": opening.role} if opening else {}
    return {key: nearest_version(text, language).plain for key, text in said.items() if text}


def _posting(project: Project, prepared: Prepared) -> dict[str, str] | None:
    """Return the advertisement and, where it is a file, its SHA-256."""
    opening = prepared.application.opening
    if not opening or not opening.posting:
        return None
    places = (folder / opening.posting for folder in (project.applications, project.content))
    path = next((path for path in places if path.is_file()), None)
    told = {"posting": str(opening.posting)}
    return {**told, "file": project.shown(path), "sha256": digest(path)} if path else told


def _file(entry: Entry) -> dict[str, Any]:
    return {
        "piece": entry.piece,
        "format": entry.format,
        "theme": entry.theme,
        "pages": entry.pages,
        "bytes": entry.bytes,
        "sha256": entry.sha256,
        "others": entry.others,
        "left_out": entry.left_out,
    }


def _digests(made: Record) -> dict[str, str]:
    """Return the SHA-256 of every file of a record."""
    found: dict[str, str] = {}
    for name, file in made["files"].items():
        found |= {name: file["sha256"], **file["others"]}
    return found


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _lasting(told: Record) -> Record:
    return {key: value for key, value in told.items() if key not in _OF_THE_MOMENT}


def _parsed(data: bytes) -> Record | None:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return found if _is_sound(found) else None


def _is_sound(found: object) -> bool:
    """Whether something is a record, as far as anybody reads in it."""
    if not isinstance(found, dict) or not all(isinstance(found.get(key), dict) for key in ("files", "inputs")):
        return False
    if not all(isinstance(found.get(key) or {}, dict) for key in ("for", "posting", "commit")):
        return False
    return all(
        isinstance(file, dict)
        and isinstance(file.get("sha256"), str)
        and isinstance(file.get("others"), dict)
        and isinstance(file.get("pages", 0), int)
        and isinstance(file.get("bytes", 0), int)
        for file in found["files"].values()
    )


def _dump(told: Record, indent: int | None = None) -> bytes:
    return (json.dumps(told, indent=indent, ensure_ascii=False) + "\n").encode()
