"""The one-time link by which the first administrator comes in."""

import asyncio

from sqlmodel import Session
from telegram import Bot
from telegram.error import TelegramError

from actions.links import make_admin_link
from bot.clock import SystemClock
from bot.settings import Settings
from bot.wire import AiohttpRequest
from storage import people
from storage.engine import Database


def make_if_nobody_is(database: Database, username: str) -> str | None:
    """What to print when nobody is administrator yet; otherwise None."""
    with Session(database.writer) as session:
        if people.count_linked_administrators(session, besides=0):
            return None
        secret = make_admin_link(session, now=SystemClock()())
        session.commit()
    return in_words(secret, username)


def make_anew(database: Database, settings: Settings) -> str:
    """What `admin-link` prints. Earlier links end."""
    with Session(database.writer) as session:
        secret = make_admin_link(session, now=SystemClock()())
        session.commit()
    return in_words(secret, ask_name(settings))


def in_words(secret: str, username: str | None) -> str:
    """The link, or without the bot's name what to send to it."""
    way = f"https://t.me/{username}?start={secret}" if username else f"/start {secret}"
    return (
        "Who opens this becomes administrator (once, within 24 hours):\n"
        f"打开以下链接的人成为管理员（一次有效，24 小时内）：\n{way}\n"
    )


def ask_name(settings: Settings) -> str | None:
    """The bot's name in Telegram, if it can be asked."""
    token = settings.token()
    if token is None:
        return None
    try:
        return asyncio.run(fetch_name(settings, token))
    except TelegramError:
        return None


async def fetch_name(settings: Settings, token: str) -> str:
    """Ask Telegram who the token belongs to; raises TelegramError when it does not say."""
    proxy = settings.proxy_url.get_secret_value() if settings.proxy_url else None
    request, updates = AiohttpRequest(proxy=proxy), AiohttpRequest(proxy=proxy)
    base_url = f"{settings.telegram_api_url}/bot"
    bot = Bot(token, base_url=base_url, request=request, get_updates_request=updates)
    async with request:
        return (await bot.get_me()).username or ""
