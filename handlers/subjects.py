"""Buttons about two things at once. Whatever cannot be read is nobody's id."""

from handlers.context import Context

LARGEST = 2**31 - 1


def subject_pair(context: Context) -> tuple[int, str]:
    """An id and what follows the hyphen, for data such as `7-12`."""
    first, _, second = (context.press.subject_id if context.press else "").partition("-")
    return _number(first), second


def subject_ids(context: Context) -> tuple[int, int]:
    """Two ids."""
    first, second = subject_pair(context)
    return first, _number(second)


def version(context: Context) -> int:
    """The version, or the page, that the button carries."""
    return context.press.version if context.press else 0


def _number(written: str) -> int:
    if not written.isascii() or not written.isdigit() or len(written) > len(str(LARGEST)):
        return 0
    found = int(written)
    return found if found <= LARGEST else 0
