"""Characters that no content may hold, and the ways to write them."""

from __future__ import annotations

REFUSED = [
    *range(0x09),
    *range(0x0B, 0x0D),
    *range(0x0E, 0x20),
    *range(0x7F, 0xA0),
    *(0x61C, 0x200E, 0x200F, 0x2028, 0x2029),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *(0xFEFF, 0xFFFE, 0xFFFF),
]
"""Control characters, separators of lines and paragraphs, bidirectional controls, and what is no character at all."""
SURROGATES = (0xD800, 0xDBFF, 0xDC00, 0xDFFF)
