"""What every reader of other people's formats stands on: a file's sample, and the draft of content made of it."""
