"""Which unit the words of somebody are about: by its days they are read."""

from sqlmodel import Session

from domain.audience import Audience
from domain.draft import Draft
from domain.permission import Actor, officer_paths
from domain.status import top_paths
from domain.unit import Unit
from storage import activities, drafts, obligations, units

# What the subject of a dialogue is, by its kind; a dialogue may keep the unit itself.
_OF_ACTIVITIES = frozenset({"activity_change", "make_up", "held", "moved"})
_OF_OBLIGATIONS = frozenset({"extension"})
_OF_UNITS = frozenset({"election", "calendar"})


def find_concerned(session: Session, actor: Actor) -> Unit | None:
    """The unit of the open dialogue, else the one that the actor answers for or belongs to."""
    draft = drafts.find_open(session, actor.person) if actor.is_linked else None
    found = _find_of_draft(session, draft) if draft is not None else None
    return found or _find_own(session, actor)


def _find_of_draft(session: Session, draft: Draft) -> Unit | None:
    unit_id = draft.facts.get("unit_id")
    subject_id = draft.subject_id
    if unit_id is None and subject_id is not None:
        if draft.kind in _OF_UNITS:
            unit_id = subject_id
        elif draft.kind in _OF_OBLIGATIONS:
            owed = obligations.find(session, subject_id)
            unit_id = owed.unit.id if owed else None
        elif draft.kind in _OF_ACTIVITIES:
            activity = activities.find(session, subject_id)
            unit_id = activity.unit.id if activity else None
    return units.find(session, unit_id) if unit_id is not None else None


def _find_own(session: Session, actor: Actor) -> Unit | None:
    tops = top_paths(officer_paths(actor))
    own = {office.unit_id for office in actor.offices if office.unit_path in tops}
    unit_id = min(own, default=actor.unit_id)
    return units.find(session, unit_id) if unit_id else None


def find_only_owner(session: Session, audience: Audience) -> Unit | None:
    """The one unit that owes; what many owe is read by the days of the whole."""
    if len(audience.units) != 1 or audience.kinds:
        return None
    return units.find(session, audience.units[0])
