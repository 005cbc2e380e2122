"""Hostile templates: programs that a theme brings, in HTML's delimiters and in LaTeX's, and the same as content."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .attack import OUTSIDE, PORT, Attack, content, themed

_EXPRESSIONS = (
    "''.__class__.__mro__[1].__subclasses__()",
    "().__class__.__base__",
    "document.__init__.__globals__",
    "document.__class__",
    "document['__class__']",
    "document|attr('__class__')",
    "[document]|map(attribute='__class__')|list",
    "[document]|map('attr', '__class__')|list",
    "document.masthead.name.place.source.text",
    "document.masthead.name.place",
    "document.masthead.name.versions",
    "document.masthead.photo.file",
    "(document|string).__class__",
    "'{0.__class__}'.format(document)",
    "'{0.masthead.name.place.source.text}'.format(document)",
    "'{x.__init__.__globals__}'.format_map({'x': document})",
    "'%s'|format(document.__class__)",
    "cycler.__init__.__globals__.os.popen('id').read()",
    "joiner.__init__.__globals__",
    "namespace.__init__.__globals__",
    "lipsum.__globals__",
    "lipsum(n=1000000)",
    "range(10**9)|list",
    "dict.__base__",
    "self.__init__.__globals__",
    "self._TemplateReference__context",
    "self.__dict__",
    "config",
    "request",
    "environment",
    "loop",
    "caller()",
    "varargs",
    "kwargs",
    "''.join.__self__",
    "inline.__globals__",
    "document.author.format.__self__",
    "document.author.__class__.__init__",
    "document.author|safe",
    "document.author|pprint",
    "document|tojson",
    "document|xmlattr",
    "['a']|random",
    "'a'|urlize",
    "{'a': 1}|urlencode",
    "('a'|e).__html__",
    "document.sections.append(1)",
    "options.update({'a': 1})",
    "options.clear()",
    "options.pop('size')",
    "options.__setitem__('a', 1)",
    "1/0",
    "2**'a'",
    "[][1]",
    "{}['a']",
    "gone",
    "gone.gone",
    "document.gone",
    "'a' * -1",
    "9**9**9**9",
    "'a' * 10**10",
    "['a'] * 10**9",
    "'a'.ljust(10**10)",
    "'a'|center(10**10)",
    "'%10000000000d'|format(1)",
    "'{:>10000000000}'.format(1)",
    "'a'|batch(10**8)|list",
    "'a'|indent(10**10)",
    "('a' * 10**5)|replace('a', 'a' * 10**5)|length",
    "(1).__class__",
    "(1).bit_length()",
    "true.__class__",
    "none.__class__",
    "document.masthead.name|inline|safe",
    "document.masthead|picture",
    "'/etc/passwd'|picture",
    "document.masthead.name|code",
    "{'file': '/etc/passwd', 'description': ''}|picture",
)
_STATEMENTS = (
    "include '/etc/passwd'",
    "include '../theme.yaml'",
    "include '../../../content/cv.yaml'",
    f"include '{OUTSIDE}/secret.html'",
    f"include '{OUTSIDE}/secret.tex'",
    "include 'gone.html'",
    "include ['a', 'b'] ignore missing",
    "include 'A.html'",
    "include 'a b.html'",
    "include 'html/head.html'",
    "include '\\x00.html'",
    "include 'head.html\\x00'",
    "include 1",
    "include none",
    "include document",
    "import '/etc/passwd' as x",
    "from '../x.html' import y",
    "extends '/etc/passwd'",
    "extends 'document.html'",
    "include 'masthead.html'",
    "include 'masthead.tex'",
    "include './head.html'",
    "include '.html'",
    "include '" + "a" * 300 + ".html'",
    "set document = 1",
    "set x = document.sections.append(1)",
    "set document.author = 'x'",
    "if",
    "for",
    "endfor",
    "block",
    "raw",
    "call",
    "macro",
    "set",
    "filter gone",
    "gone",
    "autoescape false",
    "autoescape true",
    "do 1",
    "trans",
    "break",
    "continue",
    "debug",
    "with",
    "print",
    "for x in document",
    "for x in none",
)
_BLOCKS = (
    "{% for a in 'x' * 3000 %}{% for b in 'x' * 3000 %}{% for c in 'x' * 3000 %}{% endfor %}{% endfor %}{% endfor %}",
    "{% for a in 'x' * 5000 %}{{ 'y' * 50000 }}{% endfor %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{{ m(n + 1) }}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}",
    "{% for x in [[[]]] recursive %}{{ loop(x) }}{% endfor %}",
    "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "{% autoescape false %}{{ document.author }}{% endautoescape %}",
    "{%- autoescape false -%}x{%- endautoescape -%}",
    "{% set x %}" + "{{ 'a' * 1000 }}" * 50 + "{% endset %}{{ x * 100000 }}",
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "{{ " + "-" * 5000 + "1 }}",
    "{{ " + "1 + " * 5000 + "1 }}",
    "{{ " + "[" * 500 + "]" * 500 + " }}",
    "{% if 1 %}" * 60 + "{% endif %}" * 60,
    "{% for a in 'a' %}" * 30 + "{% endfor %}" * 30,
    "{{ not " * 2000,
    "{{ 'a' ~ " * 2000 + "1 }}",
    "{{",
    "{%",
    "{#",
    "}}",
    "{{ }}",
    "{% %}",
    "{{ '",
    '{{ "\\N{BELL}" }}',
    "{{ a b }}",
    "{{ 0x }}",
    "{{ 1_000 ** 1_000 }}",
    "{% block a %}{{ self.a() }}{% endblock %}",
    "{% set ns = namespace() %}",
    "{% set x = 'a' %}" + "{% set x = x ~ x %}" * 45 + "{{ x|length }}",
    "{% set x = [1] %}" + "{% set x = x + x %}" * 40 + "{{ x|length }}",
)


def programs() -> Iterator[tuple[str, str]]:
    """Yield what each program is called, and the program in Jinja's own delimiters."""
    for said in _EXPRESSIONS:
        yield said, f"{{{{ {said} }}}}"
    for said in _STATEMENTS:
        yield said[:60], f"{{% {said} %}}"
    for number, said in enumerate(_BLOCKS):
        yield f"{said[:50]} ({number})", said


