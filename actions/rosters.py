"""Take a roster file in: compare it, show what would change, and apply it as a whole."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from actions import confirming, roster_effects, weighing
from actions.administration import administers_all
from actions.approvals import Question
from actions.confirming import Gone
from actions.running import reads
from domain.approval import About, ApprovalKind, WaitingForSecond
from domain.draft import Draft
from domain.permission import Actor, may_administer
from domain.place import Place
from domain.roster import Roster, RosterReading
from domain.roster_comparison import compare
from domain.roster_difference import RosterDifference
from domain.roster_export import roster_of
from domain.roster_summary import RosterSummary, find_reached, fingerprint, summarise
from domain.unit_paths import unit_paths
from storage import drafts, rosters
from storage.roster_history import Author
from storage.rosters import Known

KIND = "roster"


@dataclass(frozen=True, kw_only=True)
class Previewed:
    """The file waits for Confirm under the draft's id and version."""

    draft_id: int
    version: int
    summary: RosterSummary


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A kept file, compared once more on a reader: the writer only checks that it still holds."""

    draft: Draft
    reading: RosterReading
    known: Known
    difference: RosterDifference


@dataclass(frozen=True, kw_only=True)
class AskedAgain:
    """So many would leave that Confirm alone is not enough."""

    draft_id: int
    version: int
    summary: RosterSummary


@dataclass(frozen=True, kw_only=True)
class ChangedMeanwhile:
    """The roster is another one than when the preview was made: look again."""

    preview: Previewed


@dataclass(frozen=True, kw_only=True)
class Applied:
    """Everything in the file that could be taken is in effect.

    `is_alone`: a second administrator would have been asked, if there were one.
    """

    summary: RosterSummary
    is_alone: bool = False


@dataclass(frozen=True, kw_only=True)
class NothingToApply:
    """What the file says is so already."""

    summary: RosterSummary


@reads
def export(session: Session, actor: Actor) -> Roster:
    """What the actor administers, as a roster that the import takes back."""
    known = rosters.load_known(session)
    paths = unit_paths({unit.id: unit.parent_id for unit in known.units})
    inside = {unit_id for unit_id, path in paths.items() if may_administer(actor, path)}
    people = (
        replace(one, offices=tuple(each for each in one.offices if each.unit_id in inside))
        for one in known.people
        if one.unit_id in inside
    )
    return roster_of([unit for unit in known.units if unit.id in inside], people)


@reads
def find_difference(session: Session, actor: Actor, reading: RosterReading) -> RosterDifference:
    """What the file would change. The policy lets only administrators ask."""
    return find_difference_now(session, reading)


def find_difference_now(session: Session, reading: RosterReading) -> RosterDifference:
    """Compare a file with what is known in this transaction."""
    known = rosters.load_known(session)
    return compare(reading.roster, known.units, known.people)


def keep(
    session: Session,
    actor: Actor,
    reading: RosterReading,
    difference: RosterDifference,
    *,
    now: datetime,
) -> Previewed | NothingToApply:
    """Keep a file for Confirm, with the mark of the difference that was shown."""
    summary = summarise(reading, difference)
    if difference.is_empty:
        return NothingToApply(summary=summary)
    draft = drafts.begin(session, actor.person, KIND, now=now, facts=_facts(reading, difference))
    return Previewed(draft_id=draft.id, version=draft.version, summary=summary)


@reads
def prepare(session: Session, actor: Actor, draft_id: int, *, version: int) -> Prepared | Gone:
    """Do what takes long before the writer is asked for."""
    draft = confirming.find(session, actor, draft_id, kind=KIND, version=version)
    if draft is None or "reading" not in draft.facts:
        return Gone()
    reading = rosters.from_facts(draft.facts["reading"])
    known = rosters.load_known(session)
    difference = compare(reading.roster, known.units, known.people)
    return Prepared(draft=draft, reading=reading, known=known, difference=difference)


def confirm(
    session: Session,
    actor: Actor,
    prepared: Prepared,
    *,
    is_sure: bool,
    shown_in: int | None = None,
    now: datetime,
    place: Place,
) -> Applied | WaitingForSecond | AskedAgain | ChangedMeanwhile | NothingToApply | Gone:
    """Apply the file that was shown, all of it, or put it before a second administrator."""
    rosters.lock(session)
    if not administers_all(session, actor):
        return Gone()
    known = prepared.draft
    draft = confirming.find(session, actor, known.id, kind=KIND, version=known.version)
    if draft is None:
        return Gone()
    difference = _difference_now(session, prepared)
    summary = summarise(prepared.reading, difference)
    if difference.is_empty:
        drafts.end(session, draft.id, state="discarded", now=now)
        return NothingToApply(summary=summary)
    if fingerprint(difference) != draft.facts["mark"]:
        return _show_anew(session, draft, prepared.reading, difference, now=now)
    if summary.asks_again and not is_sure:
        return AskedAgain(draft_id=draft.id, version=draft.version, summary=summary)
    if not drafts.end(session, draft.id, state="confirmed", now=now):
        return Gone()
    done = _carry_out(session, actor, draft, difference, shown_in=shown_in, now=now, place=place)
    return done if isinstance(done, WaitingForSecond) else Applied(summary=summary, is_alone=done)


def _difference_now(session: Session, prepared: Prepared) -> RosterDifference:
    known = rosters.load_known(session)
    if known == prepared.known:
        return prepared.difference
    return compare(prepared.reading.roster, known.units, known.people)


def _carry_out(
    session: Session,
    actor: Actor,
    draft: Draft,
    difference: RosterDifference,
    *,
    shown_in: int | None,
    now: datetime,
    place: Place,
) -> WaitingForSecond | bool:
    known = rosters.load_known(session)
    reached = find_reached(difference, known.units, known.people)
    question = Question(
        kind=ApprovalKind.ROSTER,
        facts=draft.facts,
        is_about_rule=difference.decides_who_decides,
        shown_in=shown_in,
        about=About(more=reached.total),
    )
    outcome = weighing.weigh(session, actor, reached, question, now=now, place=place)
    if not isinstance(outcome, WaitingForSecond):
        roster_effects.apply(
            session, difference, Author(person_id=actor.person, way="chat", now=now)
        )
    return outcome


def _show_anew(
    session: Session,
    draft: Draft,
    reading: RosterReading,
    difference: RosterDifference,
    *,
    now: datetime,
) -> ChangedMeanwhile | Gone:
    if not drafts.keep(session, draft, _facts(reading, difference), now=now):
        return Gone()
    summary = summarise(reading, difference)
    preview = Previewed(draft_id=draft.id, version=draft.version + 1, summary=summary)
    return ChangedMeanwhile(preview=preview)


def _facts(reading: RosterReading, difference: RosterDifference) -> dict[str, Any]:
    return {"reading": rosters.to_facts(reading), "mark": fingerprint(difference)}
