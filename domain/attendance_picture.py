"""What stands on the picture of an attendance sheet: figures, names with a state, no reasons."""

from dataclasses import dataclass
from datetime import datetime

from domain.check_in import CheckInState
from domain.ledger import ActivityEntry, AttendanceSheet

# Three columns of forty lines: still readable on a phone after Telegram has made it smaller.
NAMES_A_PICTURE = 120


@dataclass(frozen=True, kw_only=True)
class NamedState:
    """One line: nothing about him that is not everybody's to know."""

    number: int
    person: str
    state: CheckInState


@dataclass(frozen=True, kw_only=True)
class AttendancePicture:
    """One picture; without names it shows the figures alone. Times are on the local clock."""

    activity_id: int
    activity: ActivityEntry
    made_at: datetime
    names: tuple[NamedState, ...] = ()
    page: int = 1
    pages: int = 1


def page_of_names(activity_id: int, sheet: AttendanceSheet, page: int) -> AttendancePicture:
    """The figures of all and the names of one page, numbered as on the sheet."""
    pages = max(1, -(-len(sheet.people) // NAMES_A_PICTURE))
    here = min(max(page, 1), pages)
    first = (here - 1) * NAMES_A_PICTURE
    chosen = sheet.people[first : first + NAMES_A_PICTURE]
    return AttendancePicture(
        activity_id=activity_id,
        activity=sheet.activity,
        made_at=sheet.made_at,
        names=tuple(
            NamedState(number=number, person=one.person, state=one.state)
            for number, one in enumerate(chosen, start=first + 1)
        ),
        page=here,
        pages=pages,
    )


def figures_alone(activity_id: int, sheet: AttendanceSheet) -> AttendancePicture:
    """To be passed on where names are nobody's business."""
    return AttendancePicture(
        activity_id=activity_id, activity=sheet.activity, made_at=sheet.made_at
    )
