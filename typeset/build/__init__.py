"""A request in; proved files in `out/`, the manifest, and an account of each job out."""
