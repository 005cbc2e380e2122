"""Defects of the words on a page."""

from planted.plant import Plant, swapped

PLANTED = (
    Plant("a word that is another", "words", lambda: swapped("Menabrea", "Babbage"), "content.yaml:16:9"),
    Plant("a sentence that is not there", "words", lambda: swapped("      - Translated the notes of Menabrea.\n", "")),
)
