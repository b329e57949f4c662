"""A duty's rule in words: who owes what how often, and how it is reminded."""

from collections.abc import Sequence
from typing import assert_never

from domain.act import Act, ActKind, Needs
from domain.cadence import AfterEvent, ByDate, NoCadence, OnDates, Quota, TermEnds
from domain.duty import Duty
from domain.offset import Offset
from domain.period import PeriodKind
from domain.upcoming import UpcomingDate
from texts.amounts import amount
from texts.audiences import audience, kinds
from texts.languages import Language
from texts.recurrences import on_dates
from texts.report_forms import form_lines
from texts.words import Words, joined, lines, name, our_own


def rule(lang: Language, duty: Duty) -> Words:
    """What is owed, by whom, how often, and when not."""
    return lines(_rule(lang, duty), form_lines(lang, duty.acts), _exempt(lang, duty.exempt_months))


def _rule(lang: Language, duty: Duty) -> Words:
    owners = audience(lang, duty.audience)
    match duty.cadence:
        case Quota(per=per, at_least=count):
            return _quota(lang, duty, owners, period_word(lang, per), count)
        case OnDates() as dates:
            return lang.say(
                "{owners}: {acts}, {dates}",
                owners=owners,
                acts=acts(lang, duty),
                dates=on_dates(lang, dates),
            )
        case ByDate() as dates:
            return lang.say(
                "{owners}: {acts}, by: {dates}",
                owners=owners,
                acts=acts(lang, duty),
                dates=on_dates(lang, dates),
            )
        case AfterEvent():
            return _after_event(lang, duty, duty.cadence, owners)
        case TermEnds():
            return lang.say("{owners}: an election before the term ends", owners=_terms(lang, duty))
        case NoCadence():
            return lang.say(
                "{owners}: {acts}, at any time; never overdue",
                owners=owners,
                acts=acts(lang, duty),
            )
        case _:
            assert_never(duty.cadence)


def _quota(lang: Language, duty: Duty, owners: Words, period: Words, count: int) -> Words:
    match [act.kind for act in duty.acts]:
        case [ActKind.ACTIVITY]:
            return lang.many(
                "{owners}: at least {count} activity per {period}",
                "{owners}: at least {count} activities per {period}",
                count,
                owners=owners,
                period=period,
            )
        case [ActKind.REPORT]:
            return lang.many(
                "{owners}: at least {count} written report per {period}, to: {reviewers}",
                "{owners}: at least {count} written reports per {period}, to: {reviewers}",
                count,
                owners=owners,
                period=period,
                reviewers=_reviewers(lang, duty),
            )
        case [ActKind.TICK] if not _is_named(duty):
            return lang.many(
                "{owners}: at least once per {period}",
                "{owners}: at least {count} times per {period}",
                count,
                owners=owners,
                period=period,
            )
        case _:
            return lang.many(
                "{owners}: {acts}, at least once per {period}",
                "{owners}: {acts}, at least {count} times per {period}",
                count,
                owners=owners,
                period=period,
                acts=acts(lang, duty),
            )


def _is_named(duty: Duty) -> bool:
    return any(act.name.zh or act.name.en for act in duty.acts)


def _after_event(lang: Language, duty: Duty, cadence: AfterEvent, owners: Words) -> Words:
    event = lang.choose(zh=cadence.name.zh, en=cadence.name.en) or cadence.event
    return lang.say(
        "{owners}: {acts}, within {stretch} after: {event}",
        owners=owners,
        acts=acts(lang, duty),
        stretch=stretch(lang, cadence.within),
        event=name(event),
    )


def stretch(lang: Language, offset: Offset) -> Words:
    """A stretch of time without its direction."""
    amounts = ((offset.months, "M"), (offset.days, "D"), (offset.working_days, "WD"))
    said = [amount(lang, abs(count), unit) for count, unit in amounts if count]
    return lang.list_of(said or [amount(lang, 0, "D")])


def acts(lang: Language, duty: Duty) -> Words:
    """What fulfils it: one act, any of several, or all of them."""
    named = [_act(lang, act) for act in duty.acts]
    if len(named) == 1:
        return named[0]
    if duty.needs is Needs.ALL:
        return lang.say("all of: {acts}", acts=lang.list_of(named))
    return lang.say("any of: {acts}", acts=joined(" / ", named))


def _act(lang: Language, act: Act) -> Words:
    named = lang.choose(zh=act.name.zh, en=act.name.en)
    if named:
        return name(named)
    match act.kind:
        case ActKind.ACTIVITY:
            return lang.say("an activity")
        case ActKind.REPORT:
            return lang.say("a written report")
        case ActKind.TICK:
            return lang.say("a task")
        case ActKind.VOTE:
            return lang.say("an election")


def _exempt(lang: Language, months: Sequence[int]) -> Words | None:
    if not months:
        return None
    named = [our_own(lang.month_alone(month)) for month in sorted(months)]
    return lang.say("Not asked for in {months}", months=lang.list_of(named))


def _reviewers(lang: Language, duty: Duty) -> Words:
    return kinds(lang, duty.reviewer_kinds) if duty.reviewer_kinds else lang.say("the level above")


def _terms(lang: Language, duty: Duty) -> Words:
    months = duty.cadence.months if isinstance(duty.cadence, TermEnds) else {}
    said = [
        lang.many(
            "{kind} ({count} month)",
            "{kind} ({count} months)",
            length,
            kind=name(kind),
        )
        for kind, length in months.items()
    ]
    return lang.list_of(said) if said else audience(lang, duty.audience)


def period_word(lang: Language, per: PeriodKind) -> Words:
    """How long a period is."""
    match per:
        case PeriodKind.DAY:
            return lang.say("day")
        case PeriodKind.WEEK:
            return lang.say("week")
        case PeriodKind.MONTH:
            return lang.say("month")
        case PeriodKind.QUARTER:
            return lang.say("quarter")
        case PeriodKind.HALF_YEAR:
            return lang.say("half-year")
        case PeriodKind.SCHOOL_TERM:
            return lang.say("school term")
        case PeriodKind.YEAR:
            return lang.say("year")
        case _:
            assert_never(per)


def next_dates(lang: Language, dates: Sequence[UpcomingDate], now_year: int) -> Words:
    """The next dates, a line each; those that may still move say so."""
    if not dates:
        return lang.say("No date is known yet.")
    return lines(*(_date(lang, one, now_year) for one in dates))


def _date(lang: Language, one: UpcomingDate, now_year: int) -> Words:
    clock = f" {lang.clock(one.at)}" if one.at else ""
    day = our_own(lang.day(one.day, now_year=now_year) + clock)
    words = lang.say("⏰ {day}: due", day=day) if one.is_due else lang.say("🔔 {day}", day=day)
    if one.unit_name:
        words = lang.say("{date} · {unit}", date=words, unit=name(one.unit_name))
    marks = []
    if one.moved_from is not None:
        day_before = lang.day(one.moved_from, now_year=now_year)
        marks.append(lang.say("moved from {day}", day=day_before))
    if one.is_provisional:
        marks.append(lang.say("provisional"))
    return lang.say("{date} ({marks})", date=words, marks=joined(" · ", marks)) if marks else words
