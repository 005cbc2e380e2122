"""A tailored résumé and an audience in; what that audience may see of it, and all that it may not, out."""
