"""The rules `source` and `archive`: what a file carries inside it, and what it declares itself to be."""

import io

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from typeset import proof
from typeset.document.arrange import arrange
from typeset.proof import Claim, rules
from typeset.proof.finished import Finished
from typeset.proof.reading.pdf import attachments
from typeset.readers.yaml import read
from typeset.resume.model import Resume
from typeset.theme.theme import Theme
from typeset.writers.page.templates import render
from typeset.writers.paper import engine

CONTENT = b"basics: {name: N. N.}  # as it stands\n"
BOTH = frozenset(["PDF/A-3a", "PDF/UA-1"])


@pytest.fixture(scope="module")
def resume() -> Resume:
    return read(CONTENT, "content/cv.yaml")[0]


def messages(rule, finished: Finished, claim: Claim) -> list[str]:
    found = list(rule(finished, claim))
    assert {finding.rule for finding in found} <= {rule.__name__}
    assert all(finding.is_error for finding in found)
    return [finding.fault.message for finding in found]


# What it carries


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([("cv.yaml", CONTENT)], []),
        ([], ["`cv.yaml` is not attached to the file"]),
        ([("cv.yaml", CONTENT + b"\n")], ["what is attached as `cv.yaml` is not the content shown"]),
        ([("cv.yaml", b"")], ["what is attached as `cv.yaml` is not the content shown"]),
        ([("cv.yaml", CONTENT), ("b", b"")], ["is attached to the file and should not be"]),
        ([("cv.yaml", CONTENT), ("cv.yaml", CONTENT)], ["is attached to the file and should not be"]),
        ([("CV.yaml", CONTENT)], ["`cv.yaml` is not attached", "`CV.yaml` is attached to the file and should not be"]),
    ],
)
def test_it_carries_its_source_and_nothing_else(resume, found, expected):
    claim = Claim(arrange(resume, "en"), attached=resume)
    said = messages(rules.source, Finished((), attachments=tuple(found)), claim)
    assert bool(said) == bool(expected)
    assert all(any(wanted in message for message in said) for wanted in expected)


def test_it_carries_nothing_where_nothing_should_be(resume):
    claim = Claim(arrange(resume, "en"))
    assert messages(rules.source, Finished(()), claim) == []
    found = Finished((), attachments=(("cv.yaml", CONTENT),))
    assert messages(rules.source, found, claim) == ["`cv.yaml` is attached to the file and should not be"]


def with_note(data: bytes) -> bytes:
    """The same PDF with a file behind a note on its first page, which is not in the document's list of files."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    stream = pypdf.generic.StreamObject()
    stream.set_data(b"hidden")
    files = DictionaryObject({NameObject("/F"): writer._add_object(stream)})  # noqa: SLF001  # pypdf has no other way
    specification = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Filespec"),
            NameObject("/F"): TextStringObject("note.txt"),
            NameObject("/EF"): files,
        }
    )
    note = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/FileAttachment"),
            NameObject("/Rect"): ArrayObject(map(NumberObject, (0, 0, 9, 9))),
            NameObject("/FS"): specification,
        }
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([note])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_file_behind_a_note_is_found(theme: Theme, resume):
    data = engine.pdf(render(arrange(resume, "en"), theme), theme, ("cv.yaml", CONTENT))
    assert attachments(with_note(data)) == [("cv.yaml", CONTENT), ("note.txt", b"hidden")]


# What it declares


@pytest.mark.parametrize(
    ("standards", "expected"),
    [
        (BOTH, []),
        (["PDF/A-3a"], ["PDF/UA-1"]),
        (["PDF/A-3b", "PDF/UA-1"], ["PDF/A-3a"]),
        (["PDF/A-2a", "PDF/UA-1"], ["PDF/A-3a"]),
        ([], ["PDF/A-3a", "PDF/UA-1"]),
    ],
)
def test_it_declares_both_standards(resume, standards, expected):
    claim = Claim(arrange(resume, "en"), attached=resume)
    said = messages(rules.archive, Finished((), standards=frozenset(standards)), claim)
    assert said == [f"the file does not say that it is {standard}" for standard in expected]


def test_without_an_attachment_it_declares_the_other_part(resume):
    claim = Claim(arrange(resume, "en"))
    assert messages(rules.archive, Finished((), standards=frozenset(["PDF/A-2a", "PDF/UA-1"])), claim) == []
    assert messages(rules.archive, Finished((), standards=BOTH), claim) != []


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        (
            b'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">N',
            b'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">M',
            "title",
        ),
        (b"<dc:creator><rdf:Seq><rdf:li>N", b"<dc:creator><rdf:Seq><rdf:li>M", "author"),
    ],
)
def test_what_it_says_twice_it_says_alike(theme: Theme, resume, before, after, name):
    document = arrange(resume, "en")
    data = engine.pdf(render(document, theme), theme)
    assert data.count(before) == 1
    findings = proof.prove([data.replace(before, after)], "pdf", Claim(document, theme.families))[1]
    assert [str(finding) for finding in findings] == [
        f"error: the file gives its {name} twice, and differently [archive]"
    ]
