"""All pages of the web door."""

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette

from domain.health import Vitals
from web.health import health_route
from web.wall import WallDoor, WallPages


def create_app(look: Callable[[], Awaitable[Vitals]], door: WallDoor) -> Starlette:
    """The health page and the walls."""
    return Starlette(routes=[health_route(look), *WallPages(door).routes()])
