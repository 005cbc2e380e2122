"""LaTeX: a theme's templates for it, the engine that sets it, and what its PDF lacks."""
