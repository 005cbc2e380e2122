"""An application's words in; what they do to a résumé, and what is wrong with them, out. One idea a module."""

VARIABLES = "TYPESET_PRIVATE_"
"""How the names of environment variables begin that hold private values: `TYPESET_PRIVATE_BASICS_PHONE`."""
