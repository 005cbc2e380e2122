"""A dossier: parts in order, with outline, labels and one set of metadata; and every way in which a part is none."""

import io
import runpy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from page import validate_pdf_bytes
from pypdf.generic import DictionaryObject, NameObject

from typeset import writers
from typeset.build.dossier import proved
from typeset.build.job import claim
from typeset.build.plan import plan_of
from typeset.build.prepare import prepare

LETTER = """\
resume: ada
theme: ats
locale: de-DE
letter:
  recipient: {company: Muster GmbH, street: Musterweg 1, postalCode: "12345", city: Musterstadt}
  date: 2026-03-09
  subject: Bewerbung
  salutation: Guten Tag,
  body: Ein Absatz.
dossier: [letter, cv, papers/*.pdf]
"""
FILE = "works/Ada-Lovelace-Dossier.pdf"


def pdf(pages: int = 1) -> bytes:
    """Somebody else's PDF."""
    writer = pypdf.PdfWriter()
    for number in range(pages):
        writer.add_blank_page(300 + number, 400)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def furnish(workshop):
    workshop.write("content/applications/works.yaml", LETTER)
    workshop.write("content/papers/1-diploma.pdf", pdf())
    workshop.write("content/papers/2-second_course.pdf", pdf(2))
    workshop.write("content/papers/notes.txt", "not a PDF")
    return workshop


@pytest.fixture
def office(workshop):
    """A project with a dossier of a letter, a CV and two files."""
    return furnish(workshop)


@pytest.fixture(scope="module")
def built(workshop_in, tmp_path_factory):
    """The same, built, for tests that change nothing in it."""
    office = furnish(workshop_in(tmp_path_factory.mktemp("office")))
    office.accounts = office.build("pdf", application="works")
    return office


@pytest.fixture
def with_dossier(office) -> Callable[[str], list[str]]:
    """A function from what stands under `dossier` to the first lines of what a build complains of."""

    def faults(dossier: str) -> list[str]:
        office.change("content/applications/works.yaml", "[letter, cv, papers/*.pdf]", dossier)
        return [fault.partition("\n")[0] for fault in office.faults("pdf", application="works")]

    return faults


def reader(office) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(office.out[FILE][0]))


def outline(found: pypdf.PdfReader) -> list[tuple[str, int | None]]:
    entries = [entry for entry in found.outline if not isinstance(entry, list)]
    return [(entry.title, found.get_destination_page_number(entry)) for entry in entries]


def test_it_joins_its_parts_in_order(built):
    accounts = built.accounts
    assert [account.findings for account in accounts] == [(), (), ()]
    assert accounts[-1].pages == 5
    assert "a dossier of 4 parts" in accounts[-1].notes[-1]
    found = reader(built)
    assert outline(found) == [("Anschreiben", 0), ("Lebenslauf", 1), ("Diploma", 2), ("Second course", 3)]
    assert found.page_labels == ["i", "1", "A-1", "B-1", "B-2"]
    assert [float(page.mediabox.width) for page in found.pages][2:] == [300, 300, 301]
    assert "Guten Tag" in found.pages[0].extract_text()
    assert "Analytical Engine" in found.pages[1].extract_text()


def test_its_pieces_are_written_once_each(office, monkeypatch: pytest.MonkeyPatch):
    written, write = [], writers.write
    monkeypatch.setattr(writers, "write", lambda *args: written.append(args[0].document.title) or write(*args))
    assert not any(account.has_failed for account in office.build("pdf", application="works"))
    assert written == ["Ada Lovelace – Analyst", "Ada Lovelace – Bewerbung"]


def test_the_outline_of_the_cv_is_below_its_entry(built):
    below = [entry for entry in reader(built).outline if isinstance(entry, list)]
    [[section, [entry]]] = below
    assert (section.title, entry.title) == ("Berufserfahrung", "Analytical Engine")


def test_it_says_what_it_is_once(built):
    found = reader(built)
    assert (found.metadata.title, found.metadata.author) == ("Ada Lovelace – Bewerbung", "Ada Lovelace")
    assert found.xmp_metadata.dc_title == {"x-default": "Ada Lovelace – Bewerbung"}
    assert found.trailer["/Root"]["/Lang"] == "de-DE"
    assert found.xmp_metadata.pdfaid_part is None
    assert list(found.attachments) == ["ada.yaml"]


