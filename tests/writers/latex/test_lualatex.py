"""TeX, which may be running a stranger's theme: it reads and writes nothing but its own, and ends."""

import io
import logging
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pypdf
import pytest
import yaml

from typeset.source import Place, Source
from typeset.writers import CannotWrite
from typeset.writers.tex import confine, lualatex
from typeset.writers.tex.folder import LOG_END, NAME, Folder
from typeset.writers.tex.log import Sheet, complaint
from typeset.writers.tex.markup import escape

ROOT = Path(__file__).parents[3]
CANARY = "canary-7f3a9"
Compile = Callable[..., bytes]
walls = pytest.mark.parametrize("wall", ["guard and kernel", "guard alone"])

ATTACKS = yaml.safe_load(Path(__file__).with_name("attacks.yaml").read_text("utf-8"))
TEX, LUA, ENDLESS = ATTACKS["tex"], ATTACKS["lua"], ATTACKS["endless"]


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Path]:
    """A folder that nothing may be read from or written to."""
    from PIL import Image

    for name, text in {"tex": CANARY, "txt": CANARY, "lua": f'return "{CANARY}"'}.items():
        tmp_path.joinpath(f"secret.{name}").write_text(text)
    Image.new("RGB", (7, 7), "red").save(tmp_path / "secret.png")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(70, 70)
    writer.write(tmp_path / "secret.pdf")
    shutil.copy(ROOT / "themes/classic/fonts/XCharter-Roman.otf", tmp_path / "secret.otf")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    yield tmp_path
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.fixture
def standing(request, monkeypatch):
    """Leave both walls standing, or Lua's alone, as where the kernel has no Landlock."""
    if request.getfixturevalue("wall") == "guard alone":
        monkeypatch.setattr(confine, "wall", lambda **_: nullcontext())


