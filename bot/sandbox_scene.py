"""Set the sandbox's scene: an organisation, its duties, and phones that are linked already."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from actions import roster_effects, rosters
from actions.config_comparing import INSTALLED
from actions.config_versions import Author
from actions.plans import Unmatched, install, present_words
from bot.demo_names import called
from bot.demo_organisation import GROUP, GROUP_MEMBERS, demo_roster, phones
from domain.ladder import ReminderPolicy
from domain.month_arithmetic import add_months
from domain.place import Place
from domain.preset import Preset, likely_kinds
from domain.roster import Roster, RosterReading
from papers.holiday_library import read_country
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
# Enough to see an organisation, few enough to play its year.
MOST_PHONES = 200


@dataclass(frozen=True, kw_only=True)
class Scene:
    """Who is there and what they owe; `labels` name the phones, by owner, in their order.

    Without labels everybody has a phone, named by owner and unit. A group is made of owners.
    """

    roster: Roster
    plan: Preset
    labels: dict[str, str] | None = None
    group: str | None = None
    group_members: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Staged:
    """What came of a scene: what was taken, how many rows were not, and what the plan misses.

    `unmatched` is the kind of unit that the plan speaks of and the organisation has not.
    """

    units: int
    people: int
    refused: int
    unmatched: Unmatched | None


def demo_scene(today: date, language: Code) -> Scene:
    """The invented organisation, under the plan that comes with the bot."""
    plan = find_preset(PRESET)
    if plan is None:
        raise LookupError(f"the preset {PRESET} is not there")
    labels = {
        called(one.owner, language): one.label.zh if language == "zh" else one.label.en
        for one in phones()
    }
    return Scene(
        roster=demo_roster(today, language),
        plan=plan,
        labels=labels,
        group=GROUP.zh if language == "zh" else GROUP.en,
        group_members=tuple(called(name, language) for name in GROUP_MEMBERS),
    )


def opening_day(today: date) -> date:
    """The nearest day on which a month's reminders begin, so that something is seen at once."""
    years = (today.year - 1, today.year, today.year + 1)
    calendar = read_country("CN", years).as_working_calendar()
    first_of_month = today.replace(day=1)
    begins = [
        calendar.previous_working_day(add_months(first_of_month, later) - FIRST_REMINDER)
        for later in (0, 1, 2)
    ]
    return min(begins, key=lambda day: abs(day - today))


def set_scene(
    session: Session,
    stand_in: StandIn,
    scene: Scene,
    *,
    place: Place,
    language: Code,
    now: datetime,
) -> Staged:
    """Fill an empty database, by the same actions as a roster file and a preset.

    A plan that speaks of a kind of unit which the organisation has not is not installed. A second
    time changes nothing, so a start that was killed half-way is made good by the next.
    """
    reading = RosterReading(roster=scene.roster, refusals=(), notes=())
    difference = rosters.find_difference_now(session, reading)
    roster_effects.apply(session, difference, RosterAuthor(person_id=None, way="sandbox", now=now))
    unmatched = _install_plan(session, scene.plan, place, now)
    _link_phones(session, stand_in, scene, language=language, now=now)
    return Staged(
        units=len(difference.units),
        people=len(difference.people),
        refused=len(difference.refusals),
        unmatched=unmatched,
    )


def _install_plan(session: Session, plan: Preset, place: Place, now: datetime) -> Unmatched | None:
    present = present_words(session)
    chosen = {kind.role: likely_kinds(kind, present[kind.matches]) for kind in plan.kinds}
    author = Author(person_id=None, way="sandbox", cause=INSTALLED)
    outcome = install(session, plan, chosen, author=author, now=now, place=place)
    return outcome if isinstance(outcome, Unmatched) else None


def _link_phones(
    session: Session, stand_in: StandIn, scene: Scene, *, language: Code, now: datetime
) -> None:
    root = units.find_root(session)
    if root is None:
        raise LookupError("the roster names no unit")
    found = people.find_within(session, root.path)
    if scene.labels is None:
        shown = found[:MOST_PHONES]
        homes = units.find_many(session, {one.unit_id for one in shown})
        owners = [(one.id, f"{one.name} · {homes[one.unit_id].name}") for one in shown]
    else:
        ids = {one.name: one.id for one in found}
        owners = [(ids[name], label) for name, label in scene.labels.items()]
    for person_id, label in owners:
        phone = stand_in.people.add_person(label, SPOKEN[language])
        phone.started = True
        accounts.link(session, phone.id, person_id=person_id, now=now)
    if scene.group and scene.labels:
        _make_group(stand_in, scene.group, [scene.labels[name] for name in scene.group_members])


def _make_group(stand_in: StandIn, title: str, labels: list[str]) -> None:
    phones = {one.name: one for one in stand_in.world.persons.values()}
    members = [phones[label] for label in labels]
    stand_in.groups.add_bot_to_group(stand_in.groups.add_group(title, members), members[0])
