"""HTML of a rich-text field in, Markdown that says the same out. The only module that knows markdownify."""

from __future__ import annotations

import html
import re
import warnings

_CODE = re.compile(r"`[^`\n]+`")
_IDLE_BREAK = re.compile(r"\\$(?=\n\n|\Z)|^\\$", re.MULTILINE)


def markdown_of(fragment: str, *, is_mixed: bool = False) -> str | None:
    """Return the Markdown of an HTML fragment, tags that Markdown has no word for leaving their text.

    A mixed one has Markdown of its own between the tags, which stays. None for elements that are nested deeper than
    Python's stack reaches.
    """
    from markdownify import markdownify

    if is_mixed:
        fragment = _CODE.sub(lambda found: html.escape(found[0]), fragment)
    is_bare = not is_mixed
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it wonders whether such a text is XML, or the name of a file
            made = markdownify(
                fragment,
                heading_style="atx",
                bullets="-",
                newline_style="backslash",
                escape_asterisks=is_bare,
                escape_underscores=is_bare,
                escape_misc=is_bare,
            )
    except RecursionError:
        return None
    return re.sub(r"\n{3,}", "\n\n", _IDLE_BREAK.sub("", made)).strip()
