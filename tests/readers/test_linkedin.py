"""LinkedIn's data export becomes content; private tables are never read, and no cell is lost."""

import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sound import faults

from typeset.readers import linkedin
from typeset.readers.draft.nodes import leaves
from typeset.readers.draft.sample import Sample
from typeset.readers.importing import imported
from typeset.source import Faults

EXPORT = {
    "Basic_LinkedInDataExport/Profile.csv": "\ufeffFirst Name,Last Name,Maiden Name,Headline,Summary,Industry,"
    "Geo Location,Twitter Handles,Websites\r\n"
    'Ada,Lovelace,Byron,Analyst of *engines*,"I weave.\r\n\r\n• cards\r\n• looms &amp; notes",Mathematics,'
    '"London, England",[@ada_example],"[PERSONAL:https://ada.example.org,BLOG:https://notes.example.org/ada]"\r\n',
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    'The Analytical Society,Lead analyst,"Leads 2*3_looms.\n\n- Wrote the notes\n- Counted ""engines"",\n  twice\n'
    'Tools: cards","London, England",Jan 2020,\n'
    "The Analytical Society,Analyst,• Studied things. • Built a model.,London,Mar 2018,Dec 2019\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    'Somerville School,1833,1836,With honours,MSc Mathematics,"Riding, dancing"\n',
    "Skills.csv": "Name\nPython\nC++\n",
    "Languages.csv": "Name,Proficiency\nEnglish,Native or bilingual proficiency\n",
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\n"
    "Engine driver,https://example.org/cert,Example Board,Jan 2023,Jan 2026,ABC-123\n",
    "Projects.csv": "Title,Description,Url,Started On,Finished On\nFlyology,A horse,,Feb 1828,Mar 1828\n",
    "Publications.csv": 'Name,Published On,Description,Publisher,Url\nSketch,"Sep 1, 1843",Notes,Example Press,\n',
    "Patents.csv": "Title,Issuer,Issued On,Number\nLoom brake,Example Office,Jan 2016,GB1\n",
    "Honors.csv": "Title,Description,Issued On\nMedal of looms,For counting,Aug 2024\n",
    "Volunteering.csv": "Company Name,Role,Cause,Started On,Finished On,Description\n"
    "Example Library,Tutor,Education,Jun 2019,,Taught looms\n",
    "Courses.csv": "Name,Number\nCalculus,MATH 101\n",
    "Organizations.csv": "Name,Position,Started On,Finished On,Description\nSociety,Member,Jan 2021,Feb 2022,Cards.\n",
    "TestScores.csv": "Name,Score,Tested On,Description\nExample Test,97,Jan 2015,\n",
    "Recommendations_Received.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    "Charles,Babbage,Example Engines,Inventor,She counts.,,VISIBLE\nHidden,Person,X,Y,Secret,,PENDING\n",
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\n"
    "old@example.org,Yes,No,1/1/20\nada@example.org,Yes,Yes,1/1/24\n",
    "PhoneNumbers.csv": "Extension,Number,Type\n,+1 202 555 0142,Mobile\n",
    "Connections.csv": 'Notes:\n"When"\n\nFirst Name,Last Name\nJane,Roe\n',
    "messages.csv": "FROM,CONTENT\nx,private words\n",
}


