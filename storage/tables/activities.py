"""Activities, who is expected, who checked in, and what proves it."""

from datetime import date, datetime
from functools import partial
from secrets import token_hex
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from storage.tables.columns import Instant, Json, one_of


class ActivityRow(SQLModel, table=True):
    """A session with time, place, expected people and a window for check-in."""

    __tablename__ = "activity"
    __table_args__ = (
        one_of("state", "planned", "held", "cancelled"),
        one_of("proof", "button", "code", "wall"),
        one_of("quorum", "none", "more_than_half", "two_thirds", "four_fifths"),
        one_of("day_off", "asked", "kept", "left_out"),
        # The clock's question: which check-ins open now?
        Index("activity_opens", "state", "opens_at"),
        Index("activity_unit", "unit_id", "starts_at"),
        # No occurrence of a series is made twice.
        Index("activity_series_day", "series_id", "series_day", unique=True),
        # The clock's question: who is to be invited now?
        Index("activity_invites", "invite_from"),
    )

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id")
    duty_id: int | None = Field(default=None, foreign_key="duty.id", index=True)
    obligation_id: int | None = Field(default=None, foreign_key="obligation.id", index=True)
    act_code: str | None = Field(default=None, max_length=32)
    title: str = Field(max_length=64)
    place: str = Field(default="", max_length=64)
    starts_at: datetime = Field(sa_type=Instant)
    opens_at: datetime = Field(sa_type=Instant)
    closes_at: datetime = Field(sa_type=Instant)
    reminded_at: datetime | None = Field(default=None, sa_type=Instant)
    opening_told_at: datetime | None = Field(default=None, sa_type=Instant)
    state: str = Field(default="planned", max_length=16)
    version: int = 1
    made_by: int = Field(foreign_key="person.id")
    made_at: datetime = Field(sa_type=Instant)
    settled_at: datetime | None = Field(default=None, sa_type=Instant)
    changed_at: datetime | None = Field(default=None, sa_type=Instant)
    proof: str = Field(default="button", max_length=16)
    shows_names: bool = True
    # Codes are worked out from it; it never leaves the database but for that.
    code_secret: str = Field(default_factory=partial(token_hex, 32), max_length=64)
    host: str = Field(default="", max_length=64)
    notes: str = Field(default="", max_length=500)
    link: str = Field(default="", max_length=255)
    minutes: int = 0
    study_minutes: int = 0
    series_id: int | None = Field(default=None, foreign_key="activity_series.id")
    # The date that the rule names: the name of the occurrence, whatever day it is moved to.
    series_day: date | None = None
    # An officer has given it a time or place of its own: no calendar moves it.
    by_hand: bool = False
    # What is known of its day where its rule avoids that day.
    day_off: str | None = Field(default=None, max_length=16)
    invite_from: datetime | None = Field(default=None, sa_type=Instant)
    quorum: str = Field(default="none", max_length=16)
    scans_twice: bool = False
    topic: str = Field(default="", max_length=500)
    photo_id: str | None = Field(default=None, max_length=255)
    # When it was to begin at first, where it was moved.
    moved_from: datetime | None = Field(default=None, sa_type=Instant)
    # When its window would have closed, had the bot not been down then.
    extended_from: datetime | None = Field(default=None, sa_type=Instant)
    held_asked_at: datetime | None = Field(default=None, sa_type=Instant)
    # The activity whose absence this one makes up.
    makes_up_id: int | None = Field(default=None, foreign_key="activity.id", index=True)
    # Whom of the unit it is for; everybody where there is nothing.
    audience: dict[str, Any] | None = Field(default=None, sa_type=Json)


