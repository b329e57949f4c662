"""What the one who is expected sees: the invitation, the check-in, and how he stands."""

from datetime import datetime

from domain.activity import Activity, ActivityState, Proof
from domain.check_in import (
    Attendance,
    CheckInOpenCard,
    CheckInState,
    InvitationCard,
    Leave,
    MovedCard,
    Reason,
    Way,
)
from texts.activities import reason_label, title_of, when_and_where
from texts.activity_details import detail_lines
from texts.circles import circle_line
from texts.labels import cannot_come, check_in, undo
from texts.languages import Language
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs


def invitation(lang: Language, card: InvitationCard) -> Reply:
    """You are expected; later the same message tells how it went."""
    return attendance_card(lang, card.attendance, lang.say("You are invited"))


def check_in_open(lang: Language, card: CheckInOpenCard) -> Reply:
    """It begins within the hour; then the check-in has opened."""
    heading = lang.say("Check-in is open") if card.is_open else lang.say("It begins soon")
    return attendance_card(lang, card.attendance, heading)


def moved_card(lang: Language, card: MovedCard) -> Reply:
    """It takes place at another moment; when it was to begin stands there too."""
    return attendance_card(lang, card.attendance, lang.say("It was moved"))


def own_card(lang: Language, attendance: Attendance) -> Reply:
    """How the reader stands at one activity."""
    return attendance_card(lang, attendance, None)


def attendance_card(
    lang: Language, attendance: Attendance, heading: Words | None, news: Words | None = None
) -> Reply:
    """How the reader stands; the heading is there while he has not answered."""
    activity = attendance.activity
    is_asked = attendance.is_asked and attendance.check_in.state is CheckInState.EXPECTED
    words = paragraphs(
        bold(heading) if heading and is_asked else None,
        lines(
            bold(title_of(lang, activity)),
            name(activity.unit.name),
            circle_line(lang, activity.circle),
            when_and_where(lang, activity),
            detail_lines(lang, activity.details),
        ),
        news,
        _observing(lang, attendance),
        standing(lang, attendance),
        _leave(lang, attendance),
        lang.say("🏁 There at the end, too") if attendance.check_in.stayed_at else None,
        lang.say("Noted as having left early") if attendance.check_in.left_at else None,
        needs_code(lang, attendance) if attendance.is_asked else None,
    )
    return Reply(words=words, buttons=_buttons(lang, attendance))


def _observing(lang: Language, attendance: Attendance) -> Words | None:
    if not attendance.check_in.is_observer:
        return None
    return lang.say("👁 You are invited as an observer and are not counted.")


def _leave(lang: Language, attendance: Attendance) -> Words | None:
    """What became of a leave that was asked for, and that one may still be."""
    is_absent = attendance.check_in.state is CheckInState.ABSENT
    match attendance.check_in.leave:
        case Leave.ASKED if attendance.may_withdraw:
            return lang.say("🙋 You have asked for leave. The officer in charge decides.")
        case Leave.GRANTED if attendance.check_in.state is CheckInState.EXCUSED:
            return lang.say("🙋 Your leave is granted.")
        case Leave.DECLINED if attendance.is_asked or is_absent:
            return lang.say("Your leave is not granted. Ask the officer in charge.")
        case None if is_absent and attendance.may_excuse:
            return lang.say("If you could not come, you may still ask for leave.")
        case _:
            return None


def needs_code(lang: Language, attendance: Attendance) -> Words | None:
    """How to check in where a press from anywhere is not enough."""
    match attendance.activity.proof:
        case Proof.WALL:
            return lang.say(
                "To check in, scan the code on the screen in the room, or send me its four digits."
            )
        case Proof.CODE:
            return lang.say("To check in, send me the four digits that are told in the room.")
        case Proof.BUTTON:
            opens = lang.clock(attendance.activity.opens_at)
            waits = attendance.is_asked and not attendance.may_check_in
            return lang.say("The button appears at {opens}.", opens=opens) if waits else None


def standing(lang: Language, attendance: Attendance) -> Words:
    """How the reader stands, in a line."""
    activity = attendance.activity
    if activity.state is ActivityState.CANCELLED:
        return lang.say("🚫 This activity is cancelled.")
    if attendance.is_off:
        return lang.say("You are no longer on the list; there is nothing for you to do.")
    check_in = attendance.check_in
    match check_in.state:
        case CheckInState.PRESENT | CheckInState.LATE:
            return _came(lang, check_in.state, attendance.recorded_at)
        case CheckInState.MADE_UP:
            return lang.say("📚 You have made it up.")
        case CheckInState.EXCUSED if check_in.way is Way.OFFICER:
            return lang.say("🙋 The officer in charge has noted you as on leave.")
        case CheckInState.EXCUSED:
            return lang.say("🙋 You have said that you cannot come.")
        case CheckInState.ABSENT:
            return lang.say("It was held; you are noted as absent.")
        case CheckInState.EXPECTED:
            return _waiting(lang, activity)


