"""Explain a message from what is written down about it; it need not be open any more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from actions import election_plans, hearing
from actions.hearing import Hearing
from actions.reminders import is_still_owed
from actions.running import reads
from domain.delivery import Kind
from domain.duty import Duty
from domain.ladder import Step
from domain.notice import Notice
from domain.obligation import Obligation
from domain.permission import Actor
from domain.place import Place
from domain.unit import Unit
from domain.unit_calendar import UnitCalendars
from domain.why import Why, WhyLine, find_office
from storage import calendar_days, duties, notices, obligations, people, reminded, todo, units

REMINDERS = (Kind.DIGEST, Kind.NUDGE, Kind.INVITATION, Kind.CHECK_IN_OPEN)


@dataclass(frozen=True, kw_only=True)
class _Known:
    """What the lines of a message need, loaded once for all of them."""

    actor: Actor
    today: date
    owed: Mapping[int, Obligation]
    duties: Mapping[int, Duty]
    named: Mapping[int, Unit]
    heard: Hearing
    calendars: UnitCalendars
    plans: election_plans.Plans

    def line(self, notice: Notice) -> WhyLine:
        """A notice with its reasons."""
        obligation = self.owed.get(notice.obligation_id or 0)
        unit = obligation.unit if obligation else self.named.get(notice.unit_id or 0)
        duty = self.duties.get(obligation.duty_id) if obligation else None
        return WhyLine(
            kind=notice.kind,
            step=notice.step,
            obligation=obligation,
            unit=unit,
            source=duty.source if duty else None,
            office=find_office(self.actor.offices, unit, notice.kind) if unit else None,
            is_personal=obligation is not None and obligation.person_id == self.actor.person_id,
            next_step=self._next_step(obligation),
            superior=self._superior(obligation),
        )

    def _next_step(self, obligation: Obligation | None) -> Step | None:
        if obligation is None or not is_still_owed(obligation):
            return None
        calendar = self.calendars.of(obligation.unit)
        ladder = election_plans.ladder(obligation, calendar, self.plans)
        return next((step for step in ladder if step.on > self.today), None)

    def _superior(self, obligation: Obligation | None) -> Unit | None:
        unit_id = self.heard.level_above(obligation) if obligation else None
        return self.named.get(unit_id or 0)


@reads
def explain(
    session: Session, actor: Actor, *, message_id: int | None, now: datetime, place: Place
) -> Why | None:
    """Why the actor got a message, or the last reminder; None when there was none."""
    told = reminded.find_last(session, actor.person, REMINDERS, message_id=message_id)
    if told is None and message_id is not None:
        told = reminded.find_last(session, actor.person, REMINDERS)
    if told is None:
        return None
    today = place.today(now)
    asker = people.find(session, told.by) if told.by else None
    is_about_activity = told.kind in (Kind.INVITATION, Kind.CHECK_IN_OPEN)
    activity = todo.find_activity(session, told.subject_id or 0) if is_about_activity else None
    return Why(
        kind=told.kind,
        sent_at=place.local(told.sent_at),
        today=today,
        lines=_lines(session, actor, told.delivery_id, today),
        activity=activity.title if activity else "",
        asker=asker.name if asker else "",
    )


def _lines(session: Session, actor: Actor, delivery_id: int, today: date) -> tuple[WhyLine, ...]:
    carried = notices.find_carried(session, [delivery_id]).get(delivery_id, [])
    owed = obligations.find_many(session, [n.obligation_id for n in carried if n.obligation_id])
    line = {unit for one in owed.values() for unit in (one.unit.id, *one.unit.ancestor_ids)}
    known = _Known(
        actor=actor,
        today=today,
        owed=owed,
        duties=duties.find_many(session, [one.duty_id for one in owed.values()]),
        named=units.find_many(session, [*line, *(n.unit_id for n in carried if n.unit_id)]),
        heard=hearing.load(session, owed.values()),
        calendars=calendar_days.load_for(session, [one.unit for one in owed.values()]),
        plans=election_plans.load(session, owed.values()),
    )
    return tuple(known.line(notice) for notice in carried)
