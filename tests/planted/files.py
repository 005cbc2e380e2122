"""Defects of a file: its fonts, its links, what it tells and what it does, the standards that it breaks."""

import base64
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from planted.plant import CONTENT, Plant, document, plain, proved, styled, swapped, tampered, written
from typeset import writers
from typeset.document.arrange import arrange
from typeset.proof import Claim, Finding
from typeset.proof.machine import Machine
from typeset.readers.yaml import read
from typeset.writers import Manuscript
from typeset.writers.page.templates import render
from typeset.writers.paper import engine

PATH = "/home/countess/jobs/2026/cv.html"
MACHINE = Machine("countess", "pembroke", ("/var/folders/x1/engine",))


def told(change: Callable[[pikepdf.Pdf], None]) -> list[Finding]:
    """What is found in a PDF that something was done to, when it is known who made it, and where."""
    with pikepdf.open(io.BytesIO(written())) as file:
        change(file)
        out = io.BytesIO()
        file.save(out)
    return proved(out.getvalue(), claim(machine=MACHINE))


def claim(content: str = CONTENT, **changes: object) -> Claim:
    return replace(Claim(document(content), plain().families), **changes)


def page(instead: str, said: str) -> list[Finding]:
    """What is found in an HTML page in which something stands instead of something else."""
    data = written(format_name="html").decode()
    assert said in data
    return proved(data.replace(said, instead, 1).encode(), claim(machine=MACHINE), "html")


