"""What the level above rules, before it and after it."""

from domain.obligation import ObligationState
from domain.ruling import (
    MOST_WORKING_DAYS,
    Docket,
    ExcuseReason,
    RuledItem,
    RulingCard,
    RulingKind,
)
from texts import labels
from texts.languages import Language
from texts.obligations import standing, title
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs

MOST_SHOWN = 8


def reason_words(lang: Language, reason: ExcuseReason) -> str:
    """Why something need not be done, as on its button."""
    match reason:
        case ExcuseReason.NO_NEED:
            return lang.label("Does not apply")
        case ExcuseReason.ELSEWHERE:
            return lang.label("Done another way")
        case ExcuseReason.HARDSHIP:
            return lang.label("Real difficulty")
        case ExcuseReason.OTHER:
            return lang.label("Other reason")


def ask_extension(lang: Language, docket: Docket) -> Reply:
    """How much more time?"""
    buttons = [
        Button(
            label=_choice(lang, docket, days),
            data=press("extend_by", f"{docket.target.key}-{days}", docket.version),
        )
        for days, day in docket.choices
        if day is not None or docket.target.duty_id
    ]
    another = Button(label=lang.label("📅 Another day"), data=press("extend_to", docket.target.key))
    return Reply(
        words=paragraphs(
            bold(lang.say("Extend")),
            _about(lang, docket),
            _limit(lang, docket),
        ),
        buttons=rows(tuple(buttons), (another, _back(lang, docket))),
    )


def _choice(lang: Language, docket: Docket, days: int) -> str:
    day = dict(docket.choices)[days]
    if day is None:
        return lang.label("+{days} working days", days=days)
    return lang.day(day, now_year=docket.today.year)


def _limit(lang: Language, docket: Docket) -> Words:
    counted = lang.say(
        "Counted in working days, from today where the last day is over. At most {days} in all.",
        days=MOST_WORKING_DAYS,
    )
    if docket.latest is None:
        return counted
    latest = lang.say(
        "Latest possible day: {day}", day=lang.day(docket.latest, now_year=docket.today.year)
    )
    return lines(counted, latest)


def ask_day(lang: Language, docket: Docket) -> Reply:
    """The next words are the new last day."""
    return Reply(
        words=paragraphs(
            lang.say("Until which day? Write it such as 4 Dec or 2026-12-04. /cancel ends this."),
            _limit(lang, docket),
        ),
        asks=True,
        placeholder=lang.label("The new last day"),
    )


def no_day(lang: Language) -> Reply:
    """The words are no day."""
    return Reply(
        words=lang.say("I do not read a day in this. Write it such as 4 Dec or 2026-12-04."),
        asks=True,
    )


def not_possible(lang: Language, docket: Docket) -> Reply:
    """The day is no later, past, or too late."""
    return Reply(
        words=paragraphs(lang.say("That day is not possible here."), _limit(lang, docket)),
        buttons=((_back(lang, docket),),),
    )


def day_not_possible(lang: Language) -> str:
    """The same at the top of the screen."""
    return lang.label("That day is not possible here.")


def too_late(lang: Language) -> str:
    """The minute is over."""
    return lang.label("The minute to take it back is over.")


def ask_excuse(lang: Language, docket: Docket) -> Reply:
    """Why is it not owed?"""
    buttons = [
        Button(
            label=reason_words(lang, reason),
            data=press("waive_as", f"{docket.target.key}-{reason.value}", docket.version),
        )
        for reason in ExcuseReason
    ]
    return Reply(
        words=paragraphs(
            bold(lang.say("Excuse")),
            _about(lang, docket),
            lang.say("It then counts as excused, not as done. Why?"),
        ),
        buttons=rows(*(tuple(buttons[at : at + 2]) for at in (0, 2)), (_back(lang, docket),)),
    )


def _about(lang: Language, docket: Docket) -> Words:
    shown = [
        lines(title(lang, one), standing(lang, one, docket.today))
        for one in docket.items[:MOST_SHOWN]
    ]
    rest = len(docket.items) - len(shown)
    more = lang.many("And {count} more.", "And {count} more.", rest) if rest else None
    return lines(*shown, more)


def _back(lang: Language, docket: Docket) -> Button:
    if docket.target.duty_id:
        return Button(label=lang.label("Back"), data=press("below", docket.target.duty_id, 1))
    return Button(label=lang.label("Back"), data=press("item", docket.target.obligation_id, 1))


def ruled(
    lang: Language, card: RulingCard, *, passed_over: int = 0, may_undo: bool = False
) -> Reply:
    """What the officer sees after it; for a minute it can be taken back."""
    kind = card.ruling.kind
    heading = lang.say("🕓 Extended") if kind is RulingKind.EXTEND else lang.say("🕊 Excused")
    if card.ruling.is_undone:
        heading = lang.say("↩️ Taken back")
    left = lang.many(
        "{count} could not be extended so far.",
        "{count} could not be extended so far.",
        passed_over,
    )
    undo = Button(label=f"↩️ {labels.undo(lang)}", data=press("unrule", card.ruling.id))
    return Reply(
        words=paragraphs(
            bold(heading),
            _items(lang, card),
            left if passed_over else None,
            lang.say("The units are told. Within a minute you can take it back.")
            if may_undo
            else None,
        ),
        buttons=((undo,),) if may_undo else (),
    )


def ruling_card(lang: Language, card: RulingCard) -> Reply:
    """What those who owe it are told."""
    by = name(card.ruling.by) if card.ruling.by else lang.say("The level above")
    if card.ruling.is_undone:
        heading = lang.say("↩️ {name} has taken this back", name=by)
    elif card.ruling.kind is RulingKind.EXTEND:
        heading = lang.say("🕓 {name} has given more time", name=by)
    else:
        heading = lang.say("🕊 {name} has excused this", name=by)
    reason = card.ruling.reason
    why = None
    if reason is not None and not card.ruling.is_undone:
        why = lang.say("Reason: {reason}", reason=reason_words(lang, reason))
    return Reply(words=paragraphs(bold(heading), _items(lang, card), why))


def _items(lang: Language, card: RulingCard) -> Words:
    shown = [_item(lang, card, one) for one in card.ruling.items[:MOST_SHOWN]]
    rest = len(card.ruling.items) - len(shown)
    more = lang.many("And {count} more.", "And {count} more.", rest) if rest else None
    return lines(*shown, more)


def _item(lang: Language, card: RulingCard, one: RuledItem) -> Words:
    owed = one.obligation
    if card.ruling.kind is RulingKind.EXTEND and owed.state is ObligationState.OPEN:
        day = lang.day(owed.last_day, now_year=card.today.year)
        return lines(title(lang, owed), lang.say("Last day now: {day}", day=day))
    return lines(title(lang, owed), standing(lang, owed, card.today))
