"""Hostile archives, and hostile files of the other formats that are imported."""

from __future__ import annotations

import io
import json
import random
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

from .attack import OUTSIDE, PORT, Attack, imported
from .characters import REFUSED

_PROFILE = "First Name,Last Name,Headline\nAda,Lovelace,Analyst\n"
_POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\nEngine,Programmer,Notes,London,Jan 1842,Dec 1843\n"
)
_NAMES = (
    "../Profile.csv",
    "../../../../tmp/Profile.csv",
    "/etc/Profile.csv",
    "C:\\Profile.csv",
    "..\\..\\Profile.csv",
    "a/../../Profile.csv",
    "Profile.csv\x00.exe",
    "~/Profile.csv",
    "./Profile.csv",
    "a/" * 400 + "Profile.csv",
    "Profile\u202e.csv",
    "PROFILE.CSV",
    "profile.CSV ",
    "con",
    "Profile.csv/",
    "__MACOSX/Profile.csv",
    "\x1b[31mProfile.csv",
    f"{OUTSIDE}/written.csv",
)
_SAMPLES = Path(__file__).parents[1] / "readers" / "samples"
_XML = {
    "an entity of a file": f"<!DOCTYPE a [<!ENTITY b SYSTEM 'file://{OUTSIDE}/secret.txt'>]><SkillsPassport>&b;</SkillsPassport>",
    "an entity of the web": f"<!DOCTYPE a SYSTEM 'http://127.0.0.1:{PORT}/x'><SkillsPassport/>",
    "a billion laughs": "<!DOCTYPE a [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    + "]><SkillsPassport>&a9;</SkillsPassport>",
    "elements in elements": "<SkillsPassport>" + "<a>" * 50_000,
    "attributes by the thousand": "<SkillsPassport " + " ".join(f"a{n}='x'" for n in range(30_000)) + "/>",
    "characters by number": "<SkillsPassport><LearnerInfo><Identification><PersonName>"
    "<FirstName>A&#x2028;&#x85;&#x202e;</FirstName><Surname>B</Surname>"
    "</PersonName></Identification></LearnerInfo></SkillsPassport>",
    "no end": "<SkillsPassport><a",
    "an encoding of nobody's": "<?xml version='1.0' encoding='utf-7'?><SkillsPassport/>",
}


def attacks() -> Iterator[Attack]:
    """Yield them all."""
    for name, data in _zips():
        yield imported("Archives", name, data, "export.zip")
    for name, text in _XML.items():
        yield imported("Other formats", f"Europass: {name}", text.encode(), "cv.xml")
    for point in REFUSED:
        for ending, pattern in _CARRIERS.items():
            yield imported("Other formats", f"U+{point:04X} in {ending}", pattern(chr(point)), f"cv.{ending}")
    yield from _others()
    yield from _damaged()


