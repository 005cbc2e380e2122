"""The Markdown CV that typeset was first made for: all of it arrives, in order, and stands on the page once.

The words of the seed are taken out of its Markdown here, by rules of this test alone, and compared with those of the
PDF. What may differ, and why:

- JOINING: words between role, employer and team in the head of an entry, which the page does without or sets itself.
- the order inside the head of an entry: dates stand before the title in the seed, behind it on paper.
- the order inside the contact block: two columns in the seed, lines on paper.
- LABELS: "Phone:", which the page does without.
- months: the seed has "April", the page "Apr".
- FOOT: what the page sets at its head and foot.
"""

import io
import re
from collections import Counter
from dataclasses import dataclass

import pytest
import yaml
from pypdf import PdfReader
from sound import faults

from typeset.readers.draft.notes import Fate
from typeset.readers.draft.sample import Sample
from typeset.readers.importing import Imported, imported
from typeset.readers.markdown import recognizes
from typeset.resume.model import Highlight, Resume
from typeset.resume.text import Text
from typeset.source.emit_yaml import yaml_text

JOINING = frozenset(["at", "for", "in", "the"])
LABELS = frozenset(["phone"])
FOOT = re.compile(r"^Milo Polte \d ?/ ?\d$", re.MULTILINE)

HTML_THEMES = ["classic", "margin", "ats"]
LATEX_THEMES = ["classic-latex", "academic", "moderncv"]


@pytest.fixture(scope="module")
def source(seed) -> bytes:
    return seed("003")


@pytest.fixture(scope="module")
def made(source: bytes) -> Imported:
    return imported(source, "polte.txt", "markdown")


@pytest.fixture(scope="module")
def resume(made: Imported) -> Resume:
    return made.resume


# Its structure


def test_it_is_taken_for_markdown_by_its_shape(source):
    assert recognizes(Sample("polte.txt", source))


def test_nothing_of_it_is_guessed_moved_or_dropped(made):
    assert [(note.fate, note.place.line) for note in made.notes] == [(Fate.REPAIRED, 83)]


def test_the_contact_block_of_code_spans_is_read_piece_by_piece(resume):
    basics = resume.basics
    assert basics.order == ("name", "location", "phone", "email", "profiles")
    place = basics.location
    assert [part.plain for part in (place.city, place.region, place.postalCode)] == ["San Francisco", "CA", "94110"]
    assert place.address.plain.split()[0] == "762"
    profiles = [(item.network.plain, item.username, item.note and item.note.plain) for item in basics.profiles]
    assert profiles == [
        ("GitHub", "sqrl", "mostly professional"),
        ("GitHub", "hyena", "mostly hobbies"),
        ("LinkedIn", "milopolte", None),
    ]


def test_it_has_four_jobs_with_their_teams_places_and_dates(made):
    jobs = [
        tuple(entry.get(key) for key in ("name", "position", "department", "location", "startDate", "endDate"))
        for entry in plain(made)["work"]
    ]
    assert jobs == [
        ("TraceGenomics Inc.", "Senior Software Engineer", None, "Burlingame, Californa", "2017-01", "2020-04"),
        ("Dropbox", "Software Engineer", "Data Infrastructure Team", "San Francisco", "2015-05", "2016-12"),
        (
            "WibiData, Inc",
            "Software Engineer and Manager/Tech Lead",
            None,
            "San Francisco",
            "2012-01",
            "2015-02",
        ),
        ("Panasas", "Software Engineer internship", None, "Pittsburgh, PA", None, "Summer 2011 (3 months)"),
    ]


def test_it_has_two_degrees(made):
    degrees = [
        tuple(entry.get(key) for key in ("institution", "studyType", "area", "startDate", "endDate", "supervisor"))
        for entry in plain(made)["education"]
    ]
    area = "Computer Science with partial work towards a PhD"
    assert degrees == [
        ("Carnegie Mellon University", "Masters Degree", area, "2006", "2011", "Garth Gibson"),
        (
            "Cornell University",
            "Bachelor of Arts and Master of Engineering",
            "Computer Science",
            "1999",
            "2005",
            None,
        ),
    ]
    assert plain(made)["labels"] == {"supervisor": "Advisor"}


def test_points_with_their_own_dates_have_them_as_labels(resume):
    labels = [point.label.plain for point in resume.education[1].highlights]
    assert [label.split(" - ")[1] for label in labels] == ["(2001- 2002)", "(2005)"]


