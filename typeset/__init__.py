"""typeset, a compiler for CVs.

    content/*.yaml ┐               content/applications/*.yaml     themes/<name>/theme.yaml
    JSON Resume    ┴─ read ─► Resume ─ tailor ─► Resume ─ arrange ─► Document ─ write ─► bytes ─ proof ─► Findings

Every stage but the two ends is a pure function; a stage returns, or raises all its faults at once.
"""

__version__ = "0.1.0"