def archive(files: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as into:
        for name, text in files.items():
            into.writestr(name, text)
    return packed.getvalue()


@pytest.fixture(scope="module")
def made():
    return imported(archive(EXPORT), "export.zip", "linkedin")


def test_it_is_recognised_by_its_shape():
    assert linkedin.recognizes(Sample("x", archive(EXPORT)))
    assert not linkedin.recognizes(Sample("x", b"First Name,Last Name\n"))


def test_the_person_is_made_of_profile_addresses_and_numbers(made):
    basics = made.resume.basics
    assert (basics.name.plain, basics.label.plain) == ("Ada Lovelace", "Analyst of *engines*")
    assert (basics.email, basics.phone.plain, basics.url) == (
        "ada@example.org",
        "+1 202 555 0142",
        "https://ada.example.org",
    )
    assert [item.text.plain for item in basics.summary.blocks[1].items] == ["cards", "looms & notes"]
    assert [profile.username or profile.url for profile in basics.profiles] == [
        "https://notes.example.org/ada",
        "ada_example",
    ]


def test_lines_of_a_description_are_paragraphs_and_bullets(made):
    lead, analyst = made.resume.work
    assert lead.summary.blocks[0].text.plain == "Leads 2*3_looms."
    assert [bullet.text.plain for bullet in lead.highlights] == ["Wrote the notes", 'Counted "engines", twice']
    assert lead.body.blocks[0].text.plain == "Tools: cards"
    assert [bullet.text.plain for bullet in analyst.highlights] == ["Studied things.", "Built a model."]


def test_what_has_not_ended_goes_on_and_that_is_told(made):
    lead, analyst = made.resume.work
    assert (str(lead.startDate), type(lead.endDate).__name__) == ("2020-01", "Present")
    assert (str(analyst.startDate), str(analyst.endDate)) == ("2018-03", "2019-12")
    guesses = [str(note.place) for note in made.notes if note.fate == "guessed"]
    assert guesses == ["Positions.csv:7:33", "Volunteering.csv:2:33"]


def test_every_table_has_its_section(made):
    resume = made.resume
    assert [skill.name.plain for skill in resume.skills] == ["Python", "C++"]
    assert [item.name.plain for item in resume.publications] == ["Sketch", "Loom brake"]
    assert str(resume.publications[0].releaseDate) == "1843-09-01"
    assert [item.title.plain for item in resume.sections] == ["Courses", "Organizations", "Test scores"]
    assert [item.label.plain for item in resume.education[0].highlights] == ["Activities"]
    assert (resume.certificates[0].issuer.plain, resume.awards[0].title.plain) == ("Example Board", "Medal of looms")
    assert (resume.volunteer[0].position.plain, resume.projects[0].name.plain) == ("Tutor", "Flyology")


def test_only_what_is_shown_on_the_profile_is_a_reference(made):
    assert [item.name.plain for item in made.resume.references] == ["Charles Babbage"]
    assert any("not shown (pending)" in note.message for note in made.notes)


def test_private_tables_are_named_and_never_read(made):
    [note] = [note.message for note in made.notes if "never read" in note.message]
    assert note.endswith("Connections.csv, messages.csv")
    assert "private words" not in str(made.tree)


def test_no_cell_is_lost(made):
    said = " ".join(leaf.text for _, leaf in leaves(made.tree)).replace("\\", "")
    told = {(note.place.source.name, note.place.line) for note in made.notes if note.place}
    for words in (
        "Byron",
        "Mathematics",
        "old@example.org",
        "ABC-123",
        "Jan 2026",
        "GB1",
        "Education",
        "97",
        "MATH 101",
    ):
        assert words in said
    assert ("Email Addresses.csv", 2) in told


letters = st.characters(codec="utf-8", max_codepoint=0x1EFFF, exclude_categories=["C"], exclude_characters="<>&\\")
cells = st.text(letters, max_size=12)  # no emoji: themes have none


@settings(max_examples=40, deadline=None)
@given(st.lists(cells, min_size=6, max_size=6))
def test_whatever_a_cell_says_is_kept_or_told(row):
    quoted = ",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row)
    table = f"Company Name,Title,Nonsense,Location,Started On,Finished On\n{quoted}\n"
    made = imported(archive({"Positions.csv": table}), "x.zip", "linkedin", "Ada Lovelace")
    said = "".join("".join(leaf.text for _, leaf in leaves(made.tree)).split()).replace("\\", "")
    dated = " ".join(note.message for note in made.notes)
    for cell in row[:4]:
        assert "".join(cell.split()).replace("\\", "") in said or cell in dated


def test_explanations_above_the_columns_are_passed_over():
    table = 'Notes:\n"About this table."\n\nName,Proficiency\nEnglish,Good\n'
    made = imported(archive({"Languages.csv": table}), "x.zip", "linkedin", "Ada")
    assert [item.language.plain for item in made.resume.languages] == ["English"]


def test_tables_in_another_language_are_kept_and_told():
    made = imported(archive({"Positions.csv": "Firma,Titel\nMühle,Weberin\n"}), "x.zip", "linkedin", "Ada")
    [note] = [note.message for note in made.notes if "not those of an export in English" in note.message]
    assert "`Firma`, `Titel`" in note
    assert "Mühle" in [leaf.text for _, leaf in leaves(made.tree)]


@pytest.mark.parametrize(
    ("files", "kind"),
    [
        ({"word/document.xml": "<w/>"}, "a Word document"),
        ({"xl/workbook.xml": "<x/>"}, "an Excel workbook"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "a LibreOffice document"),
        ({"mimetype": "application/epub+zip"}, "an e-book"),
        ({"photo.jpg": "x"}, "no data export of LinkedIn's"),
    ],
)
def test_other_archives_are_refused_by_name(files, kind):
    with pytest.raises(Faults, match=kind):
        imported(archive(files), "x.zip", "linkedin")


def encrypted() -> bytes:
    data = bytearray(archive({"Profile.csv": "First Name,Last Name\nAda,Lovelace\n"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (encrypted(), "Profile.csv is encrypted"),
        (archive(EXPORT)[:-40], "the archive is damaged"),
        (b"PK\x03\x04" + bytes(500), "the archive is damaged"),
        (archive({"Positions.csv": bytes(50_000_000)}), "no table of LinkedIn's is so large"),
        (archive({f"{number}.csv": "" for number in range(2_100)}), "larger than a data export"),
        (
            archive({"Positions.csv": "Company Name,Title\n" + "a,b\n" * 9_000}, zipfile.ZIP_STORED),
            "more than 2,000 rows",
        ),
        (archive({"Positions.csv": '"' * 900_000}, zipfile.ZIP_STORED), "does not say whose it is"),
        (
            archive({"Positions.csv": b"\x00," * 400_000}, zipfile.ZIP_STORED),
            "too many columns",
        ),
    ],
    ids=["encrypted", "cut", "empty", "bomb", "many", "long", "quotes", "nul"],
)
def test_hostile_archives_are_refused_in_time(data, message):
    started = time.process_time()
    with pytest.raises(Faults, match=message):
        imported(data, "x.zip", "linkedin")
    assert time.process_time() - started < 4


def test_names_that_lead_out_of_the_archive_lead_nowhere():
    made = imported(archive({"../../Profile.csv": "First Name,Last Name\nAda,Lovelace\n"}), "x.zip", "linkedin")
    assert made.resume.basics.name.plain == "Ada Lovelace"


def test_it_builds(made, built):
    assert faults(built(made).findings) == []
