"""Making a duty: what was understood, what is asked next, and what would follow from it."""

from typing import assert_never

from domain.act import ActKind
from domain.cadence import ByDate, OnDates
from domain.draft_ladder import may_repeat, policy_of
from domain.duty_draft import Step, acts_of
from domain.duty_making import DutyInTheMaking
from domain.duty_view import DutyView
from domain.ladder import Hearer
from domain.timeline import TimelineEntry
from domain.working_day import Shift
from texts.approvals import alone
from texts.duties import described, duty_card, in_short
from texts.duty_questions import ask, ask_when, data, drop, unknown_words, which, who
from texts.labels import confirm, undo
from texts.languages import Language
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.schedule_troubles import trouble
from texts.words import Words, bold, fitted, lines, our_own, paragraphs

MOST_ENTRIES = 8


def making(lang: Language, shown: DutyInTheMaking, *, is_full: bool = False) -> Reply:
    """The draft as it stands, with the next question, or what would follow: in short, or all."""
    said = trouble(lang, shown.trouble) if shown.trouble is not None else None
    unknown = unknown_words(lang, shown)
    match shown.draft.step:
        case Step.NAME:
            return ask(lang, shown, said or unknown, lang.say("What is the duty called?"))
        case Step.WHEN:
            return ask(lang, shown, said or unknown, ask_when(lang))
        case Step.WHICH:
            return which(lang, shown, said)
        case Step.WHO:
            return who(lang, shown, said or unknown)
        case Step.CONFIRM:
            return _preview(lang, shown, said or unknown, is_full=is_full)
        case _:
            assert_never(shown.draft.step)


def _preview(lang: Language, shown: DutyInTheMaking, said: Words | None, *, is_full: bool) -> Reply:
    if shown.view is None:
        return who(lang, shown, said)
    heading = bold(lang.say("Is this right?"))
    words = paragraphs(
        heading,
        said,
        _namesake(lang) if shown.has_namesake else None,
        _beginning(lang, shown.view) if shown.is_change else None,
        described(lang, shown.view) if is_full else in_short(lang, shown.view),
        _timeline(lang, shown) if is_full else None,
        lang.say(
            "Anything can still be said anew: when, who, “remind 3 days before”, “then remind "
            "every 1, 2 and 4 days”, “except July and August”, “any of: …”, “all of: …”, or "
            "“call it …”."
        ),
    )
    return Reply(words=fitted(words), buttons=rows(*_closing(lang, shown, is_full=is_full)))


def _namesake(lang: Language) -> Words:
    return lang.say("⚠️ There is a duty of this name already. To change that one, open it in /duty.")


def _beginning(lang: Language, view: DutyView) -> Words | None:
    if view.duty.begins_on <= view.today:
        return None
    day = lang.day(view.duty.begins_on, with_year=True)
    return lang.say("The new rule begins: {day}", day=day)


def _timeline(lang: Language, shown: DutyInTheMaking) -> Words | None:
    """The messages of the first month, if nothing is done."""
    if not shown.timeline or shown.view is None:
        return None
    year = shown.view.today.year
    told = tuple(dict.fromkeys(_entry(lang, one, year) for one in shown.timeline))
    more = len(told) - MOST_ENTRIES
    return lines(
        bold(lang.say("The first month, if nothing is done")),
        *told[:MOST_ENTRIES],
        lang.many("and {count} more message", "and {count} more messages", more)
        if more > 0
        else None,
    )


def _entry(lang: Language, one: TimelineEntry, year: int) -> Words:
    day = our_own(lang.day(one.day, now_year=year))
    left = (one.last_day - one.day).days
    if one.hearer is Hearer.SUPERIOR:
        what = lang.say("the level above is told")
    elif left < 0:
        what = lang.say("overdue")
    elif left == 0:
        what = lang.say("due today")
    else:
        what = lang.many("{count} day left", "{count} days left", left)
    if one.is_provisional:
        what = lang.say("{what} (provisional)", what=what)
    return lang.say("• {day}: {what}", day=day, what=what)


