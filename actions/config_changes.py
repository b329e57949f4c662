"""Put a difference of the set-up into effect: all of it, in one transaction, as one version."""

from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from actions import calendar_setups, owner_calendars
from actions.config_versions import Author, keep_version
from actions.open_items import follow_change
from domain.bilingual import NO_NAME
from domain.calendar_setup import SetupChange
from domain.configuration import ConfigurationDifference, DutyChange
from domain.duty import Duty
from domain.duty_change import begins_by_new_rule
from domain.duty_entry import Codes, DutyEntry, duty_of
from domain.duty_entry_facts import entry_to_facts
from domain.place import Place
from storage import (
    configurations,
    duties,
    duty_pauses,
    history,
    obligation_changes,
)

DUTY = duty_pauses.DUTY


def apply(
    session: Session,
    difference: ConfigurationDifference,
    author: Author,
    *,
    includes_open: bool,
    now: datetime,
    place: Place,
) -> int:
    """Everything in the difference; returns the id of the version that it makes."""
    work = _Work(session, author, includes_open=includes_open, now=now, place=place)
    configurations.add_plans(session, difference.plans, now=now)
    for renaming in difference.renamed:
        configurations.rename_plan(session, renaming.after)
    work.plan_ids = configurations.find_plan_ids(session)
    for entry in difference.added:
        work.add(entry)
    for change in difference.changed:
        work.change(change)
    for entry in difference.rested:
        work.rest(entry)
    for calendar in difference.calendars:
        work.set_calendar(calendar)
    if difference.settings is not None:
        configurations.keep_settings(session, difference.settings.after)
    return keep_version(session, difference, author, includes_open=includes_open, now=now)


class _Work:
    """What the writing of one difference needs at every step."""

    def __init__(
        self, session: Session, author: Author, *, includes_open: bool, now: datetime, place: Place
    ) -> None:
        self.session = session
        self.author = author
        self.includes_open = includes_open
        self.now = now
        self.place = place
        self.codes: Codes = configurations.load_codes(session)
        self.plan_ids: dict[str, int] = {}

    @property
    def today(self) -> date:
        return self.place.today(self.now)

    def duty(self, entry: DutyEntry, duty_id: int) -> Duty:
        made = duty_of(entry, plan=NO_NAME, codes=self.codes, today=self.today)
        return replace(made, id=duty_id)

    def add(self, entry: DutyEntry) -> None:
        plan_id = self.plan_ids[entry.plan]
        duty_id = configurations.add_duty(
            self.session, self.duty(entry, 0), plan_id=plan_id, now=self.now
        )
        self.note("added", duty_id, None, entry)

    def change(self, change: DutyChange) -> None:
        code = change.after.code
        duty_id = configurations.find_duty_ids(self.session, [code])[code]
        before = self.duty(change.before, duty_id)
        after = self.running(before, self.duty(change.after, duty_id))
        configurations.change_duty(
            self.session, after, plan_id=self.plan_ids[change.after.plan], now=self.now
        )
        kept = duties.find(self.session, duty_id) or after
        if self.includes_open:
            by = self.author.person_id
            follow_change(self.session, before, kept, by=by, now=self.now, place=self.place)
        self.still_or_stir(before, kept)
        self.note("changed", duty_id, change.before, change.after)

    def running(self, before: Duty, after: Duty) -> Duty:
        """From when the changed duty is owed."""
        if before.is_paused and not after.is_paused:
            return replace(after, begins_on=max(self.today, after.begins_on))
        if self.includes_open or before.begins_on != after.begins_on:
            return after
        calendar = owner_calendars.find_most_shared(self.session, before, today=self.today)
        begins_on = begins_by_new_rule(before, after, calendar, today=self.today)
        return replace(after, begins_on=begins_on)

    def still_or_stir(self, before: Duty, after: Duty) -> None:
        if after.is_paused and not before.is_paused:
            duty_pauses.still(self.session, after.id)
        elif before.is_paused and not after.is_paused:
            obligation_changes.reopen_looks(
                self.session, after.id, at=self.now, told_through=self.today
            )

    def rest(self, entry: DutyEntry) -> None:
        duty_id = configurations.find_duty_ids(self.session, [entry.code])[entry.code]
        duties.pause(self.session, duty_id, now=self.now)
        duty_pauses.still(self.session, duty_id)
        self.note("paused", duty_id, entry, replace(entry, is_paused=True))

    def set_calendar(self, change: SetupChange) -> None:
        ids = {code: unit_id for unit_id, code in self.codes.units.items()}
        if change.unit in ids:
            by, way = self.author.person_id, self.author.way
            calendar_setups.put(
                self.session, ids[change.unit], change.after, by=by, way=way, now=self.now
            )

    def note(self, verb: str, duty_id: int, before: DutyEntry | None, after: DutyEntry) -> None:
        history.write_down(
            self.session,
            verb,
            (DUTY, duty_id),
            now=self.now,
            by=self.author.person_id,
            way=self.author.way,
            before={"entry": entry_to_facts(before)} if before else None,
            after={"entry": entry_to_facts(after)},
        )
