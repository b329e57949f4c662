"""Count what was done towards an obligation, or take it back, and let everybody know who waits."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from actions.quieting import OBLIGATION, quiet_obligation, refresh_cards
from domain.act import step
from domain.obligation import NO_END, Obligation, ObligationState
from storage import history, notices, obligation_changes


@dataclass(frozen=True, kw_only=True)
class Deed:
    """An act done once more, or (`times` -1) taken back, on a local day by somebody."""

    code: str
    day: date
    by: int
    times: int = 1


def count(session: Session, owed: Obligation, deed: Deed, *, now: datetime) -> bool:
    """Enough of it settles what is owed, too little opens it again. False: it changed meanwhile.

    What was excused only remembers it.
    """
    progress = step(owed.progress, deed.code, deed.times)
    is_enough = owed.counts(progress) >= owed.at_least
    is_done = owed.state is ObligationState.DONE
    if not obligation_changes.keep_progress(session, owed, progress):
        return False
    version = owed.version + 1
    if is_enough == is_done or owed.state is ObligationState.EXCUSED:
        refresh_cards(session, (OBLIGATION, owed.id), version=version, now=now)
        return True
    state = ObligationState.DONE if is_enough else ObligationState.OPEN
    obligation_changes.set_state(session, owed.id, state, by=deed.by, now=now)
    if owed.has_no_plan:
        obligation_changes.end_on(session, owed.id, deed.day if is_enough else NO_END)
    history.write_down(
        session,
        state.value,
        (OBLIGATION, owed.id),
        now=now,
        by=deed.by,
        before={"state": owed.state.value, "counted": owed.counted},
        after={"state": state.value, "counted": owed.counts(progress)},
    )
    if is_enough:
        quiet_obligation(session, owed.id, version=version, now=now)
    else:
        notices.revive_for_obligation(session, owed.id, now=now)
        refresh_cards(session, (OBLIGATION, owed.id), version=version, now=now)
    return True
