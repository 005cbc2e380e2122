"""German: most bullets are nouns or participles, which have no tense; some begin with a verb, `Leite` or `Leitete`."""

from __future__ import annotations

import re

from typeset.lint.listed import listed
from typeset.lint.verbs.verb import Tense, Verb

_STEMS = listed("""
    analysier arbeit automatisier begleit berechn betreu bewert definier digitalisier dokumentier entwickl
    erarbeit erforsch erstell etablier evaluier forsch fotografier führ gestalt gewährleist gründ implementier
    initiier installier integrier kalkulier konfigurier konzipier koordinier leit migrier moderier montier optimier
    organisier präsentier programmier prüf publizier realisier recherchier redigier reduzier reparier repräsentier
    standardisier überwach unterricht unterstütz verantwort verbesser vereinfach verkauf vermittl veröffentlich verwalt
    visualisier
""")
"""Stems of regular verbs; none whose first person is a noun as well, such as `Pflege`, `Suche` or `Plane`."""
_STRONG = {
    "baue": "baute", "berate": "beriet", "betreibe": "betrieb", "entwerfe": "entwarf",
    "halte": "hielt", "schreibe": "schrieb", "übernehme": "übernahm", "verhandle": "verhandelte",
    "vertrete": "vertrat", "werbe": "warb",
}  # fmt: skip
"""Verbs whose past is not made by the rule."""
_WORD = re.compile(r"[\s\"“„‚'*(]*(?:[Ii]ch\s+)?([A-Za-zÄÖÜäöüß]+)")


def _weak(stem: str) -> tuple[str, str]:
    """Return the present and the past of a regular verb, in the first person."""
    if stem.endswith("l"):  # entwickle, entwickelte
        vowel = stem if stem[-2] in "aeiouäöül" else f"{stem[:-1]}el"
        return f"{stem}e", f"{vowel}te"
    return f"{stem}e", f"{stem}ete" if stem[-1] in "td" or stem.endswith("chn") else f"{stem}te"


_PRESENT = {**dict(map(_weak, _STEMS)), **_STRONG}
_PAST = frozenset(_PRESENT.values())


def verb(text: str) -> Verb | None:
    """Return the verb that a German text begins with, the word for “I” before it passed over."""
    found = _WORD.match(text)
    if not found:
        return None
    written, small = found[1], found[1].lower()
    if small in _PAST:
        return Verb(written, Tense.PAST, written)
    if small in _PRESENT:
        then = _PRESENT[small]
        return Verb(written, Tense.PRESENT, then.capitalize() if written[0].isupper() else then)
    return None
