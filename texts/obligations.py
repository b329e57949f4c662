"""How an obligation is named, dated and acted on, wherever it appears."""

from datetime import date

from domain.duty import DutyKind
from domain.obligation import Obligation, ObligationState
from domain.report import ReportState
from texts.labels import go_on, hand_in, held
from texts.languages import Language
from texts.presses import press
from texts.replies import Button
from texts.words import Words, name


def title(lang: Language, obligation: Obligation) -> Words:
    """Which duty, for which period, of which unit."""
    duty = lang.choose(zh=obligation.name.zh, en=obligation.name.en)
    unit = name(obligation.unit.name)
    if obligation.kind is DutyKind.TERM:
        return lang.say("{duty} · {unit}", duty=name(duty), unit=unit)
    period = lang.period_name(obligation.period_key)
    return lang.say("{duty} · {period} · {unit}", duty=name(duty), period=period, unit=unit)


def duty_and_period(lang: Language, obligation: Obligation) -> Words:
    """Which duty, for which period, where the unit is plain."""
    duty = name(lang.choose(zh=obligation.name.zh, en=obligation.name.en))
    if obligation.kind is DutyKind.TERM:
        return duty
    period = lang.period_name(obligation.period_key)
    return lang.say("{duty} · {period}", duty=duty, period=period)


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
    return _days_left(lang, obligation, today)


def _days_left(lang: Language, obligation: Obligation, today: date) -> Words:
    day = lang.day(obligation.last_day, now_year=today.year)
    left = (obligation.last_day - today).days
    if left < 0:
        return lang.say("⚠️ overdue since {day}", day=day)
    if left == 0:
        return lang.say("due today")
    return lang.many(
        "due tomorrow, {day}", "{count} days left, due {day}", left, count=left, day=day
    )


def action_button(lang: Language, obligation: Obligation, number: int) -> Button | None:
    """The one thing to do about it, numbered like its line; None when nothing is left to do."""
    if not obligation.is_owed:
        return None
    match obligation.kind:
        case DutyKind.ACTIVITY:
            label, verb = lang.label("Plan"), "plan"
        case DutyKind.REPORT:
            is_begun = obligation.report is ReportState.DRAFT
            label, verb = (go_on(lang) if is_begun else hand_in(lang)), "hand"
        case DutyKind.TERM:
            label, verb = held(lang), "vote"
    return Button(label=f"{number} {label}", data=press(verb, obligation.id, obligation.version))
