"""Files that people send: fetched within bounds, and worked on beside the loop."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from functools import partial
from typing import ParamSpec, TypeVar

from telegram import Document
from telegram.error import BadRequest

from handlers.context import Context

P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger("muduo.documents")

# One file at a time: each may take a few hundred megabytes while it is read.
_PAPER_WORK = ThreadPoolExecutor(1, thread_name_prefix="paper")


class NotHere(Enum):
    """Why the bytes of a file are not here."""

    TOO_LARGE = "too_large"
    NOT_FETCHED = "not_fetched"


async def at_the_desk(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Work on paper beside the loop, so that nobody's press waits for it."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_PAPER_WORK, partial(work, *args, **kwargs))


async def fetch(context: Context, document: Document, *, limit: int) -> bytes | NotHere:
    """The file's bytes; one that is too large is not even asked for."""
    return await fetch_by_id(context, document.file_id, size=document.file_size or 0, limit=limit)


async def fetch_by_id(context: Context, file_id: str, *, size: int, limit: int) -> bytes | NotHere:
    """The same for whatever kind of message brought the file."""
    if size > limit:
        return NotHere.TOO_LARGE
    try:
        file = await context.bot.get_file(file_id)
    except BadRequest as error:
        # Telegram does not always say the size beforehand.
        if "too big" in error.message.lower():
            return NotHere.TOO_LARGE
        log.info("file_not_fetched", extra={"facts": {"reason": error.message}})
        return NotHere.NOT_FETCHED
    return bytes(await file.download_as_bytearray())
