"""A finished PDF and the document it was made of in; what a parser of CVs understands of it, by field, out."""
