"""All pages of the web door."""

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette

from domain.health import Vitals
from web.calendars import CalendarPages
from web.health import health_route
from web.wall import WallDoor, WallPages


def create_app(look: Callable[[], Awaitable[Vitals]], door: WallDoor) -> Starlette:
    """The health page, the walls, and calendars."""
    pages = (*WallPages(door).routes(), *CalendarPages(door).routes())
    return Starlette(routes=[health_route(look), *pages])
