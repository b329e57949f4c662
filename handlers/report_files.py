"""The files of reports on their way in and out: fetched, looked at, copied, shown again."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from telegram import InputMediaDocument, InputMediaPhoto
from telegram.error import BadRequest, NetworkError

from domain.report_file import MOST_BYTES, FileKind, FileRefusal, RefusedFile, ReportFile
from handlers.context import Context
from handlers.documents import NotHere, fetch_by_id
from papers.file_types import look_into

log = logging.getLogger("muduo.report_files")

AN_ALBUM = 10


async def take_in(context: Context, file: ReportFile) -> ReportFile | RefusedFile:
    """Look into the file and keep our own copy; one that does not come now is fetched later."""
    content = await _fetch(context, file)
    if content is NotHere.TOO_LARGE:
        return RefusedFile(why=FileRefusal.TOO_BIG)
    if content is NotHere.NOT_FETCHED:
        return file
    found = await asyncio.to_thread(look_into, file, content)
    if isinstance(found, RefusedFile):
        return found
    try:
        mark = await asyncio.to_thread(context.copies.keep, content, now=context.now())
    except OSError as error:
        # A full disk loses no report: Telegram still has the file, and it is fetched again.
        log.error("copy_not_kept", extra={"facts": {"reason": error.strerror}})
        return replace(file, type=found)
    return replace(file, type=found, mark=mark, size=len(content))


async def _fetch(context: Context, file: ReportFile) -> bytes | NotHere:
    try:
        return await fetch_by_id(context, file.file_id, size=file.size, limit=MOST_BYTES)
    except BadRequest:
        raise
    except NetworkError as error:
        log.info("file_not_fetched", extra={"facts": {"reason": str(error)}})
        return NotHere.NOT_FETCHED


async def show(context: Context, files: Sequence[ReportFile]) -> int:
    """Send the files of a report, photos and documents each together; returns how many are lost."""
    lost = 0
    kept = [one for one in files if one.may_be_shown]
    ordered = sorted(kept, key=lambda one: one.kind)
    for _, some in groupby(ordered, key=lambda one: one.kind):
        alike = list(some)
        for at in range(0, len(alike), AN_ALBUM):
            lost += await _send(context, alike[at : at + AN_ALBUM])
    return lost


async def _send(context: Context, files: list[ReportFile]) -> int:
    """By Telegram's id, which costs nothing; where it has lost one, each from our own copy."""
    try:
        await _send_together(context, files, [one.file_id for one in files])
    except BadRequest:
        return sum([not await _send_copy(context, one) for one in files])
    return 0


async def _send_copy(context: Context, file: ReportFile) -> bool:
    """Alone, so that one that Telegram does not take keeps no other back."""
    copy = await asyncio.to_thread(context.copies.fetch, file.mark)
    try:
        await _send_together(context, [file], [copy or file.file_id])
    except BadRequest as error:
        log.warning("file_not_shown", extra={"facts": {"file": file.id, "reason": error.message}})
        return False
    return True


async def _send_together(
    context: Context, files: Sequence[ReportFile], contents: Sequence[str | bytes]
) -> None:
    chat, bot = context.user_id, context.bot
    if len(files) > 1:
        media = [_medium(one, content) for one, content in zip(files, contents, strict=True)]
        await bot.send_media_group(chat, media)
    elif files[0].kind is FileKind.PHOTO:
        await bot.send_photo(chat, contents[0])
    else:
        await bot.send_document(chat, contents[0], filename=_name(files[0], contents[0]))


def _medium(file: ReportFile, content: str | bytes) -> InputMediaDocument | InputMediaPhoto:
    if file.kind is FileKind.PHOTO:
        return InputMediaPhoto(content)
    return InputMediaDocument(content, filename=_name(file, content))


def _name(file: ReportFile, content: str | bytes) -> str | None:
    """Only what is sent anew needs its name."""
    return (file.name or "file") if isinstance(content, bytes) else None
