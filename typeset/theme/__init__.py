"""A theme's name and options in; its chain of folders, style sheets and fonts out."""