class SeriesRow(SQLModel, table=True):
    """A rule by which activities are made; `plan` is what they are like."""

    __tablename__ = "activity_series"
    __table_args__ = (
        one_of("state", "running", "ended"),
        # The clock's question: which series has something to be made?
        Index("series_due", "state", "look_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id")
    plan: dict[str, Any] = Field(sa_type=Json)
    state: str = Field(default="running", max_length=16)
    version: int = 1
    made_by: int = Field(foreign_key="person.id")
    made_at: datetime = Field(sa_type=Instant)
    made_through: date
    # None where the rule has nothing more, as the calendar is now.
    look_at: datetime | None = Field(default=None, sa_type=Instant)


class ActivityDutyRow(SQLModel, table=True):
    """One more duty that an activity counts for; the act is known once it was held."""

    __tablename__ = "activity_duty"

    activity_id: int = Field(foreign_key="activity.id", primary_key=True)
    duty_id: int = Field(foreign_key="duty.id", primary_key=True)
    obligation_id: int | None = Field(default=None, foreign_key="obligation.id")
    act_code: str | None = Field(default=None, max_length=32)


class ExpectedRow(SQLModel, table=True):
    """One person's presence at one activity; `state` is expected until something is recorded."""

    __tablename__ = "check_in"
    __table_args__ = (
        one_of("state", "expected", "present", "late", "excused", "absent", "made_up"),
        one_of("leave", "asked", "granted", "declined"),
        Index("check_in_person", "person_id"),
        # The clock's question: whose reasons are still kept?
        Index(
            "check_in_reason",
            "activity_id",
            sqlite_where=text("reason IS NOT NULL"),
            postgresql_where=text("reason IS NOT NULL"),
        ),
    )

    activity_id: int = Field(foreign_key="activity.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True)
    state: str = Field(default="expected", max_length=16)
    recorded_at: datetime | None = Field(default=None, sa_type=Instant)
    recorded_by: int | None = Field(default=None, foreign_key="person.id")
    way: str | None = Field(default=None, max_length=16)
    reason: str | None = Field(default=None, max_length=16)
    version: int = 1
    # Whoever looks on is invited and may check in, and is not counted.
    is_observer: bool = False
    # An officer has named him: he stays though the activity is for others.
    by_name: bool = False
    leave: str | None = Field(default=None, max_length=16)
    leave_at: datetime | None = Field(default=None, sa_type=Instant)
    leave_by: int | None = Field(default=None, foreign_key="person.id")
    # Who left before the end: since when, and which officer says so; none where the rule does.
    left_at: datetime | None = Field(default=None, sa_type=Instant)
    left_by: int | None = Field(default=None, foreign_key="person.id")
    # When a code was used again at the end.
    stayed_at: datetime | None = Field(default=None, sa_type=Instant)
    # The one session by which an absence was made up; none where an officer says so himself.
    made_up_at_id: int | None = Field(default=None, foreign_key="activity.id")


class LeftOutRow(SQLModel, table=True):
    """One of the unit who was taken off a list, and is not put on it with everybody again."""

    __tablename__ = "left_out"

    activity_id: int = Field(foreign_key="activity.id", primary_key=True)
    person_id: int = Field(foreign_key="person.id", primary_key=True)


class WrongCodeRow(SQLModel, table=True):
    """Four digits that were no code. Kept for minutes, to end the guessing."""

    __tablename__ = "wrong_code"

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    at: datetime = Field(sa_type=Instant)


class GuestRow(SQLModel, table=True):
    """Somebody who proved to be there without being expected; `came_at` is what would count."""

    __tablename__ = "guest"
    __table_args__ = (
        one_of("state", "asked", "added", "declined"),
        Index("guest_once", "activity_id", "person_id", unique=True),
    )

    id: int | None = Field(default=None, primary_key=True)
    activity_id: int = Field(foreign_key="activity.id")
    person_id: int = Field(foreign_key="person.id")
    came_at: datetime = Field(sa_type=Instant)
    state: str = Field(default="asked", max_length=16)
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = Field(default=None, sa_type=Instant)


class WallRow(SQLModel, table=True):
    """A page that shows one activity's codes: its one-time link, then the browser that used it."""

    __tablename__ = "wall"
    __table_args__ = (Index("wall_link", "link_hash", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    activity_id: int = Field(foreign_key="activity.id", index=True)
    made_by: int = Field(foreign_key="person.id")
    made_at: datetime = Field(sa_type=Instant)
    link_hash: str = Field(max_length=64)
    session_hash: str | None = Field(default=None, max_length=64)
    opened_at: datetime | None = Field(default=None, sa_type=Instant)


class CalendarAddressRow(SQLModel, table=True):
    """A person's secret address of his own calendar; `changed_at` is of what it shows."""

    __tablename__ = "calendar_address"
    __table_args__ = (Index("calendar_address_secret", "secret_hash", unique=True),)

    person_id: int = Field(foreign_key="person.id", primary_key=True)
    secret_hash: str = Field(max_length=64)
    made_at: datetime = Field(sa_type=Instant)
    fingerprint: str = Field(default="", max_length=32)
    changed_at: datetime | None = Field(default=None, sa_type=Instant)
