"""The rows of a job's head in; role, employer, unit, place, and what the employer became, kept."""

from __future__ import annotations

import re

from typeset.readers.draft.nodes import mapped
from typeset.readers.outline.found import Found, Row, and_place, is_employer, is_unit, keep_employer, without_address
from typeset.readers.outline.pieces import Piece
from typeset.readers.outline.vocabulary import names_company, names_role, names_unit
from typeset.source import Mapping

AT = re.compile(r"\s+(?:at|bei|beim|chez|@)\s+|\s*@\s+(?=\w)")
_FOR = re.compile(r"\s+(?:for|with|für)\s+")
_IN_UNIT = re.compile(
    r"\s+(?:in|of|on)\s+(?:the\s+)?(?=[^,()]*\b(?:[Tt]eam|[Gg]roup|[Dd]epartment|[Dd]ivision|[Uu]nit)\b)"
)
_NOW = re.compile(r"(?:^|(?<=[\s),(]))(?:now|heute|aujourd['’]hui|hoy)\s+(?=[^\W\d_]|\[)")


def job(rows: list[Row], kind: str, found: Found) -> None:
    """Keep what the rows of a job's or a voluntary job's head say."""
    employer = "organization" if kind == "volunteer" else "name"
    rows = _without_successor(rows, found, kind)
    if not rows:
        return
    if len(rows) == 1:
        _job_on_one_line(rows[0], employer, found)
        return
    first, *others = rows
    if len(first.cells) > 1 and others[-1].dated and (first.listed or not is_employer(others[-1].cells)):
        _titled(first, others, employer, found)
        return
    if is_employer(first.cells) and not names_role(first.cells[0].plain) and names_role(others[0].cells[0].plain):
        first, others = others[0], [first, *others[1:]]
    elif not names_role(first.cells[0].plain) and not is_employer(others[-1].cells):
        found.guess(f"“{first.cells[0].plain}” is the role, “{others[-1].cells[0].plain}” the employer", first.cells[0])
    _role(first, employer, found, has_employer=True)
    *units, last = others
    for unit in units:
        for cell in unit.cells:
            found.put("department", cell)
    keep_employer(last, employer, found)


def _titled(first: Row, others: list[Row], employer: str, found: Found) -> None:
    """Role and employer on the first line; unit, place and dates on the next."""
    found.put("position", first.cells[0])
    found.named(employer, first.cells[1])
    for cell in first.cells[2:]:
        found.put("location", cell)
    details = [cell for row in others for cell in row.cells]
    if len(details) == 2 and is_unit(details[1]) and not is_unit(details[0]):
        details.reverse()
    for cell in details[:-1]:
        found.put("department", cell)
    for cell in details[-1:]:
        is_lone_unit = names_unit(cell.plain) and "location" not in found.fields and len(details) == 1
        found.put("department" if is_lone_unit else "location", cell)


def _role(row: Row, employer: str, found: Found, *, has_employer: bool) -> None:
    """Keep a role, and the unit behind it."""
    first, *others = row.cells
    if has_employer and not others:
        first, *others = first.styled_and_rest()
    if AT.search(first.plain) and employer not in found.fields and not has_employer:
        _role_at(first, employer, found)
    else:
        found.put("position", first)
    for cell in others:
        found.put("department" if has_employer or employer in found.fields else employer, cell)


def _role_at(piece: Piece, employer: str, found: Found) -> bool:
    """Keep "Role at Employer in the Team (Place)"; False when it is no such thing."""
    at = AT.search(piece.plain) or _for_link(piece)
    if not at:
        return False
    found.put("position", piece.cut(0, at.start()))
    rest, place = and_place(piece.cut(at.end()))
    unit = _IN_UNIT.search(rest.plain)
    whole = rest.cut(0, unit.start()) if unit else rest
    name, *places = whole.commas()
    found.named(employer, name)
    if unit:
        found.put("department", rest.cut(unit.end()))
    found.put("location", place or (whole.cut(len(name.plain)) if places else None))
    return True


