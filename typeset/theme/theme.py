"""A theme's name in, the theme out: its chain of folders, the values of its options, its style sheets and fonts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from typeset.resume import names
from typeset.resume.reading import read
from typeset.source import Fault, Faults, Mapping, Place, place_of, raise_errors
from typeset.source import yaml as yaml_source
from typeset.source.characters import decode, read_bytes
from typeset.source.folders import inside, is_regular
from typeset.theme import fit as page_budgets
from typeset.theme import office as word_processing
from typeset.theme import options as option_values
from typeset.theme import ranges
from typeset.theme.fit import Knob
from typeset.theme.manifest import ENGINES, FILE_NAME, Fallback, Font, Manifest, Option
from typeset.theme.office import Office

DEFAULT = "classic"
_PICTURES = ("photo", "qr")
"""Options for pictures in the head of a CV."""
_OWN = "a theme reads files of its own folder alone, and follows no links"


@dataclass(frozen=True, slots=True)
class FontFace:
    """One face of a family: where its file is, its CSS weight and style; of a fallback, what characters it is for."""

    family: str
    file: Path
    weight: int = 400
    style: str = "normal"
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A resolved theme. `chain` has its folders nearest first; `styles` and `screen` come as they cascade.

    Of the faces that are `spare`, a document is set in those that are its `fallbacks` (`typeset.theme.fallback`).
    `letters` are style sheets for letters alone. `covers` are ranges of characters that its `fonts` have. `fit` are the
    options that a page budget may move.
    """

    name: str
    about: str
    chain: tuple[Path, ...]
    options: tuple[Option, ...]
    values: tuple[tuple[str, str], ...]
    styles: tuple[Path, ...]
    screen: tuple[Path, ...]
    fonts: tuple[FontFace, ...]
    office: Office
    fit: tuple[Knob, ...] = ()
    engine: str = ENGINES[0]
    twin: str | None = None
    covers: tuple[str, ...] = ()
    letters: tuple[Path, ...] = ()
    spare: tuple[FontFace, ...] = ()
    fallbacks: tuple[FontFace, ...] = ()

    def file(self, name: str) -> Path | None:
        """Return the nearest file called `name` (from a theme's folder) in the chain, or None."""
        return next(filter(None, (inside(folder, name) for folder in self.chain)), None)

    @property
    def for_letters(self) -> Theme:
        """The theme that letters are drawn with: the same, with its style sheets for them, without pictures."""
        values = ((name, "none" if name in _PICTURES else value) for name, value in self.values)
        return replace(self, styles=(*self.styles, *self.letters), values=tuple(values))

    @property
    def families(self) -> frozenset[str]:
        """The names of the font families it is set in; no other may be on a page."""
        return frozenset(face.family for face in self.faces)

    @property
    def faces(self) -> tuple[FontFace, ...]:
        """Its own faces, then the fallbacks."""
        return (*self.fonts, *self.fallbacks)

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that the theme is made of, sorted; faces that stay spare are not among them, nor are links."""
        spare = {face.file for face in self.spare} - {face.file for face in self.fallbacks}
        found = (
            Path(root, name)
            for folder in self.chain
            for root, _, found in sorted(os.walk(folder))
            for name in sorted(found)
        )
        return tuple(file for file in found if file not in spare and is_regular(file))


def load(name: str, roots: Iterable[Path], wanted: Mapping | None = None, place: Place | None = None) -> Theme:
    """Return the theme `name` from the first of `roots` that has it, with the options `wanted`.

    Raises `Faults` for a theme that is not there (at `place`), a manifest or an option that is wrong.
    """
    chain = list(_chain(name, tuple(roots), place))
    manifests = [manifest for _, manifest in chain]
    if manifests[0].abstract:
        raise Faults([Fault(f"the theme `{name}` is only a base for others", place)])
    options = {str(option.name): option for manifest in reversed(manifests) for option in manifest.options}
    values, faults = option_values.values(options.values(), wanted)
    knobs, wrong = page_budgets.resolve((part for manifest in reversed(manifests) for part in manifest.fit), options)
    raise_errors([*faults, *wrong])
    return Theme(
        name=name,
        about=manifests[0].about or "",
        chain=tuple(folder for folder, _ in chain),
        options=tuple(options.values()),
        values=tuple(values.items()),
        styles=tuple(folder / style for folder, manifest in reversed(chain) for style in manifest.styles),
        screen=tuple(folder / style for folder, manifest in reversed(chain) for style in manifest.screen),
        letters=tuple(folder / style for folder, manifest in reversed(chain) for style in manifest.letters),
        fonts=tuple(_face(folder, font) for folder, manifest in chain for font in manifest.fonts),
        office=word_processing.resolve(manifest.office for manifest in reversed(manifests) if manifest.office),
        fit=knobs,
        engine=next((str(manifest.engine) for manifest in manifests if manifest.engine), ENGINES[0]),
        twin=next((manifest.twin for manifest in manifests if manifest.twin), None),
        covers=tuple(covers for manifest in manifests for covers in manifest.covers),
        spare=tuple(_face(folder, font) for folder, manifest in chain for font in manifest.fallbacks),
    )


def text(path: Path) -> str:
    """Return the text of one of a theme's files; raises `Faults` for what is no text of at most 1 MB."""
    return decode(read_bytes(path, str(path)), str(path)).text


