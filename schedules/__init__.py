"""The clock's door: at set intervals run one action, or empty the outbox."""
