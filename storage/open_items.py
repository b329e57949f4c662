"""Open items of a duty that has changed: they follow its new rule, or are let go."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, func, select, update

from domain.act import acts_to_data
from domain.duty import Duty
from domain.ladder_facts import policy_to_data
from storage.tables.columns import is_in
from storage.tables.duties import ObligationRow


def count(session: Session, duty_ids: Sequence[int]) -> int:
    """How many items of these duties are open."""
    return session.exec(
        select(func.count())
        .select_from(ObligationRow)
        .where(col(ObligationRow.duty_id).in_(duty_ids), is_in("obligation", "open"))
    ).one()


def find_keys(session: Session, duty_id: int) -> list[tuple[int, str, str, date]]:
    """The open items of a duty: id, owner, period and last day."""
    rows = session.exec(
        select(
            col(ObligationRow.id),
            col(ObligationRow.owner_key),
            col(ObligationRow.period_key),
            col(ObligationRow.last_day),
        ).where(col(ObligationRow.duty_id) == duty_id, is_in("obligation", "open"))
    )
    return [(item_id or 0, owner, period, last_day) for item_id, owner, period, last_day in rows]


def follow_rule(session: Session, duty: Duty, *, now: datetime) -> None:
    """Let every open item of a duty go by its present rule; its ladder is looked at anew."""
    values: dict[str, Any] = {
        "acts": acts_to_data(duty.acts),
        "needs": duty.needs.value,
        "at_least": duty.at_least,
        "policy": policy_to_data(duty.policy),
        "duty_version": duty.version,
        "version": ObligationRow.version + 1,
    }
    if not duty.is_any_time and not duty.is_paused:
        values["look_again_at"] = now
    session.execute(
        update(ObligationRow)
        .where(col(ObligationRow.duty_id) == duty.id, is_in("obligation", "open"))
        .values(values)
        .execution_options(synchronize_session=False)
    )
