"""Lines of text in, an outline out: headings, heads of entries, paragraphs and lists, found by how lines look."""
