"""The draft of a duty in the making: found, changed, kept, shown."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from actions.administration import administers_all
from actions.confirming import Gone, NotOfTheWhole
from actions.duty_listening import Heard
from actions.duty_previews import present
from domain.draft import Draft
from domain.duty_draft import DutyDraft, draft_from_facts, draft_to_facts
from domain.duty_making import DutyInTheMaking
from domain.permission import Actor
from domain.place import Place
from storage import drafts

KIND = "duty"


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A press in the dialogue: which draft, as it stood when the button was shown."""

    draft_id: int
    version: int


Making = DutyInTheMaking | NotOfTheWhole | Gone


def change(
    session: Session,
    actor: Actor,
    shown: Shown,
    changed: Callable[[DutyDraft], DutyDraft],
    *,
    now: datetime,
    place: Place,
) -> Making:
    """Change the draft as it was shown, and show it anew."""
    draft = find(session, actor, shown)
    if draft is None:
        return Gone()
    kept = keep(session, draft, changed(draft_from_facts(draft.facts)), now=now)
    return present(session, kept, now=now, place=place) if kept else Gone()


def find(session: Session, actor: Actor, shown: Shown) -> Draft | None:
    """The draft as it was shown; None when it is over, or another one by now."""
    draft = drafts.find(session, shown.draft_id, person_id=actor.person)
    if draft is None or draft.kind != KIND or not administers_all(session, actor):
        return None
    return draft if draft.version == shown.version else None


def keep(session: Session, draft: Draft, known: DutyDraft, *, now: datetime) -> Draft | None:
    """The draft with what is known now; None when another screen was faster."""
    facts = draft_to_facts(known)
    if not drafts.keep(session, draft, facts, now=now):
        return None
    return replace(draft, facts=facts, version=draft.version + 1)


def as_heard(
    session: Session, draft: Draft, heard: Heard, *, now: datetime, place: Place
) -> DutyInTheMaking:
    """The draft after what was typed."""
    trouble, unknown = heard.trouble, heard.unknown
    return present(session, draft, now=now, place=place, trouble=trouble, unknown=unknown)
