"""A difference of the set-up in words."""

from collections.abc import Iterator
from datetime import date

from domain.bilingual import NO_NAME
from domain.configuration import ConfigurationDifference, DutyChange, Reach, SettingsChange
from domain.duty import Duty
from domain.duty_entry import Codes, DutyEntry, duty_of
from texts.calendar_setups import calendar_changes
from texts.check_in_rules import rule_changes
from texts.duty_reminders import reminders, reminders_in_short
from texts.duty_rules import rule
from texts.languages import Language
from texts.words import Words, bold, fitted, italic, joined, lines, name, paragraphs

SHOWN = 8
# Characters, so that what is asked below it still fits into one message.
ROOM = 3400
# Added duties whose rules are told beside their names.
MOST_RULES = 3

# What the rule of a duty says, all in one sentence.
_IN_THE_RULE = frozenset(
    {"audience", "named", "acts", "needs", "cadence", "reviewer_kinds", "exempt_months"}
)


def difference_words(lang: Language, difference: ConfigurationDifference, reach: Reach) -> Words:
    """How many, whom it reaches, and each change for itself as far as there is room."""
    whole = paragraphs(
        lines(
            bold(summary(lang, difference)),
            reach_words(lang, reach) if reach.total or difference.touched else None,
        ),
        _plans(lang, difference),
        _settings(lang, difference.settings) if difference.settings else None,
        *_added(lang, difference.added),
        *(_change(lang, one) for one in difference.changed[:SHOWN]),
        _more(lang, len(difference.changed)),
        _listed(lang, "⏸", difference.rested),
        calendar_changes(lang, difference.calendars),
    )
    return fitted(whole, ROOM)


def summary(lang: Language, difference: ConfigurationDifference) -> Words:
    """+2 duties · 1 changed · 1 paused."""
    counted = [
        lang.many("+{count} duty", "+{count} duties", len(difference.added))
        if difference.added
        else None,
        lang.many("{count} changed", "{count} changed", len(difference.changed))
        if difference.changed
        else None,
        lang.many("{count} paused", "{count} paused", len(difference.rested))
        if difference.rested
        else None,
        lang.say("settings") if difference.settings else None,
        lang.say("calendars") if difference.calendars else None,
        lang.say("plans") if difference.plans or difference.renamed else None,
    ]
    return joined(" · ", [one for one in counted if one]) or lang.say("Nothing changes.")


def reach_words(lang: Language, reach: Reach) -> Words:
    """Affects 40 units and 3 people."""
    units = lang.many("{count} unit", "{count} units", reach.units)
    people = lang.many("{count} person", "{count} people", reach.people)
    reached = [
        *([units] if reach.units or not reach.people else []),
        *([people] if reach.people else []),
    ]
    return lang.say("Affects {reached}", reached=lang.list_of(reached))


def _plans(lang: Language, difference: ConfigurationDifference) -> Words | None:
    new = [
        lang.say("New plan: {plan}", plan=_title(lang, one.name.zh, one.name.en))
        for one in difference.plans
    ]
    renamed = [
        lang.say(
            "Plan: {before} → {after}",
            before=_title(lang, one.before.name.zh, one.before.name.en),
            after=_title(lang, one.after.name.zh, one.after.name.en),
        )
        for one in difference.renamed
    ]
    said = [*new, *renamed][:SHOWN]
    return lines(*said) if said else None


def _settings(lang: Language, change: SettingsChange) -> Words:
    before, after = change.before, change.after
    limit = lang.say(
        "⚙️ A second administrator confirms above {before} → {after} people",
        before=before.second_administrator_above,
        after=after.second_administrator_above,
    )
    is_same = before.second_administrator_above == after.second_administrator_above
    rules = rule_changes(lang, before.presence, after.presence)
    heading = lang.say("⚙️ Rules of check-in") if rules else None
    return lines(None if is_same else limit, heading, rules)


def _added(lang: Language, entries: tuple[DutyEntry, ...]) -> Iterator[Words | None]:
    """Few are told with their rules, for whoever has not seen them yet; many by their names."""
    if len(entries) > MOST_RULES:
        yield _listed(lang, "➕", entries)
        return
    for entry in entries:
        duty = lang.say("{mark} {duty}", mark="➕", duty=bold(_duty(lang, entry)))
        made = _as_duty(entry)
        yield lines(
            duty,
            rule(lang, made),
            reminders_in_short(lang, made.policy, is_any_time=made.is_any_time),
        )


def _listed(lang: Language, mark: str, entries: tuple[DutyEntry, ...]) -> Words | None:
    if not entries:
        return None
    said = [lang.say("{mark} {duty}", mark=mark, duty=_duty(lang, one)) for one in entries[:SHOWN]]
    return lines(*said, _more(lang, len(entries)))


def _more(lang: Language, count: int) -> Words | None:
    if count <= SHOWN:
        return None
    return italic(lang.many("and {count} more", "and {count} more", count - SHOWN))


def _change(lang: Language, change: DutyChange) -> Words:
    return lines(
        lang.say("✏️ {duty}", duty=bold(_duty(lang, change.before))), *_fields(lang, change)
    )


def _fields(lang: Language, change: DutyChange) -> Iterator[Words]:
    differing = set(change.fields)
    before, after = _as_duty(change.before), _as_duty(change.after)
    if "name" in differing:
        yield from _sides(lang, _duty(lang, change.before), _duty(lang, change.after))
    if differing & _IN_THE_RULE:
        yield from _rules(lang, before, after)
    if "named" in differing:
        yield from _sides(lang, _named(lang, change.before), _named(lang, change.after))
    if "policy" in differing:
        yield from _sides(lang, reminders(lang, before.policy), reminders(lang, after.policy))
    if "is_paused" in differing:
        yield lang.say("⏸ paused") if change.after.is_paused else lang.say("▶️ runs again")
    if "source" in differing:
        yield lang.say(
            "Source: {source}",
            source=lang.choose(zh=change.after.source.zh, en=change.after.source.en),
        )
    if "plan" in differing:
        yield lang.say(
            "Plan: {before} → {after}",
            before=name(change.before.plan),
            after=name(change.after.plan),
        )
    if "begins_on" in differing and change.after.begins_on is not None:
        day = lang.day(change.after.begins_on, with_year=True)
        yield lang.say("Begins on {day}", day=day)


def _rules(lang: Language, before: Duty, after: Duty) -> Iterator[Words]:
    old, new = rule(lang, before), rule(lang, after)
    if old == new and before.acts != after.acts:
        yield lang.say("The report asks something else, in the same sections")
    else:
        yield from _sides(lang, old, new)


def _sides(lang: Language, before: Words, after: Words) -> Iterator[Words]:
    yield lang.say("− {words}", words=before)
    yield lang.say("+ {words}", words=after)


def _named(lang: Language, entry: DutyEntry) -> Words:
    named = entry.named
    codes = [*named.units, *named.people]
    excepted = [*named.except_units, *named.except_people]
    return lang.say(
        "by ID: {codes}; except: {excepted}",
        codes=lang.list_of(codes) if codes else lang.say("none"),
        excepted=lang.list_of(excepted) if excepted else lang.say("none"),
    )


def _as_duty(entry: DutyEntry) -> Duty:
    return duty_of(entry, plan=NO_NAME, codes=Codes(), today=date.min)


def _duty(lang: Language, entry: DutyEntry) -> Words:
    return _title(lang, entry.name.zh, entry.name.en)


def _title(lang: Language, zh: str, en: str) -> Words:
    return name(lang.choose(zh=zh, en=en))
