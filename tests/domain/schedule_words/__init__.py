"""What people say about when."""
