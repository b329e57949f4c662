"""The ids in buttons, one or several. Whatever cannot be read is nobody's id."""

from datetime import date

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


def parts(context: Context, count: int) -> list[str]:
    """So many parts between hyphens; what is not there is empty."""
    found = (context.press.subject_id if context.press else "").split("-")
    return [*found, *[""] * count][:count]


def day_of(written: str) -> date:
    """`20261103` as a day; what is none is the first day of all, on which nothing was."""
    is_ours = len(written) == 8 and written.isascii() and written.isdecimal()
    try:
        return date.fromisoformat(written) if is_ours else date.min
    except ValueError:
        return date.min
