"""What a rule has to say about a finished file."""

from typeset.source.findings import Finding

__all__ = ["Finding"]
