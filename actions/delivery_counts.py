"""Count whom the reminders of a duty reached, for a unit and the level below."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlmodel import Session

from actions.running import reads
from domain.bilingual import Bilingual
from domain.delivery_count import (
    DeliveryPage,
    DeliveryScope,
    DutyChoice,
    Told,
    UnitDelivery,
    UnitsForDelivery,
    count_delivery,
)
from domain.hearing import Officer, choose_hearers
from domain.office import HEARING_ORDER
from domain.period import Period, PeriodKind, period_of
from domain.permission import Actor, may_manage, officer_paths
from domain.place import Place
from domain.reach import Standing
from domain.status import top_paths
from domain.unit import Unit
from storage import delivery_counts, people, units
from storage.delivery_counts import Asked

A_PAGE = 8


@dataclass(frozen=True, kw_only=True)
class NotYours:
    """It does not exist, or it is somebody else's: both look the same."""


@dataclass(frozen=True, kw_only=True)
class NoSuchDuty:
    """Nobody of the actor's units owes anything of that name."""


@dataclass(frozen=True, kw_only=True)
class _Found:
    """Everything that the counts of a page are made of."""

    told: Sequence[Told]
    standings: dict[int, Standing]
    vacant: Sequence[str]


@reads
def find_own(
    session: Session, actor: Actor, name: str, period: Period | None, *, now: datetime, place: Place
) -> DeliveryPage | UnitsForDelivery | NoSuchDuty:
    """The own unit: of a duty by its name, or of all; this month where no period is named.

    Whoever answers for several units is asked which one.
    """
    duty_id = _named_duty(session, actor, name) if name else 0
    if duty_id is None:
        return NoSuchDuty()
    own = _own_units(session, actor)
    fitting = [one for one in own if not duty_id or _name_of(session, one, duty_id)]
    if not fitting:
        return NoSuchDuty()
    today = place.today(now)
    chosen = period or period_of(PeriodKind.MONTH, today)
    if len(fitting) > 1:
        return UnitsForDelivery(units=tuple(fitting), duty_id=duty_id, period=chosen)
    scope = DeliveryScope(unit_id=fitting[0].id, duty_id=duty_id, period=chosen)
    return _page(session, actor, fitting[0], scope, page=1, today=today)


@reads
def find_page(
    session: Session,
    actor: Actor,
    scope: DeliveryScope | None,
    *,
    page: int,
    now: datetime,
    place: Place,
) -> DeliveryPage | NotYours:
    """Another unit, another duty, another period, another page."""
    unit = _managed(session, actor, scope)
    if scope is None or unit is None:
        return NotYours()
    if scope.duty_id and _name_of(session, unit, scope.duty_id) is None:
        return NotYours()
    return _page(session, actor, unit, scope, page=page, today=place.today(now))


@reads
def find_duties(
    session: Session, actor: Actor, scope: DeliveryScope | None, *, page: int
) -> DutyChoice | NotYours:
    """The duties to choose from."""
    unit = _managed(session, actor, scope)
    if scope is None or unit is None:
        return NotYours()
    found = delivery_counts.find_duties(session, [unit.path])
    pages = max(1, -(-len(found) // A_PAGE))
    here = min(max(page, 1), pages)
    shown = tuple(found[(here - 1) * A_PAGE : here * A_PAGE])
    return DutyChoice(scope=scope, duties=shown, page=here, pages=pages)


def _managed(session: Session, actor: Actor, scope: DeliveryScope | None) -> Unit | None:
    unit = units.find(session, scope.unit_id) if scope else None
    return unit if unit is not None and may_manage(actor, unit.path) else None


def _own_units(session: Session, actor: Actor) -> list[Unit]:
    """The highest units that the actor answers for, in the order of the tree."""
    tops = top_paths(officer_paths(actor))
    own = {office.unit_id for office in actor.offices if office.unit_path in tops}
    return sorted(units.find_many(session, list(own)).values(), key=lambda unit: unit.path)


def _named_duty(session: Session, actor: Actor, name: str) -> int | None:
    wanted = name.casefold()
    found = delivery_counts.find_duties(session, top_paths(officer_paths(actor)))
    fitting = [
        (duty_id, one.zh.casefold(), one.en.casefold())
        for duty_id, one in found
        if wanted in one.zh.casefold() or wanted in one.en.casefold()
    ]
    exact = [duty_id for duty_id, zh, en in fitting if wanted in (zh, en)]
    return next(iter([*exact, *(duty_id for duty_id, _, _ in fitting)]), None)


def _name_of(session: Session, unit: Unit, duty_id: int) -> Bilingual | None:
    return dict(delivery_counts.find_duties(session, [unit.path])).get(duty_id)


def _page(
    session: Session, actor: Actor, unit: Unit, scope: DeliveryScope, *, page: int, today: date
) -> DeliveryPage:
    found = _find(session, unit, scope)
    below = units.find_children(session, unit.id)
    pages = max(1, -(-len(below) // A_PAGE))
    here = min(max(page, 1), pages)
    above = units.find(session, unit.parent_id) if unit.parent_id else None
    return DeliveryPage(
        scope=replace(scope, unit_id=unit.id),
        today=today,
        unit=unit,
        duty=_name_of(session, unit, scope.duty_id) if scope.duty_id else None,
        count=count_delivery(found.told, found.standings, found.vacant, within=unit.path),
        below=tuple(
            UnitDelivery(
                unit=one,
                count=count_delivery(found.told, found.standings, found.vacant, within=one.path),
            )
            for one in below[(here - 1) * A_PAGE : here * A_PAGE]
        ),
        above=above if above and may_manage(actor, above.path) else None,
        page=here,
        pages=pages,
    )


def _find(session: Session, unit: Unit, scope: DeliveryScope) -> _Found:
    asked = Asked(path=unit.path, period=scope.period, duty_id=scope.duty_id)
    owing = delivery_counts.find_units_owing(session, asked)
    hearing, vacant = _hearers(session, owing)
    told = [
        *delivery_counts.find_told(session, asked),
        *delivery_counts.find_people_owing(session, asked),
        *hearing,
    ]
    ids = {one.person_id for one in told}
    return _Found(told=told, standings=delivery_counts.find_standings(session, ids), vacant=vacant)


def _hearers(session: Session, owing: dict[int, str]) -> tuple[list[Told], list[str]]:
    """Who should hear for units that owe something, reachable or not; and the vacant units."""
    officers: dict[int, list[Officer]] = {}
    for officer in people.find_officers(session, list(owing)):
        officers.setdefault(officer.unit_id, []).append(officer)
    told = [
        Told(path=owing[unit_id], person_id=officer.person_id)
        for unit_id, held in officers.items()
        for officer in choose_hearers(held) or _first_of(held)
    ]
    return told, [path for unit_id, path in owing.items() if unit_id not in officers]


def _first_of(held: list[Officer]) -> list[Officer]:
    """Nobody can be reached: all holders of the first office that somebody holds."""
    first = min(HEARING_ORDER.index(officer.role) for officer in held)
    return [officer for officer in held if HEARING_ORDER.index(officer.role) == first]
