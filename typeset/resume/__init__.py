"""A content file's tree in; what is true of a person, and what one application shows of it, out."""
