"""What the bot remembers: tables, queries, migrations."""
