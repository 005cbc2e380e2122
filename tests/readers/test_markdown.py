"""CVs in Markdown: each dialect as people write it, what a page hides, what is put right, and what is refused."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from sound import faults

from typeset.readers.draft.notes import Fate, Note
from typeset.readers.draft.sample import Sample
from typeset.readers.importing import Imported, imported
from typeset.readers.markdown import recognizes
from typeset.source import Faults
from typeset.source.emit_yaml import yaml_text

CORPUS = sorted((Path(__file__).parents[3] / "shared" / "corpus" / "markdown").glob("*.md"))


def made(markdown: str) -> Imported:
    return imported(markdown.encode(), "cv.md", "markdown")


def tree(markdown: str) -> dict[str, Any]:
    found = yaml.load(yaml_text(made(markdown).tree), yaml.BaseLoader)  # noqa: S506  # it makes nothing but texts, lists and mappings
    assert isinstance(found, dict)
    return found


def notes(markdown: str, fate: Fate) -> list[tuple[int, str]]:
    found: list[Note] = [note for note in made(markdown).notes if note.fate is fate]
    return [(note.place.line if note.place else 0, note.message) for note in found]


# What it is


@pytest.mark.parametrize("ending", ["txt", "md", ""])
def test_markdown_is_known_by_its_shape(ending):
    text = "# Ada Example\n\n## Experience\n\n**Analyst**, Engine Ltd\n"
    assert recognizes(Sample(f"cv.{ending}", text.encode()))


@pytest.mark.parametrize(
    "text", ["Ada Example\n\nEXPERIENCE\n\nAnalyst, Engine Ltd\n", "name: Ada\nwork: []\n", "%PDF-1.7"]
)
def test_other_files_are_not_markdown(text):
    assert not recognizes(Sample("cv.md", text.encode()))


# Definition lists

DEFINITIONS = """Ada Example
===========

Experience
----------

