"""What is true: pure functions of values and the time."""
