"""Let what is open of a duty follow its changed rule: done, let go, or asked for anew."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from actions.quieting import OBLIGATION, quiet_obligation, refresh_cards
from domain.audience import OwnerKind
from domain.duty import Duty
from domain.duty_change import windows_differ
from domain.obligation import Obligation, ObligationState
from domain.place import Place
from domain.window import windows_between
from storage import calendar_days, history, obligation_changes, obligations, open_items, owners

# Id, owner, period and last day.
Keyed = tuple[int, str, str, date]


def follow_change(
    session: Session, before: Duty, after: Duty, *, by: int | None, now: datetime, place: Place
) -> None:
    """Call when `after` is kept: every open item of it goes by the new rule from now on."""
    open_items.follow_rule(session, after, now=now)
    obsolete = _find_obsolete(session, before, after, now=now, place=place)
    keys = open_items.find_keys(session, after.id)
    for one in obligations.find_many(session, [item_id for item_id, *_ in keys]).values():
        if one.id in obsolete:
            _settle(session, one, ObligationState.EXCUSED, by=by, now=now)
        elif one.counts(one.progress) >= one.at_least:
            _settle(session, one, ObligationState.DONE, by=by, now=now)
        else:
            refresh_cards(session, (OBLIGATION, one.id), version=one.version, now=now)


def _find_obsolete(
    session: Session, before: Duty, after: Duty, *, now: datetime, place: Place
) -> set[int]:
    """Items that the new rule would not have opened: other periods, or units that owe no more.

    People who owe no more are followed by the clock.
    """
    today = place.today(now)
    found = open_items.find_keys(session, after.id)
    gone: set[int] = set()
    if windows_differ(before, after):
        gone |= _find_other_windows(session, after, found, today=today)
    if after.audience.owner is OwnerKind.UNIT and before.audience != after.audience:
        owing = {owner.key for owner in owners.find(session, after.audience, today=today)}
        gone |= {item_id for item_id, owner, *_ in found if owner not in owing}
    return gone


def _find_other_windows(
    session: Session, duty: Duty, found: Sequence[Keyed], *, today: date
) -> set[int]:
    """Items whose period or date the rule does not name, by the calendar of their own unit."""
    kept = obligations.find_many(session, [item_id for item_id, *_ in found])
    calendars = calendar_days.load_for(session, [one.unit for one in kept.values()])
    since = min((last_day for *_, last_day in found), default=today)
    named: dict[int, set[str]] = {}
    gone = set()
    for item_id, _, key, _ in found:
        calendar = calendars.of(kept[item_id].unit)
        if id(calendar) not in named:
            windows = windows_between(duty, calendar, min(since, today), today)
            named[id(calendar)] = {window.key for window in windows}
        if key not in named[id(calendar)]:
            gone.add(item_id)
    return gone


def _settle(
    session: Session, one: Obligation, state: ObligationState, *, by: int | None, now: datetime
) -> None:
    counted = one.counts(one.progress)
    if not obligation_changes.settle(session, one, state, counted=counted, by=by, now=now):
        return
    quiet_obligation(session, one.id, version=one.version + 1, now=now)
    history.write_down(
        session,
        state.value,
        (OBLIGATION, one.id),
        now=now,
        by=by,
        before={"state": one.state.value},
        after={"state": state.value},
    )
