"""Word files, read back by hand: whatever is in them is seen, and nothing in them is trusted."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from typeset.proof.reading import docx as read_docx
from typeset.proof.reading import package

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = f"""<w:styles {W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Title"/><w:style w:type="character" w:styleId="Strong"/></w:styles>"""
CORE = """<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>T</dc:title><dc:creator>A</dc:creator></c:coreProperties>"""


def packed(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def word(body: str, **others: str) -> bytes:
    text = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    named = {name.replace("__", "/") + ".xml": content for name, content in others.items()}
    return packed({"word/document.xml": text, "word/styles.xml": STYLES, "docProps/core.xml": CORE} | named)


def styled(*words: str) -> str:
    return "".join(f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{word}</w:t></w:r></w:p>' for word in words)


def test_text_stands_in_lines_with_its_tabs_and_breaks():
    runs = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"
    runs += "<w:hyperlink><w:r><w:t>d</w:t></w:r></w:hyperlink>"
    stops = '<w:pPr><w:tabs><w:tab w:val="right" w:pos="1"/></w:tabs></w:pPr>'
    assert read_docx.read(word(f"<w:p>{stops}{runs}</w:p>{styled('e')}")).pages == ("a\tb\ncd\ne",)


def test_what_is_deleted_boxed_or_commented_is_seen_too():
    deleted = "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    boxed = f"<w:p><w:r><w:pict><w:txbxContent>{styled('boxed')}</w:txbxContent></w:pict></w:r></w:p>"
    comments = f"<w:comments {W}>{styled('said of it')}</w:comments>"
    finished = read_docx.read(word(deleted + boxed, word__comments=comments))
    assert "".join(finished.pages[0].split("\n")) == "goneboxedsaid of it"


def test_heads_and_feet_are_a_page_of_their_own():
    head = f"<w:hdr {W}>{styled('Ada')}</w:hdr>"
    assert read_docx.read(word(styled("text"), word__header1=head)).pages == ("text", "Ada")


def test_every_address_outside_the_file_is_a_link():
    row = (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" TargetMode="External" Target="{{}}"/></Relationships>'
    )
    field = '<w:p><w:fldSimple w:instr=" HYPERLINK &quot;https://example.org/d&quot; "/></w:p>'
    written = "<w:p><w:r><w:instrText>HYPERLINK https://example.org/e</w:instrText></w:r></w:p>"
    files = {
        "word/document.xml": f"<w:document {W}>{field}{written}</w:document>",
        "word/styles.xml": STYLES,
        "word/_rels/document.xml.rels": row.format("https://example.org/a?b&amp;c"),
        "word/_rels/settings.xml.rels": row.format("file:///template.dotm"),
    }
    assert sorted(read_docx.read(packed(files)).links) == [
        "file:///template.dotm",
        "https://example.org/a?b&c",
        "https://example.org/d",
        "https://example.org/e",
    ]


def test_it_says_its_title_author_and_language():
    finished = read_docx.read(word(styled("a")))
    assert (finished.title, finished.author, finished.language) == ("T", "A", "de")


@pytest.mark.parametrize(
    ("body", "is_tagged"),
    [
        (styled("a"), True),
        ("<w:p><w:r><w:t>a</w:t></w:r></w:p>", False),
        ('<w:p><w:pPr><w:pStyle w:val="Unknown"/></w:pPr></w:p>', False),
        (styled("a") + '<w:r><w:rPr><w:rStyle w:val="Unknown"/></w:rPr></w:r>', False),
        (styled("a") + '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr></w:r>', True),
    ],
)
def test_it_is_tagged_where_all_has_a_style(body, is_tagged):
    assert read_docx.read(word(body)).is_tagged is is_tagged


@pytest.mark.parametrize(
    ("xml", "complaint"),
    [
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "document type"),
        ("<a>" * 300 + "</a>" * 300, "too deep"),
    ],
)
def test_xml_that_no_office_file_holds_is_refused(xml, complaint):
    with pytest.raises(package.Untrusted, match=complaint):
        read_docx.read(word(styled("a"), word__settings=xml))


def test_xml_in_another_encoding_hides_nothing():
    with pytest.raises(UnicodeDecodeError):
        package.tree("<!DOCTYPE a><a/>".encode("utf-16"))


def test_a_package_that_is_too_large_is_refused_unread():
    with pytest.raises(package.Untrusted, match="too large"):
        package.files(packed({"word/document.xml": b"\0" * (package.LARGEST + 1)}))
    with pytest.raises(package.Untrusted, match="too large"):
        package.files(packed({f"{number}": b"" for number in range(package.MOST_FILES + 1)}))
