"""The set-up as one file: out, compared, confirmed, taken back."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from actions import confirming
from actions.administration import administers_all
from actions.config_carrying import Applied, carry_out, facts_of
from actions.config_comparing import Compared, compare_now
from actions.confirming import Gone, NotOfTheWhole
from actions.running import reads
from domain.approval import WaitingForSecond
from domain.configuration import (
    Configuration,
    ConfigurationPreview,
    Reach,
    compare,
    fingerprint,
)
from domain.configuration_facts import configuration_from_facts
from domain.draft import Draft
from domain.permission import Actor
from domain.place import Place
from storage import configurations, drafts

KIND = "config"


@dataclass(frozen=True, kw_only=True)
class NothingToApply:
    """What the file says is so already."""


@dataclass(frozen=True, kw_only=True)
class ChangedMeanwhile:
    """The set-up is another one than when the preview was made: look again."""

    preview: ConfigurationPreview


@reads
def export(
    session: Session, actor: Actor, *, now: datetime, place: Place
) -> Configuration | NotOfTheWhole:
    """Everything that is set up. A day on which a duty began already says nothing any more."""
    if not administers_all(session, actor):
        return NotOfTheWhole()
    known = configurations.load(session, configurations.load_codes(session))
    today = place.today(now)
    return replace(
        known,
        duties=tuple(
            replace(one, begins_on=None) if one.begins_on and one.begins_on <= today else one
            for one in known.duties
        ),
    )


def keep(
    session: Session, actor: Actor, compared: Compared, *, now: datetime
) -> ConfigurationPreview | NothingToApply | NotOfTheWhole:
    """Keep what a file asks for until Confirm, with the mark of the difference that is shown."""
    if not administers_all(session, actor):
        return NotOfTheWhole()
    if compared.difference.is_empty:
        return NothingToApply()
    draft = drafts.begin(session, actor.person, KIND, now=now, facts=facts_of(compared))
    return _preview(draft, compared)


def toggle_open(
    session: Session, actor: Actor, draft_id: int, *, version: int, now: datetime, place: Place
) -> ConfigurationPreview | Gone:
    """Let what is open follow the change too, or not."""
    draft = _find(session, actor, draft_id, version)
    if draft is None:
        return Gone()
    facts = draft.facts | {"includes_open": not draft.facts["includes_open"]}
    if not drafts.keep(session, draft, facts, now=now):
        return Gone()
    compared = _compared(session, draft, now=now, place=place)
    return _preview(replace(draft, facts=facts, version=draft.version + 1), compared)


def confirm(
    session: Session,
    actor: Actor,
    draft_id: int,
    *,
    version: int,
    shown_in: int | None = None,
    now: datetime,
    place: Place,
) -> Applied | WaitingForSecond | ChangedMeanwhile | NothingToApply | Gone | NotOfTheWhole:
    """Apply what was shown, or put it before a second administrator."""
    draft = _find(session, actor, draft_id, version)
    if draft is None:
        return Gone()
    if not administers_all(session, actor):
        return NotOfTheWhole()
    wanted = configuration_from_facts(draft.facts["wanted"])
    known = configurations.load(session, configurations.load_codes(session))
    difference = compare(known, wanted)
    if difference.is_empty:
        drafts.end(session, draft.id, state="discarded", now=now)
        return NothingToApply()
    if fingerprint(difference) != draft.facts["mark"]:
        return _show_anew(session, draft, now=now, place=place)
    if not drafts.end(session, draft.id, state="confirmed", now=now):
        return Gone()
    return carry_out(
        session, actor, difference, draft.facts, shown_in=shown_in, now=now, place=place
    )


def _find(session: Session, actor: Actor, draft_id: int, version: int) -> Draft | None:
    draft = confirming.find(session, actor, draft_id, kind=KIND, version=version)
    return draft if draft is not None and "wanted" in draft.facts else None


def _compared(session: Session, draft: Draft, *, now: datetime, place: Place) -> Compared:
    wanted = configuration_from_facts(draft.facts["wanted"])
    return compare_now(session, wanted, cause=draft.facts["cause"], now=now, place=place)


def _preview(draft: Draft, compared: Compared) -> ConfigurationPreview:
    return ConfigurationPreview(
        draft_id=draft.id,
        version=draft.version,
        difference=compared.difference,
        reach=Reach(units=compared.reach.units, people=compared.reach.people),
        open_items=compared.open_items,
        includes_open=draft.facts["includes_open"],
        cause=compared.cause,
    )


def _show_anew(
    session: Session, draft: Draft, *, now: datetime, place: Place
) -> ChangedMeanwhile | Gone:
    compared = _compared(session, draft, now=now, place=place)
    facts = facts_of(compared)
    if not drafts.keep(session, draft, facts, now=now):
        return Gone()
    anew = replace(draft, facts=facts, version=draft.version + 1)
    return ChangedMeanwhile(preview=_preview(anew, compared))
