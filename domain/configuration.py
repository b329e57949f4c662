"""What an organisation has set up, as one file shows it, and how two of them differ."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from hashlib import sha256

from domain.bilingual import NO_NAME, Bilingual
from domain.calendar_setup import SetupChange, UnitSetup, find_changes
from domain.duty_entry import DutyEntry
from domain.presence_rules import DEFAULT_RULES, PresenceRules

# Beyond so many people a change waits for a second administrator.
DEFAULT_LIMIT = 200


@dataclass(frozen=True, kw_only=True)
class OrganisationSettings:
    """What the organisation has chosen for the bot as a whole."""

    second_administrator_above: int = DEFAULT_LIMIT
    presence: PresenceRules = DEFAULT_RULES


@dataclass(frozen=True, kw_only=True)
class PlanEntry:
    """A plan by its code, which never changes."""

    code: str
    name: Bilingual


@dataclass(frozen=True, kw_only=True)
class Configuration:
    """`settings` is None in a file that says nothing about them.

    `calendars` are of units that have set something; a file need not name them all.
    """

    plans: tuple[PlanEntry, ...] = ()
    duties: tuple[DutyEntry, ...] = ()
    settings: OrganisationSettings | None = None
    calendars: tuple[UnitSetup, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ConfigurationReading:
    """A file that could be read, with the lines on which each duty and each calendar begins."""

    configuration: Configuration
    lines: Mapping[str, int] = field(default_factory=dict)
    calendar_lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class DutyChange:
    """A duty before and after; `fields` name what differs."""

    before: DutyEntry
    after: DutyEntry
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PlanRenaming:
    """A plan gets another name."""

    before: PlanEntry
    after: PlanEntry


@dataclass(frozen=True, kw_only=True)
class SettingsChange:
    """The settings before and after."""

    before: OrganisationSettings
    after: OrganisationSettings


@dataclass(frozen=True, kw_only=True)
class ConfigurationDifference:
    """What a file would change. `rested` are left out of a plan that it names: they are paused."""

    plans: tuple[PlanEntry, ...] = ()
    renamed: tuple[PlanRenaming, ...] = ()
    added: tuple[DutyEntry, ...] = ()
    changed: tuple[DutyChange, ...] = ()
    rested: tuple[DutyEntry, ...] = ()
    settings: SettingsChange | None = None
    calendars: tuple[SetupChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether everything is so already."""
        return self == ConfigurationDifference()

    @property
    def touched(self) -> tuple[DutyEntry, ...]:
        """Every duty that changes, as it will be and as it was."""
        both = (entry for one in self.changed for entry in (one.before, one.after))
        return (*self.added, *both, *self.rested)

    @property
    def raises_limit(self) -> bool:
        """Whether one administrator could do more alone than before."""
        change = self.settings
        return change is not None and (
            change.after.second_administrator_above > change.before.second_administrator_above
        )


@dataclass(frozen=True, kw_only=True)
class Reach:
    """`units` owe as such, `people` for themselves; each is counted once and has a key."""

    units: int = 0
    people: int = 0
    keys: frozenset[str] = frozenset()

    @property
    def total(self) -> int:
        """Somebody hears for every unit."""
        return self.units + self.people


def compare(known: Configuration, wanted: Configuration) -> ConfigurationDifference:
    """What must change so that everything is as the file wants it."""
    plans = {one.code: one for one in known.plans}
    duties = {one.code: one for one in known.duties}
    named_plans = {one.code for one in wanted.plans}
    named_duties = {one.code for one in wanted.duties}
    return ConfigurationDifference(
        plans=tuple(one for one in wanted.plans if one.code not in plans),
        renamed=tuple(
            PlanRenaming(before=plans[one.code], after=one)
            for one in wanted.plans
            if plans.get(one.code, one) != one
        ),
        added=tuple(one for one in wanted.duties if one.code not in duties),
        changed=tuple(_changes(duties, wanted.duties)),
        rested=tuple(
            one
            for one in known.duties
            if one.plan in named_plans and one.code not in named_duties and not one.is_paused
        ),
        settings=_settings_change(known.settings, wanted.settings),
        calendars=tuple(find_changes(known.calendars, wanted.calendars)),
    )


def _changes(known: Mapping[str, DutyEntry], wanted: Iterable[DutyEntry]) -> Iterable[DutyChange]:
    for given in wanted:
        before = known.get(given.code)
        if before is None:
            continue
        after = _unnamed_as_before(before, given)
        after = replace(after, begins_on=given.begins_on or before.begins_on)
        differing = tuple(
            one.name
            for one in fields(DutyEntry)
            if one.name != "covers" and getattr(before, one.name) != getattr(after, one.name)
        )
        if differing:
            yield DutyChange(before=before, after=after, fields=differing)


def _unnamed_as_before(before: DutyEntry, given: DutyEntry) -> DutyEntry:
    """A file leaves out the name of a single act, also where the act has none to leave out."""
    match before.acts, given.acts:
        case [was], [act] if was == replace(act, name=NO_NAME) and act.name == given.name:
            return replace(given, acts=before.acts)
        case _:
            return given


def _settings_change(
    known: OrganisationSettings | None, wanted: OrganisationSettings | None
) -> SettingsChange | None:
    before = known or OrganisationSettings()
    if wanted is None or wanted == before:
        return None
    return SettingsChange(before=before, after=wanted)


@dataclass(frozen=True, kw_only=True)
class ConfigurationPreview:
    """A difference that waits for Confirm under the draft's id and version.

    `open_items` are open of the duties that change; with `includes_open` they follow the change.
    `cause` says whether a file, a plan or an undo asks for it.
    """

    draft_id: int
    version: int
    difference: ConfigurationDifference
    reach: Reach
    open_items: int = 0
    includes_open: bool = False
    cause: str = "imported"


@dataclass(frozen=True, kw_only=True)
class VersionLine:
    """One version in the list: who changed what."""

    id: int
    made_at: datetime
    cause: str
    author: str
    added: int = 0
    changed: int = 0
    settings: int = 0
    calendars: int = 0


@dataclass(frozen=True, kw_only=True)
class VersionPage:
    """One page of all versions, the newest first; pages count from 1."""

    lines: tuple[VersionLine, ...]
    page: int
    pages: int


def fingerprint(difference: ConfigurationDifference) -> str:
    """The mark of a difference that was shown: another one has another mark."""
    return sha256(repr(difference).encode()).hexdigest()[:32]
