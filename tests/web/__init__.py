"""The small web door."""