def _zips() -> Iterator[tuple[str, bytes]]:
    for name in _NAMES:
        yield f"a table called {name[:40]!r}", _zip({name: _PROFILE, "Positions.csv": _POSITIONS})
    whole = _zip({"Profile.csv": _PROFILE, "Positions.csv": _POSITIONS})
    yield "a bomb", _zip({"Profile.csv": _PROFILE, "Positions.csv": "a" * 60_000_000})
    yield (
        "a bomb of many",
        _zip({"Profile.csv": _PROFILE, **{f"{n}/Skills.csv": "Name\n" + "a" * 900_000 for n in range(40)}}),
    )
    yield "files by the thousand", _zip({f"{n}.csv": "" for n in range(3_000)})
    yield "an archive in an archive", _zip({"Profile.csv": _PROFILE, "Positions.csv": whole})
    yield "rows by the thousand", _zip({"Profile.csv": _PROFILE, "Positions.csv": _POSITIONS + "a,b\n" * 20_000})
    yield "columns by the thousand", _zip({"Profile.csv": _PROFILE, "Positions.csv": "a," * 50_000 + "\n"})
    yield "quotes without end", _zip({"Profile.csv": _PROFILE, "Positions.csv": '"' * 90_001})
    yield "a table of zeros", _zip({"Profile.csv": bytes(50_000)})
    yield "a formula", _zip({"Profile.csv": "First Name,Last Name\n=cmd|' /C calc'!A0,@SUM(1)\n"})
    yield "a word without end", _zip({"Profile.csv": f"First Name,Last Name\n{'x' * 5_000},B\n"})
    yield "a table twice", _twice()
    yield "a link", _with_mode(0o120777)
    yield "a device", _with_mode(0o020666)
    yield "a program", _with_mode(0o104755)
    for at, value, name in (
        (8, 1, "encrypted"),
        (10, 99, "packed in a way of nobody's"),
        (24, 0xFFFFFFFF, "larger than it is"),
        (42, 0x7FFFFFFF, "elsewhere"),
    ):
        yield f"a file that is {name}", _patched(whole, at, value)
    for share in (1, 5, 20, 50, 80, 95, 99):
        yield f"{share} % of an archive", whole[: len(whole) * share // 100]
    yield "only an end", b"PK\x05\x06" + bytes(18)
    yield "an end that says 65,535 files", b"PK\x05\x06" + bytes(4) + b"\xff\xff\xff\xff" + bytes(10)
    yield "something before it", b"\x00" * 5_000 + whole
    yield "a comment of 65,535", whole[:-2] + b"\xff\xff" + b"x" * 65_535
    for kind in ("word/document.xml", "xl/workbook.xml", "META-INF/MANIFEST.MF", "mimetype"):
        yield f"another kind: {kind}", _zip({kind: "application/epub+zip"})
    chance = random.Random(5)  # noqa: S311  # the same damage at every run
    for number in range(80):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        yield f"a damaged archive ({number})", bytes(data)


def _zip(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def _twice() -> bytes:
    import warnings

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, warnings.catch_warnings(action="ignore"):
        for text in (_PROFILE, _PROFILE.replace("Ada", "Eve")):
            archive.writestr("Profile.csv", text)
    return out.getvalue()


def _with_mode(mode: int) -> bytes:
    out, info = io.BytesIO(), zipfile.ZipInfo("Profile.csv")
    info.external_attr = mode << 16
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(info, OUTSIDE)
    return out.getvalue()


def _patched(data: bytes, at: int, value: int) -> bytes:
    """Return an archive with one number of its first entry in the directory changed."""
    start, patched = data.index(b"PK\x01\x02") + at, bytearray(data)
    size = 2 if at < 16 else 4
    patched[start : start + size] = struct.pack("<I", value)[:size]
    return bytes(patched)


_CARRIERS = {
    "txt": lambda char: f"Ada Lovelace\nada@example.org\n\nWORK\nEngine, A{char}B\n".encode(),
    "md": lambda char: f"# Ada Lovelace\n\n## Work\n\n- A{char}B &#{ord(char)}; &#x{ord(char):x};\n".encode(),
    "json": lambda char: json.dumps(
        {"basics": {"name": f"Ada {char}", "summary": f"a{char}b"}, "work": [{"name": f"{char}"}]}
    ).encode(),
    "bib": lambda char: f"@article{{a, author={{Ada Lovelace}}, title={{A{char}B}}, year=1842}}".encode(),
    "vcf": lambda char: (
        f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada{char}Lovelace\r\nNOTE:a{char}b\r\nEND:VCARD\r\n".encode()
    ),
}


def _others() -> Iterator[Attack]:
    samples = {
        "bib": (
            "@" * 5_000,
            "@article{" * 3_000,
            "@string{a = a # a}" * 50,
            "@article{a, title={" + "{" * 20_000,
            "@comment{",
            "@article{a,\n" + "title={x},\n" * 5_000 + "}",
            "@article{a, title={\\input{/etc/passwd}\\write18{id}}, author={" + "A and " * 3_000 + "B}}",
        ),
        "vcf": (
            "BEGIN:VCARD\r\n" * 3_000,
            "BEGIN:VCARD\r\nFN:" + "\r\n x" * 20_000 + "\r\nEND:VCARD",
            "BEGIN:VCARD\r\nFN:A\r\nPHOTO:file:///etc/passwd\r\nURL:javascript:alert(1)\r\nEND:VCARD",
            "BEGIN:VCARD\r\nFN;" + "a=b;" * 20_000 + ":A\r\nEND:VCARD",
            "BEGIN:VCARD\r\nFN:A\r\nNOTE;ENCODING=QUOTED-PRINTABLE:" + "=0A" * 5_000 + "\r\nEND:VCARD",
        ),
        "txt": (
            "x" * 900_000,
            "\n" * 900_000,
            "a\n" * 300_000,
            "- " * 100_000,
            "Ada\n" + "=" * 100_000,
            "\f" * 10_000,
            "Ada Lovelace\n\n" + "WORK\n2012 - 2013\n" * 5_000,
            "2012 " * 50_000,
        ),
        "md": (
            "# A\n" + "> " * 3_000 + "x",
            "# A\n" + "- " * 3_000,
            "# A\n" + "* a\n" * 30_000,
            "---\n" * 9_000,
            "---\na: &a [*a]\n---\n# A",
            "# A\n" + "[a](" * 5_000,
            "# A\n" + "|" * 30_000,
            "# A\n\n" + "<" * 20_000,
            "# A\n" + "&" * 50_000,
            "# A\n" + "*a_ " * 9_000,
            "# A\n" + "    " * 5_000 + "x",
        ),
        "json": (
            '{"basics": ' * 5_000,
            '[{"type": "article", "author": [{"family": "' + "A" * 5_000 + '"}]}]',
            '{"orcid-identifier": {"path": "../../etc"}, "person": null}',
            '{"basics": {"name": "A", "image": "/etc/passwd"}}',
            '{"basics": {"name": "A", "image": "../outside/secret.png", "url": "javascript:alert(1)"}}',
            '{"basics": {"name": "A", "url": "' + "a" * 5_000 + '"}}',
        ),
        "yaml": (
            "cv:\n  name: A\n  sections:\n    x: " + "[" * 30 + "]" * 30,
            "cv:\n  name: A\n  photo: /etc/passwd\ndesign: {theme: ../../x}",
            "cv:\n  name: A\n  social_networks: [{network: X, username: '../../a'}]\n",
            "name: A\ncontent: {basics: {}}\nlocale: {}",
        ),
        "pdf": (
            "%PDF-",
            "%PDF-1.7\n" + "1 0 obj\n<<" * 9_000,
            "%PDF-1.7\n%%EOF" * 900,
            "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 1 0 R>>",
        ),
    }
    for ending, texts in samples.items():
        for number, text in enumerate(texts):
            yield imported("Other formats", f"{ending}: {text[:30]!r} ({number})", text.encode(), f"cv.{ending}")


def _damaged() -> Iterator[Attack]:
    """Files of every format, each byte of which somebody may have changed."""
    chance = random.Random(9)  # noqa: S311  # the same damage at every run
    files = [path for path in sorted(_SAMPLES.iterdir()) if path.is_file()] if _SAMPLES.is_dir() else []
    for path in files:
        whole = path.read_bytes()
        for number in range(12):
            data = bytearray(whole)
            for _ in range(chance.randint(1, 9)):
                at = chance.randrange(len(data))
                data[at : at + chance.choice((0, 1, 1, 5))] = bytes(
                    chance.randrange(256) for _ in range(chance.choice((0, 1, 1, 3)))
                )
            yield imported("Other formats", f"a damaged {path.name} ({number})", bytes(data), path.name)
