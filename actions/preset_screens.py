"""What the dialogue about a ready plan shows: a question about a word, or a page of duties."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from actions.confirming import Gone
from actions.duty_reach import count_reach
from actions.duty_views import view_all
from actions.plans import Offered, find_offered
from actions.preset_words import find_asked, find_words_asked
from actions.presets import KIND
from actions.running import reads
from domain.bilingual import Bilingual
from domain.configuration import Reach
from domain.draft import Draft
from domain.duty import Duty
from domain.duty_entry import Codes, DutyEntry, duty_of
from domain.message_budget import MessageBudget
from domain.permission import Actor
from domain.place import Place
from domain.plan_view import KindChoice, KindQuestion, PlanLine, PlanPreview
from domain.preset import Preset, PresetKind, find_left_out
from storage import drafts

A_PAGE = 5


@reads
def find_screen(
    session: Session,
    actor: Actor,
    preset: Preset,
    draft_id: int,
    *,
    page: int = 1,
    now: datetime,
    place: Place,
) -> KindQuestion | PlanPreview | Gone:
    """What is to be answered next."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    if draft is None or draft.kind != KIND or draft.facts["code"] != preset.code:
        return Gone()
    asked = find_asked(draft, preset)
    if asked is not None:
        return _question(draft, preset, asked)
    return _preview(session, draft, preset, page=page, today=place.today(now))


def page_of(number: int) -> int:
    """The page on which a duty stands; both count from 1."""
    return (number - 1) // A_PAGE + 1


def _question(draft: Draft, preset: Preset, asked: PresetKind) -> KindQuestion:
    all_asked = find_words_asked(draft.facts, preset)
    counts = draft.facts["present"][asked.matches.value]
    chosen = draft.facts["chosen"][asked.role]
    return KindQuestion(
        draft_id=draft.id,
        version=draft.version,
        asked=asked,
        number=all_asked.index(asked) + 1,
        of=len(all_asked),
        choices=tuple(
            KindChoice(name=word, count=counts[word], is_chosen=word in chosen)
            for word in draft.facts["order"][asked.matches.value]
        ),
    )


def _preview(
    session: Session, draft: Draft, preset: Preset, *, page: int, today: date
) -> PlanPreview:
    offered = find_offered(session, preset, draft.facts["chosen"], today=today)
    taken = [one for one in offered if one.is_taken(draft.facts["turned"])]
    unmatched = find_left_out(preset, draft.facts["chosen"])
    pages = max(1, page_of(len(offered)))
    here = min(max(page, 1), pages)
    reach, budget = _taken_together(session, taken, preset.name, today)
    return PlanPreview(
        draft_id=draft.id,
        version=draft.version,
        name=preset.name,
        lines=_lines(session, offered, taken, preset.name, page=here, today=today),
        page=here,
        pages=pages,
        taken=len(taken),
        total=len(offered) + len(unmatched),
        reach=reach,
        budget=budget,
        unmatched=unmatched,
    )


def _taken_together(
    session: Session, taken: Sequence[Offered], plan: Bilingual, today: date
) -> tuple[Reach, MessageBudget]:
    duties = [_duty(one.entry, plan, today) for one in taken]
    views = view_all(session, duties, today=today)
    budgets = [view.budget for view in views if not view.duty.is_paused]
    none = MessageBudget(per_month=0.0, at_most=0)
    busiest = max(budgets, key=lambda one: (one.at_most, one.per_month), default=none)
    audiences = (one.entry.audience for one in taken)
    return count_reach(session, audiences, today=today), busiest


def _lines(
    session: Session,
    offered: Sequence[Offered],
    taken: Sequence[Offered],
    plan: Bilingual,
    *,
    page: int,
    today: date,
) -> tuple[PlanLine, ...]:
    first = (page - 1) * A_PAGE
    shown = offered[first : first + A_PAGE]
    views = view_all(session, [_duty(one.entry, plan, today) for one in shown], today=today)
    return tuple(
        PlanLine(number=first + at, view=view, is_taken=one in taken, twin_of=one.twin_of)
        for at, (one, view) in enumerate(zip(shown, views, strict=True), start=1)
    )


def _duty(entry: DutyEntry, plan: Bilingual, today: date) -> Duty:
    return duty_of(entry, plan=plan, codes=Codes(), today=today)
