"""The number that a button carries; whatever else an altered client sends is nobody's number."""

from dataclasses import dataclass

from handlers.context import Context

# The largest id that a column holds.
_MOST = 2**31 - 1


@dataclass(frozen=True, kw_only=True)
class Pressed:
    """`number` is the id that the press is about, 0 when it carries none."""

    number: int
    version: int


def pressed(context: Context) -> Pressed:
    """What was pressed, in numbers."""
    press = context.press
    if press is None:
        return Pressed(number=0, version=0)
    is_number = press.subject_id.isascii() and press.subject_id.isdigit()
    number = int(press.subject_id) if is_number else 0
    return Pressed(number=number if number <= _MOST else 0, version=press.version)
