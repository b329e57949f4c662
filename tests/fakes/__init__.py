"""Fakes at the edges: a wire without sockets and a clock that is moved by hand."""
