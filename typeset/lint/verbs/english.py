"""English: bullets of a CV begin with a bare verb, `Lead the team`, or with its past, `Led the team`."""

from __future__ import annotations

import re

from typeset.lint.listed import listed
from typeset.lint.verbs.verb import Tense, Verb

_ALONE = listed("""
    accelerate accomplish achieve acquire adapt add adopt advise allocate analyse analyze apply approve arrange
    assemble assess assign assist attend automate become begin brainstorm bring broaden calculate carry
    catalogue cater clarify collaborate collect combine communicate compile compose compute conceive conduct configure
    connect consolidate construct consult contribute convert coordinate create cultivate customise customize debug
    decide decrease define deliver demonstrate deploy derive detect determine develop devise diagnose discuss
    distribute draw earn edit educate eliminate embed employ empower encourage enforce engage enhance enjoy enrich
    enrol enroll ensure equip establish evaluate examine exceed execute expand explain explore extend facilitate
    follow formulate foster gather generate give greet grow hire identify illustrate implement improve
    incorporate increase inform initiate inspect install instruct integrate interpret introduce invent invest
    investigate join justify keep learn liaise locate maintain make manage maximise maximize meet merge migrate
    minimise minimize moderate modernise modernize modify motivate negotiate observe obtain operate optimise optimize
    orchestrate organise organize originate oversee participate perform persuade prepare prevent prioritise prioritize
    procure produce promote propose protect prove provide publish realise realize rebuild receive recommend reconcile
    recover reduce refactor refine renovate reorganise reorganize replace represent resolve restructure retain
    retrieve revise sell send serve shorten simplify solve speak spearhead specialise specialize standardise
    standardize stimulate streamline strengthen suggest summarise summarize supervise sustain synthesise synthesize
    take teach transform translate troubleshoot uncover understand unify utilise utilize validate verify visualise
    visualize write
""")
"""Verbs that are nothing else at the beginning of a sentence."""
_WITH_AN_OBJECT = listed("""
    address answer approach architect audit author balance benchmark budget build care catalog chair challenge champion
    change check close coach code complete contact control cook correct counsel cover delegate design direct document
    draft drive estimate fix focus guide handle head help host influence interview issue launch lead lecture master
    measure mentor model monitor open order outline own package pilot pioneer plan present process program project
    prototype purchase raise record recruit redesign register release repair report research respond restore review
    rewrite run scale schedule script secure select shape share ship sort source sponsor staff start structure study
    supply support survey tackle tailor target test track train transfer treat tutor update upgrade use win work
""")
"""Verbs that are nouns as well, or adjectives: they are verbs before a determiner, or before `and` and a verb."""
_PASTS = {
    "become": "became", "begin": "began", "bring": "brought", "build": "built", "draw": "drew", "drive": "drove",
    "give": "gave", "grow": "grew", "hold": "held", "keep": "kept", "lead": "led", "make": "made", "meet": "met",
    "oversee": "oversaw", "rebuild": "rebuilt", "rewrite": "rewrote", "run": "ran", "sell": "sold", "send": "sent",
    "speak": "spoke", "spend": "spent", "take": "took", "teach": "taught", "understand": "understood", "win": "won",
    "write": "wrote",
}  # fmt: skip
_IRREGULAR = frozenset(_PASTS.values())
_DOUBLED = frozenset(["debug", "enrol", "equip", "plan", "program", "ship", "transfer"])
_DETERMINERS = listed("""
    a all an any both each eight every five four her his its many more most my new nine one our seven several
    six some ten that the their these this those three two your
""")
_NOT_PAST = listed("""
    advanced based certified combined detailed distributed embedded experienced fixed gifted integrated
    limited mixed motivated proposed related seasoned skilled talented unified united used varied
""")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_BEFORE = re.compile(r"[\s\"“„‘'*(]*")
_LOOKED_AT = 100
"""Characters in which the first four words of a text surely stand."""


def verb(text: str) -> Verb | None:
    """Return the verb that an English text begins with, an adverb before it passed over."""
    said = _BEFORE.sub("", text, count=1)[:_LOOKED_AT]
    words = _WORD.findall(said) if _WORD.match(said) else []
    if len(words) > 1 and words[0].lower().endswith("ly"):
        words = words[1:] if words[0].lower() not in _ALONE | _WITH_AN_OBJECT else words
    if not words:
        return None
    first = words[0]
    if _is_past(first.lower()):
        return Verb(first, Tense.PAST, first)
    return Verb(first, Tense.PRESENT, _cased(past(first.lower()), first)) if _is_present(words) else None


def past(base: str) -> str:
    """Return the past of a verb."""
    if base in _PASTS:
        return _PASTS[base]
    if base in _DOUBLED:
        return f"{base}{base[-1]}ed"
    if base.endswith("e"):
        return f"{base}d"
    return f"{base[:-1]}ied" if base.endswith("y") and base[-2] not in "aeou" else f"{base}ed"


def _is_present(words: list[str]) -> bool:
    first, second, third = [word.lower() for word in [*words, "", ""][:3]]
    if first in _ALONE:
        return second not in ("to", "of", "is", "was")
    return first in _WITH_AN_OBJECT and (
        second in _DETERMINERS or (second == "and" and third in _ALONE | _WITH_AN_OBJECT)
    )


def _is_past(small: str) -> bool:
    is_regular = small.endswith("ed") and len(small) > 4 and not small.endswith("eed") and "-" not in small
    return small in _IRREGULAR or (is_regular and small not in _NOT_PAST)


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word
