"""Pages as WeasyPrint lays them out."""

import pytest
from planted.plant import CONTENT, seeded, written

from typeset.writers import CannotWrite


@pytest.mark.parametrize("size", ["0", "20mm", "1e9mm"])
def test_a_page_without_room_for_text_is_refused(size: str):
    with pytest.raises(CannotWrite, match="no room for text on page 1"):
        written(CONTENT, seeded({"seeded.css": f"@page {{ size: {size}; margin: 10mm }}"}))
