"""Look ahead: what the ladder of an obligation does next."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlmodel import Session

from actions import election_plans
from actions.hearing import Hearing
from domain.easing import Easing, Reminding, first_day_overdue, is_stilled
from domain.ladder import hears_as_owner, hears_as_superior
from domain.obligation import Obligation
from domain.outlook import Outlook
from domain.place import Place
from domain.unit import Unit
from domain.unit_calendar import UnitCalendars
from storage import calendar_days, easings, units

# The rungs of a term never end.
LOOKS_AHEAD = timedelta(days=400)


@dataclass(frozen=True, kw_only=True)
class Outlooks:
    """What looking ahead needs, loaded once for many obligations."""

    place: Place
    calendars: UnitCalendars
    named: Mapping[int, Unit]
    heard: Hearing
    easings: Mapping[tuple[int, int], Easing]
    plans: election_plans.Plans

    def of(self, obligation: Obligation, *, person_id: int, today: date) -> Outlook:
        """What one person of the unit is to expect after today."""
        if not obligation.is_owed or obligation.is_any_time:
            return Outlook()
        found = Outlook()
        last = max(today, obligation.last_day) + LOOKS_AHEAD
        calendar = self.calendars.of(obligation.unit)
        ladder = election_plans.ladder(obligation, calendar, self.plans)
        overdue_since = first_day_overdue(obligation.policy, obligation.last_day, calendar)
        for step in ladder:
            if step.on > last or (found.reminded_on and found.told_at):
                break
            if step.on <= today:
                continue
            is_for_owner = hears_as_owner(step.hearer) and not is_stilled(
                step,
                obligation.policy,
                easing=self.easings.get((obligation.id, person_id)),
                reminding=self._reminding(obligation, person_id),
                overdue_since=overdue_since,
            )
            if is_for_owner and found.reminded_on is None:
                found = replace(found, reminded_on=step.on)
            if hears_as_superior(step.hearer) and found.told_at is None:
                found = self._told(found, obligation, step.on, level=step.level)
        return found

    def _told(self, found: Outlook, obligation: Obligation, on: date, *, level: int) -> Outlook:
        above = self.heard.above(obligation, level=level)
        if not above:
            return found
        first = min(above, key=lambda officer: officer.digest_at)
        return replace(
            found,
            told_at=self.place.local(self.place.at(on, first.digest_at)),
            superior=self.named.get(first.unit_id),
            role=first.role,
        )

    def _reminding(self, obligation: Obligation, person_id: int) -> Reminding:
        own = self.heard.owners(obligation)
        return next((one.reminding for one in own if one.person_id == person_id), Reminding.ALL)


def load(
    session: Session, owed: Collection[Obligation], *, heard: Hearing, place: Place
) -> Outlooks:
    """Everything to look ahead for some obligations; `heard` knows who hears for all of them."""
    involved = {unit for one in owed for unit in one.unit.ancestor_ids}
    return Outlooks(
        place=place,
        calendars=calendar_days.load_for(session, [one.unit for one in owed]),
        named=units.find_many(session, list(involved)) | {one.unit.id: one.unit for one in owed},
        heard=heard,
        easings=easings.find_of(session, [one.id for one in owed]),
        plans=election_plans.load(session, owed),
    )