def attacks() -> Iterator[Attack]:
    """Yield them all."""
    for name, program in programs():
        yield themed(
            "Templates", f"{name}, in HTML", {"html/masthead.html": program.encode("utf-8", "replace")}, is_program=True
        )
        in_latex = _in_latex(program)
        yield themed(
            "Templates",
            f"{name}, in LaTeX",
            {"latex/masthead.tex": in_latex},
            "extends: classic-latex",
            is_program=True,
            formats=("latex",),
        )
        quoted = json.dumps(program[:900])
        literal = f"basics: {{name: A, label: {quoted}}}\nwork: [{{name: B, highlights: [{quoted}]}}]\n"
        yield content("Templates", f"{name}, as content", literal.encode(), formats=("html",))
    for name, markup in _MARKUP.items():
        yield themed("HTML", name, {"html/masthead.html": markup.encode()}, is_program=True)


def _in_latex(program: str) -> bytes:
    for own, latex in (("{{", "<<"), ("}}", ">>"), ("{%", "<%"), ("%}", "%>"), ("{#", "<#")):
        program = program.replace(own, latex)
    return program.encode("utf-8", "replace")


ADDRESSES = {
    "a file": f"file://{OUTSIDE}/secret.$",
    "a file in capitals": f"FILE://{OUTSIDE}/secret.$",
    "a file of this machine": f"file://localhost{OUTSIDE}/secret.$",
    "a path": f"{OUTSIDE}/secret.$",
    "a path above": f"../../../../../../../../../..{OUTSIDE}/secret.$",
    "a path above in percent": f"file:///%2e%2e/%2e%2e{OUTSIDE}/secret.$",
    "a path with a question": f"file://{OUTSIDE}/secret.$?x#y",
    "a link of the theme's": "linked.$",
    "the web": f"http://127.0.0.1:{PORT}/secret.$",
    "the web, safely": f"https://127.0.0.1:{PORT}/secret.$",
    "the web of a user": f"http://user@127.0.0.1:{PORT}/secret.$",
    "two slashes": f"//127.0.0.1:{PORT}/secret.$",
    "another machine": f"ftp://127.0.0.1:{PORT}/secret.$",
    "data that says where it is from": "data:text/plain\nContent-Encoding: gzip;base64,AAAA",
    "data of nothing": "data:",
    "a scheme of nobody's": "typeset:x",
}
"""What a theme might ask for; `$` is the ending."""
_WAYS = {
    "img": ("png", '<img src="{}" alt="x">'),
    "a set of pictures": ("png", '<img srcset="{} 2x" src="{}" alt="x">'),
    "object": ("png", '<object data="{}"></object>'),
    "embed": ("svg", '<embed src="{}">'),
    "a style sheet": ("css", '<link rel="stylesheet" href="{}">'),
    "a style element": ("css", "<style>@import '{}';</style>"),
    "a style attribute": ("png", "<p style=\"background: url('{}')\">x</p>"),
    "an attachment": ("txt", '<link rel="attachment" href="{}">'),
    "a link that is an attachment": ("txt", '<a rel="attachment" href="{}">x</a>'),
    "a base": ("png", '<base href="{}"><img src="secret.png" alt="x">'),
    "a frame": ("html", '<iframe src="{}"></iframe>'),
    "a drawing": ("svg", '<svg width="9" height="9"><image href="{}" width="9" height="9"/><use href="{}"/></svg>'),
    "an icon": ("png", '<link rel="icon" href="{}">'),
    "meta": ("html", '<meta http-equiv="refresh" content="0; url={}">'),
}
_MARKUP = {
    f"{way}: {what}": markup.replace("{}", address.replace("$", ending))
    for way, (ending, markup) in _WAYS.items()
    for what, address in ADDRESSES.items()
}
