"""An application for an audience: what comes out, and that a theme which knows too much does not get through."""

import pytest

ADA = """\
basics:
  name: Ada Quillfeather
  label: Analyst
  email: ada@quill.example.org
  profiles: [{network: Git, username: quill, url: https://git.example.org/quill}]
work:
  - {id: engine, name: Analytical Engine, position: Programmer, startDate: 1842, notes: Ask for more than last time.}
"""
FORMATS = ("txt", "md", "json", "yaml", "jsonld", "vcard", "odt")


@pytest.fixture
def blind(workshop):
    workshop.write("content/ada.yaml", ADA)
    workshop.write("content/applications/first.yaml", "resume: ada\naudience: blind\nfor: {company: Acme}\n")
    return workshop


def test_every_file_is_the_candidates(blind):
    accounts = blind.build(*FORMATS, application="first")
    assert [account.findings for account in accounts if account.has_failed] == []
    names = [name for name in blind.out if name.startswith("first/") and not name.endswith("record.json")]
    assert len(names) == len(FORMATS)
    assert all(name.startswith("first/Candidate-") for name in names)
    assert not [name for name in names if b"uillfeather" in blind.out[name][0]]


def test_other_applications_stay_as_they_are(blind):
    blind.build("txt")
    assert "ada/Ada-Quillfeather-CV.txt" in blind.out


@pytest.mark.parametrize(
    ("template", "corner"),
    [
        ("masthead.html", "<p>Ask ada@quill.example.org</p>"),
        ("web.html", '<meta name="author" content="Quillfeather">'),
        ("web.html", "<!-- git.example.org/quill -->"),
    ],
)
def test_a_theme_that_says_it_by_itself_fails(blind, template, corner):
    blind.write("themes/leaky/theme.yaml", "name: leaky\nabout: Says too much.\nextends: ats\n")
    blind.write(f"themes/leaky/html/{template}", corner)
    told = blind.faults("html", application="first", themes=("leaky",))
    assert [line for line in told if "is withheld, and said in" in line and "[withheld]" in line]
    assert not [name for name in blind.out if name.endswith(".html")]


def test_a_name_that_files_are_given_is_part_of_them(blind):
    blind.change("content/applications/first.yaml", "for: ", "file: Quillfeather-{company}\nfor: ")
    told = [line for line in blind.faults("txt", application="first") if "[withheld]" in line]
    assert told
    assert all("the file's name" in line for line in told)


def test_audiences_of_all_applications_stand_beside_the_content(blind, anew):
    blind.change("content/applications/first.yaml", "blind", "agency")
    assert "there is no audience `agency`" in blind.faults("txt", application="first")[0]
    blind.write("content/audiences.yaml", "agency: {hide: [basics.email]}\n")
    blind.build("txt", application="first")
    text = blind.out["first/Ada-Quillfeather-CV.txt"][0].decode()
    assert "ada@quill" not in text
    assert "Analytical Engine" in text
    blind.write("content/audiences.yaml", "agency: {hide: [basics.email], replace: {work.*.name: Employer}}\n")
    assert anew(blind.build("txt", application="first")) == {"first"}
    assert "Analytical" not in blind.out["first/Ada-Quillfeather-CV.txt"][0].decode()


def test_an_audience_that_hides_nothing_there_is_told(blind):
    blind.change("content/applications/first.yaml", "blind", "mine\naudiences: {mine: {hide: [basics.emial]}}")
    [told] = blind.faults("txt", application="first")
    assert "content/applications/first.yaml:3:27: error: nothing is called `basics.emial`" in told
    assert "did you mean `basics.email`?" in told


def test_what_is_built_for_an_audience_is_checked_for_it(blind):
    blind.build("txt", application="first")
    [checked] = blind.check(application="first")
    assert checked.findings == ()


def test_a_note_is_in_no_file(blind):
    blind.write("themes/leaky/theme.yaml", "name: leaky\nabout: Says too much.\nextends: ats\n")
    blind.write("themes/leaky/html/masthead.html", "<p>Ask for more than last time.</p>")
    told = blind.faults("html", application="ada", themes=("leaky",))
    assert [line for line in told if "`work.engine.notes` is withheld" in line]


def test_a_signature_by_hand_is_not_for_those_who_may_not_see_the_name(blind):
    letter = "letter: {recipient: {company: Acme}, date: 2026-03-09, subject: S, salutation: Hello, body: B, closing: C"
    signed = f"{letter}, signature: {{image: hand.png}}}}\n"
    blind.write("content/applications/first.yaml", f"resume: ada\naudience: blind\n{signed}")
    told = blind.faults("txt", application="first")
    assert [
        line for line in told if "first.yaml:3:" in line and "the picture of a signature tells the audience" in line
    ]
