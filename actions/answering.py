"""Whether the receivers of cards about an activity answer for its unit at this moment."""

from collections.abc import Callable, Sequence

from sqlmodel import Session

from domain.activity import Activity
from domain.delivery import Delivery
from domain.office import OFFICER_ROLES
from domain.unit import is_within
from storage import accounts

Answers = Callable[[Delivery, Activity], bool]


def find_answering(session: Session, claimed: Sequence[Delivery]) -> Answers:
    """Ask once for all of them: what an officer was sent ends with his office."""
    offices = accounts.find_offices_of(session, {one.person_id for one in claimed})

    def answers(delivery: Delivery, activity: Activity) -> bool:
        return any(
            office.role in OFFICER_ROLES and is_within(activity.unit.path, office.unit_path)
            for office in offices.get(delivery.person_id, ())
        )

    return answers
