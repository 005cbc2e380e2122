"""PDFs from elsewhere in a dossier: opened with care, and made to do nothing but show their pages."""

import contextlib
import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from typeset.writers import CannotWrite
from typeset.writers.dossier import About, Part, joined

ABOUT = About("Title", "Author", "en", ("one", "two"))
ROOT = Path(__file__).parents[2]


def stranger(pages: int = 1, **saved: Any) -> bytes:
    """A PDF with all that a file from elsewhere may do."""
    file = pikepdf.new()
    for _ in range(pages):
        page = file.add_blank_page(page_size=(300, 400))
        actions = {"/S": pikepdf.Name.JavaScript, "/JS": "app.alert(1)"}
        page.AA = pikepdf.Dictionary({"/O": pikepdf.Dictionary(actions)})
        page.StructParents = 0
        page.Annots = pikepdf.Array(
            [
                file.make_indirect(link("https://example.org/")),
                file.make_indirect(link("file:///etc/passwd")),
                file.make_indirect(link("javascript:alert(1)")),
                file.make_indirect(link("https://example.org/next", next_action=actions)),
                file.make_indirect(annotation("/Stamp", A=pikepdf.Dictionary(actions), AP=appearance(file), F=4)),
                file.make_indirect(annotation("/Popup")),
                file.make_indirect(annotation("/FileAttachment")),
            ]
        )
    file.Root.OpenAction = pikepdf.Dictionary({"/S": pikepdf.Name.JavaScript, "/JS": "app.alert(1)"})
    file.attachments["virus.exe"] = b"MZ"
    out = io.BytesIO()
    file.save(out, static_id=True, **saved)
    return out.getvalue()


def annotation(kind: str, **more: Any) -> pikepdf.Dictionary:
    found = pikepdf.Dictionary({"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name(kind), "/Rect": [0, 0, 9, 9]})
    for key, value in more.items():
        found[f"/{key}"] = value
    return found


def appearance(file: pikepdf.Pdf) -> pikepdf.Dictionary:
    box = pikepdf.Array([0, 0, 9, 9])
    form = {"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form, "/BBox": box}
    return pikepdf.Dictionary({"/N": file.make_stream(b"1 0 0 rg 0 0 9 9 re f", form)})


def link(address: str, next_action: dict[str, Any] | None = None) -> pikepdf.Dictionary:
    action = pikepdf.Dictionary({"/S": pikepdf.Name.URI, "/URI": address})
    if next_action:
        action.Next = pikepdf.Dictionary(next_action)
    return annotation("/Link", A=action)


def open_joined(*parts: Part) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(joined(parts, ABOUT)))


def test_of_a_stranger_the_pages_are_taken_and_nothing_that_they_do():
    data = stranger(2)
    assert b"JavaScript" in data
    with open_joined(Part("Diploma", data, is_own=False)) as file:
        kept = [[str(found.Subtype) for found in page.Annots] for page in file.pages]
        assert kept == [["/Link"]] * 2
        assert all("/XObject" in page.resources for page in file.pages)  # the stamp is part of the page
        assert [str(page.Annots[0].A.URI) for page in file.pages] == ["https://example.org/"] * 2
        everything = "".join(map(repr, file.objects))
        assert not [word for word in ("JavaScript", "/AA", "StructParents", "passwd", "virus") if word in everything]
        assert "/OpenAction" not in file.Root


def test_it_is_described_once():
    with open_joined(Part("Diploma", stranger(), is_own=False)) as file, file.open_metadata() as said:
        assert said["dc:title"] == "Title"
        assert said["dc:creator"] == ["Author"]
        assert "pdfaid:part" not in said
        assert (str(file.docinfo.Title), str(file.docinfo.Author)) == ("Title", "Author")
        assert (str(file.Root.Lang), str(file.Root.PageMode)) == ("en", "/UseOutlines")


def test_pages_are_labelled_and_listed_by_part():
    parts = [Part("First", stranger(2), "/r", is_own=False), Part("Second", stranger(3), prefix="A-", is_own=False)]
    with open_joined(*parts) as file, file.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["First", "Second"]
        assert [str(page.label) for page in file.pages] == ["i", "ii", "A-1", "A-2", "A-3"]


def test_the_same_parts_give_the_same_bytes():
    part = Part("Diploma", stranger(), is_own=False)
    assert joined([part, part], ABOUT) == joined([part, part], ABOUT)


def encrypted(**passwords: str) -> dict[str, Any]:
    return {"encryption": pikepdf.Encryption(**passwords)}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "“Diploma” is no whole PDF"),
        (b"%PDF-1.7\n", "“Diploma” is no whole PDF"),
        (stranger()[:-400], "“Diploma” is no whole PDF"),
        (stranger(0), "“Diploma” has 0 pages; 500 are allowed at most"),
        (stranger(**encrypted(owner="a", user="b")), "“Diploma” is encrypted"),
        (stranger(**encrypted(owner="a", user="")), "“Diploma” is encrypted"),
    ],
)
def test_what_cannot_be_taken_whole_is_refused(data, told):
    with pytest.raises(CannotWrite) as refused:
        joined([Part("Diploma", data, is_own=False)], ABOUT)
    assert str(refused.value) == told


def test_what_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("typeset.writers.dossier.strangers.LARGEST", 100)
    with pytest.raises(CannotWrite, match="are allowed at most"):
        joined([Part("Diploma", stranger(), is_own=False)], ABOUT)


CERTIFICATE = (ROOT / "content" / "certificates" / "1-Masterzeugnis.pdf").read_bytes()


@given(st.integers(0, len(CERTIFICATE) - 1), st.binary(min_size=1, max_size=8))
def test_a_file_with_some_bytes_changed_is_taken_or_refused(start, noise):
    data = CERTIFICATE[:start] + noise + CERTIFICATE[start + len(noise) :]
    with contextlib.suppress(CannotWrite):
        assert pikepdf.open(io.BytesIO(joined([Part("Diploma", data, is_own=False)], ABOUT))).pages
