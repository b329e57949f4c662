"""Let a unit have set exactly what a file says of its calendar."""

from datetime import datetime

from sqlmodel import Session

from actions import calendar_looks
from actions.calendar_approvals import CALENDAR
from domain.calendar_setup import CalendarSetup
from storage import calendar_layers, calendar_setups, history, units
from storage.calendar_layers import Layer, LayerKind

KINDS = (LayerKind.OWN, LayerKind.TERMS, LayerKind.COUNTRY)


def put(
    session: Session,
    unit_id: int,
    setup: CalendarSetup,
    *,
    by: int | None,
    way: str,
    now: datetime,
) -> None:
    """Put it in place of what was set; the open obligations below are looked at again."""
    units.lock(session, unit_id)
    layers = tuple(Layer(kind=kind, unit_id=unit_id) for kind in KINDS)
    before = calendar_layers.take(session, layers)
    calendar_setups.replace(session, unit_id, setup.in_order())
    calendar_looks.begin(session, unit_id)
    history.write_down(
        session,
        "calendar_set",
        (CALENDAR, unit_id),
        now=now,
        by=by,
        way=way,
        before=before,
        after=calendar_layers.take(session, layers),
    )
