"""The sandbox: the real bot on this machine, against a stand-in for Telegram in a browser."""

import asyncio
import os
import secrets
import shutil
import socket
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from actions.running import Runner
from bot.assembly import Parts
from bot.clock import SystemClock, monotonic
from bot.database import claim_for, open_ready
from bot.logs import configure_logging
from bot.sandbox_clock import SandboxClock
from bot.sandbox_desk import Desk
from bot.sandbox_rehearsal import Rehearsal
from bot.sandbox_scenery import Scenery
from bot.sandbox_snapshots import Snapshots
from bot.sandbox_stage import Stage
from bot.sandbox_tour import Tour
from bot.settings import Settings
from bot.single_instance import only_instance
from bot.wire import AiohttpRequest
from domain.place import Place
from sandbox.clock import Clock
from sandbox.core import SANDBOX_TOKEN, StandIn
from sandbox.extension import joined
from sandbox.server import SandboxApp, create_app
from sandbox.server import server_for as sandbox_server_for
from sandbox.snapshot import restore, take
from storage.engine import Database
from web.pages import create_app as create_pages
from web.server import QuietServer, listen, serve, server_for
from web.wall import WallDoor

LOOPBACK = "127.0.0.1"
CHATS = "chats.json"
SYSTEM_CLOCK = SystemClock()


@dataclass(frozen=True, kw_only=True)
class _Page:
    """The sandbox's app, and where it is to be found."""

    app: SandboxApp
    listener: socket.socket
    address: str
    begun: float


def run_sandbox(
    settings: Settings, *, begun: float, fresh: bool = False, system: Clock = SYSTEM_CLOCK
) -> int:
    """Run the sandbox until a signal; the exit code. Raises CannotRunError with one sentence.

    `begun` is when the process began, by `monotonic`; `system` is what its clock begins with.
    """
    configure_logging(level="warning", secrets=settings.secrets())
    url = settings.database(sandbox=True)
    folder = settings.data_dir / "sandbox"
    with only_instance(url):
        if fresh:
            _clear(folder)
        database = open_ready(url, now=system())
        clock = SandboxClock(system, database)
        try:
            return asyncio.run(_run(settings, database, clock, folder=folder, begun=begun))
        finally:
            database.close()


async def _run(
    settings: Settings, database: Database, clock: SandboxClock, *, folder: Path, begun: float
) -> int:
    stand_in, place = StandIn(now=clock, token=_new_token()), Place(zone=settings.zone)
    scenery = Scenery(database, stand_in, clock, place=place, language=settings.language)
    _open_chats(stand_in, database, scenery, folder / CHATS)
    listener, web_listener = map(_listen_if_free, (settings.sandbox_port, settings.web_port))
    address = _address(listener)

    def parts() -> Parts:
        return Parts(
            token=stand_in.token,
            api_url=address,
            request=AiohttpRequest,
            database=database,
            now=clock,
            place=place,
            files=folder / "files",
            language=scenery.language,
            send_rate=0,
            codes_good_for=settings.codes_good_for,
            web_address=_address(web_listener),
        )

    stage = Stage(parts, clock, keep=partial(_keep_in_time, stand_in, folder / CHATS))
    snapshots = Snapshots(folder / "moments", database, stand_in, clock)
    extension = joined(
        Desk(stage, snapshots, place).extension(),
        Tour(stage, stand_in).extension(),
        Rehearsal(stage, snapshots, scenery, stand_in).extension(),
    )
    secret = "s" + secrets.token_urlsafe(24)
    app = create_app(stand_in, time_machine=stage, extension=extension, secret=secret)
    page = _Page(app=app, listener=listener, address=f"{address}/{secret}/", begun=begun)
    try:
        return await _live(stage, page, web_listener, _wall_door(stage, place))
    finally:
        _keep(stand_in, folder / CHATS)
        stand_in.close()


def _new_token() -> str:
    """The bot stays the same, so that its database knows it; the rest nobody can guess."""
    return f"{SANDBOX_TOKEN.partition(':')[0]}:{secrets.token_urlsafe(26)}"


def _wall_door(stage: Stage, place: Place) -> WallDoor:
    """The walls of whichever bot is on the stage."""

    async def runner() -> Runner:
        return (await stage.present()).runner

    return WallDoor(
        runner=runner, now=stage.now, place=place, username=lambda: stage.muduo.username
    )


async def _live(stage: Stage, page: _Page, web_listener: socket.socket, door: WallDoor) -> int:
    """Serve the chats and the bot's own pages for as long as there is a bot on the stage."""
    web = server_for(create_pages(stage.vitals, door))
    servers = [
        asyncio.create_task(serve(QuietServer(sandbox_server_for(page.app).config), page.listener)),
        asyncio.create_task(serve(web, web_listener)),
    ]
    try:
        return await stage.live(on_ready=partial(_announce, page))
    finally:
        for task in servers:
            task.cancel()
        await asyncio.gather(*servers, return_exceptions=True)


def _announce(page: _Page) -> None:
    seconds = monotonic() - page.begun
    sys.stdout.write(f"沙盒已就绪（{seconds:.1f} 秒），请打开 · ")
    sys.stdout.write(f"The sandbox is ready in {seconds:.1f} s, open  {page.address}\n")
    sys.stdout.flush()


def _open_chats(stand_in: StandIn, database: Database, scenery: Scenery, chats: Path) -> None:
    """The chats as they were left, or a fresh scene."""
    claim_for(database, int(stand_in.token.partition(":")[0]))
    if chats.exists():
        restore(stand_in.world, chats.read_text(encoding="utf-8"))
    else:
        scenery.begin()
        _keep(stand_in, chats)


def _address(listener: socket.socket) -> str:
    return f"http://{LOOPBACK}:{listener.getsockname()[1]}"


def _listen_if_free(port: int) -> socket.socket:
    try:
        return listen(LOOPBACK, port)
    except OSError:
        return listen(LOOPBACK, 0)


async def _keep_in_time(stand_in: StandIn, chats: Path) -> None:
    _keep(stand_in, chats)


def _keep(stand_in: StandIn, chats: Path) -> None:
    unfinished = chats.with_suffix(".unfinished")
    unfinished.write_text(take(stand_in.world), encoding="utf-8")
    os.replace(unfinished, chats)


def _clear(folder: Path) -> None:
    for name in ("muduo.db", "muduo.db-wal", "muduo.db-shm", CHATS):
        (folder / name).unlink(missing_ok=True)
    shutil.rmtree(folder / "moments", ignore_errors=True)
