"""The dialogue that installs a ready plan: match its words, choose its duties, confirm."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from actions import config_carrying, confirming
from actions.administration import administers_all
from actions.config_carrying import Applied
from actions.config_comparing import INSTALLED, Compared, compare_now
from actions.confirming import Gone, NotOfTheWhole
from actions.plans import (
    AlreadyInstalled,
    Unmatched,
    find_offered,
    present_words,
    wanted_of,
)
from actions.preset_words import find_asked
from actions.running import reads
from domain.approval import WaitingForSecond
from domain.configuration import compare
from domain.draft import Draft
from domain.permission import Actor
from domain.place import Place
from domain.preset import Preset, likely_kinds
from storage import configurations, drafts, plans

KIND = "preset"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """The answer is kept; the screen of the draft shows what comes next."""

    draft_id: int


@dataclass(frozen=True, kw_only=True)
class NobodyOwes:
    """A duty that nobody would owe cannot be taken."""


@dataclass(frozen=True, kw_only=True)
class NothingTaken:
    """Every duty was left out."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A press in the dialogue: which draft, as it stood when the button was shown."""

    draft_id: int
    version: int


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """What was worked out on a reader: the writer only checks that it still holds."""

    answer: Answer
    compared: Compared


@reads
def find_installed(session: Session, actor: Actor) -> dict[str, int] | NotOfTheWhole:
    """How many duties of which plan are there."""
    if not administers_all(session, actor):
        return NotOfTheWhole()
    return {plan: len(duties) for plan, duties in plans.find_codes(session).items()}


def begin(
    session: Session, actor: Actor, preset: Preset, *, now: datetime
) -> Kept | AlreadyInstalled | NotOfTheWhole:
    """Ask for the first word; the likely ones are chosen beforehand."""
    if not administers_all(session, actor):
        return NotOfTheWhole()
    if len(plans.find_codes(session).get(preset.code, ())) >= len(preset.duties):
        return AlreadyInstalled()
    present = present_words(session)
    facts = {
        "code": preset.code,
        "present": {what.value: found for what, found in present.items()},
        "order": {what.value: list(found) for what, found in present.items()},
        "chosen": {
            kind.role: list(likely_kinds(kind, present[kind.matches])) for kind in preset.kinds
        },
        "step": 0,
        "turned": [],
    }
    draft = drafts.begin(session, actor.person, KIND, now=now, facts=facts)
    return Kept(draft_id=draft.id)


def toggle(
    session: Session, actor: Actor, preset: Preset, answer: Answer, *, number: int, now: datetime
) -> Kept | Gone:
    """Choose one of the organisation's words, or take it back."""
    draft = _find(session, actor, preset, answer)
    asked = find_asked(draft, preset) if draft else None
    if draft is None or asked is None:
        return Gone()
    order = draft.facts["order"][asked.matches.value]
    if not 0 <= number < len(order):
        return Gone()
    chosen = set(draft.facts["chosen"][asked.role]) ^ {order[number]}
    words = draft.facts["chosen"] | {asked.role: sorted(chosen)}
    return _keep(session, draft, {"chosen": words, "turned": []}, now=now)


def go_on(
    session: Session, actor: Actor, preset: Preset, answer: Answer, *, now: datetime
) -> Kept | Unmatched | Gone:
    """Go to the next word, or to what would be installed."""
    draft = _find(session, actor, preset, answer)
    asked = find_asked(draft, preset) if draft else None
    if draft is None or asked is None:
        return Gone()
    if not draft.facts["chosen"][asked.role] and not asked.is_optional:
        return Unmatched(asked=asked)
    return _keep(session, draft, {"step": draft.facts["step"] + 1}, now=now)


def go_back(
    session: Session, actor: Actor, preset: Preset, answer: Answer, *, now: datetime
) -> Kept | Gone:
    """Ask for the word before once more."""
    draft = _find(session, actor, preset, answer)
    if draft is None:
        return Gone()
    return _keep(session, draft, {"step": max(draft.facts["step"] - 1, 0)}, now=now)


def toggle_duty(
    session: Session,
    actor: Actor,
    preset: Preset,
    answer: Answer,
    *,
    number: int,
    now: datetime,
    place: Place,
) -> Kept | NobodyOwes | Gone:
    """Take a duty of the plan, or leave it out; numbers count from 1."""
    draft = _find(session, actor, preset, answer)
    if draft is None:
        return Gone()
    offered = find_offered(session, preset, draft.facts["chosen"], today=place.today(now))
    if not 1 <= number <= len(offered):
        return Gone()
    one = offered[number - 1]
    if not one.is_owed:
        return NobodyOwes()
    turned = set(draft.facts["turned"]) ^ {one.entry.code}
    return _keep(session, draft, {"turned": sorted(turned)}, now=now)


@reads
def prepare(
    session: Session, actor: Actor, preset: Preset, answer: Answer, *, now: datetime, place: Place
) -> Prepared | NothingTaken | Gone:
    """Do what takes long before the writer is asked for."""
    draft = _find(session, actor, preset, answer)
    if draft is None or find_asked(draft, preset) is not None:
        return Gone()
    offered = find_offered(session, preset, draft.facts["chosen"], today=place.today(now))
    taken = [one.entry for one in offered if one.is_taken(draft.facts["turned"])]
    if not taken:
        return NothingTaken()
    wanted = wanted_of(session, preset, taken)
    compared = compare_now(session, wanted, cause=INSTALLED, now=now, place=place)
    return Prepared(answer=answer, compared=compared)


def confirm(
    session: Session,
    actor: Actor,
    prepared: Prepared,
    *,
    shown_in: int | None = None,
    now: datetime,
    place: Place,
) -> Applied | WaitingForSecond | AlreadyInstalled | NotOfTheWhole | Gone:
    """Install what was shown, or put it before a second administrator."""
    answer = prepared.answer
    draft = confirming.find(session, actor, answer.draft_id, kind=KIND, version=answer.version)
    if draft is None:
        return Gone()
    if not administers_all(session, actor):
        return NotOfTheWhole()
    known = configurations.load(session, configurations.load_codes(session))
    difference = compare(known, prepared.compared.wanted)
    if not drafts.end(session, draft.id, state="confirmed", now=now):
        return Gone()
    if difference != prepared.compared.difference:
        return AlreadyInstalled()
    facts = config_carrying.facts_of(prepared.compared)
    return config_carrying.carry_out(
        session, actor, difference, facts, shown_in=shown_in, now=now, place=place
    )


@reads
def find_code(session: Session, actor: Actor, draft_id: int) -> str:
    """Which plan a dialogue is about; nothing for one that is over."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    return str(draft.facts["code"]) if draft is not None and draft.kind == KIND else ""


def _find(session: Session, actor: Actor, preset: Preset, answer: Answer) -> Draft | None:
    draft = confirming.find(session, actor, answer.draft_id, kind=KIND, version=answer.version)
    return draft if draft is not None and draft.facts["code"] == preset.code else None


def _keep(session: Session, draft: Draft, changed: dict[str, Any], *, now: datetime) -> Kept | Gone:
    if not drafts.keep(session, draft, draft.facts | changed, now=now):
        return Gone()
    return Kept(draft_id=draft.id)
