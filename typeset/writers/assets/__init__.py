"""What pages of every kind hold besides text: photos, fonts, codes."""
