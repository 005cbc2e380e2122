"""The bytes of any file in; all that anybody could read in it, layer by layer, out."""
