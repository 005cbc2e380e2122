"""A theme, anybody's, in; what becomes of hard content in it, at every extreme of its options, out."""

from typeset.build.trial.caged import outcomes
from typeset.build.trial.trial import Tried, attempts, judged

__all__ = ["Tried", "attempts", "judged", "outcomes"]
