"""Bytes in and out, honest and hostile."""