def test_of_its_own_parts_alone_it_is_archival_and_accessible(office):
    office.change("content/applications/works.yaml", ", papers/*.pdf", "")
    office.build("pdf", application="works")
    data = office.out[FILE][0]
    reports = {profile: validate_pdf_bytes(data, profile=profile) for profile in ("3a", "ua1")}
    assert all(report.rules.total > 100 for report in reports.values())
    assert [found.message for report in reports.values() for found in report.failures] == []


def test_its_own_parts_stay_tagged_beside_others(built):
    root = reader(built).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    [document] = root["/StructTreeRoot"]["/K"]
    assert [part.get_object()["/S"] for part in document.get_object()["/K"]] == ["/Part", "/Part"]


def test_the_same_parts_give_the_same_bytes(office):
    office.build("pdf", application="works")
    before = office.out[FILE][0]
    (office.root / "out" / FILE).unlink()
    office.build("pdf", application="works")
    assert office.out[FILE][0] == before


def test_what_it_encloses_is_listed_in_the_letter(office):
    office.build("txt", application="works")
    said = office.out["works/Ada-Lovelace-Letter.txt"][0].decode()
    assert said.endswith("Anlagen\nLebenslauf\nDiploma\nSecond course\n")


def test_a_part_may_be_called_otherwise_and_come_in_any_order(office):
    office.change(
        "content/applications/works.yaml",
        "[letter, cv, papers/*.pdf]",
        "[{file: papers/2-second_course.pdf, title: {de: Kurs, en: Course}}, cv]",
    )
    office.build("pdf", application="works")
    assert outline(reader(office)) == [("Kurs", 0), ("Lebenslauf", 2)]
    assert reader(office).metadata.title == "Ada Lovelace – Analyst"


def test_a_file_that_changes_or_is_added_makes_it_anew_and_nothing_else(office):
    office.build("pdf", application="works")
    assert office.is_up_to_date("pdf", application="works")
    office.write("content/papers/1-diploma.pdf", pdf(3))
    again = office.build("pdf", application="works")
    assert [account.file.name for account in again if account.seconds is not None] == ["Ada-Lovelace-Dossier.pdf"]
    office.write("content/papers/3-third.pdf", pdf())
    assert not office.is_up_to_date("pdf", application="works")
    assert {account.file.name for account in office.build("pdf", application="works")} > {"Ada-Lovelace-Dossier.pdf"}
    assert len(reader(office).pages) == 8


@pytest.mark.parametrize(
    ("dossier", "told"),
    [
        ("[cv, lettre]", "10:15: error: `lettre` is not a PDF file"),
        ("[cv, papers/notes.txt]", "10:15: error: `papers/notes.txt` is not a PDF file"),
        ("[cv, papers/9*.pdf]", "10:15: error: no file matches `papers/9*.pdf`"),
        ("[cv, papers/1-diplom.pdf]", "10:15: error: there is no file `papers/1-diplom.pdf`"),
        ("[cv, nowhere/x.pdf]", "10:15: error: there is no file `nowhere/x.pdf`"),
        ("[cv, /etc/x.pdf]", "10:15: error: `/etc/x.pdf` is not below the content"),
        ("[cv, ../out/x.pdf]", "10:15: error: `../out/x.pdf` is not below the content"),
        ("[cv, 'papers\\x.pdf']", "10:15: error: `papers\\x.pdf` is not below the content"),
        ("[cv, 'C:x.pdf']", "10:15: error: `C:x.pdf` is not below the content"),
        ("[cv, '*/x.pdf']", "10:15: error: `*/x.pdf`: only the last part of a path may be a pattern"),
        ("[cv, letter, cv]", "10:23: error: “Lebenslauf” is in the dossier twice"),
        ("[papers/1*.pdf]", "10:11: error: the dossier has neither the letter nor the CV"),
        (
            "[cv, {file: papers/*.pdf, title: Papers}]",
            "10:22: error: `papers/*.pdf` matches 2 files; a title is of one",
        ),
        ("[cv, {title: Papers}]", "10:15: error: dossier entry `Papers` has no `file`"),
        ("cv", "10:10: error: `dossier` must be a list, not a text"),
    ],
)
def test_a_part_that_is_none_is_told_at_its_place(with_dossier, dossier, told):
    assert with_dossier(dossier)[0] == f"content/applications/works.yaml:{told}"


