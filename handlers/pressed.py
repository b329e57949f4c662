"""What a button carries, in numbers."""

from dataclasses import dataclass

from handlers.context import Context


@dataclass(frozen=True, kw_only=True)
class Pressed:
    """`number` is the id that the press is about; `version` is what its message showed."""

    number: int
    version: int


def pressed(context: Context) -> Pressed:
    """The press in hand; zeros, which nothing has, for what is no press of ours."""
    version = context.press.version if context.press else 0
    return Pressed(number=context.pressed_id, version=version)
