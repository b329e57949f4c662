"""The stand-in answers as Telegram answers."""
