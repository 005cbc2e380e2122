"""What colours mean, as ICC profiles: on a screen and in ink. `profiles.md` says where they come from."""

from __future__ import annotations

from pathlib import Path

SRGB = Path(__file__).with_name("srgb.icc")
"""IEC 61966-2-1, the colours of screens."""

COATED = Path(__file__).with_name("coated.icc")
"""Offset printing on coated paper: characterisation data FOGRA39L, 280 % of ink at most."""
