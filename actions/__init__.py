"""What the bot can do: one function, one transaction, no awaiting, no words."""