def package(format_name: str, **parts: str) -> list[Finding]:
    """What is found in an office file with parts more, or with an end instead of a part's own: `name="</end>…"`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written(format_name=format_name))) as made, zipfile.ZipFile(out, "w") as changed:
        own = {entry: made.read(entry) for entry in made.namelist()}
        for name, text in parts.items():
            path = name.replace("__", "/").replace("_DOT_", ".")
            end = text.partition(">")[0].encode() + b">"
            own[path] = own[path].replace(end, text.partition(">")[2].encode() + end, 1) if path in own else b"<m/>"
        for entry, data in own.items():
            changed.writestr(entry, data)
    return proved(out.getvalue(), claim(machine=MACHINE), format_name)


def content(more: str) -> list[Finding]:
    """What is found in the CV of somebody who says something more."""
    said = f"{CONTENT}interests: [{more}]\n"
    return proved(written(said), claim(said))


# Fonts


def fonts(file: pikepdf.Pdf) -> list[Dictionary]:
    return [item for item in file.objects if isinstance(item, Dictionary) and item.get("/Subtype") == "/Type0"]


def _not_embedded(file: pikepdf.Pdf) -> None:
    del fonts(file)[0].DescendantFonts[0].FontDescriptor["/FontFile2"]


def _without_meaning(file: pikepdf.Pdf) -> None:
    del fonts(file)[0]["/ToUnicode"]


def _whole(file: pikepdf.Pdf) -> None:
    font = fonts(file)[0]
    font.BaseFont = Name("/" + str(font.BaseFont).partition("+")[2])


def _drawn(file: pikepdf.Pdf) -> None:
    font = {"/Type": Name.Font, "/Subtype": Name.Type3, "/CharProcs": Dictionary(), "/ToUnicode": file.make_stream(b"")}
    file.pages[0].Resources.Font["/Own"] = file.make_indirect(Dictionary(font))


def code(file: pikepdf.Pdf, char: str) -> tuple[Dictionary, bytes]:
    """A font, and its code of a character."""
    for font in fonts(file):
        found = re.search(rb"<([0-9a-f]{4})> <%04x>" % ord(char), font.ToUnicode.read_bytes())
        if found:
            return font, found[1]
    raise LookupError(char)


def _unmapped(file: pikepdf.Pdf) -> None:
    font, number = code(file, "z" if "z" in CONTENT else "v")
    font.ToUnicode.write(re.sub(rb"<%b> <....>\n" % number, b"", font.ToUnicode.read_bytes()))


def _blank(file: pikepdf.Pdf) -> None:
    _, number = code(file, "M")
    contents = file.pages[0].Contents
    source = contents.read_bytes()
    assert number in source
    contents.write(source.replace(number, b"0000"))


# Links


def _links(file: pikepdf.Pdf) -> list[Dictionary]:
    return list(file.pages[0].Annots)


def led_to(address: str) -> Callable[[pikepdf.Pdf], None]:
    def lead(file: pikepdf.Pdf) -> None:
        _links(file)[0].A.URI = String(address)

    return lead


def _dead(file: pikepdf.Pdf) -> None:
    link = _links(file)[0]
    del link["/A"]
    link.Dest = String("nowhere")


def _empty(file: pikepdf.Pdf) -> None:
    _links(file)[0].Rect = Array([100, 700, 100, 700])


def _off_the_page(file: pikepdf.Pdf) -> None:
    _links(file)[0].Rect = Array([700, 700, 800, 720])


def _exchanged(file: pikepdf.Pdf) -> None:
    one, other = _links(file)[:2]
    one.A, other.A = other.A, one.A


# What it tells


def _in_info(file: pikepdf.Pdf) -> None:
    file.docinfo["/Creator"] = f"made from {PATH}"


def _in_font(file: pikepdf.Pdf) -> None:
    program = fonts(file)[0].DescendantFonts[0].FontDescriptor.FontFile2
    program.write(program.read_bytes() + PATH.encode("utf-16-be"))


def _in_profile(file: pikepdf.Pdf) -> None:
    profile = file.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes() + b"C:\\Users\\countess\\profile.icc")


def _in_comment(file: pikepdf.Pdf) -> None:
    contents = file.pages[0].Contents
    contents.write(b"% /var/folders/x1/engine/page.html\n" + contents.read_bytes())


def _unused(file: pikepdf.Pdf) -> None:
    file.Root.Perhaps = file.make_indirect(Array([String("file:///Users/countess/cv.css")]))


def _login(file: pikepdf.Pdf) -> None:
    file.docinfo["/Creator"] = "countess@pembroke"


def _attached(file: pikepdf.Pdf) -> None:
    file.attachments["notes.txt"] = f"see {PATH}".encode()


JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4z"
    "NDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q=="
)
"""A pixel."""


def segment(kind: int, data: bytes) -> bytes:
    return b"\xff" + bytes([kind]) + (len(data) + 2).to_bytes(2) + data


EXIF = b"Exif\0\0II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 0x8825, 4, 1, 26) + b"\0\0\0\0\0\0"


def pictured(more: bytes) -> Callable[[pikepdf.Pdf], None]:
    """What puts a JPEG with a segment more among the things that a page may draw."""

    def put(file: pikepdf.Pdf) -> None:
        about = {"/Subtype": Name.Image, "/Width": 1, "/Height": 1, "/ColorSpace": Name.DeviceGray}
        made = file.make_stream(
            JPEG[:2] + more + JPEG[2:], {**about, "/BitsPerComponent": 8, "/Filter": Name.DCTDecode}
        )
        file.pages[0].Resources.XObject = Dictionary({"/Own": made})

    return put


def png(kind: bytes, said: bytes) -> str:
    """The `data:` address of a PNG that says something."""
    chunk = struct.pack(">I", len(said)) + kind + said + struct.pack(">I", zlib.crc32(kind + said))
    data = b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
    return f"<img alt='' src='data:image/png;base64,{base64.b64encode(data).decode()}'>"


def behind_the_end() -> list[Finding]:
    return proved(written() + f"\n% {PATH}\n".encode(), claim())


def in_its_content() -> list[Finding]:
    """A path in a comment of the content file, which a PDF carries."""
    said = f"{CONTENT}# the photo is in {PATH}\n"
    resume = read(said.encode(), "content.yaml")[0]
    made = writers.write(Manuscript(arrange(resume, "en"), plain(), resume), "pdf")[".pdf"]
    return proved(made, claim(said, attached=resume))


# What it does


def acting(**action: object) -> Callable[[pikepdf.Pdf], None]:
    """What makes a file do something when it is opened."""

    def act(file: pikepdf.Pdf) -> None:
        file.Root.OpenAction = Dictionary({f"/{key}": value for key, value in action.items()})

    return act


def _form(file: pikepdf.Pdf) -> None:
    file.Root.AcroForm = Dictionary(Fields=Array())


def _on_closing(file: pikepdf.Pdf) -> None:
    file.pages[0].AA = Dictionary(C=Dictionary(S=Name.Named, N=Name.Print))


def _film(file: pikepdf.Pdf) -> None:
    film = Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=Array([0, 0, 9, 9]))
    file.pages[0].Annots.append(file.make_indirect(film))


def _elsewhere(file: pikepdf.Pdf) -> None:
    file.Root.Perhaps = file.make_stream(b"", {"/F": String("other.dat")})


def encrypted() -> list[Finding]:
    """What is found in a file that anybody may read, and nobody change."""
    with pikepdf.open(io.BytesIO(written())) as file:
        out = io.BytesIO()
        file.save(out, encryption=pikepdf.Encryption(owner="owner", user=""))
    return proved(out.getvalue(), claim())


def _nested(file: pikepdf.Pdf) -> None:
    other, out = pikepdf.new(), io.BytesIO()
    other.add_blank_page()
    acting(S=Name.JavaScript, JS=String("app.alert(1)"))(other)
    other.save(out)
    file.attachments["other.pdf"] = out.getvalue()


# What it is


def _untagged_link(file: pikepdf.Pdf) -> None:
    del _links(file)[0]["/StructParent"]


def _without_profile(file: pikepdf.Pdf) -> None:
    del file.Root["/OutputIntents"]


def _undeclared(file: pikepdf.Pdf) -> None:
    del file.Root["/Metadata"]


def _without_language(file: pikepdf.Pdf) -> None:
    del file.Root["/Lang"]


def _misled(file: pikepdf.Pdf) -> None:
    file.add_blank_page()
    with file.open_outline() as outline:
        outline.root[0].children[0].destination = pikepdf.make_page_destination(file, len(file.pages) - 1)


def _unlabelled(file: pikepdf.Pdf) -> None:
    del file.Root["/Outlines"]


def drawing() -> list[Finding]:
    """What is found where a theme draws something among the text that has no words for those who do not see it."""
    html = render(document(), plain()).replace("<main", "<svg width='9' height='9'><circle r='4'/></svg><main", 1)
    assert "<svg" in html
    return proved(engine.pdf(html, plain()), claim())


PLANTED = (
    Plant("a font that is not the theme's", "fonts", lambda: proved(written(), claim(families=frozenset(["Other"])))),
    Plant("a font that is not embedded", "fonts", lambda: tampered(_not_embedded)),
    Plant("a font that does not say what its glyphs mean", "fonts", lambda: tampered(_without_meaning)),
    Plant("a font that is whole", "fonts", lambda: tampered(_whole)),
    Plant("letters that are drawings", "fonts", lambda: tampered(_drawn)),
    Plant("a glyph without a character", "fonts", lambda: tampered(_unmapped), "content.yaml:"),
    Plant("the glyph of what is missing", "fonts", lambda: tampered(_blank), "content.yaml:16:33: "),
    Plant("a link to somewhere else", "links", lambda: swapped("https://ada.ex", "https://eve.ex"), "content.yaml:6:8"),
    Plant("a link that is a program", "links", lambda: tampered(led_to("javascript:alert(1)"))),
    Plant("a link to a file", "links", lambda: tampered(led_to(f"file://{PATH}"))),
    Plant("a link to nowhere in the file", "links", lambda: tampered(_dead)),
    Plant("a link without size", "links", lambda: tampered(_empty), "content.yaml:4:10"),
    Plant("a link off the page", "links", lambda: tampered(_off_the_page), "content.yaml:4:10"),
    Plant("links that are exchanged", "links", lambda: tampered(_exchanged), "content.yaml:"),
    Plant("a link to nowhere on a page", "links", lambda: page("<body><a href='#gone'>up</a", "<body")),
    Plant("words that lie about a link", "links",
          lambda: content('"[https://a.org/](https://b.org/)"'), "content.yaml:30:"),
    Plant("mail to somebody else", "links", lambda: content('"[ada@a.org](mailto:eve@b.org)"'), "content.yaml:30:"),
    Plant("an address that begins twice", "links", lambda: content('"[a](https://https://a.org)"'), "content.yaml:30:"),
    Plant("an address with a user", "links", lambda: tampered(led_to("https://bank.org@evil.org/"))),
    Plant("an address with a comma", "links", lambda: content('"[a](https://a.org/b,)"'), "content.yaml:30:"),
    Plant("an address without a host", "links", lambda: content('"[a](https://engine/)"'), "content.yaml:30:"),
    Plant("an address of one machine", "links", lambda: content('"[a](http://localhost:8000/)"'), "content.yaml:30:"),
    Plant("an address nobody filled in", "links",
          lambda: content('"[a](https://github.com/yourname)"'), "content.yaml:30:"),
    Plant("a telephone number of two figures", "links", lambda: content('"[a](tel:12)"'), "content.yaml:30:"),
    Plant("mail to nobody", "links", lambda: content('"[a](mailto:ada@localhost)"'), "content.yaml:30:"),
    Plant("a path in what a file says of itself", "leaks", lambda: tampered(_in_info)),
    Plant("a path in a font", "leaks", lambda: tampered(_in_font)),
    Plant("a path in a profile of colours", "leaks", lambda: tampered(_in_profile)),
    Plant("a folder of the machine in a page's source", "leaks", lambda: told(_in_comment)),
    Plant("a path that nothing leads to", "leaks", lambda: tampered(_unused)),
    Plant("a path behind the end of a file", "leaks", behind_the_end),
    Plant("a path in an attachment", "leaks", lambda: tampered(_attached)),
    Plant("a path in the content", "leaks", in_its_content, "content.yaml:30:19: warning"),
    Plant("a login in what a file says of itself", "leaks", lambda: told(_login)),
    Plant("a comment in a photo", "leaks", lambda: tampered(pictured(segment(0xFE, b"by the lake")))),
    Plant("Exif data in a photo", "leaks", lambda: tampered(pictured(segment(0xE1, EXIF)))),
    Plant("a text in a picture of a page", "leaks", lambda: page(f"<body>{png(b'tEXt', b'Author')}<i", "<body")),
    Plant("a path in a page", "leaks", lambda: page(f"<body data-made='{PATH}'", "<body")),
    Plant("a machine's name in a Word file", "leaks",
          lambda: package("docx", docProps__core_DOT_xml="</cp:coreProperties>countess on pembroke")),
    Plant("a program that runs when a file is opened", "active",
          lambda: tampered(acting(S=Name.JavaScript, JS=String("x")))),
    Plant("a program that a file starts", "active", lambda: tampered(acting(S=Name.Launch, F=String("calc.exe")))),
    Plant("a form that sends itself", "active", lambda: tampered(acting(S=Name.SubmitForm, F=String("https://a.org")))),
    Plant("a form", "active", lambda: tampered(_form)),
    Plant("a page that prints itself", "active", lambda: tampered(_on_closing)),
    Plant("a film", "active", lambda: tampered(_film)),
    Plant("a stream in another file", "active", lambda: tampered(_elsewhere)),
    Plant("a file under lock", "active", encrypted),
    Plant("a program in an attached file", "active", lambda: tampered(_nested)),
    Plant("a script in a page", "active", lambda: page("<script>1</script><body", "<body")),
    Plant("a script in an attribute", "active", lambda: page("<body onload='x()'", "<body")),
    Plant("a page in a page", "active", lambda: page("<body><iframe src='a.html'></iframe><i", "<body")),
    Plant("a picture that is fetched", "active",
          lambda: page("<body><img alt='' src='https://a.org/1.gif'><i", "<body")),
    Plant("a style sheet that is fetched", "active",
          lambda: page("<style>@import 'https://a.org/a.css';</style><body", "<body")),
    Plant("macros in a Word file", "active", lambda: package("docx", word__vbaProject_DOT_bin="")),
    Plant("a template that Word fetches", "active", lambda: package("docx", word___rels__document_DOT_xml_DOT_rels=(
        '</Relationships><Relationship Id="x" TargetMode="External" Target="https://a.org/a.dotm" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'))),
    Plant("macros in an OpenDocument text", "active", lambda: package("odt", Basic__Standard__Module1_DOT_xml="")),
    Plant("a file that does not say what it is", "archive", lambda: tampered(_undeclared)),
    Plant("colours without a profile", "archive", lambda: tampered(_without_profile)),
    Plant("a link that is not tagged", "archive", lambda: tampered(_untagged_link)),
    Plant("a drawing without words", "archive", drawing),
    Plant("sections without bookmarks", "outline", lambda: styled("h2 { bookmark-level: none }")),
    Plant("bookmarks in another order", "outline",
          lambda: styled("main { display: flex; flex-direction: column-reverse }")),
    Plant("a bookmark to another page", "outline", lambda: tampered(_misled)),
    Plant("a file without an outline", "outline", lambda: tampered(_unlabelled)),
    Plant("a file without a language", "description", lambda: tampered(_without_language)),
    Plant("a file that carries another", "source", lambda: tampered(_attached)),
)  # fmt: skip
