"""What is answered when a term ends, and what is done for an election."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.tables.columns import Instant, one_of


class TermAnswerRow(SQLModel, table=True):
    """An answer about one term of a unit; `term_key` is the day it began, `-` where unknown.

    `day` is the day of the election, the last day of the extension, or the day of the letter or
    of leaving. The newest that is not revoked holds.
    """

    __tablename__ = "term_answer"
    __table_args__ = (
        one_of("kind", "planned", "extended", "vacated", "letter"),
        Index("term_answer_unit", "unit_id", "kind"),
    )

    id: int | None = Field(default=None, primary_key=True)
    unit_id: int = Field(foreign_key="unit.id")
    term_key: str = Field(max_length=16)
    kind: str = Field(max_length=16)
    day: date
    approved_by: str = Field(default="", max_length=64)
    approved_on: date | None = None
    office_id: int | None = Field(default=None, foreign_key="office.id")
    recorded_at: datetime = Field(sa_type=Instant)
    recorded_by: int = Field(foreign_key="person.id")
    revoked_at: datetime | None = Field(default=None, sa_type=Instant)


class ElectionStepRow(SQLModel, table=True):
    """A step of the list for the next election of a unit that somebody has ticked."""

    __tablename__ = "election_step"

    unit_id: int = Field(primary_key=True, foreign_key="unit.id")
    term_key: str = Field(primary_key=True, max_length=16)
    code: str = Field(primary_key=True, max_length=32)
    done_at: datetime = Field(sa_type=Instant)
    done_by: int = Field(foreign_key="person.id")
