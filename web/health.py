"""One page for supervisors: is the bot well, and if not, why."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from domain.health import Vitals, find_complaints

WELL = 200
UNWELL = 503


def create_app(look: Callable[[], Awaitable[Vitals]]) -> Starlette:
    """The health page alone."""
    return Starlette(routes=[health_route(look)])


def health_route(look: Callable[[], Awaitable[Vitals]]) -> Route:
    """`/healthz` answers 200 or 503, with ages and counts and nothing about anybody."""

    async def tell(_request: Request) -> Response:
        vitals = await look()
        complaints = find_complaints(vitals)
        ages = {name: _rounded(age) for name, age in vitals.ages.items()}
        content = {"ok": not complaints, "complaints": complaints, **asdict(vitals), "ages": ages}
        return JSONResponse(
            content, UNWELL if complaints else WELL, headers={"Cache-Control": "no-store"}
        )

    return Route("/healthz", tell, methods=["GET"])


def _rounded(age: float | None) -> float | None:
    return None if age is None else round(age, 1)
