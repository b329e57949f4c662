"""The few HTTP pages: a third, small door."""
