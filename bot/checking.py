"""`python -m bot check`: would a start work? It looks and changes nothing."""

import asyncio
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session
from telegram.error import TelegramError

from bot.clock import SystemClock
from bot.exits import Exit
from bot.first_admin import fetch_name
from bot.settings import Settings
from bot.telegram_errors import Outcome, classify
from domain.place import Place
from domain.public_holiday import CHINA
from papers.holiday_library import read_country
from storage import calendar_days, schema
from storage.backups import find_damage
from storage.engine import Database, open_database

FREE_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One line of the list."""

    what: str
    is_fine: bool
    told: str


def check(settings: Settings) -> int:
    """Print the list; the exit code is 1 when something is wrong."""
    findings = list(find_all(settings))
    for finding in findings:
        sys.stdout.write(f"{'✓' if finding.is_fine else '✗'} {finding.what}: {finding.told}\n")
    return Exit.FINE if all(one.is_fine for one in findings) else Exit.PROBLEM_FOUND


def find_all(settings: Settings) -> Iterator[Finding]:
    """Every finding, in the order in which a start would meet them."""
    looks: tuple[tuple[str, Callable[[], tuple[bool, str]]], ...] = (
        ("time zone 时区", partial(_time, settings)),
        ("disk 磁盘", partial(_disk, settings)),
        ("database 数据库", partial(_database, settings)),
        ("calendar 工作日历", partial(_calendar, settings)),
        ("Telegram", partial(_telegram, settings)),
    )
    for what, look in looks:
        is_fine, told = look()
        yield Finding(what=what, is_fine=is_fine, told=told)


def _time(settings: Settings) -> tuple[bool, str]:
    local = Place(zone=settings.zone).local(SystemClock()())
    return True, f"{settings.time_zone}, where it is {local:%Y-%m-%d %H:%M}"


def _disk(settings: Settings) -> tuple[bool, str]:
    existing = settings.data_dir.absolute()
    while not existing.exists():
        existing = existing.parent
    free = shutil.disk_usage(existing).free
    return free >= FREE_BYTES, f"{free // 1024**2} MB free at {settings.data_dir}"


def _database(settings: Settings) -> tuple[bool, str]:
    url = settings.database()
    path = _file_of(url)
    where = make_url(url).render_as_string(hide_password=True)
    if path is not None:
        if not path.exists():
            return True, f"{where} will be made at the first start"
        if damage := find_damage(path):
            return False, f"{where} is damaged: {damage[0]}"
    database = open_database(url)
    try:
        return _step(database, where)
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", error)).splitlines()[0]
        return False, f"{where} cannot be used: {reason}"
    finally:
        database.close()


def _step(database: Database, where: str) -> tuple[bool, str]:
    step, newest = schema.find_step(database), schema.newest_step()
    if step is not None and step > newest:
        return False, f"{where} was written by a newer version of Muduo (step {step})"
    if step != newest:
        return True, f"{where} will be brought from step {step or 'none'} to {newest} at the start"
    return True, f"{where} is whole and at step {step}"


def _calendar(settings: Settings) -> tuple[bool, str]:
    year = Place(zone=settings.zone).today(SystemClock()()).year
    [known] = read_country(CHINA, [year]).lists
    told = f"{len(known.days)} special days of {year}"
    if known.has_make_up_days or year in _years_kept(settings):
        return True, told
    return False, f"{told}, but the official list is not known; install a newer Muduo"


def _years_kept(settings: Settings) -> frozenset[int]:
    path = _file_of(settings.database())
    if path is None or not path.exists():
        return frozenset()
    database = open_database(settings.database())
    try:
        with Session(database.reader) as session:
            return calendar_days.load(session).published_years
    except SQLAlchemyError:
        # The line about the database says why.
        return frozenset()
    finally:
        database.close()


def _telegram(settings: Settings) -> tuple[bool, str]:
    token = settings.token()
    if token is None:
        return True, "no token, so a start opens the sandbox"
    by = " through the proxy" if settings.proxy_url else ""
    try:
        username = asyncio.run(fetch_name(settings, token))
    except TelegramError as error:
        failure = classify(error)
        if failure.kind is Outcome.AUTH:
            return False, "the token is not known there; look it up at @BotFather"
        return False, f"{settings.telegram_api_url} cannot be reached{by}: {failure.reason}"
    return True, f"@{username} answers{by}"


def _file_of(url: str) -> Path | None:
    parsed = make_url(url)
    is_file = parsed.get_backend_name() == "sqlite" and parsed.database
    return Path(parsed.database) if is_file and parsed.database else None
