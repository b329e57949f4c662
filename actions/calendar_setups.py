"""What units have set for their calendars as a whole, out and in: for files that describe it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions import calendar_looks
from actions.calendar_changes import write_down
from actions.calendar_seeds import keep_lists
from domain.calendar_change import NoSuchUnit, SameAsBefore
from domain.calendar_setup import CalendarSetup
from domain.permission import Actor, may_manage
from domain.public_holiday import CountryLists
from storage import calendar_layers, own_days, school_terms, units
from storage.calendar_layers import Layer, LayerKind

KINDS = (LayerKind.OWN, LayerKind.TERMS, LayerKind.COUNTRY)


@dataclass(frozen=True, kw_only=True)
class SetUp:
    """The unit's calendar is as described; `change_id` takes it back."""

    change_id: int


@dataclass(frozen=True, kw_only=True)
class TooMuch:
    """More days or terms than a unit can keep; nothing was changed."""


def find_setups(session: Session, unit_ids: Collection[int]) -> Mapping[int, CalendarSetup]:
    """What these units have set; those that have set nothing are left out."""
    chosen = own_days.find_countries(session, unit_ids)
    own = own_days.find(session, unit_ids)
    terms = school_terms.find(session, unit_ids)
    return {
        unit_id: CalendarSetup(
            country=chosen.get(unit_id),
            own_days=own.get(unit_id, ()),
            terms=terms.get(unit_id, ()),
        )
        for unit_id in sorted({*chosen, *own, *terms})
    }


def set_up(
    session: Session,
    actor: Actor,
    unit_id: int,
    setup: CalendarSetup,
    *,
    countries: tuple[CountryLists, ...] = (),
    now: datetime,
) -> SetUp | SameAsBefore | TooMuch | NoSuchUnit:
    """Let exactly this hold for a unit; `countries` bring the days of a country that is chosen."""
    unit = units.find(session, unit_id)
    if unit is None or not may_manage(actor, unit.path):
        return NoSuchUnit()
    wanted = setup.in_order()
    if wanted.has_too_much:
        return TooMuch()
    units.lock(session, unit.id)
    layers = tuple(Layer(kind=kind, unit_id=unit.id) for kind in KINDS)
    before = calendar_layers.take(session, layers)
    own_days.replace(session, unit.id, wanted.own_days)
    school_terms.replace(session, unit.id, wanted.terms)
    own_days.choose_country(session, unit.id, wanted.country)
    after = calendar_layers.take(session, layers)
    if before == after:
        return SameAsBefore()
    for known in countries:
        keep_lists(session, known)
    calendar_looks.begin(session, unit.id)
    change_id = write_down(session, actor, "calendar_set", unit, (before, after), now=now)
    return SetUp(change_id=change_id)
