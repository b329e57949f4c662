"""Run on Telegram: one instance, a ready database, a patient first meeting, then the loops."""

import asyncio
import logging
import sys
from functools import partial

from sqlmodel import Session

from actions.outbox import find_pauses
from actions.running import Runner
from bot.assembly import Muduo, Parts
from bot.clock import ClockGuard, SystemClock
from bot.database import claim_for, open_ready
from bot.exits import CannotRunError, Exit
from bot.first_admin import make_if_nobody_is
from bot.gate import Pause
from bot.housekeeping import Housekeeping
from bot.logs import configure_logging
from bot.meeting import meet
from bot.process import Process, until_stopped
from bot.settings import Settings
from bot.single_instance import Claim, only_instance
from bot.wire import AiohttpRequest
from domain.place import Place
from storage.engine import Database
from web.pages import create_app
from web.server import listen, server_for
from web.wall import WallDoor

log = logging.getLogger("muduo.run")


def run(settings: Settings, token: str) -> int:
    """Run until a signal; the exit code. Raises CannotRunError with one sentence."""
    configure_logging(level="info", secrets=[token, *settings.secrets()])
    bot_id = read_bot_id(token)
    url = settings.database()
    with only_instance(url) as claim:
        database = open_ready(url, now=SystemClock()())
        try:
            claim_for(database, bot_id)
            return asyncio.run(_run(settings, token, database, claim))
        finally:
            database.close()


def read_bot_id(token: str) -> int:
    """A token begins with the id of its bot."""
    number, colon, secret = token.partition(":")
    if not (number.isascii() and number.isdigit() and colon and secret):
        sentence = "MUDUO_TELEGRAM_TOKEN cannot be used: a token looks like 123456789:ABC…."
        raise CannotRunError(sentence, Exit.SETTINGS)
    return int(number)


async def _run(settings: Settings, token: str, database: Database, claim: Claim) -> int:
    guard = ClockGuard()
    muduo = Muduo(_parts(settings, token, database, guard))
    process = Process(muduo, doubt=guard.check)
    process.end_on_signals()
    _open_web(process, settings)
    try:
        if not await until_stopped(process.stop, meet(muduo)):
            return process.exit_code
        housekeeping = Housekeeping(process)
        housekeeping.plan()
        housekeeping.plan_for_real(claim)
        username = muduo.bot.username
        invitation = await asyncio.to_thread(make_if_nobody_is, database, username)
        sys.stdout.write(f"Muduo · https://t.me/{username}\n{invitation or ''}")
        sys.stdout.flush()
        return await process.live()
    finally:
        await process.close()


def _parts(settings: Settings, token: str, database: Database, guard: ClockGuard) -> Parts:
    now = SystemClock()
    with Session(database.reader) as session:
        standing = find_pauses(session, now=now())
    proxy = settings.proxy_url.get_secret_value() if settings.proxy_url else None
    return Parts(
        token=token,
        api_url=settings.telegram_api_url,
        request=partial(AiohttpRequest, proxy=proxy),
        database=database,
        now=now,
        place=Place(zone=settings.zone),
        files=settings.data_dir / "files",
        language=settings.language,
        send_rate=settings.send_rate,
        codes_good_for=settings.codes_good_for,
        web_address=settings.public_url,
        pauses=[
            Pause(scope="all" if scope == "all" else int(scope), until=until)
            for scope, until in standing
        ],
        doubt=guard.check,
    )


def _open_web(process: Process, settings: Settings) -> None:
    try:
        listener = listen(settings.web_host, settings.web_port)
    except OSError as error:
        sentence = (
            f"MUDUO_WEB_HOST {settings.web_host} and MUDUO_WEB_PORT {settings.web_port} "
            f"cannot be used: {error.strerror}."
        )
        raise CannotRunError(sentence, Exit.SETTINGS) from error
    app = create_app(process.vitals, _wall_door(process.muduo, settings))
    process.serve(server_for(app), listener)


def _wall_door(muduo: Muduo, settings: Settings) -> WallDoor:
    async def runner() -> Runner:
        return muduo.runner

    return WallDoor(
        runner=runner,
        now=muduo.parts.now,
        place=muduo.parts.place,
        username=lambda: muduo.username,
        is_secure=(settings.public_url or "").startswith("https:"),
    )
