"""A word that no dictionary has in; the words that are one slip away from it out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

_LETTERS = "etaoinsrhldcumfpgwybvkxjqz"
_MORE = {
    "de": "äöüß", "fr": "éèàêçôîûùëïœâ", "es": "áéíóúñü", "pt": "ãçáéíóúâêôõà", "it": "àèéìòù", "nl": "ëïé",
    "sv": "åäö",
    "da": "æøå", "nb": "æøå", "no": "æøå", "fi": "äö", "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "ro": "ăâîșț",
}  # fmt: skip
MOST = 2


def neighbours(word: str, language: str, knows: Callable[[str], bool]) -> list[str]:
    """Return the likeliest words that one slip makes `word` of, two at most, in its own capitals.

    A slip is one letter left out, put in or mistaken, or two that changed places (Damerau, 1964: four errors in five).
    """
    letters = _LETTERS + _MORE.get(language.partition("-")[0], "")
    found: list[str] = []
    for candidate in dict.fromkeys(_one_slip_away(word, letters)):
        if knows(candidate):
            found.append(candidate)
            if len(found) == MOST:
                break
    return found


def _one_slip_away(word: str, letters: str) -> Iterator[str]:
    """Yield every string that one slip parts from a word, the commonest slips first; first letters are seldom wrong."""
    halves = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    yield from (f"{left}{right[1]}{right[0]}{right[2:]}" for left, right in halves if len(right) > 1)
    yield from (left + right[1:] for left, right in halves if right and left[-1] == right[0])
    yield from (left + left[-1] + right for left, right in halves)
    yield from (
        left + letter + right[1:] for left, right in halves if right for letter in letters if letter != right[0]
    )
    yield from (left + letter + right for left, right in halves for letter in letters)
    yield from (left + right[1:] for left, right in halves if right)
