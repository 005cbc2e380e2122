"""The ground that attacks are run on, made once a session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .ground import Ground, ground


@pytest.fixture(scope="session", name="ground")
def ground_() -> Iterator[Ground]:
    """Where attacks are run, one at a time."""
    with ground() as made:
        yield made
