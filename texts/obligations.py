"""How an obligation is named, dated and acted on, wherever it appears."""

from datetime import date

from domain.act import Act, ActKind, Needs
from domain.obligation import Obligation, ObligationState
from domain.report import ReportState
from texts.labels import done, go_on, hand_in, held, more
from texts.languages import Language
from texts.presses import press
from texts.replies import Button
from texts.words import Words, name

LABEL_LIMIT = 20


def title(lang: Language, obligation: Obligation) -> Words:
    """Which duty, for which period, of whom."""
    duty = name(lang.choose(zh=obligation.name.zh, en=obligation.name.en))
    period = period_of(lang, obligation)
    if not period:
        return lang.say("{duty} · {unit}", duty=duty, unit=owner(lang, obligation))
    return lang.say(
        "{duty} · {period} · {unit}", duty=duty, period=period, unit=owner(lang, obligation)
    )


def duty_and_period(lang: Language, obligation: Obligation) -> Words:
    """Which duty, for which period, where the owner is plain."""
    duty = name(lang.choose(zh=obligation.name.zh, en=obligation.name.en))
    period = period_of(lang, obligation)
    return lang.say("{duty} · {period}", duty=duty, period=period) if period else duty


def owner(lang: Language, obligation: Obligation) -> Words:
    """A unit, or a person; with the other side where two are tied."""
    one = name(obligation.person or obligation.unit.name)
    if not obligation.towards:
        return one
    return lang.say("{owner} → {other}", owner=one, other=name(obligation.towards))


def owner_in_unit(lang: Language, obligation: Obligation) -> Words:
    """The owner among those of many units: a person with his unit."""
    if not obligation.person:
        return owner(lang, obligation)
    return lang.say(
        "{person} ({unit})", person=owner(lang, obligation), unit=name(obligation.unit.name)
    )


def period_of(lang: Language, obligation: Obligation) -> str:
    """The period, the day, or what happened when; nothing for a term and for any time."""
    if obligation.is_about_a_term or obligation.has_no_plan:
        return ""
    if obligation.is_on_a_date:
        return lang.day(obligation.extended_from or obligation.last_day, with_year=True)
    if obligation.follows_an_event:
        return lang.label("since {day}", day=lang.day(obligation.first_day, with_year=True))
    return lang.period_name(obligation.period_key)


def standing(lang: Language, obligation: Obligation, today: date) -> Words:
    """How it stands today: how many days are left, or since when it is overdue."""
    day = lang.day(obligation.last_day, now_year=today.year)
    if obligation.state is ObligationState.DONE:
        return lang.say("✅ done")
    if obligation.state is ObligationState.EXCUSED:
        return lang.say("excused")
    if obligation.state is ObligationState.MISSED:
        return lang.say("missed, was due {day}", day=day)
    if obligation.is_under_review:
        return lang.say("📨 handed in, waits for review")
    if obligation.report is ReportState.RETURNED:
        return lang.say("↩️ returned; {standing}", standing=_days_left(lang, obligation, today))
    counted, needed = _progress(obligation)
    if counted and needed > 1:
        return lang.say(
            "{counted}/{needed} done; {standing}",
            counted=counted,
            needed=needed,
            standing=_days_left(lang, obligation, today),
        )
    return _days_left(lang, obligation, today)


def _progress(obligation: Obligation) -> tuple[int, int]:
    """How many of all acts are done, or how often of how many times."""
    if obligation.needs is Needs.ALL and obligation.at_least == 1:
        done_acts = [act for act in obligation.acts if obligation.progress.get(act.code)]
        return len(done_acts), len(obligation.acts)
    return obligation.counted, obligation.at_least


def _days_left(lang: Language, obligation: Obligation, today: date) -> Words:
    if obligation.is_any_time:
        return lang.say("at any time")
    day = lang.day(obligation.last_day, now_year=today.year)
    if obligation.at is not None:
        day = lang.label("{day} {clock}", day=day, clock=lang.clock(obligation.at))
    left = (obligation.last_day - today).days
    if left < 0:
        return lang.say("⚠️ overdue, was due {day}", day=day)
    if left == 0:
        return _due_today(lang, obligation)
    return lang.many(
        "due tomorrow, {day}", "{count} days left, due {day}", left, count=left, day=day
    )


def _due_today(lang: Language, obligation: Obligation) -> Words:
    if obligation.at is None:
        return lang.say("due today")
    return lang.say("due today, {clock}", clock=lang.clock(obligation.at))


def action_buttons(
    lang: Language,
    obligation: Obligation,
    number: int | None = None,
    *,
    only: ActKind | None = None,
) -> tuple[Button, ...]:
    """What can be done about it, numbered like its line; nothing when nothing is left to do.

    One act has a fixed label; where there are several, each is named. `only` one kind of act may
    be asked for.
    """
    if not obligation.is_owed:
        return ()
    missing = obligation.missing_acts
    is_one = len(obligation.acts) == 1
    return tuple(
        _button(lang, obligation, act, number=number, is_named=not is_one)
        for act in missing
        if only in (None, act.kind)
        if act.kind is not ActKind.REPORT or obligation.report is not ReportState.SUBMITTED
    )


def _button(
    lang: Language, obligation: Obligation, act: Act, *, number: int | None, is_named: bool
) -> Button:
    subject: int | str = obligation.id
    match act.kind:
        case ActKind.ACTIVITY:
            label, verb = lang.label("Plan"), "plan"
        case ActKind.REPORT:
            is_begun = obligation.report is ReportState.DRAFT
            label, verb = (go_on(lang) if is_begun else hand_in(lang)), "hand"
        case ActKind.TICK:
            label, verb = done(lang), "done"
            subject = f"{obligation.id}-{obligation.acts.index(act)}"
        case ActKind.VOTE:
            label, verb = held(lang), "vote"
    if is_named:
        named = lang.choose(zh=act.name.zh, en=act.name.en)
        label = lang.label("{deed}: {act}", deed=label, act=name(named))
    text = f"{number} {label}" if number is not None else label
    return Button(
        label=name(text, LABEL_LIMIT).plain(), data=press(verb, subject, obligation.version)
    )


def item_rows(
    lang: Language, obligation: Obligation, number: int
) -> tuple[tuple[Button, ...], ...]:
    """What can be done about a line, and behind *more* the item with everything else."""
    doing = action_buttons(lang, obligation, number)
    if not doing:
        return ()
    opening = Button(label=f"{number} {more(lang)}", data=press("item", obligation.id))
    buttons = (*doing, opening)
    return tuple(buttons[at : at + 2] for at in range(0, len(buttons), 2))
