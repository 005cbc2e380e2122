"""What there is to find in the bytes of a file: words, other files, what would act, what tells how it was made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layer:
    """Text and where it stands; `source` is text with a syntax of its own, in which many words stand.

    A `maker` says what is in a font or in a profile of colours: nobody reads it, and it is nobody's CV.
    """

    where: str
    text: str
    source: bool = False
    maker: bool = False


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file in a file, and where it stands."""

    where: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a file would do, or fetch, or ask to be done; where it stands."""

    what: str
    where: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that a picture tells of how, where or with what it was taken; where the picture stands."""

    what: str
    where: str


Found = Layer | Enclosed | Act | Trace


@dataclass(frozen=True, slots=True)
class Inside:
    """All that is in a file and in the files in it."""

    layers: tuple[Layer, ...] = ()
    acts: tuple[Act, ...] = ()
    traces: tuple[Trace, ...] = ()
