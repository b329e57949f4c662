"""A duty in the making: what was said of it so far, and what must still be asked."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from domain.act import Act, ActKind, Needs, acts_from_data, acts_to_data
from domain.audience import Audience, audience_from_data, audience_to_data
from domain.bilingual import NO_NAME, Bilingual
from domain.cadence import (
    ByDate,
    Cadence,
    OnDates,
    TermEnds,
    cadence_from_data,
    cadence_to_data,
)
from domain.duty import Duty
from domain.duty_acts import of_kind, take_over
from domain.duty_phrases import Phrases, likely_act
from domain.ladder import ReminderPolicy
from domain.ladder_facts import policy_from_data, policy_to_data
from domain.schedule_cadence import with_shift
from domain.working_day import Shift

NAME_LIMIT = 64
NOBODY = Audience()
# The plan of duties that were made in chat.
OWN_PLAN = "own"
OWN_PLAN_NAME = Bilingual(zh="自定任务", en="Our own duties")
_ACTS = (ActKind.ACTIVITY, ActKind.REPORT, ActKind.TICK)
_SHIFTS = tuple(Shift)


class Step(StrEnum):
    """What is asked next; at the last one everything is known and may still be changed."""

    NAME = "name"
    WHEN = "when"
    WHICH = "which"
    WHO = "who"
    CONFIRM = "confirm"


@dataclass(frozen=True, kw_only=True)
class DutyDraft:
    """`choices` are the meanings between which the words about when leave open.

    `acts` were named one by one, with what `needs` to be done of them; else it is one `act`.
    `own_acts` are those of the duty that is changed.
    `repeats` are the working days after the end that were said, `climbs` those on which one
    level more is told; None leaves those of the ladder.
    `code` is that of a duty that exists and is to be changed. `is_choosing` while the owners are
    being chosen, though there may be some already.
    """

    name: str = ""
    name_en: str = ""
    cadence: Cadence | None = None
    choices: tuple[Cadence, ...] = ()
    audience: Audience = NOBODY
    act: ActKind | None = None
    acts: tuple[Act, ...] = ()
    own_acts: tuple[Act, ...] = ()
    needs: Needs = Needs.ANY
    exempt_months: tuple[int, ...] = ()
    policy: ReminderPolicy | None = None
    repeats: tuple[int, ...] | None = None
    climbs: tuple[int, ...] | None = None
    code: str = ""
    is_choosing: bool = False

    @property
    def known_acts(self) -> tuple[Act, ...]:
        """What was said last, then what the duty has had."""
        return (*self.acts, *(one for one in self.own_acts if one not in self.acts))

    @property
    def step(self) -> Step:
        """What must be asked now."""
        if not self.name:
            return Step.NAME
        if self.choices:
            return Step.WHICH
        if self.cadence is None:
            return Step.WHEN
        if self.audience.is_empty or self.is_choosing:
            return Step.WHO
        return Step.CONFIRM


def named(draft: DutyDraft, name: str) -> DutyDraft:
    """With a name, and what that makes likely."""
    one_line = " ".join(name.split())[:NAME_LIMIT]
    return replace(draft, name=one_line, name_en="", act=draft.act or likely_act(one_line))


def scheduled(
    draft: DutyDraft, cadence: Cadence, policy: ReminderPolicy | None = None
) -> DutyDraft:
    """With its dates; the ladder that was said stays unless these dates bring their own."""
    is_alike = isinstance(cadence, TermEnds) == _is_about_terms(draft)
    kept = draft.policy if is_alike else None
    changed = draft if is_alike else _fulfilled_otherwise(draft, cadence)
    return replace(changed, cadence=cadence, choices=(), policy=policy or kept)


def _fulfilled_otherwise(draft: DutyDraft, cadence: Cadence) -> DutyDraft:
    """Terms end in votes, and nothing else does; what the duty had before comes back with it."""
    act = ActKind.VOTE if isinstance(cadence, TermEnds) else likely_act(draft.name)
    own = tuple(
        one for one in draft.own_acts if (one.kind is ActKind.VOTE) == (act is ActKind.VOTE)
    )
    return replace(draft, act=own[0].kind if own else act, acts=own)


def chosen(draft: DutyDraft, number: int) -> DutyDraft:
    """With one of the meanings that were asked for."""
    return scheduled(draft, draft.choices[number])


def phrased(draft: DutyDraft, said: Phrases) -> DutyDraft:
    """With the months without it, and what fulfils it, where either was said.

    Acts that the duty had already keep what is known of them.
    """
    if said.exempt_months is not None:
        draft = replace(draft, exempt_months=said.exempt_months)
    if said.acts is None:
        return draft
    acts = take_over(said.acts, draft.known_acts)
    return replace(draft, acts=acts, act=acts[0].kind, needs=said.needs)


def next_act(draft: DutyDraft) -> DutyDraft:
    """Fulfilled in the next way: an activity, a report, a tick, and again."""
    at = _ACTS.index(draft.act) if draft.act in _ACTS else -1
    act = _ACTS[(at + 1) % len(_ACTS)]
    return replace(draft, act=act, acts=of_kind(act, draft.own_acts))


def next_shift(draft: DutyDraft) -> DutyDraft:
    """With the next answer to days off."""
    if not isinstance(draft.cadence, OnDates | ByDate):
        return draft
    at = _SHIFTS.index(draft.cadence.shift)
    return replace(draft, cadence=with_shift(draft.cadence, _SHIFTS[(at + 1) % len(_SHIFTS)]))


def acts_of(draft: DutyDraft) -> tuple[Act, ...]:
    """What fulfils it: as it was set up, or one act of the kind that was chosen."""
    if draft.acts:
        return draft.acts
    if isinstance(draft.cadence, TermEnds):
        return (Act(kind=ActKind.VOTE, code="vote", name=NO_NAME),)
    kind = draft.act or likely_act(draft.name)
    return (Act(kind=kind, code=kind.value, name=NO_NAME),)


def names_of(draft: DutyDraft) -> Bilingual:
    """The name in both languages; said once, it serves for both."""
    return Bilingual(zh=draft.name, en=draft.name_en or draft.name)


def draft_of(duty: Duty) -> DutyDraft:
    """A duty that exists, opened to be changed."""
    return DutyDraft(
        name=duty.name.zh or duty.name.en,
        name_en=duty.name.en,
        cadence=duty.cadence,
        audience=duty.audience,
        act=duty.acts[0].kind if duty.acts else None,
        acts=duty.acts,
        own_acts=duty.acts,
        needs=duty.needs,
        exempt_months=duty.exempt_months,
        policy=duty.policy,
        code=duty.code,
    )


def draft_to_facts(draft: DutyDraft) -> dict[str, Any]:
    """Plain JSON, as the row keeps it."""
    return {
        "name": draft.name,
        "name_en": draft.name_en,
        "cadence": cadence_to_data(draft.cadence) if draft.cadence else None,
        "choices": [cadence_to_data(one) for one in draft.choices],
        "audience": audience_to_data(draft.audience),
        "act": draft.act.value if draft.act else None,
        "acts": acts_to_data(draft.acts),
        "own_acts": acts_to_data(draft.own_acts),
        "needs": draft.needs.value,
        "exempt_months": list(draft.exempt_months),
        "policy": policy_to_data(draft.policy) if draft.policy else None,
        "repeats": None if draft.repeats is None else list(draft.repeats),
        "climbs": None if draft.climbs is None else list(draft.climbs),
        "code": draft.code,
        "is_choosing": draft.is_choosing,
    }


def draft_from_facts(facts: dict[str, Any]) -> DutyDraft:
    """The draft again."""
    return DutyDraft(
        name=facts["name"],
        name_en=facts["name_en"],
        cadence=cadence_from_data(facts["cadence"]) if facts["cadence"] else None,
        choices=tuple(cadence_from_data(one) for one in facts["choices"]),
        audience=audience_from_data(facts["audience"]),
        act=ActKind(facts["act"]) if facts["act"] else None,
        acts=acts_from_data(facts["acts"]),
        own_acts=acts_from_data(facts["own_acts"]),
        needs=Needs(facts["needs"]),
        exempt_months=tuple(facts["exempt_months"]),
        policy=policy_from_data(facts["policy"]) if facts["policy"] else None,
        repeats=None if facts["repeats"] is None else tuple(facts["repeats"]),
        climbs=None if facts["climbs"] is None else tuple(facts["climbs"]),
        code=facts["code"],
        is_choosing=facts["is_choosing"],
    )


def _is_about_terms(draft: DutyDraft) -> bool:
    return isinstance(draft.cadence, TermEnds)