def holds(data: bytes) -> bool:
    """Whether a PDF holds the secret, a picture, or a page of another PDF."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        streams = [found for number in range(1, 200) if hasattr(found := reader.get_object(number), "get_data")]
        text = "".join(page.extract_text() for page in reader.pages)
    except Exception:  # it wrote over its own
        return CANARY.encode() in data
    return (
        CANARY in text
        or any(found.get("/Subtype") in ("/Image", "/Form") for found in streams)
        or any(CANARY.encode() in found.get_data() for found in streams if "/Subtype" not in found)
    )


def outcome(compiled: Compile, body: str) -> tuple[bytes, str]:
    try:
        return compiled(body, r"\usepackage{graphicx}"), ""
    except CannotWrite as error:
        return b"", str(error)


@pytest.mark.needs("lualatex")
def test_a_leak_would_be_seen(compiled):
    assert holds(compiled(CANARY))


@pytest.mark.needs("lualatex")
@pytest.mark.usefixtures("standing")
@pytest.mark.parametrize("wall", ["guard alone"])
@pytest.mark.parametrize("attack", TEX)
def test_tex_reads_and_writes_nothing_else(compiled, outside, wall, attack):  # noqa: ARG001  # `standing` reads it
    data, told = outcome(compiled, TEX[attack].replace("@", str(outside)))
    assert not data or not holds(data)
    assert CANARY not in told
    assert str(outside) not in told or attack == "a font"


@pytest.mark.needs("lualatex")
@walls
@pytest.mark.usefixtures("standing")
def test_lua_reads_and_writes_nothing_else(compiled, outside, wall):  # noqa: ARG001  # `standing` reads it
    """All attacks in one document, each in a call of its own; a control shows that what is found is shown."""
    attacks = {**LUA, "control": 'return "control" .. "-found"'}
    code = "\n".join(
        f"do local ok, found = pcall(function() {attack.replace('@', str(outside))} end) "
        f"tex.print((ok and found) and tostring(found):sub(1, 40) or 'none') end"
        for attack in attacks.values()
    )
    data = compiled("\\directlua{" + code.replace("\\", "\\string\\") + "}")
    assert "control-found" in pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text()
    assert not holds(data)


@pytest.mark.skipif(not confine.version(), reason="the kernel has no Landlock")
def test_the_kernel_holds_by_itself(outside):
    every, inside = [Path("/usr"), Path("/lib"), Path("/lib64"), Path("/etc/ld.so.cache")], outside / "inside"
    inside.mkdir()
    tries = {
        f"cat {outside}/secret.txt": False,
        f"echo x > {outside}/written": False,
        f"ls {outside}": False,
        f"echo x > {inside}/made && cat {inside}/made": True,
        f"ln -s {outside}/secret.txt {inside}/linked && cat {inside}/linked": False,
    }
    server = socket.create_server(("127.0.0.1", 0))
    if confine.version() >= 4:
        tries[f"true < /dev/tcp/127.0.0.1/{server.getsockname()[1]}"] = False
    for command, is_allowed in tries.items():
        with confine.wall(programs=every, read=[], write=[inside]) as wall:
            run = subprocess.run(["/usr/bin/bash", "-c", command], preexec_fn=wall, capture_output=True, check=False)
        assert (run.returncode == 0) == is_allowed, command
        assert CANARY.encode() not in run.stdout
    server.close()
    shutil.rmtree(inside)


@pytest.mark.needs("lualatex")
@pytest.mark.parametrize("kind", ENDLESS)
def test_what_does_not_end_is_ended(compiled, monkeypatch, kind):
    monkeypatch.setattr(lualatex, "_ALLOWED_CPU", 1)
    monkeypatch.setattr(lualatex, "MOST_MEMORY", 600 << 20)
    with pytest.raises(CannotWrite):
        compiled(ENDLESS[kind])


@pytest.mark.needs("lualatex")
def test_after_the_clock_the_whole_group_is_ended(compiled, monkeypatch):
    monkeypatch.setattr(lualatex, "LONGEST_RUN", 0.3)
    with pytest.raises(CannotWrite, match="after 0 seconds"):
        compiled(ENDLESS["a loop"])


@pytest.mark.needs("lualatex")
def test_content_is_characters_whatever_it_says(compiled, outside):
    said = " ".join([*TEX.values(), *LUA.values()]).replace("@", str(outside))
    assert not holds(compiled(escape(said)))


# What it tells


@pytest.mark.needs("lualatex")
def test_errors_are_told_at_the_line_of_the_content():
    place = Place(Source("cv.yaml", "a\nb\n"), 2, 1)
    source = "\\documentclass{article}\n\\begin{document}\nfine\n\\unknown\n\\end{document}\n"
    with pytest.raises(CannotWrite, match="TeX says: Undefined control sequence") as raised:
        lualatex.pdf(Sheet(source, ((3, place),)), {})
    assert raised.value.place == place


@pytest.mark.needs("lualatex")
def test_a_missing_glyph_is_named_at_its_place():
    content = Source("cv.yaml", "name: Ada 一\n")
    source = "\\documentclass{article}\n\\begin{document}\nAda 一\n\\end{document}\n"
    with pytest.raises(CannotWrite, match=r"no glyph for U\+4E00 CJK UNIFIED IDEOGRAPH-4E00 \(一\)") as raised:
        lualatex.pdf(Sheet(source, ((3, Place(content, 1, 7)),)), {})
    assert str(raised.value.place) == "cv.yaml:1:11"


@pytest.mark.needs("lualatex")
def test_a_missing_package_is_told_with_what_brings_it(compiled):
    with pytest.raises(CannotWrite, match=r"LaTeX lacks `nowhere\.sty`") as raised:
        compiled("", r"\usepackage{nowhere}")
    assert "apt install texlive-luatex texlive-latex-extra" in raised.value.hint


def test_a_log_is_never_shown_whole():
    log = "document.tex:9: " + "x" * 500 + "\n/etc/secrets/key: y\n"
    assert len(str(complaint(log, Sheet("")))) < 140
    assert complaint("This is LuaHBTeX\nall is well\n", Sheet("")) is None
    assert "/home/" not in str(complaint("document.tex:1: No file /home/ada/x.tex.", Sheet("")))


def test_without_tex_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(lualatex, "_engine", lambda: None)
    with pytest.raises(CannotWrite, match="LaTeX is not installed: `lualatex` is not found") as raised:
        lualatex.pdf(Sheet("x"), {})
    assert raised.value.hint == "apt install texlive-luatex texlive-latex-extra"
    assert lualatex.tools() == []


# What it makes


@pytest.mark.needs("lualatex")
def test_it_runs_as_often_as_it_takes(compiled):
    counted = (
        r"\makeatletter\ifdefined\pages\pages\else none\fi\newpage\newpage x"
        r"\AtEndDocument{\immediate\write\@auxout{\gdef\string\pages{seen}}}"
    )
    assert "seen" in pypdf.PdfReader(io.BytesIO(compiled(counted))).pages[0].extract_text()


@pytest.mark.needs("lualatex")
def test_what_never_settles_is_run_four_times(compiled):
    grows = (
        r"\makeatletter\newcount\n\ifdefined\seen\n=\seen\fi\advance\n1 "
        r"\AtEndDocument{\immediate\write\@auxout{\gdef\string\seen{\the\n}}}"
    )
    text = pypdf.PdfReader(io.BytesIO(compiled(grows + r"\the\n"))).pages[0].extract_text()
    assert text.split()[1] == str(lualatex.MOST_RUNS)


@pytest.mark.needs("lualatex")
def test_the_same_source_gives_the_same_bytes_in_another_process_and_folder(tmp_path):
    code = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1])\n"
        "from typeset.writers.tex import lualatex; from typeset.writers.tex.log import Sheet\n"
        "data = lualatex.pdf(Sheet(sys.argv[2]), {})\n"
        "print(hashlib.sha256(data).hexdigest())"
    )
    found = set()
    for name in ("one", "another"):
        folder = tmp_path / name
        folder.mkdir()
        command = [
            sys.executable,
            "-c",
            code,
            str(ROOT),
            r"\documentclass{article}\begin{document}\today\end{document}",
        ]
        environment = {**os.environ, "TMPDIR": str(folder), "TZ": f"UTC-{len(name)}"}
        found.add(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
    assert len(found) == 1
    assert all(len(digest) == 65 for digest in found)


@pytest.mark.needs("lualatex")
def test_its_tools_are_files():
    tools = lualatex.tools()
    assert {path.name for path in tools} >= {"guard.lua", "latex.ltx", "tagpdf.sty", "moderncv.cls"}
    assert all(path.is_file() for path in tools)


@pytest.mark.needs("lualatex")
def test_nothing_is_left_behind(compiled, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    compiled("x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.needs("lualatex")
def test_what_tex_writes_is_bounded(compiled, monkeypatch):
    monkeypatch.setattr(lualatex, "MOST_WRITTEN", 1_000)
    with pytest.raises(CannotWrite, match="TeX wrote more than"):
        compiled("")


def test_of_a_log_without_end_both_ends_are_read(tmp_path):
    made = Folder(tmp_path, Path(sys.executable), {})
    made.work.mkdir()
    made.work.joinpath(f"{NAME}.log").write_bytes(b"begin" + bytes(LOG_END * 3) + b"end")
    assert len(made.log()) == 2 * LOG_END + 1
    assert made.log().startswith("begin")
    assert made.log().endswith("end")


def test_a_process_that_is_bound_already_is_bound_no_wider():
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_CPU, (5, 5))\n"
        "from typeset.writers.tex.lualatex import _limit\n_limit(None)\n"
        "print(*(resource.getrlimit(each)[0] for each in (resource.RLIMIT_CPU, resource.RLIMIT_CORE)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["5", "0"]
