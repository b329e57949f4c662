"""What the bot says: domain values in, words out, in the reader's language."""
