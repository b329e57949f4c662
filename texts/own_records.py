"""One's own year, line by line."""

from typing import assert_never

from domain.check_in import CAME, CAME_IN, CheckInState
from domain.own_record import Attended, Entry, HandedIn, OwnRecord
from domain.report import ReportState
from domain.service import Service
from texts.activity_details import hours
from texts.languages import Language
from texts.ledger_words import check_in_state, named, period_word, titled, way_word
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.services import line as service_line
from texts.services import record_sums
from texts.words import Words, bold, code, joined, lines, name, our_own, paragraphs

EARLIEST_YEAR = 2000
_MARKS = {
    CheckInState.EXPECTED: "▫️",
    CheckInState.PRESENT: "✅",
    CheckInState.LATE: "🕗",
    CheckInState.EXCUSED: "🙋",
    CheckInState.ABSENT: "▫️",
    CheckInState.MADE_UP: "✅",
}


def own_record(lang: Language, record: OwnRecord) -> Reply:
    """The sums of the year, then what they are made of."""
    turnout = record.turnout
    heading = lines(
        bold(lang.say("Your record of {year}", year=record.year)),
        lang.say(
            "Activities: there {came} of {total} · late {late} · on leave {excused} · "
            "absent {absent}",
            came=turnout.came,
            total=turnout.total,
            late=turnout.late,
            excused=turnout.excused,
            absent=turnout.absent,
        ),
        lang.say("Hours of study: {hours}", hours=hours(lang, record.study_minutes))
        if record.study_minutes
        else None,
        lang.say("Left early: {count}", count=turnout.left_early) if turnout.left_early else None,
        lang.say("With lates counted in: {count} absences", count=record.absences)
        if record.absences is not None
        else None,
        lang.say("Reports handed in: {count}", count=record.reports),
        record_sums(lang, record.served),
    )
    entries = [_entry(lang, one) for one in record.entries]
    if not entries:
        entries = [lang.say("Nothing is written down for this year.")]
    return Reply(
        words=paragraphs(heading, lines(*entries), lang.say("Only you can ask for this.")),
        buttons=rows(
            page_buttons("history", record.page, record.pages, subject_id=record.year),
            _years(record),
        ),
    )


def _entry(lang: Language, one: Entry) -> Words:
    match one:
        case Attended():
            return _attended(lang, one)
        case HandedIn():
            return _handed_in(lang, one)
        case Service():
            return service_line(lang, day=one.day, place=one.place, minutes=one.minutes)
        case _:
            assert_never(one)


def _attended(lang: Language, one: Attended) -> Words:
    said = check_in_state(lang, one.state)
    came = one.state in CAME
    details = [our_own(said)]
    if one.state in CAME_IN and one.recorded_at is not None:
        details.append(our_own(lang.clock(one.recorded_at)))
    if came and one.way is not None:
        details.append(our_own(way_word(lang, one.way)))
    if one.makes_up:
        details.append(lang.say("(make-up session)"))
    elif came and one.study_minutes:
        details.append(lang.say("{hours} study h", hours=hours(lang, one.study_minutes)))
    if one.left_at is not None:
        details.append(lang.say("left early"))
    if one.moved_from is not None:
        details.append(lang.say("(moved from {day})", day=lang.day(one.moved_from.date())))
    return lang.say(
        "{mark} {moment} · {title} · {details}",
        mark=our_own(_MARKS[one.state]),
        moment=lang.moment(one.at),
        title=name(titled(lang, one.title, one.duty)),
        details=joined(" ", details),
    )


def _handed_in(lang: Language, one: HandedIn) -> Words:
    title = [name(named(lang, one.duty))]
    if period := period_word(lang, one.period_key):
        title.append(our_own(period))
    return lang.say(
        "📄 {day} · {title} · {state}",
        day=lang.day(one.at.date()),
        title=joined(" · ", title),
        state=_state(lang, one.state),
    )


def _state(lang: Language, state: ReportState) -> str:
    match state:
        case ReportState.RETURNED:
            return lang.label("returned")
        case ReportState.ACCEPTED:
            return lang.label("accepted")
        case _:
            return lang.label("handed in")


def _years(record: OwnRecord) -> tuple[Button, ...]:
    around = ((f"‹ {record.year - 1}", record.year - 1), (f"{record.year + 1} ›", record.year + 1))
    return tuple(
        Button(label=label, data=press("history", year, 1))
        for label, year in around
        if EARLIEST_YEAR <= year <= record.this_year
    )


def no_such_year(lang: Language) -> Reply:
    """The words are no year that has begun."""
    return Reply(
        words=lang.say(
            "Write a year after the command, for example {example}.",
            example=code(lang.label("/history 2026")),
        )
    )