def test_it_has_six_skills_and_a_paragraph_above_them(resume):
    names = [skill.name.plain for skill in resume.skills]
    assert names == ["Python", "Java", "Hadoop Stack", "Amazon Web Services", "Scrum and hygienic coding", "Rust"]
    assert all(skill.summary for skill in resume.skills)
    assert resume.headings.skills.title.plain == "Technologies and Skills"
    assert "strong opinions weakly held" in resume.headings.skills.summary.blocks[0].text.plain


def test_it_has_47_bullets_on_two_levels(resume):
    entries = [*resume.work, *resume.skills, *resume.education]
    first = [point for entry in entries for point in entry.highlights]
    second = [point for highlight in first for point in highlight.highlights]
    assert not any(point.highlights for point in second)
    assert (len(first) + len(second) + len(resume.interests), len(second)) == (47, 11)


def test_it_has_19_links_and_three_bare_addresses(resume, source):
    written = re.findall(r"\]\(([^)]+)\)", source.decode())
    assert len(written) == 19
    bare = re.findall(r"(?<=\s)https?://\S+", source.decode())
    assert len(bare) == 3
    kept = [*links(resume), *(str(entry.url) for entry in resume.work)]
    assert Counter(kept) == Counter([*written, *bare])


def plain(made: Imported) -> dict:
    found = yaml.load(yaml_text(made.tree), yaml.BaseLoader)  # noqa: S506  # it makes nothing but texts, lists and mappings
    assert isinstance(found, dict)
    return found


def links(resume: Resume) -> list[str]:
    def texts(highlights: tuple[Highlight, ...]) -> list[Text]:
        return [text for each in highlights for text in (each.text, *texts(each.highlights)) if text]

    entries = [*resume.work, *resume.skills, *resume.education]
    found = [text for entry in entries for text in texts(entry.highlights)]
    found += [interest.name for interest in resume.interests]
    return [str(run.link) for text in found for run in text.runs if run.link]


# Its words


@dataclass(frozen=True)
class Stretch:
    """Words of the seed; `in_order` when the page must have them so."""

    words: tuple[str, ...]
    in_order: bool = True


MONTHS = {"january": "jan", "february": "feb", "april": "apr", "december": "dec"}


def words(text: str) -> tuple[str, ...]:
    found = (word.casefold() for word in re.findall(r"\w+", text))
    return tuple(MONTHS.get(word, word) for word in found)


def seed_words(markdown: str) -> list[Stretch]:
    """Return the words of the seed, its marks and the addresses below its words gone."""
    text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", markdown)
    name, contact, rest = re.split(r"^----$", text, flags=re.MULTILINE)
    stretches = [Stretch(words(name)), Stretch(words(contact), in_order=False)]
    for block in re.split(r"\n\s*\n", rest):
        dates, is_definition, said = block.partition("\n:")
        if is_definition and re.search(r"\d{4}", dates):
            stretches.append(Stretch((*words(dates), *words(said)), in_order=False))
        else:
            stretches.append(Stretch(words(block)))
    return [stretch for stretch in stretches if stretch.words]


def page_words(pdf: bytes) -> list[str]:
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return list(words(FOOT.sub("", text)))


def unlike(stretches: list[Stretch], page: list[str]) -> list[str]:
    """Return the stretches that the page does not have next, and what it has in their place."""
    at, found = 0, []
    for stretch in stretches:
        wanted = list(stretch.words)
        if not stretch.in_order:
            wanted = [word for word in wanted if word not in JOINING | LABELS]
        have: list[str] = []
        while at < len(page) and len(have) < len(wanted):
            if stretch.in_order or page[at] not in JOINING:
                have.append(page[at])
            at += 1
        if (have if stretch.in_order else sorted(have)) != (wanted if stretch.in_order else sorted(wanted)):
            found.append(f"{' '.join(wanted)} / {' '.join(have)}")
    return [*found, *page[at:]]


@pytest.mark.parametrize("theme", HTML_THEMES)
def test_the_page_says_every_word_of_it_in_order_and_once(theme, made, source, built):
    page = built(made, theme)
    assert faults(page.findings) == []
    stretches = seed_words(source.decode())
    assert sum(len(stretch.words) for stretch in stretches) > 900
    assert unlike(stretches, page_words(page.data)) == []


@pytest.mark.parametrize("theme", LATEX_THEMES)
@pytest.mark.needs("lualatex")
def test_it_builds_without_a_finding_in_latex(theme, made, built):
    assert faults(built(made, theme).findings) == []
