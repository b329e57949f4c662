"""The board of a unit: one message that is edited in place."""

from datetime import date

from domain.audience import OwnerKind
from domain.period import Period, PeriodKind, period_of
from domain.period_status import PeriodScope
from domain.status import (
    Board,
    DutyLine,
    LastDone,
    Mark,
    NoSuchUnit,
    Status,
    Tally,
    UnitLine,
    UnitsToChoose,
)
from domain.unit import Unit
from texts.cleaning import one_line
from texts.languages import Language
from texts.obligations import duty_and_period, standing
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.terms import acting
from texts.words import Words, bold, lines, name, our_own, paragraphs

SYMBOLS = {Mark.DONE: "✅", Mark.OPEN: "⏳", Mark.OVERDUE: "⚠️"}
NAME_ON_BUTTON = 16


def status(lang: Language, found: Status) -> Reply:
    """The board, or the way to it."""
    match found:
        case Board():
            return board(lang, found)
        case UnitsToChoose():
            return units_to_choose(lang, found)
        case NoSuchUnit():
            return no_such_unit(lang)


def board(lang: Language, found: Board) -> Reply:
    """By duty what is done, open and overdue, and a button for each unit below."""
    heading = lang.say(
        "{unit} · {moment}",
        unit=name(found.unit.name),
        moment=lang.moment(found.at, now_year=found.at.year),
    )
    below = [_unit_button(line) for line in found.below]
    records = _record_row(found)
    return Reply(
        words=paragraphs(
            bold(heading),
            _summary(lang, found),
            _owed(lang, found, found.at.date()),
            _last_done(lang, found),
            _ended_terms(lang, found),
        ),
        buttons=rows(
            *(tuple(below[at : at + 2]) for at in range(0, len(below), 2)),
            *(records[at : at + 4] for at in range(0, len(records), 4)),
            page_buttons("board", found.page, found.pages, subject_id=found.unit.id),
            _last_row(lang, found),
            _picture_row(lang, found),
        ),
    )


def _summary(lang: Language, found: Board) -> Words:
    if not found.duties:
        return lang.say("Nothing is due here now.")
    # What the unit owes by itself is listed one by one; what its people owe is counted.
    counted = [line for line in found.duties if not found.owed or line.owner is not OwnerKind.UNIT]
    return lines(
        *(
            lang.say(
                "{duty}: {tally}",
                duty=name(lang.choose(zh=line.name.zh, en=line.name.en)),
                tally=_tally_of(lang, line),
            )
            for line in counted
        )
    )


def _tally_of(lang: Language, line: DutyLine) -> Words:
    """Of people and ties how many of all have done it; of units how many stand how."""
    tally = line.tally
    total = tally.done + tally.open + tally.overdue
    if line.owner is OwnerKind.UNIT:
        return our_own(_tally(tally))
    late = our_own(f" · {SYMBOLS[Mark.OVERDUE]} {tally.overdue}" if tally.overdue else "")
    if line.owner is OwnerKind.PERSON:
        return lang.say("{done}/{total} people{late}", done=tally.done, total=total, late=late)
    return lang.say("{done}/{total} ties{late}", done=tally.done, total=total, late=late)


def _last_done(lang: Language, found: Board) -> Words | None:
    """What may be done at any time: when it last was."""
    if not found.last_done:
        return None
    said = [_done_line(lang, line, found.at.year) for line in found.last_done]
    return lines(bold(lang.say("Without a fixed time")), *said)


def _ended_terms(lang: Language, found: Board) -> Words | None:
    """Bodies whose time is over, and who goes on there."""
    if not found.ended_terms:
        return None
    entries = []
    for one in found.ended_terms:
        entries.append(
            lang.say(
                "🔴 {unit}: ended on {day}, election due",
                unit=name(one.unit.name),
                day=lang.day(one.ended_on, with_year=True),
            )
        )
        if one.acting:
            entries.append(acting(lang, one.acting))
    return lines(bold(lang.say("Terms that are over")), *entries)


def _done_line(lang: Language, line: LastDone, now_year: int) -> Words:
    duty = name(lang.choose(zh=line.name.zh, en=line.name.en))
    if line.day is None:
        return lang.say("{duty}: not done yet", duty=duty)
    day = lang.day(line.day, now_year=now_year)
    if line.owners == 1:
        return lang.say("{duty}: last done {day}", duty=duty, day=day)
    return lang.say(
        "{duty}: last done {day} ({done} of {owners})",
        duty=duty,
        day=day,
        done=line.done,
        owners=line.owners,
    )


def _owed(lang: Language, found: Board, today: date) -> Words:
    return lines(
        *(
            lang.say(
                "{number}. {title}: {standing}",
                number=at,
                title=duty_and_period(lang, item),
                standing=standing(lang, item, today),
            )
            for at, item in enumerate(found.owed, start=1)
        )
    )


def _tally(tally: Tally) -> str:
    counts = ((Mark.DONE, tally.done), (Mark.OPEN, tally.open), (Mark.OVERDUE, tally.overdue))
    return " · ".join(f"{SYMBOLS[mark]} {count}" for mark, count in counts if count)


def _unit_button(line: UnitLine) -> Button:
    mark = f"{SYMBOLS[line.tally.mark]} " if line.tally.mark else ""
    return Button(label=mark + _short(line.unit), data=press("board", line.unit.id, 1))


def _short(unit: Unit) -> str:
    return name(one_line(unit.name, NAME_ON_BUTTON)).plain()


def _last_row(lang: Language, found: Board) -> tuple[Button, ...]:
    buttons = [Button(label=lang.label("Refresh"), data=press("board", found.unit.id, found.page))]
    if found.above:
        buttons.insert(
            0, Button(label=f"⬆️ {_short(found.above)}", data=press("board", found.above.id, 1))
        )
    missing = sum(line.tally.open + line.tally.overdue for line in found.duties)
    if missing:
        label = lang.label("Who is missing")
        buttons.append(Button(label=label, data=press("missing", found.unit.id, 1)))
    return tuple(buttons)


def _picture_row(lang: Language, found: Board) -> tuple[Button, ...]:
    key = f"{found.unit.id}-{found.at.year}"
    half = period_of(PeriodKind.HALF_YEAR, found.at.date())
    scope = PeriodScope(unit_id=found.unit.id, period=half)
    return (
        Button(label=lang.label("📅 By period"), data=press("period", scope.key, 1)),
        Button(label=lang.label("🖼 As a picture"), data=press("board_pic", key, 1)),
    )


def _record_row(found: Board) -> tuple[Button, ...]:
    """What is listed one by one can be opened; behind it stands what proves it."""
    half = period_of(PeriodKind.HALF_YEAR, found.at.date())
    return tuple(
        Button(label=f"{at} ›", data=press("record", f"{one.id}-{half.key}", 1))
        for at, one in enumerate(found.owed, start=1)
    )


def units_to_choose(lang: Language, found: UnitsToChoose) -> Reply:
    """Several units have such a name, or are the reader's own."""
    buttons = [
        (Button(label=_short(unit), data=_way_to(unit, found.period)),) for unit in found.units
    ]
    return Reply(words=lang.say("Which one do you mean?"), buttons=tuple(buttons))


def _way_to(unit: Unit, period: Period | None) -> str:
    if period is None:
        return press("board", unit.id, 1)
    return press("period", PeriodScope(unit_id=unit.id, period=period).key, 1)


def no_such_unit(lang: Language) -> Reply:
    """There is none of that name, or it is not the reader's: nobody can tell which."""
    return Reply(words=lang.say("Among your units there is none of that name."))