def _came(lang: Language, state: CheckInState, at: datetime | None) -> Words:
    if at is None:
        return lang.say("✅ Checked in")
    clock = lang.clock(at)
    if state is CheckInState.LATE:
        return lang.say("🕗 Checked in late, at {clock}", clock=clock)
    return lang.say("✅ Checked in at {clock}", clock=clock)


def _waiting(lang: Language, activity: Activity) -> Words:
    if activity.state is ActivityState.HELD:
        return lang.say("✅ It was held.")
    return lang.say(
        "Check-in {opens} to {closes}, then late",
        opens=lang.clock(activity.opens_at),
        closes=lang.clock(activity.closes_at),
    )


def _buttons(lang: Language, attendance: Attendance) -> tuple[tuple[Button, ...], ...]:
    if attendance.is_off:
        return ()
    activity = attendance.activity
    here = Button(label="✅ " + check_in(lang), data=press("checkin", activity.id))
    away = Button(label=cannot_come(lang), data=press("cannot", activity.id))
    back = Button(label="↩️ " + undo(lang), data=press("uncheck", activity.id))
    file = Button(label=lang.label("📅 Calendar"), data=press("calendar_file", activity.id))
    is_ahead = activity.state is not ActivityState.HELD
    withdraw = Button(label="↩️ " + undo(lang), data=press("unleave", activity.id))
    return rows(
        (here,) if attendance.may_check_in else (),
        (*((away,) if attendance.may_excuse else ()), *((file,) if is_ahead else ())),
        (back,) if attendance.may_undo else (),
        (withdraw,) if attendance.may_withdraw else (),
    )


def how_to_prove(lang: Language, attendance: Attendance) -> str:
    """A button of an older message was pressed, which is not enough any more."""
    needed = needs_code(lang, attendance)
    return needed.plain() if needed else ""


def ask_reason(lang: Language, attendance: Attendance) -> Reply:
    """Why not? Only the officer in charge sees the answer."""
    activity = attendance.activity
    words = paragraphs(
        lines(bold(title_of(lang, activity)), when_and_where(lang, activity)),
        lang.say("Why can you not come? Only the officer in charge sees your answer."),
    )
    reasons = [
        Button(
            label=reason_label(lang, reason),
            data=press("excuse", f"{activity.id}-{reason.value}"),
        )
        for reason in Reason
    ]
    back = Button(label=lang.label("‹ Back"), data=press("attend", activity.id))
    return Reply(words=words, buttons=rows(tuple(reasons[:3]), tuple(reasons[3:]), (back,)))


def opens_later(lang: Language, opens_at: datetime) -> str:
    """Too early."""
    return lang.label("The check-in opens at {moment}.", moment=lang.moment(opens_at))


def not_expected(lang: Language) -> str:
    """A guest: nothing is written down."""
    return lang.label(
        "You are not on the list of this activity. If you belong to the unit, its secretary can "
        "mark you."
    )


def stands(lang: Language, attendance: Attendance) -> str:
    """Nothing was changed by a press, and why."""
    if _is_called_off(attendance):
        return lang.label("This activity is cancelled.")
    at = attendance.recorded_at
    match attendance.check_in.state:
        case CheckInState.PRESENT | CheckInState.LATE if at:
            return lang.label("Already checked in, at {clock}.", clock=lang.clock(at))
        case CheckInState.PRESENT | CheckInState.LATE | CheckInState.MADE_UP:
            return lang.label("Already checked in.")
        case CheckInState.ABSENT:
            return _closed(lang)
        case _:
            return lang.label("It is too late for that now.")


def cannot_undo(lang: Language, attendance: Attendance) -> str:
    """What was said stays as it is, and why."""
    is_closed = attendance.activity.state is not ActivityState.PLANNED
    if is_closed and not _is_called_off(attendance):
        return _closed(lang)
    return stands(lang, attendance)


def _is_called_off(attendance: Attendance) -> bool:
    return attendance.activity.state is ActivityState.CANCELLED


def _closed(lang: Language) -> str:
    return lang.label("The activity is closed. Ask its secretary.")


def recorded(lang: Language, attendance: Attendance) -> str:
    """What was written down, in a word."""
    match attendance.check_in.state:
        case CheckInState.PRESENT:
            return lang.label("Checked in")
        case CheckInState.LATE:
            return lang.label("Checked in, late")
        case CheckInState.EXCUSED:
            return lang.label("Your secretary sees it")
        case _:
            return lang.label("Taken back")