def _for_link(piece: Piece) -> re.Match[str] | None:
    """Return "for" where a link or a firm's name follows it."""
    for found in _FOR.finditer(piece.plain):
        after = piece.cut(found.end())
        name = after.commas()
        if name and (any(run.link for run in name[0].runs) or names_company(name[0].plain)):
            return found
    return None


def _job_on_one_line(row: Row, employer: str, found: Found) -> None:
    cells = row.cells
    if len(cells) == 1 and _role_at(cells[0], employer, found):
        return
    parts = cells[0].styled_and_rest() if len(cells) == 1 else []
    if len(parts) > 1 and is_employer(parts) and not names_role(cells[0].plain):
        keep_employer(row, employer, found)
        return
    *cells, last = cells
    last, place = and_place(last)
    parts = [part for cell in [*cells, last] for part in cell.styles()]
    if len(parts) == 1:
        _comma_parted(parts[0], employer, found)
    else:
        if is_employer(parts[:1]) and not names_role(parts[0].plain):
            parts = [parts[1], parts[0], *parts[2:]]
        _in_order(parts, employer, found)
    found.put("location", place)


def _in_order(parts: list[Piece], employer: str, found: Found) -> None:
    """Keep the role, units, the employer, and where three are listed the place behind it."""
    role, *units, last = parts
    if _is_own_unit(last):
        units.append(last)
    elif units and not names_unit(units[0].plain) and (is_employer(units[:1]) or not is_employer([last])):
        found.named(employer, units.pop(0))
        found.put("location", last)
    else:
        keep_employer(Row([last]), employer, found)
    found.put("position", role)
    for unit in units:
        found.put("department", unit)


def _comma_parted(piece: Piece, employer: str, found: Found) -> None:
    """Keep "Role, Employer, Place"."""
    piece, place = and_place(piece)
    parts = piece.commas()
    if len(parts) == 1:
        is_role = names_role(piece.plain) and not names_company(piece.plain)
        if not is_role and not is_employer([piece]):
            found.guess(f"“{piece.plain}” is the employer", piece)
        found.named("position" if is_role else employer, piece)
        found.put("location", place)
        return
    if is_employer(parts[:1]) and not names_role(parts[0].plain) and names_role(parts[1].plain):
        parts = [parts[1], parts[0], *parts[2:]]
    elif is_employer(parts[:1]) and not names_role(parts[0].plain):
        keep_employer(Row([piece]), employer, found)
        return
    elif not names_role(parts[0].plain):
        found.guess(f"“{parts[0].plain}” is the role, “{parts[1].plain}” the employer", piece)
    found.put("position", parts[0])
    if _is_own_unit(parts[1]):
        found.put("department", parts[1])
    else:
        found.named(employer, parts[1])
    if len(parts) > 2:
        found.put("location", piece.after_commas(2))
    found.put("location", place)


def _is_own_unit(piece: Piece) -> bool:
    """Whether words name a part of an organisation, and cannot be one themselves."""
    return is_unit(piece) and not is_employer([piece])


def _without_successor(rows: list[Row], found: Found, kind: str) -> list[Row]:
    """Return the rows without "now Employer (Place)", which is kept."""
    made = []
    for row in rows:
        cells = []
        for cell in row.cells:
            now = _NOW.search(cell.plain) if kind == "work" and "successor" not in found.fields else None
            if not now or (not cell.plain[: now.start()].strip() and len(rows) == len(row.cells) == 1):
                cells.append(cell)
                continue
            is_bracketed = cell.plain[: now.start()].endswith("(") and cell.plain.endswith(")")
            after = cell.cut(now.end(), len(cell.plain) - is_bracketed)
            cells += [before for before in [cell.cut(0, now.start() - is_bracketed)] if before]
            found.fields["successor"] = _successor(after)
            found.guess(f"“{after.plain}” is what the employer became", cell)
        if cells or row.dated:
            made.append(Row(cells, row.dated, row.listed))
    return [row for row in made if row.cells]


def _successor(piece: Piece) -> Mapping:
    whole = Found()
    piece = without_address(piece, "work", whole)
    keep_employer(Row([piece]), "name", whole)
    return mapped(whole.fields.items(), piece.place)
