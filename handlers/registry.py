"""How a handler declares what it listens to and who may use it. Without a policy there is none."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain.permission import Policy
from handlers.context import Context

Handler = Callable[[Context], Awaitable[None]]


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command such as /todo; `alias` is the Chinese word understood in private."""

    name: str
    policy: Policy
    handler: Handler
    alias: str = ""
    is_in_menu: bool = True


@dataclass(frozen=True, kw_only=True)
class PressRoute:
    """A button: `verb` is the second part of its data."""

    verb: str
    policy: Policy
    handler: Handler


@dataclass(frozen=True, kw_only=True)
class DraftRoute:
    """What is typed or sent while a dialogue of this kind is open."""

    kind: str
    policy: Policy
    handler: Handler


Route = Command | PressRoute | DraftRoute


def command(
    name: str, policy: Policy, *, alias: str = "", is_in_menu: bool = True
) -> Callable[[Handler], Command]:
    """Declare the handler of a command."""
    return lambda handler: Command(
        name=name, policy=policy, handler=handler, alias=alias, is_in_menu=is_in_menu
    )


def press(verb: str, policy: Policy) -> Callable[[Handler], PressRoute]:
    """Declare the handler of a button."""
    return lambda handler: PressRoute(verb=verb, policy=policy, handler=handler)


def draft(kind: str, policy: Policy) -> Callable[[Handler], DraftRoute]:
    """Declare what takes the words and files of an open dialogue."""
    return lambda handler: DraftRoute(kind=kind, policy=policy, handler=handler)
