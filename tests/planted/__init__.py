"""Defects, each planted in a finished file, and the rule that must find it."""
