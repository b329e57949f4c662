"""A duty's rule in words: who owes what how often, and how it is reminded."""

from collections.abc import Sequence
from typing import assert_never

from domain.duty import Duty, DutyKind
from domain.ladder import ReminderPolicy
from domain.message_budget import MessageBudget
from domain.period import PeriodKind
from domain.upcoming import UpcomingDate
from texts.languages import Language
from texts.words import Words, joined, lines, name, our_own


def rule(lang: Language, duty: Duty) -> Words:
    """What is owed, by whom, how often."""
    owners = kinds(lang, duty.owner_kinds)
    match duty.kind:
        case DutyKind.ACTIVITY:
            return lang.say(
                "{owners}: at least {count} activity per {period}",
                owners=owners,
                count=duty.at_least,
                period=period_word(lang, duty.per),
            )
        case DutyKind.REPORT:
            return lang.say(
                "{owners}: at least {count} written report per {period}, to: {reviewers}",
                owners=owners,
                count=duty.at_least,
                period=period_word(lang, duty.per),
                reviewers=_reviewers(lang, duty),
            )
        case DutyKind.TERM:
            return lang.say("{owners}: an election before the term ends", owners=_terms(lang, duty))
        case _:
            assert_never(duty.kind)


def kinds(lang: Language, named: Sequence[str]) -> Words:
    """The organisation's own words for kinds of units."""
    return lang.list_of([name(kind) for kind in named]) if named else lang.say("nobody")


def _reviewers(lang: Language, duty: Duty) -> Words:
    return kinds(lang, duty.reviewer_kinds) if duty.reviewer_kinds else lang.say("the level above")


def _terms(lang: Language, duty: Duty) -> Words:
    said = [
        lang.many(
            "{kind} ({count} month)",
            "{kind} ({count} months)",
            months,
            kind=name(kind),
        )
        for kind, months in duty.term_months.items()
    ]
    return lang.list_of(said) if said else kinds(lang, duty.owner_kinds)


def period_word(lang: Language, per: PeriodKind | None) -> Words:
    """How long a period is."""
    match per:
        case PeriodKind.DAY:
            return lang.say("day")
        case PeriodKind.MONTH | None:
            return lang.say("month")
        case PeriodKind.QUARTER:
            return lang.say("quarter")
        case PeriodKind.HALF_YEAR:
            return lang.say("half-year")
        case PeriodKind.YEAR:
            return lang.say("year")
        case _:
            assert_never(per)


def reminders(lang: Language, policy: ReminderPolicy) -> Words:
    """When somebody is told, and who."""
    if policy.is_for_terms:
        return lines(
            lang.say(
                "Reminded {months} months ahead: the level above",
                months=_numbers(lang, policy.months_before_superior),
            ),
            lang.say(
                "{months} months ahead: both; overdue, weekly",
                months=_numbers(lang, policy.months_before_both),
            ),
        )
    before = sorted((days for days in policy.days_before if days), reverse=True)
    return lines(
        lang.say("Reminded {days} days before the end", days=_numbers(lang, before))
        if before
        else None,
        lang.say("and on the last day") if 0 in policy.days_before else None,
        lang.say(
            "overdue, on working days {days} after it",
            days=_numbers(lang, policy.working_days_after),
        )
        if policy.working_days_after
        else None,
        lang.say("on working day {day} the level above is told", day=policy.climbs_after)
        if policy.climbs_after is not None
        else None,
    )


def _numbers(lang: Language, numbers: Sequence[int]) -> Words:
    return lang.list_of([our_own(str(number)) for number in numbers])


def next_dates(lang: Language, dates: Sequence[UpcomingDate], now_year: int) -> Words:
    """The next dates, a line each; those that may still move say so."""
    if not dates:
        return lang.say("No date is known yet.")
    return lines(*(_date(lang, one, now_year) for one in dates))


def _date(lang: Language, one: UpcomingDate, now_year: int) -> Words:
    day = our_own(lang.day(one.day, now_year=now_year))
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


def message_budget(lang: Language, budget: MessageBudget) -> Words:
    """How much somebody will hear, all duties of the unit together."""
    return lang.say(
        "A secretary gets about {usual} messages a month, at most {most}.",
        usual=our_own(lang.number(budget.per_month)),
        most=budget.at_most,
    )
