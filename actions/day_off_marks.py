"""An officer gives one of a series a time or place of its own: no calendar moves it after that."""

from sqlmodel import Session

from domain.activity import Activity
from domain.place import Place
from domain.series_day import DayOff, is_avoided
from storage import calendar_days, series, series_days


def set_by_hand(session: Session, after: Activity, *, place: Place) -> None:
    """A day off that he has chosen himself is none to ask him about."""
    known = series.find(session, after.series_id) if after.series_id else None
    if known is None or known.plan.cadence is None:
        return
    calendar = calendar_days.calendar_for(session, after.unit)
    is_off = is_avoided(place.today(after.starts_at), known.plan.cadence, calendar)
    series_days.set_by_hand(session, after.id, DayOff.KEPT if is_off else None)
