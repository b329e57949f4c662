"""What the officer in charge sees of an activity."""

from datetime import datetime
from typing import assert_never

from domain.activity import TOPIC_LIMIT, Activity, ActivityState
from domain.check_in import ActivityStatus, Counts, Reason
from domain.obligation import Obligation, ObligationState
from texts.activity_details import detail_lines, lasting
from texts.circles import circle_line
from texts.labels import no, yes
from texts.languages import Language
from texts.obligations import period_of
from texts.presses import press
from texts.proofs import proof_line
from texts.quorums import quorum_line
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs

MOST_LISTED = 12


def title_of(lang: Language, activity: Activity) -> Words:
    """Its title; a duty's name in the reader's language."""
    duty = activity.duty_name
    if duty is not None and activity.title in (duty.zh, duty.en):
        return name(lang.choose(zh=duty.zh, en=duty.en))
    return name(activity.title)


def when_and_where(lang: Language, activity: Activity) -> Words:
    """Its times are on the local clock already."""
    before = activity.moved_from
    return lines(
        lang.say("🕒 {moment}", moment=lang.moment(activity.starts_at)),
        lang.say("Moved from {moment}", moment=lang.moment(before)) if before else None,
        lasting(lang, activity.details),
        lang.say("📍 {place}", place=name(activity.place)) if activity.place else None,
    )


def planned_list(lang: Language, activities: tuple[Activity, ...]) -> Reply:
    """What the reader's units have planned, a button for each."""
    new = Button(label=lang.label("➕ New activity"), data=press("plan_new", 0))
    if not activities:
        return Reply(words=lang.say("No activity is planned."), buttons=((new,),))
    entries = []
    buttons = []
    for number, one in enumerate(activities[:MOST_LISTED], start=1):
        entries.append(
            lines(
                lang.say(
                    "{number}. {title} · {unit}",
                    number=number,
                    title=title_of(lang, one),
                    unit=name(one.unit.name),
                ),
                when_and_where(lang, one),
            )
        )
        shown = lang.label("{number} Open", number=number)
        buttons.append(Button(label=shown, data=press("activity", one.id, one.version)))
    chosen = [tuple(buttons[at : at + 4]) for at in range(0, len(buttons), 4)]
    heading = bold(lang.say("Planned activities"))
    return Reply(words=paragraphs(heading, *entries), buttons=(*chosen, (new,)))


def status_words(lang: Language, status: ActivityStatus) -> Words:
    """Who came, who did not, and what is known of it."""
    activity = status.activity
    return paragraphs(
        lines(
            bold(title_of(lang, activity)),
            name(activity.unit.name),
            circle_line(lang, activity.circle),
            when_and_where(lang, activity),
            detail_lines(lang, activity.details),
            lang.say("🔁 One of a series") if activity.series_id is not None else None,
            _invited(lang, activity),
            settled_line(lang, activity),
            proof_line(lang, activity.proof) if activity.is_planned else None,
            lang.say("📝 {topic}", topic=name(activity.topic, TOPIC_LIMIT))
            if activity.topic
            else None,
            lang.say("🖼 With a photo") if activity.photo_id else None,
        ),
        counts_line(lang, activity, status.counts),
        quorum_line(lang, status.quorum) if status.quorum else None,
        _owed(lang, status.obligation) if status.obligation else None,
        _also(lang, status) if status.also else None,
        extension_line(lang, activity),
    )


def _invited(lang: Language, activity: Activity) -> Words | None:
    if activity.invite_from is None or not activity.is_planned:
        return None
    return lang.say("✉️ Invitations go out on {day}", day=lang.day(activity.invite_from))


def settled_line(lang: Language, activity: Activity) -> Words:
    """How it ended, or when one checks in."""
    match activity.state:
        case ActivityState.HELD:
            return lang.say("✅ held")
        case ActivityState.CANCELLED:
            return lang.say("🚫 cancelled")
        case ActivityState.PLANNED:
            return lang.say(
                "Check-in {opens} to {closes}, then late",
                opens=lang.clock(activity.opens_at),
                closes=lang.clock(activity.closes_at),
            )
        case _:
            assert_never(activity.state)


def counts_line(lang: Language, activity: Activity, counts: Counts) -> Words:
    """How many stand how."""
    missing = counts.absent if activity.state is ActivityState.HELD else counts.expected
    return lang.say(
        "Expected {total} · here {present} · late {late} · on leave {excused} · missing {missing}",
        total=counts.total,
        present=counts.present,
        late=counts.late,
        excused=counts.excused,
        missing=missing,
    )


def _also(lang: Language, status: ActivityStatus) -> Words:
    named = [name(lang.choose(zh=one.zh, en=one.en)) for one in status.also]
    return lang.say("✔️ Counts as well for: {duties}", duties=lang.list_of(named))


def _owed(lang: Language, obligation: Obligation) -> Words:
    period = period_of(lang, obligation) or lang.label("At any time")
    if obligation.state is ObligationState.DONE:
        return lang.say(
            "✅ {period}: {counted} of {at_least}, done",
            period=period,
            counted=obligation.counted,
            at_least=obligation.at_least,
        )
    return lang.say(
        "{period}: {counted} of {at_least}",
        period=period,
        counted=obligation.counted,
        at_least=obligation.at_least,
    )


def extension_line(lang: Language, activity: Activity) -> Words | None:
    """The check-in stayed open longer, as the bot was down at its close."""
    if activity.extended_from is None:
        return None
    return lang.say(
        "⚠️ I was away when the check-in closed, so it stayed open until {closes}. Whoever was "
        "cut off can be marked by you.",
        closes=lang.clock(activity.closes_at),
    )


def ask_call_off(lang: Language, status: ActivityStatus) -> Reply:
    """Ask again before everybody is told that it does not take place."""
    asked = lang.say("Does it not take place? Everybody who was invited will see that.")
    return _ask(lang, status.activity, asked, "call_off_yes")


def _ask(lang: Language, activity: Activity, asked: Words, verb: str) -> Reply:
    words = paragraphs(lines(bold(title_of(lang, activity)), when_and_where(lang, activity)), asked)
    sure = Button(label=yes(lang), data=press(verb, activity.id, activity.version))
    back = Button(label=no(lang), data=press("activity", activity.id, activity.version))
    return Reply(words=words, buttons=((sure, back),))


def not_begun(lang: Language, starts_at: datetime) -> str:
    """Held cannot be said before the beginning."""
    return lang.label("Not before it has begun: {moment}.", moment=lang.moment(starts_at))


def not_open(lang: Language, opens_at: datetime) -> str:
    """Nobody can be present yet."""
    return lang.label("The check-in opens at {moment}.", moment=lang.moment(opens_at))


def reason_label(lang: Language, reason: Reason) -> str:
    """Why somebody cannot come, in a word."""
    match reason:
        case Reason.ILL:
            return lang.label("Ill")
        case Reason.DUTY:
            return lang.label("On duty")
        case Reason.TRAVEL:
            return lang.label("Travelling")
        case Reason.PERSONAL:
            return lang.label("Personal")
        case Reason.OTHER:
            return lang.label("Other")
        case _:
            assert_never(reason)
