"""Content files of older models in; the same of today's model, and what has changed in them, out."""
