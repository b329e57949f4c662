"""The dialogue that installs a ready plan: match its kinds, preview, confirm."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from actions.administration import administers_all
from actions.duty_views import view_all
from actions.plans import (
    AlreadyInstalled,
    Author,
    Installed,
    Unmatched,
    install,
    present_kinds,
)
from actions.running import reads
from domain.draft import Draft
from domain.duty_view import KindChoice, KindQuestion, PlanPreview
from domain.permission import Actor
from domain.place import Place
from domain.preset import Preset, PresetKind, duties_of, likely_kinds
from storage import drafts, plans, units

KIND = "preset"


@dataclass(frozen=True, kw_only=True)
class NotOfTheWhole:
    """An administrator of a part asks to change the whole."""


@dataclass(frozen=True, kw_only=True)
class Discarded:
    """Nothing was installed."""


@dataclass(frozen=True, kw_only=True)
class Gone:
    """The question is over, or it was answered on another screen."""


Asked = KindQuestion | PlanPreview


@reads
def find_installed(session: Session, actor: Actor) -> frozenset[str] | NotOfTheWhole:
    """Which plans are installed."""
    if not administers_all(session, actor):
        return NotOfTheWhole()
    return frozenset(plans.find_codes(session))


def begin(
    session: Session, actor: Actor, preset: Preset, *, now: datetime
) -> KindQuestion | AlreadyInstalled | NotOfTheWhole:
    """Ask for the first kind; the likely ones are chosen beforehand."""
    if not administers_all(session, actor):
        return NotOfTheWhole()
    if preset.code in plans.find_codes(session):
        return AlreadyInstalled()
    present = present_kinds(session)
    facts = {
        "code": preset.code,
        "present": list(present),
        "chosen": {kind.role: list(likely_kinds(kind, present)) for kind in preset.kinds},
        "step": 0,
    }
    draft = drafts.begin(session, actor.person, KIND, now=now, facts=facts)
    return _question(session, draft, preset)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A press in the dialogue: which draft, as it stood when the button was shown."""

    draft_id: int
    version: int


def toggle(
    session: Session, actor: Actor, preset: Preset, answer: Answer, *, number: int, now: datetime
) -> KindQuestion | Gone:
    """Choose one of the organisation's kinds, or take it back."""
    draft = _find(session, actor, preset, answer)
    if draft is None or not 0 <= number < len(draft.facts["present"]):
        return Gone()
    asked = _asked(draft, preset)
    kind = draft.facts["present"][number]
    chosen = set(draft.facts["chosen"][asked.role]) ^ {kind}
    facts = draft.facts | {
        "chosen": draft.facts["chosen"] | {asked.role: sorted(chosen)},
    }
    kept = _keep(session, draft, facts, now=now)
    return _question(session, kept, preset) if kept else Gone()


def go_on(
    session: Session, actor: Actor, preset: Preset, answer: Answer, *, now: datetime, place: Place
) -> Asked | Unmatched | Gone:
    """Ask for the next kind, or show what would be installed."""
    draft = _find(session, actor, preset, answer)
    if draft is None:
        return Gone()
    asked = _asked(draft, preset)
    if not draft.facts["chosen"][asked.role]:
        return Unmatched(asked=asked)
    step = min(draft.facts["step"] + 1, len(preset.kinds))
    kept = _keep(session, draft, draft.facts | {"step": step}, now=now)
    return _shown(session, kept, preset, place.today(now)) if kept else Gone()


def go_back(
    session: Session, actor: Actor, preset: Preset, answer: Answer, *, now: datetime
) -> KindQuestion | Gone:
    """Ask for the kind before once more."""
    draft = _find(session, actor, preset, answer)
    if draft is None:
        return Gone()
    step = max(draft.facts["step"] - 1, 0)
    kept = _keep(session, draft, draft.facts | {"step": step}, now=now)
    return _question(session, kept, preset) if kept else Gone()


def confirm(
    session: Session, actor: Actor, preset: Preset, answer: Answer, *, now: datetime, place: Place
) -> Installed | AlreadyInstalled | Unmatched | Gone:
    """Install what was shown."""
    draft = _find(session, actor, preset, answer)
    if draft is None or not drafts.end(session, draft.id, state="confirmed", now=now):
        return Gone()
    author = Author(person_id=actor.person, way="chat")
    return install(
        session, preset, draft.facts["chosen"], author=author, now=now, today=place.today(now)
    )


def discard(session: Session, actor: Actor, draft_id: int, *, now: datetime) -> Discarded | Gone:
    """Install nothing."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    if draft is None or draft.kind != KIND:
        return Gone()
    return Discarded() if drafts.end(session, draft_id, state="discarded", now=now) else Gone()


@reads
def find_code(session: Session, actor: Actor, draft_id: int) -> str:
    """Which plan a dialogue is about; nothing for one that is over."""
    draft = drafts.find(session, draft_id, person_id=actor.person)
    return str(draft.facts["code"]) if draft is not None and draft.kind == KIND else ""


def _find(session: Session, actor: Actor, preset: Preset, answer: Answer) -> Draft | None:
    draft = drafts.find(session, answer.draft_id, person_id=actor.person)
    if draft is None or draft.kind != KIND or draft.version != answer.version:
        return None
    return draft if draft.facts["code"] == preset.code else None


def _keep(
    session: Session, draft: Draft, facts: dict[str, object], *, now: datetime
) -> Draft | None:
    if not drafts.keep(session, draft, facts, now=now):
        return None
    return drafts.find(session, draft.id, person_id=draft.person_id)


def _asked(draft: Draft, preset: Preset) -> PresetKind:
    step: int = draft.facts["step"]
    return preset.kinds[min(step, len(preset.kinds) - 1)]


def _shown(session: Session, draft: Draft, preset: Preset, today: date) -> Asked:
    if draft.facts["step"] < len(preset.kinds):
        return _question(session, draft, preset)
    duties = duties_of(preset, draft.facts["chosen"], begins_on=today)
    return PlanPreview(
        draft_id=draft.id,
        version=draft.version,
        name=preset.name,
        duties=view_all(session, duties, today=today),
    )


def _question(session: Session, draft: Draft, preset: Preset) -> KindQuestion:
    asked = _asked(draft, preset)
    return KindQuestion(
        draft_id=draft.id,
        version=draft.version,
        asked=asked,
        number=preset.kinds.index(asked) + 1,
        of=len(preset.kinds),
        choices=_choices(
            draft.facts["present"], draft.facts["chosen"][asked.role], units.count_kinds(session)
        ),
    )


def _choices(
    present: Sequence[str], chosen: Sequence[str], counts: dict[str, int]
) -> tuple[KindChoice, ...]:
    return tuple(
        KindChoice(name=kind, units=counts.get(kind, 0), is_chosen=kind in chosen)
        for kind in present
    )
