"""An application in; its audience, from its own file or `content/audiences.yaml`, and what is wrong with that, out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from typeset.build.discover import AUDIENCES
from typeset.build.project import Plan, Project
from typeset.resume.application import Application
from typeset.resume.audience.profiles import Profile, profile
from typeset.resume.audience.redaction import Redacted, faults, redacted
from typeset.resume.audience.secrets import NOTHING
from typeset.resume.model import Resume
from typeset.source import Fault, Mapping, place_of, yaml
from typeset.source.characters import decode, read_bytes


@dataclass(frozen=True, slots=True)
class Readership:
    """Who reads an application: the rules for them, if any, the file that these stand in, and what is wrong."""

    application: str
    profile: Profile | None = None
    files: tuple[Path, ...] = ()
    faults: tuple[Fault, ...] = ()

    def of(self, resume: Resume, language: str) -> tuple[Resume, Redacted]:
        """Return what they see of a tailored résumé, and what was done to it."""
        if not self.profile:
            return resume, Redacted(resume, NOTHING)
        made = redacted(resume, self.profile, self.application, language)
        return made.resume, made


def audience_of(project: Project, plan: Plan, application: Application, whole: Resume) -> Readership:
    """Return the audience that an application names; everybody sees everything where it names none.

    Raises `Faults` for a file of audiences that is not YAML.
    """
    if not application.audience:
        return Readership(plan.name)
    shared, files, wrong = _shared(project)
    chosen, found = profile(application.audience, (application.audiences, shared))
    found += wrong
    if chosen:
        found += faults(whole, chosen)
    return Readership(plan.name, chosen, files, tuple(found))


def _shared(project: Project) -> tuple[Mapping | None, tuple[Path, ...], list[Fault]]:
    """Return the audiences of all applications, and the file they stand in."""
    path = project.content / AUDIENCES
    if not path.is_file():
        return None, (), []
    name = project.shown(path)
    tree = yaml.parse(decode(read_bytes(path, name), name))
    if isinstance(tree, Mapping):
        return tree, (path,), []
    return None, (path,), [Fault(f"{name} must be a mapping of names to audiences", tree.place)]


def signed_by_hand(application: Application, whole: Resume, shown: Resume) -> list[Fault]:
    """Return a fault for the picture of a signature in a letter to those who may not see the name."""
    signature = application.letter.signature if application.letter else None
    if not signature or not signature.image or whole.basics.name == shown.basics.name:
        return []
    message = f"the picture of a signature tells the audience `{application.audience}` who it is"
    return [Fault(message, place_of(signature.image) or signature.place, "leave `image` out of this `signature`")]
