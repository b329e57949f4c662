"""Was it held? The question, and the steps through attendance and topic to Done."""

from datetime import datetime

from domain.activity import TOPIC_LIMIT, Activity
from domain.guest import Guest
from domain.holding import AttendanceCheck, HeldQuestionCard, HeldSummary, MovePreview, TopicAsked
from domain.schedule_words.reading import Reading
from texts.activities import counts_line, settled_line, title_of, when_and_where
from texts.activity_cards import not_yours_any_more
from texts.activity_moments import ask_when
from texts.labels import cancelled, confirm, done, moved, yes
from texts.languages import Language
from texts.presses import press, rows
from texts.quorums import quorum_line
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs


def held_question(lang: Language, card: HeldQuestionCard) -> Reply:
    """Yes, at another moment, or not at all. Nothing is held by itself."""
    if card.has_ended:
        return not_yours_any_more(lang, card.activity)
    activity = card.activity
    words = paragraphs(
        bold(lang.say("Was it held?")) if activity.is_planned else None,
        _heading(lang, activity),
        counts_line(lang, activity, card.counts),
        quorum_line(lang, card.quorum) if card.quorum else None,
        None if activity.is_planned else settled_line(lang, activity),
    )
    if not activity.is_planned:
        return Reply(words=words)
    row = (
        _button("✅ " + yes(lang), "hold", activity),
        _button("📅 " + moved(lang), "moved", activity),
        _button("🚫 " + cancelled(lang), "call_off", activity),
    )
    return Reply(words=words, buttons=(row,))


def _heading(lang: Language, activity: Activity) -> Words:
    return lines(
        bold(title_of(lang, activity)), name(activity.unit.name), when_and_where(lang, activity)
    )


def _button(label: str, verb: str, activity: Activity, *, version: int | None = None) -> Button:
    carried = activity.version if version is None else version
    return Button(label=label, data=press(verb, activity.id, carried))


def attendance_check(lang: Language, check: AttendanceCheck) -> Reply:
    """The first step: who was there, and who will be absent."""
    status = check.status
    activity = status.activity
    words = paragraphs(
        bold(lang.say("Held · attendance")),
        _heading(lang, activity),
        counts_line(lang, activity, status.counts),
        quorum_line(lang, status.quorum) if status.quorum else None,
        _absent(lang, check),
        _leaves(lang, check),
        _guests(lang, check.guests),
    )
    guests = (
        _button(lang.label("Add them all"), "guests_add", activity),
        _button(lang.label("Add none"), "guests_no", activity),
    )
    return Reply(
        words=words,
        buttons=rows(
            guests if check.guests else (),
            (
                _button(lang.label("✍️ Mark"), "marks", activity, version=1),
                _button(lang.label("📋 By list"), "mark_list", activity),
            ),
            (
                _button(lang.label("‹ Back"), "activity", activity),
                _button(lang.label("Next: topic ›"), "held_topic", activity),
            ),
        ),
    )


def _absent(lang: Language, check: AttendanceCheck) -> Words | None:
    count = check.status.counts.expected
    if not count:
        return None
    named = lang.list_of([name(one) for one in check.missing])
    if count > len(check.missing):
        return lang.say("Will be absent ({count}): {names} and others", count=count, names=named)
    return lang.say("Will be absent ({count}): {names}", count=count, names=named)


def _leaves(lang: Language, check: AttendanceCheck) -> Words | None:
    if not check.leaves:
        return None
    return lang.many(
        "🙋 {count} leave waits for your decision; it can also be granted afterwards.",
        "🙋 {count} leaves wait for your decision; they can also be granted afterwards.",
        check.leaves,
        count=check.leaves,
    )


def _guests(lang: Language, guests: tuple[Guest, ...]) -> Words | None:
    if not guests:
        return None
    named = [
        lang.say("{person} ({clock})", person=name(one.name), clock=lang.clock(one.came_at))
        for one in guests
    ]
    return lang.say(
        "Came and is not on the list: {names}. Undecided, they are not counted, but not lost: "
        "you can decide later.",
        names=lang.list_of(named),
    )


def topic_asked(lang: Language, asked: TopicAsked) -> Reply:
    """The second step: what was it about?"""
    activity = asked.activity
    too_long = lang.say("That is too long: {limit} characters at most.", limit=TOPIC_LIMIT)
    words = paragraphs(
        too_long if asked.is_too_long else None,
        bold(lang.say("Held · topic")),
        _heading(lang, activity),
        lang.say("What was it about? Write it here, or take the title."),
    )
    row = (
        _button(lang.label("‹ Back"), "hold", activity),
        _button(lang.label("As the title says"), "held_title", activity),
    )
    return Reply(words=words, buttons=(row,))


def held_summary(lang: Language, summary: HeldSummary) -> Reply:
    """The last step: nothing is written down before Done."""
    status = summary.status
    activity = status.activity
    topic = name(summary.topic, TOPIC_LIMIT) if summary.topic else title_of(lang, activity)
    words = paragraphs(
        bold(lang.say("Held · is this right?")),
        _heading(lang, activity),
        lines(
            lang.say("📝 {topic}", topic=topic),
            lang.say("🖼 With a photo") if summary.has_photo else None,
        ),
        counts_line(lang, activity, status.counts),
        quorum_line(lang, status.quorum) if status.quorum else None,
        _photo(lang, summary),
    )
    row = (
        _button(lang.label("‹ Back"), "held_topic", activity),
        Button(
            label="✅ " + done(lang),
            data=press("hold_yes", summary.draft_id, summary.version),
        ),
    )
    return Reply(words=words, buttons=(row,))


def _photo(lang: Language, summary: HeldSummary) -> Words | None:
    if not summary.takes_photo or summary.has_photo:
        return None
    return lang.say("Send a photo now if there is to be one.")


def photos_are_off(lang: Language) -> Reply:
    """The organisation keeps no photos."""
    return Reply(words=lang.say("Photos are switched off here; please write the topic in words."))


def change_instead(lang: Language, starts_at: datetime) -> str:
    """Moved is said afterwards; before it begins, its time is changed."""
    return lang.label(
        "It begins only on {moment}. Press Change to give it another time.",
        moment=lang.moment(starts_at),
    )


def ask_moment(lang: Language, activity: Activity, doubt: Reading | None) -> Reply:
    """To which moment was it moved, or is it?"""
    asked = ask_when(lang, None, doubt)
    heading = paragraphs(
        bold(lang.say("Moved to when?")),
        _heading(lang, activity),
        lang.say("It did not take place then: say when it did, or when it will."),
    )
    return Reply(
        words=paragraphs(heading, asked.words), asks=asked.asks, placeholder=asked.placeholder
    )


def move_preview(lang: Language, preview: MovePreview) -> Reply:
    """The moment as it was understood, with what follows from it."""
    activity = preview.activity
    follows = (
        lang.say("It took place then: the check-ins stay, and you can say that it was held.")
        if preview.is_past
        else lang.say(
            "Everybody expected is told once. Check-ins and leaves of the old moment are dropped."
        )
    )
    words = paragraphs(
        bold(lang.say("Is this right?")),
        bold(title_of(lang, activity)),
        lines(
            lang.say("From {moment}", moment=lang.moment(activity.starts_at, with_year=True)),
            lang.say("To {moment}", moment=lang.moment(preview.to, with_year=True)),
        ),
        follows,
    )
    row = (
        _button(lang.label("‹ Back"), "activity", activity),
        Button(label=confirm(lang), data=press("move_yes", preview.draft_id, preview.version)),
    )
    return Reply(words=words, buttons=(row,))
