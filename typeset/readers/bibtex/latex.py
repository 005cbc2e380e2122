"""LaTeX of a bibliography's fields in, text in runs out: accents, letters, symbols, styles, links.

Not a TeX: a closed set of commands, and one pass without recursion. Of a command that it does not know, the argument
is kept.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace

from typeset.resume.text import Run, Text

_TOKEN = re.compile(
    r"\\(?P<command>[A-Za-z]+)\*?[ \t\n]*|\\(?P<sign>.)|(?P<open>\{)|(?P<close>\})|(?P<tie>~)"
    r"|(?P<dash>-{2,3})|(?P<quote>``|'')|(?P<text>[^\\{}~`'-]+|.)",
    re.DOTALL,
)
_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "k": "\u0328",
    "r": "\u030a", "t": "\u0361",
}  # fmt: skip
_SIGNS = {"-": "", "/": "", "@": "", "!": "", ",": " ", ";": " ", ":": " ", " ": " ", "\n": " ", "\\": " "}
_WORDS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
    "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
    "NG": "Ŋ", "S": "§", "P": "¶", "ldots": "…", "dots": "…", "textellipsis": "…", "copyright": "©",
    "textregistered": "®", "texttrademark": "™", "pounds": "£", "euro": "€", "texteuro": "€", "textdegree": "°",
    "degree": "°", "circ": "°", "textmu": "µ", "textendash": "–", "textemdash": "—", "textquoteleft": "‘",
    "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "textquotesingle": "'",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_", "textbar": "|",
    "textless": "<", "textgreater": ">", "textbullet": "•", "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX",
    "slash": "/", "times": "×", "cdot": "·", "pm": "±", "to": "→", "rightarrow": "→", "leftarrow": "←", "leq": "≤",
    "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "approx": "≈", "sim": "∼", "infty": "∞", "partial": "∂",
    "nabla": "∇", "sum": "∑", "prod": "∏", "int": "∫", "in": "∈", "subset": "⊂", "cup": "∪", "cap": "∩",
    "forall": "∀", "exists": "∃", "ell": "ℓ", "prime": "′", "quad": " ", "qquad": " ", "space": " ", "newline": " ",
    "langle": "⟨", "rangle": "⟩", "sqrt": "√", "varepsilon": "ε", "varphi": "φ", "vartheta": "ϑ",
}  # fmt: skip
_EMPHASIS = Run("", emphasis=True)
_STRONG = Run("", strong=True)
_CODE = Run("", code=True)
_STYLES = {
    "emph": _EMPHASIS, "textit": _EMPHASIS, "textsl": _EMPHASIS, "mathit": _EMPHASIS, "textbf": _STRONG,
    "mathbf": _STRONG, "texttt": _CODE, "mathtt": _CODE,
}  # fmt: skip
_SWITCHES = {"em": _EMPHASIS, "it": _EMPHASIS, "itshape": _EMPHASIS, "sl": _EMPHASIS, "bf": _STRONG, "tt": _CODE}
_SILENT = re.compile(
    "text(?:rm|sf|sc|up|md|normal|superscript|subscript)?|math(?:rm|sf|cal|bb|frak)|[mh]box|ensuremath|rm|sc|scshape|sf"
    "|noopsort|relax|protect|nobreakspace|enquote|left|right|bgroup|egroup|normalfont|uppercase|MakeUppercase"
    "|displaystyle|natexlab|url|href|path|nolinkurl"
)
_MATH = re.compile(r"(?<!\\)\$([^$]*)\$")
_SCRIPT = re.compile(r"([\^_])(?:\{([^{}\\]{1,20})\}|([A-Za-z0-9+-]))")
_RAISED = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-=()aeioruvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢₒᵣᵤᵥₓ")
_ADDRESS = re.compile(r"\s*\{([^{}]*)\}")


def text_of_latex(latex: str) -> tuple[Text, list[str]]:
    """Return the text that LaTeX says, and the names of the commands in it that were not understood."""
    reader = _Reader(_MATH.sub(lambda math: _SCRIPT.sub(_script, math[1]), latex))
    reader.read()
    runs = [replace(run, text=re.sub(r"\s+", " ", run.text)) for run in reader.runs]
    return Text(tuple(run for run in runs if run.text)), list(dict.fromkeys(reader.unknown))


def _script(found: re.Match[str]) -> str:
    """Return an exponent or an index in Unicode's own characters, if it has all of them."""
    said = found[2] or found[3]
    made = said.translate(_RAISED if found[1] == "^" else _LOWERED)
    return found[0] if any(char in made for char in said) else made


@dataclass(slots=True)
class _Reader:
    latex: str
    runs: list[Run] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    accent: str = ""
    style: Run = field(default_factory=lambda: Run(""))
    coming: Run | None = None
    outer: list[Run] = field(default_factory=list)

    def read(self) -> None:
        at = 0
        while token := _TOKEN.match(self.latex, at):
            at = token.end()
            match token.lastgroup:
                case "command":
                    at = self.command(token["command"], at)
                case "sign":
                    self.sign(token["sign"])
                case "open":
                    self.outer.append(self.style)
                    self.style, self.coming = self.coming or self.style, None
                case "close":
                    self.style, self.accent = self.outer.pop() if self.outer else self.style, ""
                case "tie":
                    self.say(" ")
                case "dash":
                    self.say("–" if len(token[0]) == 2 else "—")
                case "quote":
                    self.say("“" if token[0] == "``" else "”")
                case _:
                    self.say(token[0])

    def say(self, said: str) -> None:
        if self.accent and said.strip():
            said = said.lstrip()
            base = {"ı": "i", "ȷ": "j"}.get(said[0], said[0])
            said, self.accent = unicodedata.normalize("NFC", base + self.accent) + said[1:], ""
        self.runs.append(replace(self.style, text=said))

    def sign(self, sign: str) -> None:
        if sign in _ACCENTS:
            self.accent = _ACCENTS[sign]
        else:
            self.say(_SIGNS.get(sign, sign))

    def command(self, name: str, at: int) -> int:
        """Do what a command does; return the offset behind what it has read."""
        if name in _ACCENTS:
            self.accent = _ACCENTS[name]
        elif said := _WORDS.get(name) or _greek(name):
            self.say(said)
        elif style := _STYLES.get(name):
            self.coming = _both(self.style, style)
        elif style := _SWITCHES.get(name):
            self.style = _both(self.style, style)
        elif name in ("url", "href", "path", "nolinkurl") and (address := _ADDRESS.match(self.latex, at)):
            return self.address(name, address)
        elif not _SILENT.fullmatch(name):
            self.unknown.append(name)
        return at

    def address(self, name: str, address: re.Match[str]) -> int:
        link = re.sub(r"\\([#%&_~{}])", r"\1", address[1].strip())
        if name == "href":
            self.coming = replace(self.style, link=link)
        else:
            self.runs.append(replace(self.style, text=link, link=link if name == "url" else None))
        return address.end()


def _both(outer: Run, inner: Run) -> Run:
    return replace(
        outer,
        emphasis=outer.emphasis or inner.emphasis,
        strong=outer.strong or inner.strong,
        code=outer.code or inner.code,
    )


def _greek(name: str) -> str | None:
    """Return a Greek letter by its name in TeX, which is Unicode's too."""
    size = "CAPITAL" if name[:1].isupper() else "SMALL"
    if not name.isascii() or not 2 <= len(name) <= 7:
        return None
    spelled = {"lambda": "LAMDA", "Lambda": "LAMDA"}.get(name, name.upper())
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {spelled}")
    except KeyError:
        return None
