"""A stand-in for Telegram on loopback, with a chat page."""
