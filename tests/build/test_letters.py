"""An application's letter: its files beside the CV's, in the formats that make sense, and what stops it."""

import json

import pytest

from typeset.build.pieces import CV, DOSSIER, LETTER, PIECES, named
from typeset.writers import FORMATS

LETTER_OF_ADA = """\
resume: ada
theme: ats
locale: de-DE
letter:
  recipient: {company: Muster GmbH, street: Musterweg 1, postalCode: "12345", city: Musterstadt}
  date: 2026-03-09
  subject: Bewerbung
  salutation: Guten Tag,
  body: Ein Absatz von {basics.name}.
"""


@pytest.fixture
def written(workshop):
    """A project with a letter."""
    workshop.write("content/applications/works.yaml", LETTER_OF_ADA)
    return workshop


def names(accounts) -> set[str]:
    return {account.file.name for account in accounts}


def test_a_letter_stands_beside_the_cv(written):
    accounts = written.build("txt", application="works")
    assert names(accounts) == {"Ada-Lovelace-CV.txt", "Ada-Lovelace-Letter.txt"}
    said = written.out["works/Ada-Lovelace-Letter.txt"][0].decode()
    assert "Muster GmbH\nMusterweg 1\n12345 Musterstadt\n\n9. März 2026\n\nBewerbung\n\nGuten Tag," in said
    assert said.endswith("Ein Absatz von Ada Lovelace.\n\nMit freundlichen Grüßen\n\nAda Lovelace\n")


@pytest.mark.parametrize("format_name", ["html", "docx", "odt", "txt", "md"])
def test_each_format_of_a_letter_proves_clean(written, format_name):
    accounts = written.build(format_name, application="works")
    assert [account.findings for account in accounts] == [(), ()]
    assert len(names(accounts)) == 2


def test_data_for_machines_are_of_no_letter(written):
    formats = [name for name in FORMATS if not PIECES[LETTER].has(name)]
    assert formats == ["print", "json", "yaml", "jsonld", "vcard"]
    assert names(written.build("json", "vcard", application="works")) == {"Ada-Lovelace-CV.json", "Ada-Lovelace-CV.vcf"}


def test_every_piece_is_written_in_formats_that_there_are():
    assert {CV, LETTER, DOSSIER} == PIECES.keys()
    assert {name for piece in PIECES.values() for name in piece.formats} <= FORMATS.keys()


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Ada-Lovelace-CV", "Ada-Lovelace-Letter"), ("works", "works-Letter"), ("a_CV", "a-Letter")],
)
def test_a_letter_is_called_after_the_cv(name, letter):
    assert (named(name, CV), named(name, LETTER)) == (name, letter)


def test_a_letter_has_an_entry_of_its_own_and_both_stay_up_to_date(written):
    written.build("txt", application="works")
    entries = json.loads((written.root / "out" / "manifest.json").read_text())["files"]
    assert {name: entry["piece"] for name, entry in entries.items()} == {
        "works/Ada-Lovelace-CV.txt": CV,
        "works/Ada-Lovelace-Letter.txt": LETTER,
    }
    assert written.is_up_to_date("txt", application="works")
    assert [checked.findings for checked in written.check()] == [(), ()]


def test_a_changed_letter_is_built_anew(written):
    written.build("txt", application="works")
    written.change("content/applications/works.yaml", "Ein Absatz", "Noch ein Absatz")
    written.build("txt", application="works")
    assert "Noch ein Absatz" in written.out["works/Ada-Lovelace-Letter.txt"][0].decode()


def test_a_letter_that_is_no_more_fails_the_check(written):
    written.build("txt", application="works")
    written.write("content/applications/works.yaml", "resume: ada\ntheme: ats\n")
    [letter] = [checked for checked in written.check() if checked.name.endswith("-Letter.txt")]
    assert [finding.fault.message for finding in letter.findings] == ["`works` has no letter any more"]


def test_a_letter_extends_another_key_by_key(written):
    written.write("content/applications/next.yaml", "extends: works\nletter: {subject: Anfrage}\n")
    written.build("txt", application="next")
    said = written.out["next/Ada-Lovelace-Letter.txt"][0].decode()
    assert "Anfrage" in said
    assert "Guten Tag," in said


def test_faults_of_a_letter_and_of_a_dossier_come_in_one_run(written):
    written.change("content/applications/works.yaml", "{basics.name}", "{basics.nam}")
    written.change("content/applications/works.yaml", "{basics.nam}.\n", "{basics.nam}.\ndossier: [cv, none.pdf]\n")
    told = written.faults("txt", application="works")
    assert [fault.partition("\n")[0] for fault in told] == [
        "content/applications/works.yaml:9:24: error: `basics.nam` names no text",
        "content/applications/works.yaml:10:15: error: there is no file `none.pdf`",
    ]


@pytest.mark.parametrize("image", ["../../secret.png", "/etc/secret.png", "gone.png", "linked.png"])
def test_the_picture_of_a_signature_lies_beside_the_content(written, image):
    written.root.joinpath("secret.png").write_bytes(b"")
    written.root.joinpath("content/linked.png").symlink_to(written.root / "secret.png")
    written.change("content/applications/works.yaml", "subject:", f"signature: {{image: {image}}}\n  subject:")
    [told] = written.faults("txt", application="works")
    assert f"`{image}`" in told
    assert "content/applications/works.yaml:7:" in told


def test_a_letter_of_more_pages_is_told_and_made(written):
    long = "\n\n".join(["    Ein Absatz, der nicht kurz ist und der den Brief mit den anderen länger macht."] * 60)
    written.change("content/applications/works.yaml", "body: Ein Absatz von {basics.name}.", f"body: |\n{long}")
    accounts = written.build("pdf", application="works")
    [account] = [account for account in accounts if account.file.name.endswith("-Letter.pdf")]
    assert account.pages == 3
    assert [fault.message for fault in account.faults] == ["the letter has 3 pages; one is expected"]
    assert account.findings == ()
