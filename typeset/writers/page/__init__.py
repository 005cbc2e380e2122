"""A theme's HTML: its templates, what they set texts with, its style sheets."""
