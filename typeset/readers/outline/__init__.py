"""What prose formats have in common: headings, entries and blocks in; a draft of content out."""
