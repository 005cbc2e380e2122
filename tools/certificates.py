"""The two certificates of the fictional person in `content/certificates/`, written anew: PDFs as others make them.

    python tools/certificates.py

They are not tagged and their font is not embedded, as is usual for such files; a dossier has to take them as they come.
"""

from pathlib import Path

FOLDER = Path(__file__).parents[1] / "content" / "certificates"
CENTRE = 297.5
CERTIFICATES = {
    "1-Masterzeugnis.pdf": (
        "Technische Hochschule Elbmarsch",
        "Zeugnis",
        "über die Masterprüfung im Studiengang Physik",
        "Astrid Lindqvist",
        "hat die Prüfung am 15. Juli 2010 mit der Gesamtnote 1,2 bestanden.",
        "Hamburg, den 30. Juli 2010",
    ),
    "2-Basic-Sea-Survival.pdf": (
        "Havsskolan Öckerö",
        "Kursintyg · Certificate",
        "Basic Sea Survival, 16 hours",
        "Astrid Lindqvist",
        "has completed the course and the exercise in open water.",
        "Öckerö, 14 February 2025",
    ),
}
SIZES = (16, 30, 13, 22, 12, 12)
TOPS = (720, 610, 570, 470, 420, 200)
AVERAGE = 0.5
"""The width of a letter, in sizes: near enough for a line in the middle."""


def page(lines: tuple[str, ...]) -> bytes:
    """Return what is drawn: a frame, and each line in its size about the middle."""
    drawn = [b"0.4 0.45 0.5 RG 1.2 w 40 40 515 762 re S 0.1 g"]
    for line, size, top in zip(lines, SIZES, TOPS, strict=True):
        left = CENTRE - len(line) * size * AVERAGE / 2
        said = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        drawn.append(b"BT /F %d Tf %d %d Td (%s) Tj ET" % (size, left, top, said))
    return b"\n".join(drawn)


def pdf(lines: tuple[str, ...]) -> bytes:
    """Return a PDF of one page with those lines (ISO 32000-2, annex H)."""
    drawn = page(lines)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
    ]
    data, starts = b"%PDF-1.4\n", list[int]()
    for number, item in enumerate(objects, 1):
        starts.append(len(data))
        data += b"%d 0 obj%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    count = len(objects) + 1
    ending = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return data + ending % (count, table, count, len(data))


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, lines in CERTIFICATES.items():
        (FOLDER / name).write_bytes(pdf(lines))
