"""OpenDocument texts, read back by hand."""

import io
from zipfile import ZipFile

import pytest

from typeset.proof.reading import odt as read_odt
from typeset.proof.reading import package

OASIS = {"o": "office", "t": "text", "s": "style", "m": "meta", "d": "drawing", "f": "xsl-fo-compatible"}
OTHERS = {"x": "http://www.w3.org/1999/xlink", "dc": "http://purl.org/dc/elements/1.1/"}
ADDRESSES = {key: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for key, name in OASIS.items()} | OTHERS
NAMES = " ".join(f'xmlns:{key}="{address}"' for key, address in ADDRESSES.items())
STYLES = (
    '<s:default-style s:family="paragraph"><s:text-properties f:language="pt" f:country="BR"/></s:default-style>'
    '<s:style s:name="A"/><s:header><t:p t:style-name="A">Ada<t:tab/>2</t:p></s:header>'
)
META = "<dc:title>T</dc:title><m:initial-creator>A</m:initial-creator>"


def odt(body: str, styles: str = STYLES) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as made:
        for name, content in (("content.xml", body), ("styles.xml", styles), ("meta.xml", META)):
            made.writestr(name, f"<o:document {NAMES}>{content}</o:document>")
        made.writestr("Pictures/a.jpg", b"")
    return out.getvalue()


def test_text_white_space_and_the_running_head_are_read():
    words = (
        '<t:p t:style-name="A">a<t:s/>b<t:tab/><t:span>c</t:span>d<t:line-break/>e</t:p><t:h t:style-name="A">f</t:h>'
    )
    finished = read_odt.read(odt(words))
    assert finished.pages == ("a b\tcd\ne\nf", "Ada\n2")
    assert (finished.title, finished.author, finished.language) == ("T", "A", "pt-BR")
    assert finished.is_tagged


def test_a_picture_of_the_package_is_no_link_and_any_other_is():
    picture = '<d:frame><d:image x:href="{}"/><desc>a woman</desc></d:frame>'
    body = (
        f'<t:p t:style-name="A">{picture.format("Pictures/a.jpg")}{picture.format("https://example.org/b.jpg")}</t:p>'
    )
    finished = read_odt.read(odt(body))
    assert finished.links == ("https://example.org/b.jpg",)
    assert finished.pages[0] == ""


@pytest.mark.parametrize("paragraph", ["<t:p>a</t:p>", '<t:h t:style-name="Unknown">a</t:h>'])
def test_a_paragraph_without_a_style_is_untagged(paragraph):
    assert not read_odt.read(odt(paragraph)).is_tagged


def test_entities_are_refused():
    with pytest.raises(package.Untrusted):
        read_odt.read(odt("", "<!DOCTYPE a>"))