def _closing(
    lang: Language, shown: DutyInTheMaking, *, is_full: bool
) -> tuple[tuple[Button, ...], ...]:
    draft = shown.draft
    sample = Button(label=lang.label("Send to me only"), data=data(shown, "dm_sample", 0))
    more = Button(label=lang.label("More ▾"), data=data(shown, "dm_more", 1))
    less = Button(label=lang.label("Less ▴"), data=data(shown, "dm_more", 0))
    who = Button(label=lang.label("👥 Owners"), data=data(shown, "dm_who", 0))
    changes = [who]
    if len(acts_of(draft)) == 1 and acts_of(draft)[0].kind is not ActKind.VOTE:
        label = _act_label(lang, acts_of(draft)[0].kind)
        changes.append(Button(label=label, data=data(shown, "dm_act", 0)))
    if isinstance(draft.cadence, OnDates | ByDate) and not draft.cadence.nth_working_day:
        label = _shift_label(lang, draft.cadence.shift)
        changes.append(Button(label=label, data=data(shown, "dm_shift", 0)))
    if may_repeat(draft):
        count = len(policy_of(draft).working_days_after)
        label = lang.say("🔁 Repeats: {count}", count=count).plain()
        changes.append(Button(label=label, data=data(shown, "dm_repeat", 0)))
    return (
        *_making(lang, shown),
        tuple(changes[:2]),
        tuple(changes[2:]),
        (sample, less if is_full else more, drop(lang, shown)),
    )


def _making(lang: Language, shown: DutyInTheMaking) -> tuple[tuple[Button, ...], ...]:
    """Confirm; where something is open of the duty, once for each answer."""
    plain = Button(label=confirm(lang), data=data(shown, "dm_make", 0))
    if not shown.open_items:
        return ((plain,),)
    next_period = Button(
        label=lang.label("From the next period"),
        data=data(shown, "dm_make", 0),
    )
    open_too = Button(
        label=lang.many("Also the open one", "Also {count} open ones", shown.open_items).plain(),
        data=data(shown, "dm_make", 1),
    )
    return ((next_period,), (open_too,))


def _act_label(lang: Language, kind: ActKind) -> str:
    match kind:
        case ActKind.ACTIVITY:
            return lang.label("✔️ By an activity")
        case ActKind.REPORT:
            return lang.label("✔️ By a report")
        case _:
            return lang.label("✔️ By a tick")


def _shift_label(lang: Language, how: Shift) -> str:
    match how:
        case Shift.KEEP:
            return lang.label("🏖 Day off: keep")
        case Shift.BEFORE:
            return lang.label("🏖 Day off: before")
        case Shift.AFTER:
            return lang.label("🏖 Day off: after")
        case Shift.SKIP:
            return lang.label("🏖 Day off: skip")
        case Shift.WEEKEND_BEFORE:
            return lang.label("🏖 Weekend: before")
        case Shift.WEEKEND_AFTER:
            return lang.label("🏖 Weekend: after")


def nobody_owes(lang: Language) -> str:
    """A duty without owners is not made."""
    return lang.label("Nobody would owe this. Choose other owners first.")


def gone(lang: Language) -> str:
    """The dialogue is over, or goes on in a newer message."""
    return lang.label(
        "This is settled already, or goes on in a newer message. /duty shows all duties."
    )


def discarded(lang: Language) -> Reply:
    """Nothing was made."""
    return Reply(words=lang.say("Discarded. Nothing was changed."))


def nothing_changed(lang: Language) -> str:
    """The duty is so already."""
    return lang.label("It is so already. Nothing was changed.")


def made(lang: Language, *, version_id: int, view: DutyView, is_alone: bool = False) -> Reply:
    """It is in force; the version can be taken back."""
    first = lang.say("✅ In force. Undo takes it back; /config history keeps every version.")
    back = Button(label=undo(lang), data=press("config_undo", version_id))
    card = duty_card(lang, view)
    words = paragraphs(first, alone(lang) if is_alone else None, card.words)
    return Reply(words=fitted(words), buttons=((back,), *card.buttons))
