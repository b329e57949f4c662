"""Who has handed in what, in one message, and what is late."""

from datetime import date

from domain.report_overview import (
    LateList,
    OwedReport,
    ReportOverview,
    Standing,
    Tally,
    UnitTally,
)
from texts.languages import Language
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, joined, lines, name, paragraphs


def overview(lang: Language, found: ReportOverview) -> Reply:
    """The sum, then the units below with theirs, then what the unit owes itself."""
    unit, count = name(found.unit.name), len(found.rows)
    heading = bold(lang.say("Reports · {unit}", unit=unit))
    body = [_row(lang, number, one) for number, one in enumerate(found.rows, start=1)]
    own = [_line(lang, one, found.today) for one in found.lines]
    nothing = None if found.tally.total else lang.say("No report is owed here now.")
    below = [
        Button(label=f"{number} ›", data=press("review_units", one.unit.id, 1))
        for number, one in enumerate(found.rows, start=1)
    ]
    return Reply(
        words=paragraphs(
            lines(heading, _tally(lang, found.tally) if found.tally.total else None, nothing),
            lines(*body) if count else None,
            lines(*own) if own else None,
        ),
        buttons=rows(
            _next_button(lang, found),
            tuple(below[:4]),
            tuple(below[4:]),
            page_buttons("review_units", found.page, found.pages, subject_id=found.unit.id),
            (*_up_button(found), *_late_button(lang, found)),
        ),
    )


def _next_button(lang: Language, found: ReportOverview) -> tuple[Button, ...]:
    if not found.waiting_for_me:
        return ()
    label = lang.label("Review ({count})", count=found.waiting_for_me)
    return (Button(label=label, data=press("reviews", 0)),)


def _up_button(found: ReportOverview) -> tuple[Button, ...]:
    if found.above is None:
        return ()
    up = name(f"‹ {found.above.name}", 20).plain()
    return (Button(label=up, data=press("review_units", found.above.id, 1)),)


def _late_button(lang: Language, found: ReportOverview) -> tuple[Button, ...]:
    if not found.tally.late:
        return ()
    label = lang.label("Late ({count})", count=found.tally.late)
    return (Button(label=label, data=press("review_late", found.unit.id, 1)),)


def _row(lang: Language, number: int, one: UnitTally) -> Words:
    unit = name(one.unit.name)
    counted = _tally(lang, one.tally)
    return lang.say("{number}. {unit}: {tally}", number=number, unit=unit, tally=counted)


def _tally(lang: Language, found: Tally) -> Words:
    counted = [
        (found.waiting, lang.say("⏳ {count} waiting", count=found.waiting)),
        (found.returned, lang.say("↩️ {count} returned", count=found.returned)),
        (found.accepted, lang.say("✅ {count} accepted", count=found.accepted)),
        (found.missing, lang.say("○ {count} not handed in", count=found.missing)),
        (found.late, lang.say("⚠️ {count} late", count=found.late)),
    ]
    return joined(" · ", [words for count, words in counted if count])


def _line(lang: Language, one: OwedReport, today: date) -> Words:
    duty = name(lang.choose(zh=one.duty.zh, en=one.duty.en))
    period = lang.period_name(one.period_key)
    stands = _standing(lang, one, today)
    if one.person:
        return lang.say(
            "{duty} · {period} · {person}: {standing}",
            duty=duty,
            period=period,
            person=name(one.person),
            standing=stands,
        )
    return lang.say("{duty} · {period}: {standing}", duty=duty, period=period, standing=stands)


def _standing(lang: Language, one: OwedReport, today: date) -> Words:
    match one.standing:
        case Standing.WAITING:
            said = lang.say("⏳ waiting")
        case Standing.RETURNED:
            said = lang.say("↩️ returned")
        case Standing.ACCEPTED:
            said = lang.say("✅ accepted")
        case Standing.MISSING:
            said = lang.say("○ not handed in")
    late = one.days_late(today)
    if not late:
        return said
    days = lang.many("⚠️ {count} day late", "⚠️ {count} days late", late)
    return joined(" · ", [said, days])


def late_list(lang: Language, found: LateList) -> Reply:
    """What is late, the latest first, with the unit that owes it."""
    heading = bold(lang.say("Late reports · {unit}", unit=name(found.unit.name)))
    entries = [
        lang.say("{unit}: {report}", unit=name(one.unit), report=_line(lang, one, found.today))
        for one in found.lines
    ]
    rule = lang.say("Late means after the last day, nothing else.")
    none = None if found.total else lang.say("Nothing is late.")
    back = Button(label=lang.label("‹ Back"), data=press("review_units", found.unit.id, 1))
    return Reply(
        words=paragraphs(lines(heading, rule), lines(*entries) if entries else none),
        buttons=rows(
            page_buttons("review_late", found.page, found.pages, subject_id=found.unit.id), (back,)
        ),
    )
