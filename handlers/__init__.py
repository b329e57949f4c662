"""The people's door: an update becomes one action, its outcome becomes a reply."""
