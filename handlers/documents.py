"""Fetch a file that somebody attached, when its size allows it."""

import logging
from dataclasses import dataclass

from telegram import Document
from telegram.error import BadRequest

from handlers.context import Context

log = logging.getLogger("muduo.documents")


@dataclass(frozen=True, kw_only=True)
class NotFetched:
    """The file is too large, or Telegram does not hand it over."""

    is_too_large: bool


async def fetch(context: Context, document: Document, *, at_most: int) -> bytes | NotFetched:
    """The file's bytes; one that is too large is not even asked for."""
    if (document.file_size or 0) > at_most:
        return NotFetched(is_too_large=True)
    try:
        file = await context.bot.get_file(document.file_id)
    except BadRequest as error:
        # Telegram does not always say the size beforehand.
        log.info("file_not_fetched", extra={"facts": {"reason": error.message}})
        return NotFetched(is_too_large="too big" in error.message.lower())
    # The size that Telegram told beforehand need not be true.
    if (file.file_size or 0) > at_most:
        return NotFetched(is_too_large=True)
    return bytes(await file.download_as_bytearray())
