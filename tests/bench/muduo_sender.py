"""Ours: gather the digests, claim, render, send and write down, on the database given."""

import asyncio
import json
import resource
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from sqlmodel import Session, col, func, select

from bot.assembly import Muduo, Parts
from bot.process import spare_the_collector
from bot.wire import AiohttpRequest
from domain.place import Place
from storage import schema
from storage.engine import open_database
from storage.tables.messages import DeliveryRow
from tests.harness.crowds import add_waiting_notices
from tests.harness.world import SHANGHAI, at


class WorkingDay:
    """Nine in the morning of a working day, and on from there."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def __call__(self) -> datetime:
        return at("2026-11-27 09:00") + timedelta(seconds=time.monotonic() - self._began)


async def main(api_url: str, token: str, chat_ids: list[int], folder: str) -> None:
    now = WorkingDay()
    database = open_database(f"sqlite:///{folder}/bench.db")
    schema.upgrade(database)
    muduo = Muduo(
        Parts(
            token=token,
            api_url=api_url,
            request=AiohttpRequest,
            database=database,
            now=now,
            place=Place(zone=SHANGHAI),
            files=Path(folder) / "files",
            send_rate=0,
        )
    )
    await muduo.runner.write(
        lambda s: add_waiting_notices(s, chat_ids, today=now().date(), now=now())
    )
    await muduo.open()
    spare_the_collector()
    began, cpu = time.monotonic(), _cpu()
    await muduo.tick()
    await muduo.courier.drain()
    seconds, used = time.monotonic() - began, _cpu() - cpu
    sent = await muduo.runner.read(_count_sent)
    if sent != len(chat_ids):
        raise RuntimeError(f"{sent} of {len(chat_ids)} messages were sent")
    await muduo.close()
    print(json.dumps({"messages": len(chat_ids), "seconds": seconds, "cpu_seconds": used}))


def _count_sent(session: Session) -> int:
    sent = col(DeliveryRow.state) == "sent"
    return session.exec(select(func.count()).select_from(DeliveryRow).where(sent)).one()


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    _, url, token_, people, *rest = sys.argv
    asyncio.run(main(url, token_, json.loads(Path(people).read_text(encoding="utf-8")), *rest))
