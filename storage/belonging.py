"""Who belonged to the organisation when an activity began."""

from sqlmodel import col, exists

from storage.tables.activities import ActivityRow, ExpectedRow
from storage.tables.organisation import PersonRow, TimeGoneRow

_GONE_THEN = exists().where(
    col(TimeGoneRow.person_id) == col(PersonRow.id),
    col(TimeGoneRow.left_at) <= col(ActivityRow.starts_at),
    col(TimeGoneRow.back_at) > col(ActivityRow.starts_at),
)
# Whoever had left before it began was not expected there; who left later was, and so was who had
# left and come back by then.
# Observers count nowhere. To be used beside the tables of people, activities and who is expected.
WAS_THERE = (
    (col(PersonRow.left_at).is_(None) | (col(PersonRow.left_at) > col(ActivityRow.starts_at)))
    & ~_GONE_THEN
    & col(ExpectedRow.is_observer).is_(False)
)
