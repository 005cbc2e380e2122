"""A piece of a CV's first lines in; what kind of contact data it is, and under which label, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from typeset.readers.draft.accounts import network
from typeset.readers.draft.dates import moment, period
from typeset.readers.outline.pieces import Piece
from typeset.resume import links


class Kind(Enum):
    """What a piece tells."""

    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "the address of a page"
    ACCOUNT = "the name of an account"
    TOWN = "a town with its postal code"
    STREET = "a street and a number"
    PLACE = "a town and a country"
    OTHER = "something else"


@dataclass(frozen=True, slots=True)
class Told:
    """A piece without its label, what it tells, and the label."""

    kind: Kind
    piece: Piece
    label: str = ""


SURE = (Kind.EMAIL, Kind.PHONE, Kind.ADDRESS, Kind.ACCOUNT, Kind.TOWN)
"""What can be told by its looks alone."""

MAIL = re.compile(r"(?:mailto:)?([^\s@<>\"(),:;\\|]+@[^\s@<>\"(),:;\\|]+\.[^\W\d_]{2,})", re.IGNORECASE)
_PHONE = re.compile(r"\(?\+?[\d(][\d\s().\-/\u2010-\u2013]{5,24}\d(?:\s?(?:x|ext\.?)\s?\d{1,6})?")
_ADDRESS = re.compile(
    r"(?i)(?:https?://[^\s()]+|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|org|net|io|me|dev|edu|gov|info|co|app|eu|ai|"
    r"tech|name|blog|page|site|online|xyz|de|fr|es|it|pt|nl|uk|ch|at|us|ca|in|cn|jp|kr|pl|cz|se|dk|no|fi|ru|tr|br)"
    r"(?:/[^\s()]*)?)"
)
_ADDRESS_BEHIND_SPACE = re.compile(rf"(?<!\S){_ADDRESS.pattern.removeprefix('(?i)')}(?!\S)", re.IGNORECASE)
REMARK = re.compile(r"^(\S+)\s+\(([^()]{2,60})\)$")
"""An address with something said about it: "github.com/sqrl (mostly professional)"."""
TOWN = re.compile(
    r"(?P<city>[^\W\d][^\d,;:]{1,40}),\s*(?P<region>[A-Z]{2})\s+(?P<code>\d{5}(?:-\d{4})?)"
    r"|(?:[A-Z]{1,2}-)?(?P<code2>\d{4,5})\s+(?P<city2>[^\W\d][^\d,;:]{1,40})"
)
_STREET = re.compile(
    r"\d+[a-z]?\s+[^\d,@:][^,@:]{2,50}|[^\W\d][^\d,@:]{2,40}(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee|straat|laan)\s*"
    r"\d+\s?[a-z]?|(?:rue|calle|via|rua|avenida)\s[^@:]{3,50}|\d+,?\s(?:rue|avenue|bd|boulevard)\s[^@:]{3,50}",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[^\W\d_][\w.'’ -]{1,30}(?:,\s*[^\W\d_][\w.'’ -]{1,30}){1,2}")
_LABEL = re.compile(r"\W*([^\W\d_][^\d:：@/.]{0,24}?)\s*[:：]\s*(?=\S)")
_GAP = re.compile(r"\t|\s{2,}|\s*[|·•▪◦]\s*|\s+(?:--?|[–—])\s+|\s*[;；]\s+")
_LABELS = {
    Kind.EMAIL: "email|e-mail|mail|email address|e-mail address|courriel|correo|correo electrónico|электронная почта|"
    "почта|邮箱|電子郵件|メール|이메일",
    Kind.PHONE: "phone|telephone|tel|mobile|cell|handy|telefon|téléphone|teléfono|telefono|telefone|telefoon|mob|ph|"
    "portable|móvil|phone number|телефон|电话|手机|電話|携帯|携帯電話|전화|휴대폰",
    Kind.ADDRESS: "web|website|homepage|home page|url|site|blog|portfolio|webseite|site web|sitio web|page|link|"
    "links|网站|ウェブサイト|홈페이지",
    Kind.PLACE: "address|location|adresse|anschrift|dirección|indirizzo|endereço|adres|city|based in|lives in|"
    "residence|wohnort|ort|адрес|город|地址|住所|주소",
}
_BY_LABEL = {label: kind for kind, labels in _LABELS.items() for label in labels.split("|")}
WORDS = frozenset(word for label in _BY_LABEL for word in re.findall(r"\w+", label))
"""Words that only say what stands behind them: the page shows that by itself."""
_MOST_AROUND = 3
_MOST_SPLIT = 12


def told(pieces: Iterable[Piece]) -> Iterator[Told]:
    """Yield what each piece tells; one that is a label and nothing else belongs to the next."""
    label = ""
    for piece in pieces:
        if is_label(piece.plain) and not piece.link:
            label = _bare(piece.plain)
            continue
        yield _told(piece, label)
        label = ""


def is_label(words: str) -> bool:
    """Whether words only say what stands behind them, such as "E-mail:"."""
    return _bare(words) in _BY_LABEL or (words.rstrip().endswith(":") and bool(network(words.rstrip(" :"))))


def split(line: Piece) -> list[Piece]:
    """Return the pieces of a line: what gaps and separators part, and where something sure stands, what commas do."""
    found = []
    for part in (piece for gapped in _cut(line, _GAP) for piece in _at_addresses(gapped)):
        if _is_whole_address(part):
            found.append(part)
            continue
        parts = _cut(part, re.compile(r",\s+"))
        sure = [piece for piece in parts if _told(piece, "").kind in SURE]
        found += parts if len(sure) > 1 or (sure and len(parts) > 1 and _is_sure_alone(part)) else _taken_apart(part)
    return found


def columns(lines: list[Piece]) -> list[Piece]:
    """Return the pieces of lines; of lines with wide gaps first all at the left, then all at the right."""
    gapped = [re.match(r"\s{2,}", line.plain) or re.search(r"\S\s{3,}\S", line.plain) for line in lines]
    if sum(map(bool, gapped)) < 2:
        return [piece for line in lines for piece in split(line)]
    left: list[Piece] = []
    right: list[Piece] = []
    for line in lines:
        indent = len(line.plain) - len(line.plain.lstrip())
        first, *others = _cut(line, re.compile(r"\s{3,}")) or [line]
        (right if indent > 1 else left).append(first)
        right += others
    return [piece for half in (*left, *right) for piece in split(half)]


def _at_addresses(part: Piece) -> list[Piece]:
    """Return a part that several addresses of pages stand in, one behind the other, as one part for each."""
    addresses = list(_ADDRESS_BEHIND_SPACE.finditer(part.plain))
    after = [found.end() for found in addresses if re.match(r"\s+[^\W\d_a-z]", part.plain[found.end() :])]
    starts = sorted({*(found.start() for found in addresses), *after})
    words = [part.plain[:end].split()[-1:] for end in starts]
    starts = [0, *(at for at, before in zip(starts, words, strict=True) if before and _ends_something(before[0]))]
    if len(part.plain.split()) > _MOST_SPLIT * len(starts):
        return [part]
    return [part.cut(*ends) for ends in zip(starts, [*starts[1:], len(part.plain)], strict=True)]


def _ends_something(word: str) -> bool:
    """Whether what follows a word is something else: it is no label, ends no phrase, and is no small word."""
    is_whole = bool(_ADDRESS.fullmatch(word) or MAIL.fullmatch(word)) or word[:1].isupper() or word[-1:].isdigit()
    return (is_whole or word.endswith(")")) and not word.endswith((",", ":")) and not network(word)


def _is_whole_address(part: Piece) -> bool:
    """Whether a part is a street or so, a town with its postal code, and what it lies in, commas between them."""
    parts = [piece.plain for piece in part.commas()]
    towns = sum(bool(TOWN.fullmatch(words)) for words in parts)
    others = [words for words in parts if not TOWN.fullmatch(words)]
    is_named = all(re.fullmatch(r"[^\W\d_][^\d@:/]{1,40}(?:\s\d{1,4}\s?[a-z]?)?", words) for words in others)
    return len(parts) > 2 and towns == 1 and is_named and bool(re.search(r"\d", parts[0]))


def _is_sure_alone(part: Piece) -> bool:
    return _told(part, "").kind is Kind.OTHER and len(part.plain.split()) <= _MOST_SPLIT


def _cut(line: Piece, separator: re.Pattern[str]) -> list[Piece]:
    made, start = [], 0
    for found in separator.finditer(line.plain):
        made.append(line.cut(start, found.start()))
        start = found.end()
    return [piece for piece in (*made, line.cut(start)) if piece]


def _taken_apart(piece: Piece) -> list[Piece]:
    """Return an address and the few words around it: "Jane Doe jane@example.org"."""
    if _told(piece, "").kind is not Kind.OTHER:
        return [piece]
    for pattern in (MAIL, _PHONE):
        found = pattern.search(piece.plain)
        if not found or (pattern is _PHONE and not _is_phone(found[0])):
            continue
        before, after = piece.cut(0, found.start()), piece.cut(found.end())
        if len(before.plain.split()) <= _MOST_AROUND and len(after.plain.split()) <= _MOST_AROUND:
            parts = (*_taken_apart(before), piece.cut(found.start(), found.end()), *_taken_apart(after))
            return [part for part in parts if part]
    return [piece]


def _told(piece: Piece, label: str) -> Told:
    found = _LABEL.match(piece.plain)
    if found and not label and (_bare(found[1]) in _BY_LABEL or network(found[1])):
        label, piece = found[1].strip(), piece.cut(found.end())
    kind = _kind(piece)
    site = network(label)
    by_label = _BY_LABEL.get(_bare(label))
    if kind in (Kind.OTHER, Kind.STREET, Kind.PLACE):
        if site and len(piece.plain.split()) == 1:
            kind = Kind.ACCOUNT
        elif by_label in (Kind.PLACE, Kind.PHONE) and (by_label is Kind.PLACE or re.search(r"\d{3}", piece.plain)):
            kind = Kind.STREET if kind is Kind.STREET else by_label
    return Told(kind, piece, label)


def _kind(piece: Piece) -> Kind:
    words, link = piece.plain.strip(), piece.link or ""
    if link.startswith("mailto:") or MAIL.fullmatch(words.strip("<>")):
        return Kind.EMAIL
    if link.startswith("tel:") or _is_phone(words):
        return Kind.PHONE
    remark = REMARK.match(words)
    if (link and not links.problem(link)) or _ADDRESS.fullmatch(remark[1] if remark else words):
        return Kind.ADDRESS
    if TOWN.fullmatch(words) or _is_whole_address(piece):
        return Kind.TOWN
    if _STREET.fullmatch(words):
        return Kind.STREET
    return Kind.PLACE if _PLACE.fullmatch(words) and words[0].isupper() else Kind.OTHER


def _is_phone(words: str) -> bool:
    is_date = moment(words) or period(words)
    return bool(_PHONE.fullmatch(words)) and not is_date and 7 <= len(re.sub(r"\D", "", words)) <= 18


def _bare(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s-]", " ", words).split()).casefold()