2010 - 2012
:{spaces}*Analyst at [Engine Ltd](https://engine.example.org)* (London)

    * Wrote programs for machines that
    had not been built.
        * and notes on them

Skills
------

Algebra
:    For the whole of my life.

    * Numbers
    * Notes, and many of them, on every machine that was ever thought of
"""


@pytest.mark.parametrize("spaces", [" ", "   ", "    ", "     "])
def test_what_stands_below_a_definition_belongs_to_it_wherever_its_text_begins(spaces):
    found = tree(DEFINITIONS.format(spaces=spaces))
    assert found["work"] == [
        {
            "name": "Engine Ltd",
            "url": "https://engine.example.org",
            "location": "London",
            "position": "Analyst",
            "startDate": "2010",
            "endDate": "2012",
            "highlights": [
                {
                    "text": "Wrote programs for machines that had not been built.",
                    "highlights": ["and notes on them"],
                }
            ],
        }
    ]


def test_a_list_indented_one_column_short_of_its_definition_is_put_right_and_told():
    markdown = DEFINITIONS.format(spaces="   ")
    [skill] = tree(markdown)["skills"]
    assert skill["summary"] == "For the whole of my life."
    assert skill["highlights"][0] == "Numbers"
    assert notes(markdown, Fate.REPAIRED) == [(20, "indented less than its definition: read as a part of it")]


def test_a_list_indented_like_code_is_a_list():
    markdown = "# Ada Example\n\n## Experience\n\n### Analyst, Engine Ltd (2010 - 2012)\n\n    - one\n    - two\n"
    assert tree(markdown)["work"][0]["highlights"] == ["one", "two"]
    assert notes(markdown, Fate.REPAIRED) == [(7, "what is indented like code is a list")]


# Heads


@pytest.mark.parametrize(
    "head",
    [
        "### Analyst, [Engine Ltd](https://engine.example.org) (2010-05 - 2012-06)",
        "### *Analyst at [Engine Ltd](https://engine.example.org)* (May 2010 - June 2012)",
        "### <span>Analyst, [Engine Ltd](https://engine.example.org)</span> <span>May 2010 -- June 2012</span>",
        "**Analyst**, [Engine Ltd](https://engine.example.org) *May 2010 - June 2012*",
        "`May 2010 - June 2012`\n**Analyst**, [Engine Ltd](https://engine.example.org)",
        "[Engine Ltd](https://engine.example.org)\n: *Analyst*\n  __05/2010-06/2012__",
    ],
)
def test_a_job_is_read_from_each_kind_of_head(head):
    [job] = tree(f"# Ada Example\n\n## Experience\n\n{head}\n\n- Wrote programs.\n")["work"]
    assert (job["position"], job["startDate"], job["endDate"]) == ("Analyst", "2010-05", "2012-06")
    assert "https://engine.example.org" in (job.get("url", ""), job["name"].partition("](")[2].rstrip(")"))
    assert "Engine Ltd" in job["name"]
    assert job.get("highlights") == ["Wrote programs."]


def test_a_date_that_ends_in_words_keeps_them():
    [degree] = tree("# Ada Example\n\n## Education\n\n2010-2014 (expected)\n: **PhD, Algebra**; Home University\n")[
        "education"
    ]
    assert (degree["startDate"], degree["endDate"]) == ("2010", "2014 (expected)")
    assert (degree["studyType"], degree["area"], degree["institution"]) == ("PhD", "Algebra", "Home University")


def test_roles_below_an_employer_are_its_positions():
    markdown = (
        "# Ada Example\n\n## Experience\n\n### Engine Ltd\n\n#### Lead Engineer (2011 - 2012)\n\n- led\n\n"
        "#### Engineer (2010 - 2011)\n\n- built\n"
    )
    [job] = tree(markdown)["work"]
    assert job["name"] == "Engine Ltd"
    roles = [(role["position"], role["startDate"], role["highlights"]) for role in job["positions"]]
    assert roles == [("Lead Engineer", "2011", ["led"]), ("Engineer", "2010", ["built"])]


# Sections


def test_headings_in_other_words_and_languages_are_kept_over_their_sections():
    found = tree(
        "# Ada Example\n\n## Berufserfahrung\n\n### Analystin, Engine GmbH (2010 - 2012)\n\n## Hobbys\n\n- Rechnen\n"
    )
    assert found["work"][0]["name"] == "Engine GmbH"
    assert found["interests"] == ["Rechnen"]
    assert found["headings"] == {"work": "Berufserfahrung", "interests": "Hobbys"}
    assert found["meta"] == {"language": "de"}


def test_a_second_section_of_a_kind_stays_a_section_in_its_place():
    found = tree(
        "# Ada Example\n\n## Work Experience\n\n### Analyst, Engine Ltd (2010 - 2012)\n\n"
        "## Earlier experience\n\n### Poet, Rhymes Ltd (2008 - 2010)\n\n"
        "## Education\n\n### BSc, Home University (2007)\n"
    )
    assert [section["title"] for section in found["sections"]] == ["Earlier experience"]
    assert list(found) == ["basics", "work", "sections", "education"]


def test_a_section_that_no_key_is_for_keeps_its_heading_and_its_entries():
    found = tree(
        "# Ada Example\n\n## Governance\n\n### *Member*, [The Board](https://board.example.org)\n\nKept the books.\n"
    )
    [section] = found["sections"]
    assert section["title"] == "Governance"
    assert section["items"] == [
        {"title": "Member", "organization": "[The Board](https://board.example.org)", "summary": "Kept the books."}
    ]


def test_lines_in_strong_text_are_headings_where_there_are_no_others():
    found = tree("# Ada Example\n\n**EDUCATION**\n\n**BSc, Home University** (2007)\n\n**Skills**\n\nAlgebra, Poetry\n")
    assert found["education"][0]["institution"] == "Home University"
    assert found["skills"] == ["Algebra", "Poetry"]


def test_skills_are_names_and_keywords_and_languages_have_their_fluency():
    found = tree(
        "# Ada Example\n\n## Skills\n\n- Languages: C, C++ (and its 3, or 4, dialects)\n- **Tools:** make\n"
        "- Algebra\n\n## Languages\n\nEnglish (native), German: C1, French\n"
    )
    assert found["skills"] == [
        {"name": "Languages", "keywords": ["C", "C++ (and its 3, or 4, dialects)"]},
        {"name": "**Tools**", "keywords": ["make"]},
        "Algebra",
    ]
    assert [
        entry["language"] for entry in tree("# A\n\n## Languages\n\n- English (native)\n- German\n")["languages"]
    ] == [
        "English",
        "German",
    ]
    assert found["languages"][0]


# The first lines


@pytest.mark.parametrize(
    "contact",
    [
        "`1 Engine Row            ada@example.org`  \n`London                      github.com/ada (numbers)`\n",
        "<ada@example.org> | github.com/ada (numbers) | London, England\n",
        "- E-mail: ada@example.org\n- github.com/ada (numbers)\n- Address: London, England\n",
        "| | |\n|-|-|\n| Email | ada@example.org |\n| GitHub | github.com/ada (numbers) |\n| Address | London |\n",
        "> [ada@example.org](ada@example.org)  \n> github.com/ada (numbers)  \n> London, England\n",
    ],
)
def test_contact_data_are_read_piece_by_piece_however_they_are_laid_out(contact):
    basics = tree(f"# Ada Example\n\n{contact}\n## Experience\n\n### Analyst, Engine Ltd (2010)\n")["basics"]
    assert basics["email"] == "ada@example.org"
    [profile] = basics["profiles"]
    assert (profile["network"], profile["username"], profile["note"]) == ("GitHub", "ada", "numbers")
    assert "London" in str(basics)


def test_what_is_no_contact_data_stays_in_sight():
    basics = tree("# Ada Example\n\nada@example.org | of no fixed abode\n\n## Skills\n\n- Algebra\n")["basics"]
    assert basics["summary"] == "of no fixed abode"


def test_contact_data_said_again_at_the_end_are_dropped_and_told():
    markdown = (
        "# Ada Example\n\nada@example.org\n\n## Skills\n\n- Algebra\n\n## Footer\n\nAda Example -- ada@example.org\n"
    )
    assert "sections" not in tree(markdown)
    assert sorted(line for line, _ in notes(markdown, Fate.DROPPED)) == [9, 11, 11]


def test_front_matter_names_the_person_and_the_rest_of_it_is_kept_and_told():
    markdown = (
        "---\nlayout: cv\ntitle: Ada Example's CV\nemail: ada@example.org\ngithub: ada\n---\n\n## Skills\n\n- Algebra\n"
    )
    found = tree(markdown)
    assert (found["basics"]["name"], found["basics"]["email"]) == ("Ada Example", "ada@example.org")
    assert found["basics"]["profiles"][0]["url"] == "https://github.com/ada"
    assert found["x"]["frontMatter"]["layout"] == "cv"
    assert (2, "`layout`, to `x.frontMatter`") in notes(markdown, Fate.MOVED)


# What no page shows


def test_comments_stay_hidden_and_are_told():
    markdown = "# Ada Example\n\n<!-- not\nfor you -->\n\n## Skills\n\n- Algebra <!-- really? -->\n"
    found = tree(markdown)
    assert found["x"] == {"comments": ["not for you", "really?"]}
    assert found["skills"] == ["Algebra"]
    assert notes(markdown, Fate.MOVED) == [(3, "a comment, to `x.comments`"), (8, "a comment, to `x.comments`")]


def test_html_is_layout_and_its_text_stays():
    markdown = '# Ada Example\n\n<div align="right">\n<b>ada@example.org</b><br>\n<a href="https://ada.example.org">page</a>\n</div>\n'
    basics = tree(markdown)["basics"]
    assert (basics["email"], basics["url"]) == ("ada@example.org", "https://ada.example.org")


def test_instructions_to_other_programs_are_dropped_and_told():
    markdown = (
        "# Ada Example {.unnumbered}\n\n{% include head.html %}\n\n\\newpage\n\n## Skills {#skills}\n\n- Algebra\n"
    )
    assert tree(markdown) == {"basics": {"name": "Ada Example"}, "skills": ["Algebra"]}
    assert [line for line, _ in notes(markdown, Fate.DROPPED)] == [3, 5]


# Lists


def test_a_list_may_stand_right_below_a_paragraph():
    head = "# Ada Example\n\n## Experience\n\n### Analyst, Engine Ltd (2010)\n\n"
    markdown = f"{head}Wrote programs:\n  - for machines\n  - for people\n"
    [job] = tree(markdown)["work"]
    assert (job["summary"], job["highlights"]) == ("Wrote programs:", ["for machines", "for people"])


def test_what_stands_after_a_list_stays_after_it():
    head = "# Ada Example\n\n## Experience\n\n### Analyst, Engine Ltd (2010)\n\n"
    [job] = tree(f"{head}Before.\n\n- one\n\nAfter.\n")["work"]
    assert (job["summary"], job["highlights"], job["body"]) == ("Before.", ["one"], "After.")


def test_points_with_dates_of_their_own_and_points_with_labels_have_labels():
    markdown = (
        "# Ada Example\n\n## Education\n\n### BSc, Home University (2007)\n\n"
        "* Research with a friend - (2005 - 2006)\n  Found numbers.\n* **Thesis:** On numbers\n"
    )
    [degree] = tree(markdown)["education"]
    assert [point["label"] for point in degree["highlights"]] == ["Research with a friend - (2005 - 2006)", "Thesis"]
    assert [point["text"] for point in degree["highlights"]] == ["Found numbers.", "On numbers"]


def test_bare_addresses_are_links():
    found = made("# Ada Example\n\n## Skills\n\n- Algebra\n  - see https://ada.example.org/a_b(c), www.example.org.\n")
    runs = found.resume.skills[0].highlights[0].text.runs
    assert [run.link for run in runs if run.link] == ["https://ada.example.org/a_b(c)", "http://www.example.org"]


def test_a_year_at_the_beginning_of_a_sentence_is_no_list():
    found = tree("# Ada Example\n\n## Notes\n\n1843. A good year.\n")
    assert found["sections"][0]["body"] == "1843\\. A good year."


def test_every_word_arrives_or_is_told_of():
    markdown = '# Ada Example\n\n## Skills\n\n- [Algebra](https://algebra.example.org "hover")\n'
    assert [line for line, message in notes(markdown, Fate.DROPPED) if "hover" in message] == [5]


# Files of others


@pytest.mark.skipif(not CORPUS, reason="other people's CVs are not beside this repository")
@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_cvs_of_others_build_without_a_finding(file, built: Callable[..., Any]):
    found = imported(file.read_bytes(), file.name, "markdown")
    assert "lines" not in dict(found.resume.x)
    assert recognizes(Sample(file.name, file.read_bytes()))
    assert faults(built(found).findings) == []


@pytest.mark.skipif(not CORPUS, reason="other people's CVs are not beside this repository")
@pytest.mark.parametrize(
    ("stem", "counts"),
    [
        ("elipapa", {"education": 3, "awards": 2, "work": 2}),
        (
            "hackmyresume-modern",
            {"skills": 5, "work": 4, "projects": 3, "education": 2, "publications": 3, "volunteer": 2},
        ),
        ("mikepqr", {"work": 2, "projects": 1, "education": 1, "skills": 2}),
        ("mszep", {"education": 2, "work": 2}),
        ("there4-long", {"skills": 3, "work": 14}),
        ("there4-sample", {"skills": 3, "work": 2}),
        ("there4-zh", {"skills": 2, "work": 2, "education": 1}),
    ],
)
def test_cvs_of_others_are_read_by_their_structure(stem, counts):
    [file] = [file for file in CORPUS if file.stem == stem]
    resume = imported(file.read_bytes(), file.name, "markdown").resume
    assert {key: len(getattr(resume, key)) for key in counts} == counts
    assert all(job.name for job in resume.work)


# Hostile files

PIECES = """# A
## Experience
## Languages
### x, y (2010)
-
*
1.
>
:
**
_
`
[
]
](
)
<!--
-->
<a href=
<br>
<span>
</span>
|
|-|-|
---
===
```
2010 - 2012
\\
&amp;
a@b.cd
https://x.org
555-0100
word
Skills
•
中文
{#x}
![
1999.
("""
FRAGMENTS = st.sampled_from([*PIECES.split("\n"), " ", "    ", ":   ", "\n", "\n\n", "\t", "\u00a0"])


def attempted(markdown: str) -> Imported | None:
    """Return what a file is imported as; None for one that is refused with a place."""
    try:
        return made(markdown)
    except Faults as refused:
        if not all(fault.place for fault in refused.faults):
            raise
        return None


@given(st.lists(FRAGMENTS, max_size=60).map("".join))
def test_whatever_is_read_is_content_or_refused(text):
    found = attempted(f"# Ada Example\n\n{text}")
    assert found is None or found.resume.basics.name


@pytest.mark.parametrize(
    "text",
    [
        "[" * 999_000,
        "[" * 1_999,
        ("[" * 12 + "\n\n") * 400,
        "> " * 5_000,
        "".join(f"{'  ' * level}- x\n" for level in range(300)),
        "## Experience\n\n" + "**x 2010**\n\n" * 1_900,
        "## Languages\n\n" + "German, " * 1_200,
        "<!--" * 400 + "\n\n" + "*a " * 49,
        "a\n: b\n" * 2_900,
        "1" * 1_999,
        "data:image/png;base64," + "A" * 100_000,
    ],
    ids=lambda text: text[:12].replace("\n", " "),
)
def test_hostile_files_end_soon(text):
    start = time.process_time()
    attempted(f"# Ada Example\n\n{text}")
    assert time.process_time() - start < 5  # a guard against what takes minutes, not a measure
