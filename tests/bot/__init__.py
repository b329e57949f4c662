"""The wire, the gate, the logs and the clock."""
