"""Install a ready plan in the organisation's own words."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from actions.config_changes import apply
from actions.config_versions import Author
from domain.bilingual import Bilingual
from domain.configuration import Configuration, PlanEntry, compare
from domain.duty_entry import DutyEntry
from domain.place import Place
from domain.preset import Chosen, Matched, Preset, PresetKind, entries_of, find_unmatched
from storage import configurations, duties, owners, plans, tags, units


@dataclass(frozen=True, kw_only=True)
class AlreadyInstalled:
    """The plan and all of its duties are there."""


@dataclass(frozen=True, kw_only=True)
class Unmatched:
    """Nothing is chosen for an abstract word: nobody would owe its duties."""

    asked: PresetKind


@dataclass(frozen=True, kw_only=True)
class Offered:
    """A duty of a plan in the organisation's own words, and whether anybody owes it.

    `twin_of` is the plan from which a duty of the same name is there already.
    """

    entry: DutyEntry
    is_owed: bool
    twin_of: Bilingual | None = None

    def is_taken(self, turned: Collection[str]) -> bool:
        """Whether it would be installed; what is there already only when somebody asks for it."""
        is_turned = self.entry.code in turned
        return self.is_owed and is_turned == (self.twin_of is not None)


@dataclass(frozen=True, kw_only=True)
class Installed:
    """So many duties were made, of which some stay paused.

    Nobody would owe what is left out; `twins` are there already from another plan.
    """

    duties: int
    paused: int = 0
    left_out: tuple[DutyEntry, ...] = ()
    twins: tuple[tuple[DutyEntry, Bilingual], ...] = ()


Present = dict[Matched, dict[str, int]]


def present_words(session: Session) -> Present:
    """The organisation's kinds and tags with their numbers, the frequent ones first."""
    counts = {Matched.KIND: units.count_kinds(session), Matched.TAG: tags.count_each(session)}
    return {
        what: {word: found[word] for word in sorted(found, key=lambda one: (-found[one], one))}
        for what, found in counts.items()
    }


def find_offered(
    session: Session, preset: Preset, chosen: Chosen, *, today: date
) -> tuple[Offered, ...]:
    """What the plan would bring that is not there yet."""
    present = plans.find_codes(session).get(preset.code, set())
    named = _find_named(session)
    return tuple(
        Offered(
            entry=one,
            is_owed=bool(owners.find(session, one.audience, today=today)),
            twin_of=next((named[each] for each in _names(one.name) if each in named), None),
        )
        for one in entries_of(preset, chosen)
        if one.code not in present
    )


def _find_named(session: Session) -> dict[str, Bilingual]:
    """The plans of the duties that are there, by the names of the duties."""
    return {each: duty.plan for duty in duties.find_all(session) for each in _names(duty.name)}


def _names(name: Bilingual) -> set[str]:
    return {one.strip().casefold() for one in (name.zh, name.en) if one.strip()}


def wanted_of(session: Session, preset: Preset, taken: Collection[DutyEntry]) -> Configuration:
    """What to ask for so that these duties of the plan are there beside everything else."""
    is_new = preset.code not in plans.find_codes(session)
    plan = PlanEntry(code=preset.code, name=preset.name)
    return Configuration(plans=(plan,) if is_new else (), duties=tuple(taken))


def install(
    session: Session,
    preset: Preset,
    chosen: Chosen,
    *,
    author: Author,
    now: datetime,
    place: Place,
) -> Installed | AlreadyInstalled | Unmatched:
    """Keep the plan; its duties are owed from today. Installing twice changes nothing."""
    unmatched = find_unmatched(preset, chosen)
    if unmatched:
        return Unmatched(asked=unmatched[0])
    offered = find_offered(session, preset, chosen, today=place.today(now))
    taken = [one.entry for one in offered if one.is_taken(())]
    if not taken:
        return AlreadyInstalled()
    known = configurations.load(session, configurations.load_codes(session))
    difference = compare(known, wanted_of(session, preset, taken))
    apply(session, difference, author, includes_open=False, now=now, place=place)
    return Installed(
        duties=len(taken),
        paused=sum(one.is_paused for one in taken),
        left_out=tuple(one.entry for one in offered if not one.is_owed),
        twins=tuple(
            (one.entry, one.twin_of) for one in offered if one.is_owed and one.twin_of is not None
        ),
    )
