"""A word in; whether it is one, and which one it was meant to be, out."""
