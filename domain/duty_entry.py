"""A duty as a file writes it: without ids, so that it means the same in every organisation."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from domain.act import Act, Needs
from domain.audience import Audience
from domain.bilingual import NO_NAME, Bilingual
from domain.cadence import Cadence, TermEnds
from domain.duty import Duty
from domain.ladder import TERM_POLICY, ReminderPolicy


@dataclass(frozen=True, kw_only=True)
class NamedOwners:
    """Units and people by the codes that the roster gives them."""

    units: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    except_units: tuple[str, ...] = ()
    except_people: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DutyEntry:
    """`audience` names kinds, offices, tags and links; single owners are in `named`.

    `plan` is the code of its plan. `covers` are rows of a survey that a ready plan says it carries.
    """

    code: str
    name: Bilingual
    audience: Audience
    acts: tuple[Act, ...]
    cadence: Cadence
    policy: ReminderPolicy
    source: Bilingual = NO_NAME
    named: NamedOwners = NamedOwners()
    needs: Needs = Needs.ANY
    reviewer_kinds: tuple[str, ...] = ()
    exempt_months: tuple[int, ...] = ()
    is_paused: bool = False
    plan: str = ""
    begins_on: date | None = None
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Codes:
    """The roster's codes by our own ids."""

    units: Mapping[int, str] = field(default_factory=dict)
    people: Mapping[int, str] = field(default_factory=dict)


def default_policy(cadence: Cadence) -> ReminderPolicy:
    """The ladder of a duty that brings none."""
    return TERM_POLICY if isinstance(cadence, TermEnds) else ReminderPolicy()


def entry_of(duty: Duty, *, plan: str, codes: Codes) -> DutyEntry:
    """How a file would write this duty."""
    owners = duty.audience
    return DutyEntry(
        code=duty.code,
        name=duty.name,
        source=duty.source,
        audience=replace(owners, units=(), people=(), except_units=(), except_people=()),
        named=NamedOwners(
            units=_coded(owners.units, codes.units),
            people=_coded(owners.people, codes.people),
            except_units=_coded(owners.except_units, codes.units),
            except_people=_coded(owners.except_people, codes.people),
        ),
        acts=duty.acts,
        needs=duty.needs,
        cadence=duty.cadence,
        policy=duty.policy,
        reviewer_kinds=duty.reviewer_kinds,
        exempt_months=duty.exempt_months,
        is_paused=duty.is_paused,
        plan=plan,
        begins_on=duty.begins_on,
    )


def duty_of(entry: DutyEntry, *, plan: Bilingual, codes: Codes, today: date) -> Duty:
    """The duty that an entry asks for; codes that the roster does not have are left out."""
    units = {code: unit_id for unit_id, code in codes.units.items()}
    people = {code: person_id for person_id, code in codes.people.items()}
    named = entry.named
    return Duty(
        id=0,
        code=entry.code,
        name=entry.name,
        source=entry.source,
        plan=plan,
        audience=replace(
            entry.audience,
            units=_known(named.units, units),
            people=_known(named.people, people),
            except_units=_known(named.except_units, units),
            except_people=_known(named.except_people, people),
        ),
        acts=entry.acts,
        needs=entry.needs,
        cadence=entry.cadence,
        policy=entry.policy,
        reviewer_kinds=entry.reviewer_kinds,
        exempt_months=entry.exempt_months,
        is_paused=entry.is_paused,
        begins_on=entry.begins_on or today,
    )


def find_unknown_codes(entry: DutyEntry, codes: Codes) -> tuple[str, ...]:
    """What an entry names and the roster does not have."""
    named = entry.named
    units = {*named.units, *named.except_units} - set(codes.units.values())
    people = {*named.people, *named.except_people} - set(codes.people.values())
    return tuple(sorted(units | people))


def _coded(ids: tuple[int, ...], codes: Mapping[int, str]) -> tuple[str, ...]:
    """Those that still are on the roster."""
    return tuple(codes[one] for one in ids if one in codes)


def _known(codes: tuple[str, ...], ids: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(ids[code] for code in codes if code in ids)
