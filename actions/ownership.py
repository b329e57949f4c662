"""Follow the people who owe something: they move, they leave, they come back.

The rule: what somebody owes moves with him to the unit where he now belongs. What he owes ends
when he no longer does: he left, or the office, tag or tie by which he owed it has ended. It is
excused, not missed. Whoever comes back while the period runs owes it again. What a unit owes
stays with the unit, whoever acts for it.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from actions.quieting import OBLIGATION, quiet_obligation, refresh_cards
from domain.audience import Owner
from domain.obligation import Obligation, ObligationState
from domain.place import Place
from storage import history, obligation_changes, obligations, openings

CHUNK = 100


def follow(
    session: Session,
    duty_id: int,
    owners: Mapping[str, Owner],
    *,
    now: datetime,
    place: Place,
) -> int:
    """Bring one chunk of what people owe in line with who owes today; returns how many."""
    today = place.today(now)
    standing = openings.find_standing(session, duty_id, today=today)
    strayed = [
        one.id
        for one in standing
        if (one.is_open and (owner := owners.get(one.owner_key)) is None)
        or (one.is_open and owner is not None and owner.unit_id != one.unit_id)
        or (not one.is_open and one.owner_key in owners)
    ]
    found = obligations.find_many(session, strayed[:CHUNK])
    for one in found.values():
        _bring_in_line(session, one, owners.get(one.owner_key), now=now)
    return len(found)


def _bring_in_line(
    session: Session, obligation: Obligation, owner: Owner | None, *, now: datetime
) -> None:
    if owner is None:
        _settle(session, obligation, ObligationState.EXCUSED, now=now)
        return
    if obligation.state is ObligationState.EXCUSED:
        _settle(session, obligation, ObligationState.OPEN, now=now)
        return
    if obligation_changes.move_to_unit(session, obligation, owner.unit_id):
        subject = (OBLIGATION, obligation.id)
        refresh_cards(session, subject, version=obligation.version + 1, now=now)
        _note(
            session,
            "moved",
            obligation,
            now=now,
            before={"unit": obligation.unit.id},
            after={"unit": owner.unit_id},
        )


def _settle(
    session: Session, obligation: Obligation, state: ObligationState, *, now: datetime
) -> None:
    counted = obligation.counted
    if not obligation_changes.settle(session, obligation, state, counted=counted, by=None, now=now):
        return
    if state is ObligationState.OPEN and not obligation.is_any_time:
        obligation_changes.look_again(
            session, obligation.id, at=now, told_through=obligation.told_through
        )
    quiet_obligation(session, obligation.id, version=obligation.version + 1, now=now)
    verb = "closed" if state is ObligationState.EXCUSED else "owed_again"
    _note(
        session,
        verb,
        obligation,
        now=now,
        before={"state": obligation.state.value},
        after={"state": state.value},
    )


def _note(
    session: Session,
    verb: str,
    obligation: Obligation,
    *,
    now: datetime,
    before: dict[str, str | int],
    after: dict[str, str | int],
) -> None:
    subject = (OBLIGATION, obligation.id)
    history.write_down(
        session, verb, subject, now=now, by=None, way="clock", before=before, after=after
    )
