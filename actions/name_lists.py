"""Mark by list: names are matched, what is in doubt is asked, and nothing counts before Confirm."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from actions.activities import NotYours, Shown, find_managed, present_now
from actions.attendance import NotOpen
from actions.invitations import CHECK_IN
from actions.quieting import refresh_everybody
from actions.running import reads
from domain.activity import Activity
from domain.draft import Draft
from domain.name_list import CHOICES_SHOWN, ListPreview, NameList, list_from_facts, match_names
from domain.permission import Actor
from domain.place import Place
from storage import activities, attendees, drafts, history, list_marks

KIND = "mark_list"


@dataclass(frozen=True, kw_only=True)
class ListAsked:
    """The next words or file are the names."""

    activity: Activity


@dataclass(frozen=True, kw_only=True)
class ListDone:
    """So many are marked; who had checked in before is left alone."""

    marked: int
    status: Shown


Listing = ListAsked | ListPreview | NotOpen | NotYours


def begin(
    session: Session, actor: Actor, activity_id: int, *, now: datetime, place: Place
) -> Listing:
    """Wait for the names."""
    activity = find_managed(session, actor, activity_id)
    if activity is None or not activity.is_planned:
        return NotYours()
    if now < activity.opens_at:
        return NotOpen(opens_at=place.local(activity.opens_at))
    drafts.begin(session, actor.person, KIND, now=now, subject_id=activity.id)
    return ListAsked(activity=activity.on_local_clock(place))


def hear(
    session: Session, actor: Actor, lines: Sequence[str], *, now: datetime, place: Place
) -> Listing:
    """Match the names with everybody who is on the list or belongs to the unit."""
    draft = drafts.find_open(session, actor.person)
    activity = _find_of(session, actor, draft)
    if draft is None or activity is None:
        return NotYours()
    if not lines:
        return ListAsked(activity=activity.on_local_clock(place))
    known = attendees.find_candidates(session, activity.id, activity.unit.path)
    return _keep(session, activity, draft, match_names(lines, known), now=now, place=place)


def choose(
    session: Session,
    actor: Actor,
    draft_id: int,
    *,
    person_id: int,
    version: int,
    now: datetime,
    place: Place,
) -> Listing:
    """Say whom the line in doubt means; 0: nobody."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    activity = _find_of(session, actor, draft)
    if draft is None or activity is None or "found" not in draft.facts:
        return NotYours()
    listed = list_from_facts(draft.facts)
    if draft.version != version or not listed.asked:
        return _preview(session, activity, draft, listed, place)
    return _keep(session, activity, draft, listed.answered(person_id or None), now=now, place=place)


@reads
def turn(session: Session, actor: Actor, draft_id: int, *, page: int, place: Place) -> Listing:
    """Other namesakes to choose from."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    activity = _find_of(session, actor, draft)
    if draft is None or activity is None or "found" not in draft.facts:
        return NotYours()
    return _preview(session, activity, draft, list_from_facts(draft.facts), place, page=page)


def confirm(
    session: Session, actor: Actor, draft_id: int, *, version: int, now: datetime, place: Place
) -> ListDone | Listing:
    """Mark everybody who was shown, in one statement; who has checked in himself stays so."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    if draft is not None and draft.subject_id is not None:
        activities.lock(session, draft.subject_id)
    activity = _find_of(session, actor, draft)
    if draft is None or activity is None or "found" not in draft.facts:
        return NotYours()
    listed = list_from_facts(draft.facts)
    if draft.version != version or listed.asked:
        return _preview(session, activity, draft, listed, place)
    drafts.end(session, draft.id, state="confirmed", now=now)
    at = min(now, activity.closes_at)
    marked = list_marks.mark(session, activity.id, listed.found, by=actor.person, at=at)
    history.write_down(
        session,
        "marked_by_list",
        (CHECK_IN, activity.id),
        now=now,
        by=actor.person,
        after={"people": marked, "state": "present", "at": at.isoformat(), "way": "officer"},
    )
    refresh_everybody(session, activity.id, change=f"list:{draft.id}", now=now)
    status = present_now(session, activity.id, now=now, place=place)
    return ListDone(marked=len(marked), status=status)


def _find_of(session: Session, actor: Actor, draft: Draft | None) -> Activity | None:
    if draft is None or draft.kind != KIND or draft.subject_id is None:
        return None
    activity = find_managed(session, actor, draft.subject_id)
    return activity if activity is not None and activity.is_planned else None


def _keep(
    session: Session,
    activity: Activity,
    draft: Draft,
    listed: NameList,
    *,
    now: datetime,
    place: Place,
) -> Listing:
    drafts.keep(session, draft, listed.to_facts(), now=now)
    kept = drafts.find(session, draft.id, person_id=draft.person_id) or draft
    return _preview(session, activity, kept, listed, place)


def _preview(
    session: Session,
    activity: Activity,
    draft: Draft,
    listed: NameList,
    place: Place,
    *,
    page: int = 1,
) -> ListPreview:
    known = {
        one.person_id: one
        for one in attendees.find_candidates(session, activity.id, activity.unit.path)
    }
    here = list_marks.find_here(session, activity.id)
    asked, pages = None, 1
    if listed.asked:
        line, ids = listed.asked[0]
        people = [known[one] for one in ids if one in known]
        pages = max(1, -(-len(people) // CHOICES_SHOWN))
        page = min(max(page, 1), pages)
        asked = line, tuple(people[(page - 1) * CHOICES_SHOWN : page * CHOICES_SHOWN])
    new = [one for one in listed.found if one in known and one not in here]
    return ListPreview(
        activity=activity.on_local_clock(place),
        draft_id=draft.id,
        version=draft.version,
        names=tuple(known[one].name for one in new),
        already=len(listed.found) - len(new),
        unknown=listed.unknown,
        asked=asked,
        page=page,
        pages=pages,
    )
