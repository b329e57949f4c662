"""Gather what the picture of an attendance sheet shows. Nothing is written."""

from datetime import datetime

from sqlmodel import Session

from actions import attendance_sheets
from actions.activities import NotYours, find_managed
from actions.running import reads
from domain.activity import Activity
from domain.attendance_picture import AttendancePicture, figures_alone, page_of_names
from domain.permission import Actor
from domain.place import Place


@reads
def find_subject(
    session: Session, actor: Actor, activity_id: int, *, place: Place
) -> Activity | NotYours:
    """The activity of which a picture is asked for."""
    activity = find_managed(session, actor, activity_id)
    return NotYours() if activity is None else activity.on_local_clock(place)


@reads
def find_names(
    session: Session, actor: Actor, activity_id: int, *, page: int, now: datetime, place: Place
) -> AttendancePicture | NotYours:
    """The figures, and a page of names with how they stand."""
    sheet = attendance_sheets.load(session, actor, activity_id, now=now, place=place)
    return sheet if isinstance(sheet, NotYours) else page_of_names(activity_id, sheet, page)


@reads
def find_figures(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> AttendancePicture | NotYours:
    """The figures alone."""
    sheet = attendance_sheets.load(session, actor, activity_id, now=now, place=place)
    return sheet if isinstance(sheet, NotYours) else figures_alone(activity_id, sheet)
