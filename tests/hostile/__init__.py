"""Input that nobody should trust: a catalogue of it by group, and what watches a build that is given it."""
