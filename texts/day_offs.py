"""An activity that people know of stands on a day off now: does it move?"""

from domain.activity import Activity
from domain.series_day import DayOffCard
from texts.activities import settled_line, title_of, when_and_where
from texts.activity_cards import not_yours_any_more
from texts.labels import cancelled
from texts.languages import Language
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs


def day_off_question(lang: Language, card: DayOffCard) -> Reply:
    """Move it, keep it, or change it by hand; what was decided is no question any more."""
    if card.has_ended:
        return not_yours_any_more(lang, card.activity)
    activity = card.activity
    heading = lines(
        bold(title_of(lang, activity)), name(activity.unit.name), when_and_where(lang, activity)
    )
    if not card.is_open:
        return Reply(words=paragraphs(heading, _ending(lang, card)))
    words = paragraphs(bold(lang.say("Falls on a day off now")), heading, _asked(lang, card))
    return Reply(words=words, buttons=_buttons(lang, card))


def _ending(lang: Language, card: DayOffCard) -> Words:
    if not card.activity.is_planned:
        return settled_line(lang, card.activity)
    if card.day_off is None:
        return lang.say("Its day is settled: there is nothing to decide.")
    return lang.say("It takes place on this day off.")


def _asked(lang: Language, card: DayOffCard) -> Words:
    if card.to is None:
        return lang.say(
            "The calendar has changed, and its rule puts nothing on this day. It stays until you "
            "say otherwise."
        )
    return lang.say(
        "The calendar has changed: by its rule it would be on {moment}. Everybody who was invited "
        "is told once if it moves.",
        moment=lang.moment(card.to),
    )


def _buttons(lang: Language, card: DayOffCard) -> tuple[tuple[Button, ...], ...]:
    activity = card.activity
    off = _button("🚫 " + cancelled(lang), "call_off", activity)
    return rows(
        (_move(lang, card),) if card.to else (off,),
        (
            _button(lang.label("✅ Keep the day"), "day_off_keep", activity),
            _button(lang.label("✏️ Change"), "amend", activity),
        ),
    )


def _move(lang: Language, card: DayOffCard) -> Button:
    day = card.to or card.activity.starts_at
    label = lang.label("📅 Move: {day}", day=lang.day(day.date()))
    return Button(label=label, data=press("day_off_move", f"{card.activity.id}-{day:%Y%m%d}"))


def _button(label: str, verb: str, activity: Activity) -> Button:
    return Button(label=label, data=press(verb, activity.id, activity.version))