def test_a_letter_that_is_not_written_cannot_be_enclosed(office):
    office.write("content/applications/works.yaml", "resume: ada\ntheme: ats\ndossier: [letter, cv]\n")
    [told] = office.faults("pdf", application="works")
    assert told.startswith(
        "content/applications/works.yaml:3:11: error: the dossier has the letter, and the application"
    )


def test_a_file_that_cannot_be_joined_stops_the_dossier_alone(office):
    office.write("content/papers/3-damaged.pdf", b"not a PDF")
    accounts = office.build("pdf", application="works")
    assert [account.has_failed for account in accounts] == [False, False, True]
    [fault] = accounts[-1].faults
    assert fault.message == "“Damaged” is no whole PDF"
    assert str(fault.place) == "content/applications/works.yaml:10:23"


def test_a_link_out_of_the_content_is_refused(office, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "x.pdf"
    outside.write_bytes(pdf())
    (office.root / "content" / "papers" / "3-away.pdf").symlink_to(outside)
    [told] = office.faults("pdf", application="works")
    assert "`papers/3-away.pdf` leads out of the content's folder" in told


# What the proof holds it to


@pytest.fixture(scope="module")
def found_in(built) -> Callable[[bytes], set[str]]:
    """A function from the bytes of a dossier to the rules that are broken."""
    prepared = prepare(built.project, plan_of(built.project, "works"))
    claims = {piece: claim(prepared, piece) for piece in ("letter", "cv")}

    def rules(data: bytes) -> set[str]:
        return {finding.rule for finding in proved(data, prepared, claims)[1]}

    return rules


def rewritten(data: bytes, change: Callable[[pypdf.PdfWriter], None]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_what_is_built_keeps_every_rule(built, found_in):
    assert found_in(built.out[FILE][0]) == set()
    assert [checked.findings for checked in built.check(application="works")] == [(), (), ()]


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("outline", lambda writer: writer.root_object.pop("/Outlines")),
        ("outline", lambda writer: writer.root_object.pop("/PageLabels")),
        ("active", lambda writer: writer.root_object.update({NameObject("/AcroForm"): DictionaryObject()})),
        ("description", lambda writer: writer.add_metadata({"/Title": "Another"})),
        ("description", lambda writer: writer.root_object.pop("/StructTreeRoot")),
        ("pages", lambda writer: writer.remove_page(4)),
        ("words", lambda writer: writer.pages[0].pop("/Contents")),
        ("source", lambda writer: writer.root_object.pop("/Names")),
        ("source", lambda writer: writer.add_attachment("more.txt", b"more")),
    ],
)
def test_a_dossier_that_was_tampered_with_is_found_out(built, found_in, rule, change):
    assert rule in found_in(rewritten(built.out[FILE][0], change))


def test_a_file_that_is_no_pdf_is_a_finding(found_in):
    assert found_in(b"no PDF") == {"file"}


def test_the_order_of_parts_is_held(built):
    prepared = prepare(built.project, plan_of(built.project, "works"))
    first, second, *others = prepared.dossier
    swapped = replace(prepared, dossier=(second, first, *others))
    claims = {piece: claim(prepared, piece) for piece in ("letter", "cv")}
    assert {finding.rule for finding in proved(built.out[FILE][0], swapped, claims)[1]} == {"outline"}


def test_the_certificates_of_the_content_are_those_that_their_script_makes():
    root = Path(__file__).parents[2]
    script = runpy.run_path(str(root / "tools" / "certificates.py"))
    made = {name: script["pdf"](lines) for name, lines in script["CERTIFICATES"].items()}
    assert made == {path.name: path.read_bytes() for path in (root / "content" / "certificates").iterdir()}
