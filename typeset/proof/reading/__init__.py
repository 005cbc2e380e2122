"""Finished files in; what an independent reader finds in them out. One module a format."""
