"""Small documents for TeX to compile."""

from collections.abc import Callable

import pytest

from typeset.writers.tex import lualatex
from typeset.writers.tex.log import Sheet

Compile = Callable[..., bytes]


@pytest.fixture(scope="session")
def compiled() -> Compile:
    """A function from the body of a small document to its PDF."""

    def compile_body(body: str, preamble: str = "") -> bytes:
        source = f"\\documentclass{{article}}\n{preamble}\n\\begin{{document}}\nok\n{body}\n\\end{{document}}\n"
        return lualatex.pdf(Sheet(source), {})

    return compile_body
