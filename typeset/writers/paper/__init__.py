"""HTML laid out as PDF: the engine, and what archives and print shops ask of its file."""
