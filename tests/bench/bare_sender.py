"""The reference: stock python-telegram-bot in a bare loop, so many in flight, no memory."""

import asyncio
import json
import resource
import sys
import time
from pathlib import Path

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import ParseMode

TEXT = (
    "<b>待办提醒 · 11月27日星期五</b>\n\n1. 教职工政治学习 · 2026年11月 · 青石小学\n"
    "还有3天，11月30日星期一截止\n如仍未完成，12月7日星期一将告知江畔教育局党委。"
)
BUTTONS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("1 安排", callback_data="v1:plan:1:1")],
        [InlineKeyboardButton("为什么提醒我", callback_data="v1:why:0:0")],
    ]
)


async def main(api_url: str, token: str, chat_ids: list[int], in_flight: int) -> None:
    bot = Bot(token, base_url=f"{api_url}/bot")
    await bot.initialize()
    waiting = iter(chat_ids)

    async def work() -> None:
        for chat_id in waiting:
            await bot.send_message(chat_id, TEXT, parse_mode=ParseMode.HTML, reply_markup=BUTTONS)

    began, cpu = time.monotonic(), _cpu()
    await asyncio.gather(*(work() for _ in range(in_flight)))
    seconds, used = time.monotonic() - began, _cpu() - cpu
    await bot.shutdown()
    print(json.dumps({"messages": len(chat_ids), "seconds": seconds, "cpu_seconds": used}))


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    _, url, token_, people, flying = sys.argv
    chats = json.loads(Path(people).read_text(encoding="utf-8"))
    asyncio.run(main(url, token_, chats, int(flying)))
