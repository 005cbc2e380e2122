"""A German word that no dictionary has in; whether it is made of words that some has out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

_JOINTS = ("", "s", "n", "en", "es", "er", "e")
_SHORTEST = 3
_FEMININE = ("innen", "in")


def is_made(word: str, knows: Callable[[str], bool]) -> bool:
    """Whether a word, in small letters, is made of known ones.

    That is a noun or the stem of a verb, a joint (as in `Arbeit-s-zeit`), and a word; a feminine; or a verb with `zu`
    in it. `knows` looks up a word in the capitals that it is given.
    """
    return any(
        _is_last(form, knows) or any(_is_first(left, knows) and _is_last(right, knows) for left, right in _parts(form))
        for form in _forms(word)
    )


def _forms(word: str) -> Iterator[str]:
    yield word
    yield word.replace("zu", "", 1)
    yield from (word.removesuffix(ending) for ending in _FEMININE if word.endswith(ending))


def _parts(word: str) -> Iterator[tuple[str, str]]:
    return ((word[:at], word[at:]) for at in range(_SHORTEST, len(word) - _SHORTEST + 1))


def _is_first(part: str, knows: Callable[[str], bool]) -> bool:
    stems = (part.removesuffix(joint) for joint in _JOINTS if part.endswith(joint))
    return any(
        len(stem) >= _SHORTEST and (knows(stem) or knows(stem.capitalize()) or knows(f"{stem}en")) for stem in stems
    )


def _is_last(part: str, knows: Callable[[str], bool]) -> bool:
    return knows(part) or knows(part.capitalize())
