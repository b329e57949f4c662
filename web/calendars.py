"""Calendars to subscribe to: one secret address for each person who asked for it."""

import asyncio
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from actions import calendar_feeds
from actions.calendar_feeds import Shown
from papers.calendar_files import feed_file
from texts.languages import language
from web.pace import Pace
from web.page_files import HEADERS
from web.wall import WallDoor

CALENDAR_KIND = "text/calendar; charset=utf-8"
# Calendars ask a few times a day; whoever asks more often is told to wait.
FOR_ONE = 30
FOR_STRANGERS = 600
NOT_MODIFIED, NOT_FOUND, TOO_MANY = 304, 404, 429
RETRY_AFTER = "3600"


class CalendarPages:
    """The route of calendars. An address that is none looks like any that never was."""

    def __init__(self, door: WallDoor) -> None:
        self._door = door
        self._readers = Pace(most=FOR_ONE)
        self._strangers = Pace(most=FOR_STRANGERS)

    def routes(self) -> list[Route]:
        """One address for everybody's."""
        return [Route("/calendar/{secret}.ics", self.show, methods=["GET"])]

    async def show(self, request: Request) -> Response:
        """The calendar as it is now; nothing but that it is the same where the reader has it."""
        now = self._door.now()
        runner = await self._door.runner()
        look = partial(
            calendar_feeds.look,
            secret=request.path_params["secret"],
            now=now,
            place=self._door.place,
        )
        shown = await runner.read(look)
        if shown is None:
            # All strangers together: they keep nobody from a calendar of his own.
            is_quiet = self._strangers.may(0, at=now)
            return Response("", NOT_FOUND, headers=HEADERS) if is_quiet else _wait()
        if not self._readers.may(shown.address.person_id, at=now):
            return _wait()
        fingerprint = shown.feed.fingerprint
        changed_at = shown.address.changed_at
        if changed_at is None or shown.address.fingerprint != fingerprint:
            note = partial(
                calendar_feeds.note_change,
                person_id=shown.address.person_id,
                fingerprint=fingerprint,
                now=now,
            )
            changed_at = await runner.write(note)
        return await self._answer(request, shown, changed_at)

    async def _answer(self, request: Request, shown: Shown, changed_at: datetime) -> Response:
        tag = f'"{shown.feed.fingerprint}"'
        headers = {
            **HEADERS,
            "Cache-Control": "private, no-cache",
            "ETag": tag,
            "Last-Modified": format_datetime(changed_at.astimezone(UTC), usegmt=True),
        }
        if _is_known(request, tag, changed_at):
            return Response("", NOT_MODIFIED, headers=headers)
        content = await asyncio.to_thread(
            feed_file,
            language(shown.feed.language),
            shown.feed,
            zone=self._door.place.zone,
            bot=self._door.username() or "muduo",
            changed_at=changed_at,
        )
        return Response(content, media_type=CALENDAR_KIND, headers=headers)


def _wait() -> Response:
    return Response("", TOO_MANY, headers={**HEADERS, "Retry-After": RETRY_AFTER})


def _is_known(request: Request, tag: str, changed_at: datetime) -> bool:
    """Whether the reader has it already. Tags go before dates, as RFC 9110 has it."""
    tags = request.headers.get("if-none-match")
    if tags is not None:
        known = {one.strip().removeprefix("W/") for one in tags.split(",")}
        return tag in known or "*" in known
    since = request.headers.get("if-modified-since")
    if since is None:
        return False
    try:
        seen = parsedate_to_datetime(since)
    except ValueError:
        return False
    return seen.tzinfo is not None and changed_at.replace(microsecond=0) <= seen
