"""The rules, in tables and properties."""
