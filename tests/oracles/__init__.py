"""Slow, plain second opinions that share no code with what they judge."""