def available(roots: Iterable[Path]) -> list[str]:
    """Return the names of the themes that can be chosen, sorted; a broken one among them, whose faults `load` tells."""
    found = [path.parent for root in reversed(tuple(roots)) for path in root.glob(f"*/{FILE_NAME}")]
    folders = {folder.name: folder for folder in found if inside(folder, FILE_NAME)}
    return sorted(name for name, folder in folders.items() if not _is_abstract(folder))


def _is_abstract(folder: Path) -> bool:
    try:
        return _manifest(folder).abstract
    except Faults:
        return False


def _chain(name: str, roots: tuple[Path, ...], place: Place | None) -> Iterator[tuple[Path, Manifest]]:
    met: list[str] = []
    wanted: str | None = name
    while wanted:
        if wanted in met:
            raise Faults([Fault(f"the themes {' → '.join([*met, wanted])} extend each other in a circle", place)])
        folder = _find(wanted, roots, place)
        manifest = _manifest(folder)
        yield folder, manifest
        met.append(wanted)
        wanted, place = manifest.extends, manifest.place


def _find(name: str, roots: tuple[Path, ...], place: Place | None) -> Path:
    for root in roots:
        if inside(root / name, FILE_NAME):
            return root / name
    raise Faults([Fault(f"there is no theme `{name}`", place, names.hint(name, available(roots)))])


def _manifest(folder: Path) -> Manifest:
    file = folder / FILE_NAME
    manifest, faults = read(yaml_source.parse(decode(read_bytes(file, str(file)), str(file))), Manifest, "the theme")
    for option in manifest.options:
        faults += option_values.faults_of(option, option.place)
    faults += word_processing.faults_of(manifest.office) if manifest.office else []
    if (engine := manifest.engine) and engine not in ENGINES:
        faults.append(Fault(f"there is no engine `{engine}`", place_of(engine), names.hint(engine, ENGINES)))
    for covers in (*manifest.covers, *(covers for face in manifest.fallbacks for covers in face.covers)):
        faults += [Fault(wrong, place_of(covers)) for wrong in ranges.problems(covers)]
    faces = (*manifest.fonts, *manifest.fallbacks)
    needed = [*manifest.styles, *manifest.screen, *manifest.letters, *(font.file for font in faces if font.file)]
    faults += [
        Fault("a face has no `file` or no `family`", face.place) for face in faces if not face.file or not face.family
    ]
    faults += [
        Fault(f"there is no file `{name}`", place_of(name) or manifest.place, _OWN)
        for name in needed
        if not inside(folder, name)
    ]
    if manifest.name and manifest.name != folder.name:
        faults.append(Fault(f"the theme is called `{manifest.name}`, its folder `{folder.name}`", manifest.place))
    raise_errors(faults)
    return manifest


def _face(folder: Path, font: Font) -> FontFace:
    covers = font.covers if isinstance(font, Fallback) else ()
    return FontFace(font.family or "", folder / (font.file or ""), font.weight or 400, font.style or "normal", covers)
