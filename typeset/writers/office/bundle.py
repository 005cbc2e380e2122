"""Files by name in, a ZIP out that is the same whenever and wherever it is made."""

from __future__ import annotations

import io
from collections.abc import Collection
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time that files of an archive bear: the first that it can say."""


def bundle(files: dict[str, bytes], stored: Collection[str] = ()) -> bytes:
    """Return the files in their order, compressed but for those `stored` as they are."""
    out = io.BytesIO()
    with ZipFile(out, "w") as made:
        for name, data in files.items():
            made.writestr(ZipInfo(name, EPOCH), data, ZIP_STORED if name in stored else ZIP_DEFLATED)
    return out.getvalue()
