"""Every route, for every role, in every kind of chat."""
