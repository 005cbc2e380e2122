"""What word processors share: the lines of a page in named styles, the measures of a theme, zipped XML."""
