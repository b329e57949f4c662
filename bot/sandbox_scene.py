"""Set the sandbox's scene: an organisation, its duties, and phones that are linked already."""

from datetime import date, datetime, timedelta

from sqlmodel import Session

from actions import rosters
from actions.plans import Author, install, present_kinds
from bot.calendar_seed import days_of
from bot.demo_organisation import ROOT, demo_roster, phones
from domain.ladder import ReminderPolicy
from domain.month_arithmetic import add_months
from domain.place import Place
from domain.preset import likely_kinds
from domain.roster import RosterReading
from domain.working_day import WorkingCalendar
from papers.preset_files import find_preset
from sandbox.core import StandIn
from storage import accounts, people, units
from storage.roster_history import Author as RosterAuthor
from texts.languages import Code

PRESET = "education-starter"
# Ten days before the last day of a month, as the plan's reminders have it.
FIRST_REMINDER = timedelta(days=1 + max(ReminderPolicy().days_before))
# As Telegram names the languages of phones.
SPOKEN: dict[Code, str] = {"zh": "zh-hans", "en": "en"}


def opening_day(today: date) -> date:
    """The nearest day on which a month's reminders begin, so that something is seen at once."""
    calendar = WorkingCalendar(
        special_days={
            one.day: one.works
            for year in (today.year - 1, today.year, today.year + 1)
            for one in days_of("CN", year)
        },
        published_years=frozenset(),
    )
    first_of_month = today.replace(day=1)
    begins = [
        calendar.previous_working_day(add_months(first_of_month, later) - FIRST_REMINDER)
        for later in (0, 1, 2)
    ]
    return min(begins, key=lambda day: abs(day - today))


def set_scene(
    session: Session, stand_in: StandIn, *, place: Place, language: Code, now: datetime
) -> None:
    """Fill an empty database, by the same actions as a roster file and a preset.

    A second time changes nothing, so a start that was killed half-way is made good by the next.
    """
    reading = RosterReading(roster=demo_roster(place.today(now)), refusals=(), notes=())
    difference = rosters.find_difference_now(session, reading)
    rosters.apply(session, difference, RosterAuthor(person_id=None, way="sandbox", now=now))
    _install_plan(session, place, now)
    _link_phones(session, stand_in, language, now)


def _install_plan(session: Session, place: Place, now: datetime) -> None:
    preset = find_preset(PRESET)
    if preset is None:
        raise LookupError(f"the preset {PRESET} is not there")
    present = present_kinds(session)
    chosen = {kind.role: likely_kinds(kind, present) for kind in preset.kinds}
    author = Author(person_id=None, way="sandbox")
    install(session, preset, chosen, author=author, now=now, today=place.today(now))


def _link_phones(session: Session, stand_in: StandIn, language: Code, now: datetime) -> None:
    root = units.find_root(session)
    if root is None:
        raise LookupError(f"{ROOT} was not made")
    ids = {person.name: person.id for person in people.find_within(session, root.path)}
    for phone in phones():
        label = phone.label.zh if language == "zh" else phone.label.en
        owner = stand_in.people.add_person(label, SPOKEN[language])
        owner.started = True
        accounts.link(session, owner.id, person_id=ids[phone.owner], now=now)
