"""Who belonged to the organisation when an activity began."""

from typing import Any

from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, exists

from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.organisation import PersonRow, TimeGoneRow


def was_there(person: Any, activity: Any, expected: Any) -> ColumnElement[bool]:
    """Whoever had left before it began was not expected there; who left later was, and so was who
    had left and come back by then. Observers count nowhere.
    """
    gone_then = exists().where(
        col(TimeGoneRow.person_id) == col(person.id),
        col(TimeGoneRow.left_at) <= col(activity.starts_at),
        col(TimeGoneRow.back_at) > col(activity.starts_at),
    )
    had_not_left = col(person.left_at).is_(None) | (col(person.left_at) > col(activity.starts_at))
    return had_not_left & ~gone_then & col(expected.is_observer).is_(False)


# To be used beside the tables of people, activities and who is expected.
WAS_THERE = was_there(PersonRow, ActivityRow, ExpectedRow)
