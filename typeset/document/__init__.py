"""A tailored résumé in; what the pages say, in few shapes and one language, out."""
