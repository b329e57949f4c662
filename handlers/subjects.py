"""The ids in buttons, one or several. Whatever cannot be read is nobody's id."""

from handlers.context import Context, number


def subject_pair(context: Context) -> tuple[int, str]:
    """An id and what follows the hyphen, for data such as `7-12`."""
    first, _, second = (context.press.subject_id if context.press else "").partition("-")
    return number(first), second


def subject_ids(context: Context) -> tuple[int, int]:
    """Two ids."""
    first, second = subject_pair(context)
    return first, number(second)


def version(context: Context) -> int:
    """The version, or the page, that the button carries."""
    return context.press.version if context.press else 0
