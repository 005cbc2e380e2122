"""Defects of the words on a page: what is said, in which order, and in how many pieces."""

import re
from collections.abc import Callable, Iterator

import pikepdf

from planted.plant import CONTENT, Plant, document, plain, proved, styled, swapped, tampered, templated, written
from typeset.proof import Claim, Finding

CLOSE = """\
<h{{ level }}>{{ entry.organization|inline }}{{ entry.title|inline }}</h{{ level }}>
{% if entry.period %}<p>{{ entry.period|unbroken }}</p>{% endif %}
"""
"""The head of an entry, which has nothing between its texts."""


def itself(said: str, instead: str, format_name: str = "pdf") -> list[Finding]:
    """Return what is found in a file of content that says something else, held to that content."""
    assert said in CONTENT
    content = CONTENT.replace(said, instead)
    claim = Claim(document(content), plain().families)
    return proved(written(content, format_name=format_name), claim, format_name)


def elements(file: pikepdf.Pdf, role: str) -> Iterator[pikepdf.Dictionary]:
    """Yield the elements of a structure tree that have a role, in order."""
    waiting = [file.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if element.get("/S") == f"/{role}":
            yield element
        kids = element.get("/K", [])
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        waiting += [kid for kid in reversed(kids) if isinstance(kid, pikepdf.Dictionary)]


def tagged(role: str, number: int, change: Callable[[pikepdf.Dictionary], None]) -> Callable[[], list[Finding]]:
    """Return what finds what there is in a file one of whose tags was changed."""
    return lambda: tampered(lambda file: change(list(elements(file, role))[number]))


def turned(element: pikepdf.Dictionary) -> None:
    """Turn round the order of what is in an element."""
    element.K = pikepdf.Array(reversed(list(element.K)))


def emptied(element: pikepdf.Dictionary) -> None:
    """Take out what is in an element."""
    element.K = pikepdf.Array()


def called(role: str) -> Callable[[pikepdf.Dictionary], None]:
    """Return what gives an element another role."""

    def call(element: pikepdf.Dictionary) -> None:
        element.S = pikepdf.Name(f"/{role}")

    return call


def pretended(text: str) -> Callable[[pikepdf.Dictionary], None]:
    """Return what makes an element say something else than it shows."""

    def pretend(element: pikepdf.Dictionary) -> None:
        element.ActualText = pikepdf.String(text)

    return pretend


def meant(letter: str, instead: str) -> Callable[[], list[Finding]]:
    """Return what finds what there is in a file whose fonts say something else for a letter."""

    def change(file: pikepdf.Pdf) -> None:
        old, new = (text.encode("utf-16-be").hex().encode() for text in (letter, instead))
        count = 0
        for found in file.objects:
            if isinstance(found, pikepdf.Dictionary) and "/ToUnicode" in found:
                table, made = re.subn(
                    rb"(?i)(<[0-9a-f]+>\s+)<%s>" % old, rb"\1<%s>" % new, found.ToUnicode.read_bytes()
                )
                found.ToUnicode.write(table)
                count += made
        assert count

    return lambda: tampered(change)


DESCRIBED = CONTENT.replace(
    "    position: Programmer\n", "    position: Programmer\n    description: An engine of brass.\n"
)
HEAD = """\
<header class="head">
<h{{ level }} class="title">{{ (entry.title or entry.organization)|inline }}</h{{ level }}>
{% if entry.lead %}<p class="lead">{{ entry.lead|inline }}</p>{% endif %}
{% if entry.organization and entry.title %}<p class="where">{{ entry.organization|inline }}</p>{% endif %}
{% if entry.place %}<p class="place">{{ entry.place|inline }}</p>{% endif %}
{% if entry.period %}<p class="period">{{ entry.period|unbroken }}</p>{% endif %}
</header>
"""
MASTHEAD = """\
<header class="masthead">
<p class="contacts">{% for contact in document.masthead.contacts %}{{ contact.text|inline }} {% endfor %}</p>
<h1>{{ document.masthead.name|inline }}</h1>
<p class="label">{{ document.masthead.label|inline }}</p>
</header>
"""
NARROW = ".contacts { width: 18mm; } .contact { white-space: normal; overflow-wrap: anywhere; }"
NUMBERED = CONTENT.replace("Wrote the first program, and said", '"1. Wrote the first program.\\n2. Said').replace(
    "do one day.", 'do one day."'
)
LONG = "Menabrea" + "brea" * 40

PLANTED = (
    Plant("a word that is another", "words", lambda: swapped("Menabrea", "Babbage"), "content.yaml:16:9"),
    Plant("a sentence that is not there", "words", lambda: swapped("      - Translated the notes of Menabrea.\n", "")),
    Plant(
        "sections in another order on paper",
        "words",
        lambda: styled("main { display: flex; flex-direction: column } .work { order: 2 }"),
    ),
    Plant("a word of the style sheet's own", "words", lambda: styled("h2::after { content: ' continued' }")),
    Plant("dates that float", "words", lambda: styled(".line, .line > * { display: block } .period { float: right }")),
    Plant("two columns", "order", lambda: styled("main { columns: 2 }")),
    Plant("sections side by side", "order", lambda: styled("main { display: table } .section { display: table-cell }")),
    Plant("points side by side", "order", lambda: styled("li { display: table-cell; width: 20mm }")),
    Plant(
        "sections from right to left",
        "order",
        lambda: styled("main { display: table; direction: rtl } .section { display: table-cell; direction: ltr }"),
    ),
    Plant(
        "a section moved up over another",
        "order",
        lambda: styled(".section { position: relative } .education { top: -60mm }"),
    ),
    Plant("tags in another order than the page", "order", tagged("Sect", 1, turned), "content.yaml:"),
    Plant("text without a tag", "order", tagged("P", 2, emptied), "content.yaml:"),
    Plant("a tag that says something else", "order", tagged("H3", 0, pretended("Director")), "content.yaml:"),
    Plant(
        "contact details above the name",
        "name",
        lambda: templated({"html/masthead.html": MASTHEAD}),
        "content.yaml:2:9",
    ),
    Plant("headings larger than the name", "name", lambda: styled("h2 { font-size: 4em }"), "content.yaml:2:9"),
    Plant(
        "a title above the name", "name", lambda: styled("h1::before { content: 'Curriculum vitae'; display: block }")
    ),
    Plant("contact details that wrap", "contact", lambda: styled(NARROW), "content.yaml:"),
    Plant(
        "a description before the dates",
        "entries",
        lambda: templated({"html/work.html": HEAD}, DESCRIBED),
        "content.yaml:",
    ),
    Plant(
        "dates apart from their titles",
        "entries",
        lambda: styled(".line, .line > * { display: block } .period { float: right }"),
    ),
    Plant(
        "dates on another page than their titles",
        "entries",
        lambda: templated({"html/work.html": HEAD, "seeded.css": ".period { break-before: page }"}),
        "content.yaml:10:11",
    ),
    Plant(
        "markers of the engine",
        "bullets",
        lambda: styled("ul { list-style: disc outside; padding-left: 1.5em } li::before { content: none }"),
    ),
    Plant("bullets that were dropped", "bullets", lambda: styled("li::before { content: none }"), "content.yaml:16:9"),
    Plant(
        "numbers that were dropped",
        "bullets",
        lambda: styled("ol > li::before { content: none }", NUMBERED),
        "content.yaml:",
    ),
    Plant(
        "bullets on lines of their own", "bullets", lambda: styled("li::before { display: block }"), "content.yaml:16:9"
    ),
    Plant(
        "points one after another in a line", "bullets", lambda: styled("li { display: inline }"), "content.yaml:17:9"
    ),
    Plant(
        "a heading of one's own",
        "headings",
        lambda: itself("skills:\n", "headings: {work: My journey}\nskills:\n"),
        "content.yaml:",
    ),
    Plant("a heading that is tagged as a paragraph", "structure", tagged("H2", 0, called("P"))),
    Plant("a level of heading left out", "structure", tagged("H3", 0, called("H5")), "content.yaml:"),
    Plant("points that are tagged as paragraphs", "structure", tagged("LI", 1, called("P")), "content.yaml:17:9"),
    Plant("letters set far apart", "breaks", lambda: styled("li { letter-spacing: .3em }"), "content.yaml:16:"),
    Plant("headings set far apart", "breaks", lambda: styled("h2 { letter-spacing: .3em }")),
    Plant("automatic hyphens", "breaks", lambda: styled(".work { width: 30mm; hyphens: auto }")),
    Plant("a line close below larger type", "joins", lambda: styled("h1 { line-height: .8 }"), "content.yaml:2:13"),
    Plant("texts with nothing between them", "joins", lambda: templated({"html/head.html": CLOSE}), "content.yaml:"),
    Plant("a space lost", "joins", lambda: swapped("Analytical Engine", "AnalyticalEngine"), "content.yaml:10:"),
    Plant("a space lost in plain text", "joins", lambda: swapped("Added seven", "Addedseven", format_name="txt")),
    Plant("a word longer than a line", "breaks", lambda: itself("Menabrea", LONG), "content.yaml:16:"),
    Plant("a ligature in the content", "characters", lambda: itself("first", "ﬁrst"), "content.yaml:8:"),
    Plant("a font that says a soft hyphen", "characters", meant("M", "\u00ad")),
    Plant("a font that says a space without width", "characters", meant("M", "\u200b")),
    Plant(
        "a soft hyphen in a page to publish",
        "characters",
        lambda: itself("Translated", "Trans\u00adlated", "html"),
        "content.yaml:16:",
    ),
    Plant("an icon of a font", "characters", lambda: styled(".contact::before { content: '\\e000' }")),
    Plant("a font that says a private character", "characters", meant("M", "\ue001")),
    Plant("a font that says a sign that turns text round", "characters", meant("M", "\u202e")),
    Plant("a font that says a ligature", "characters", meant("M", "ﬃ")),
)
