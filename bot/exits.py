"""How the process can end, as numbers that a supervisor understands."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of `python -m bot`; the README lists them."""

    FINE = 0
    PROBLEM_FOUND = 1
    SETTINGS = 2
    ANOTHER_INSTANCE = 3
    TOKEN_REFUSED = 4
    DATABASE = 5
    STUCK = 70


class CannotRunError(Exception):
    """The process cannot start or go on; the message is one sentence for whoever started it."""

    def __init__(self, sentence: str, code: Exit) -> None:
        super().__init__(sentence)
        self.code = code
