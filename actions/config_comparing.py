"""Compare a file with what is set up: what it changes, whom that reaches, what is open of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain

from sqlmodel import Session

from actions.duty_reach import count_reach
from actions.running import reads
from domain.audience import Audience
from domain.bilingual import NO_NAME
from domain.configuration import (
    Configuration,
    ConfigurationDifference,
    ConfigurationReading,
    Reach,
    compare,
)
from domain.duty_entry import Codes, DutyEntry, duty_of, find_unknown_codes
from domain.file_fault import FaultReason, FileFault
from domain.permission import Actor
from domain.place import Place
from storage import approvals, configurations, open_items, owners, units

# Why a version was made.
IMPORTED, INSTALLED, UNDONE = "imported", "installed", "undone"

# What an open item goes by; names and sources are shown as they are now.
_OF_OPEN_ITEMS = frozenset(
    {"acts", "needs", "cadence", "policy", "audience", "named", "exempt_months"}
)

_OF_ADDRESSING = frozenset({"audience", "named", "is_paused"})


@dataclass(frozen=True, kw_only=True)
class Compared:
    """What a file asks for, beside what is known; `includes_open` is what is chosen at first."""

    wanted: Configuration
    difference: ConfigurationDifference
    reach: Reach
    open_items: int = 0
    includes_open: bool = False
    cause: str = IMPORTED


@reads
def compare_file(
    session: Session, actor: Actor, reading: ConfigurationReading, *, now: datetime, place: Place
) -> Compared | FileFault:
    """What the file would change, or why it cannot: it names strangers, or nobody would owe it."""
    codes = configurations.load_codes(session)
    known = configurations.load(session, codes)
    difference = compare(known, reading.configuration)
    changing = (*difference.added, *(one.after for one in difference.changed))
    addressed = (
        *difference.added,
        *(one.after for one in difference.changed if _OF_ADDRESSING & {*one.fields}),
    )
    today = place.today(now)
    fault = next(
        chain(
            _find_strangers(changing, reading, codes),
            _find_empty(session, addressed, reading, codes, today),
            _find_unknown_units(reading, codes),
        ),
        None,
    )
    return fault or compare_now(session, reading.configuration, now=now, place=place)


def compare_now(
    session: Session,
    wanted: Configuration,
    *,
    cause: str = IMPORTED,
    now: datetime,
    place: Place,
) -> Compared:
    """The difference in this transaction, with whom it reaches."""
    codes = configurations.load_codes(session)
    difference = compare(configurations.load(session, codes), wanted)
    today = place.today(now)
    touched = [_audience(one, codes, today) for one in difference.touched]
    following = [one.after.code for one in difference.changed if _OF_OPEN_ITEMS & {*one.fields}]
    ids = configurations.find_duty_ids(session, following)
    return Compared(
        wanted=wanted,
        difference=difference,
        reach=_count_reach(session, touched, _find_changing(difference, codes), today),
        open_items=open_items.count(session, list(ids.values())),
        cause=cause,
    )


def _count_reach(
    session: Session, touched: Iterable[Audience], changing: list[int], today: date
) -> Reach:
    """A calendar that changes here reaches each of the people, as one that is changed in words."""
    below = units.find_ids_within(session, changing) if changing else set()
    reach = count_reach(session, touched, besides=below, today=today)
    tops = units.find_many(session, changing).values()
    everybody = {one for top in tops for one in approvals.find_everybody(session, top.path)}
    return replace(reach, keys=reach.keys | {f"p{one}" for one in everybody})


def _find_strangers(
    changing: Iterable[DutyEntry], reading: ConfigurationReading, codes: Codes
) -> Iterator[FileFault]:
    for entry in changing:
        for code in find_unknown_codes(entry, codes):
            line = reading.lines.get(entry.code, 1)
            yield FileFault(line=line, reason=FaultReason.UNKNOWN_OWNER, found=code)


def _find_empty(
    session: Session,
    addressed: Iterable[DutyEntry],
    reading: ConfigurationReading,
    codes: Codes,
    today: date,
) -> Iterator[FileFault]:
    for entry in addressed:
        if entry.is_paused:
            continue
        if not owners.find(session, _audience(entry, codes, today), today=today):
            line = reading.lines.get(entry.code, 1)
            yield FileFault(line=line, reason=FaultReason.NOBODY, found=entry.code)


def _find_unknown_units(reading: ConfigurationReading, codes: Codes) -> Iterator[FileFault]:
    known = {*codes.units.values()}
    for one in reading.configuration.calendars:
        if one.unit not in known:
            line = reading.calendar_lines.get(one.unit, 1)
            yield FileFault(line=line, reason=FaultReason.UNKNOWN_OWNER, found=one.unit)


def _find_changing(difference: ConfigurationDifference, codes: Codes) -> list[int]:
    """The units whose calendars change, and with them those of everything below."""
    named = {one.unit for one in difference.calendars}
    return [unit_id for unit_id, code in codes.units.items() if code in named]


def _audience(entry: DutyEntry, codes: Codes, today: date) -> Audience:
    return duty_of(entry, plan=NO_NAME, codes=codes, today=today).audience
