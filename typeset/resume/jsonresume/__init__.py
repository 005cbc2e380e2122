"""Canonical tree in, JSON Resume in one language out; and back.

What JSON Resume has other room for, it gets in its own form: a text in one language, a point as a string, a date in
figures, one entry a role. What stood there before is kept beside it, under `x.typeset`; whole parts that it has no room
for stand under `meta.typeset`. `restored` puts them back, but only where what is seen is still what was made of
them: whoever edits such a file is believed. Keys that JSON Resume does not know, but allows, stay where they are.

Content that was imported from somebody's JSON Resume keeps how that said it (`origin`), and comes out as it came in.
"""
