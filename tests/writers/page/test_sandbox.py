"""A template sees what pages say and nothing besides: no place, no path, nothing of Python's."""

from dataclasses import fields
from pathlib import Path

import pytest
from planted.plant import document, seeded

from typeset.document import shapes
from typeset.writers import CannotWrite
from typeset.writers.page import sandbox
from typeset.writers.page.templates import render

TEXT = "document.masthead.name"


def drawn(template: str, folder: str = "html") -> str:
    return render(document(), seeded({f"{folder}/document.html": template}))


def refusal(template: str) -> str:
    with pytest.raises(CannotWrite) as raised:
        drawn(template)
    assert str(raised.value.place).partition(":")[0].endswith("seeded/html/document.html")
    return str(raised.value)


@pytest.mark.parametrize(
    "path",
    [
        *(f"{TEXT}.place", f"{TEXT}['place']", f"{TEXT}.versions", f"{TEXT}.__class__", f"{TEXT}.plain.place"),
        *(f"[{TEXT}]|map(attribute='place')|first", "[document]|map(attribute='masthead.name.place.source.text')|list"),
        *(f"'{{0.place.source.text}}'.format({TEXT})", f"'{{x.place}}'.format_map({{'x': {TEXT}}})"),
        *("document.author.encode", "document.author.join.__self__", "document.sections.index", "options.update"),
        *("loop.x", "''.__class__", "().__class__", "document.masthead.contacts.__len__"),
    ],
)
def test_an_attribute_that_is_no_words_is_refused(path: str):
    assert "template fails" in refusal(f"{{{{ {path} }}}}")


def test_whatever_a_shape_says_may_be_said():
    assert drawn("{{ document.masthead.name.plain }}, {{ document.sections[0].kind }}") == "Ada Lovelace, summary"
    assert drawn("{% for s in document.sections %}{{ loop.index }}{% if not loop.last %}-{% endif %}{% endfor %}")
    assert drawn("{{ options.get('size').upper()|lower }}{{ document.author.split()[0] }}").endswith("Ada")


def test_a_whole_document_that_is_drawn_tells_no_place_and_no_path():
    photo = shapes.Photo("/home/ada/photo.jpg", "Ada")
    assert "content.yaml" not in drawn("{{ document|string }}{{ '%s'|format(document) }}{{ document ~ '' }}")
    assert "home" not in repr(photo)


@pytest.mark.parametrize(
    "value", ["document", "document.masthead.name", "document.sections", "options|items", "options.get"]
)
def test_only_words_and_numbers_are_drawn(value: str):
    assert "is no text" in refusal(f"{{{{ {value} }}}}")


def test_every_shape_is_known():
    there = {each for each in vars(shapes).values() if isinstance(each, type) and hasattr(each, "__dataclass_fields__")}
    assert len(there) > 15
    assert there <= set(sandbox._SHAPES)  # noqa: SLF001  # it is closed by this very list


def test_a_place_is_hidden_wherever_a_shape_has_one():
    for shape in sandbox._SHAPES:  # noqa: SLF001  # the same
        hidden = {field.name for field in fields(shape) if "Place" in str(field.type) or "Path" in str(field.type)}
        assert not hidden & sandbox._names(shape)  # noqa: SLF001  # the same


@pytest.mark.parametrize("name", ["safe", "pprint", "tojson", "xmlattr", "random", "attr", "urlize", "batch", "center"])
def test_a_filter_that_leaves_text_as_it_is_or_is_of_no_use_is_not_there(name: str):
    assert "No filter named" in refusal(f"{{{{ document.author|{name} }}}}")


@pytest.mark.parametrize(
    "template",
    [
        "{% autoescape false %}x{% endautoescape %}",
        "{%- autoescape true -%}x{%- endautoescape -%}",
        "{%autoescape 0%}x",
    ],
)
def test_escaping_cannot_be_turned_off(template: str):
    assert "escaping cannot be turned off" in refusal(template)


def test_the_word_itself_may_be_said():
    assert drawn("autoescape{{ 'autoescape' }}") == "autoescapeautoescape"


def test_what_a_template_writes_itself_is_escaped_where_it_is_a_value():
    assert drawn("{{ '<b>' }}{{ '<b>'|upper }}{{ ['<b>']|join }}") == "&lt;b&gt;&lt;B&gt;&lt;b&gt;"


@pytest.mark.parametrize("name", ["gone", "range", "dict", "lipsum", "cycler", "joiner", "namespace"])
def test_there_are_no_globals(name: str):
    assert "is undefined" in refusal(f"{{{{ {name} }}}}")


@pytest.mark.parametrize(
    "error", ["1 / 0", "'a' + 1", "[][0].a", "{}|items|first|first", "2|items|first", "document|items|first"]
)
def test_whatever_a_template_raises_is_told_at_its_line(error: str):
    assert "template fails" in refusal(f"{{{{ {error} }}}}")


@pytest.mark.parametrize(
    "name",
    [
        "../theme.yaml",
        "/etc/passwd",
        "A.html",
        "a b.html",
        "a.txt",
        ".html",
        "sub/a.html",
        "a\\x00.html",
        "a" * 65 + ".html",
    ],
)
def test_templates_are_called_by_plain_names(name: str):
    theme = seeded({"html/document.html": f"{{% include '{name}' %}}", "html/A.html": "x", "html/sub/a.html": "x"})
    with pytest.raises(CannotWrite):
        render(document(), theme)


def test_a_template_that_is_a_link_is_not_there(tmp_path: Path):
    secret = tmp_path / "secret.html"
    secret.write_text("secret")
    theme = seeded({"html/document.html": "{% include 'linked.html' %}"})
    theme.chain[0].joinpath("html/linked.html").symlink_to(secret)
    with pytest.raises(CannotWrite, match=r"linked\.html"):
        render(document(), theme)
