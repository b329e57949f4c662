"""What needs two administrators: the question to the second one, and how it ended."""

from collections.abc import Sequence
from typing import assert_never

from domain.approval import (
    AccountChange,
    ApprovalCard,
    ApprovalKind,
    ApprovalState,
    CalendarRequest,
    Change,
    ConfigurationChange,
    RosterChange,
    WaitingForSecond,
)
from texts.calendar_changes import statements
from texts.config_changes import difference_words
from texts.holiday_files import list_of_year
from texts.labels import confirm, discard
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.roster_changes import roster_changes
from texts.words import Words, bold, fitted, lines, name, paragraphs


def waiting(lang: Language, asked: WaitingForSecond) -> Reply:
    """Nothing has happened yet: a second administrator is asked."""
    if asked.is_about_rule:
        first = lang.say(
            "⏳ This changes who decides here, so a second administrator must confirm."
        )
    else:
        first = lang.say("⏳ This reaches many people, so a second administrator must confirm.")
    return _waiting(lang, first, asked.others, asked.approval_id)


def _waiting(
    lang: Language,
    first: Words,
    others: Sequence[str],
    approval_id: int,
    what: Words | None = None,
) -> Reply:
    words = paragraphs(
        bold(first),
        what,
        lang.say(
            "Asked: {names}. Nothing changes before; after three days it lapses. You will be told.",
            names=lang.list_of([name(one) for one in others]),
        ),
    )
    stop = Button(label=discard(lang), data=press("approval_drop", approval_id))
    return Reply(words=words, buttons=((stop,),))


def approval_card(lang: Language, card: ApprovalCard) -> Reply:
    """The question with what would change; without buttons when it is over."""
    if card.is_for_asker:
        yours = lang.say("🔑 Your change that needed a second administrator")
        if card.state is ApprovalState.WAITING:
            change = card.change
            what = _account(lang, change) if isinstance(change, AccountChange) else None
            return _waiting(lang, yours, card.others, card.approval_id, what)
        return Reply(words=lines(bold(yours), subject(lang, card), ending(lang, card)))
    asked = bold(lang.say("🔑 {name} asks for a second administrator", name=name(card.asker)))
    if card.change is None or card.state is not ApprovalState.WAITING:
        return Reply(words=lines(asked, subject(lang, card), ending(lang, card)))
    change = card.change
    words = paragraphs(
        asked,
        _change(lang, change),
        lang.say("Nothing changes before you confirm; after three days it lapses."),
    )
    go = Button(label=confirm(lang), data=press("approval_ok", card.approval_id))
    stop = Button(label=discard(lang), data=press("approval_drop", card.approval_id))
    return Reply(words=fitted(words), buttons=((stop, go),))


def _change(lang: Language, change: Change) -> Words:
    match change:
        case RosterChange(summary=summary):
            return paragraphs(
                bold(lang.say("Roster: what would change")), *roster_changes(lang, summary)
            )
        case AccountChange():
            return _account(lang, change)
        case ConfigurationChange():
            return paragraphs(
                difference_words(lang, change.difference, change.reach), _also_open(lang, change)
            )
        case CalendarRequest():
            return _calendar(lang, change)
        case _:
            assert_never(change)


def _calendar(lang: Language, change: CalendarRequest) -> Words:
    """Whose days would be others, and which."""
    country = lang.country(change.country)
    if change.unit:
        whose = lang.say("{unit} and everything below it", unit=name(change.unit))
    else:
        whose = lang.say("for everybody in {country}", country=country)
    if change.file is None:
        days = statements(lang, change.statements, change.today)
    else:
        days = list_of_year(lang, change.year, country, change.file)
    return lines(bold(lang.say("Calendar, {whose}: what would change", whose=whose)), days)


def _account(lang: Language, change: AccountChange) -> Words:
    """Whoever confirms answers for it that this account is this person's."""
    if change.is_cut:
        return lang.say(
            "The Telegram account of {name}, who is administrator, would be cut off. Until a new "
            "personal link is opened, {name} decides nothing here.",
            name=name(change.name),
        )
    return lang.say(
        "The Telegram account “{account}” has opened the personal link of {name}, who is "
        "administrator, and would act in that name. Ask {name} whether that is so before you "
        "confirm.",
        account=name(change.account_name),
        name=name(change.name),
    )


def _also_open(lang: Language, change: ConfigurationChange) -> Words | None:
    if not change.includes_open or not change.open_items:
        return None
    return lang.many(
        "Also for the {count} open item.",
        "Also for the {count} open items.",
        change.open_items,
    )


def alone(lang: Language) -> Words:
    """Said beside what would have needed a second administrator, where there is none."""
    return lang.say(
        "ℹ️ This reaches so many people that a second administrator should confirm, but there is "
        "none who can be written to. Give somebody the office “administrator” of the top unit in "
        "/roster, and a personal link from /reach."
    )


def approval_ended(lang: Language, card: ApprovalCard) -> Reply:
    """Told to those who were not there when it was decided."""
    if card.is_for_subject:
        return Reply(words=lang.say("✅ You are connected now. Send /start to begin."))
    first = (
        lang.say("🔑 Your change that needed a second administrator")
        if card.is_for_asker
        else lang.say("🔑 A change that {name} asked for", name=name(card.asker))
    )
    return Reply(words=lines(bold(first), subject(lang, card), ending(lang, card)))


def subject(lang: Language, card: ApprovalCard) -> Words:
    """What it was about, when nothing else of it is kept any more."""
    named = [name(lang.choose(zh=one.zh, en=one.en)) for one in card.about.names]
    more = card.about.more
    match card.kind:
        case ApprovalKind.CONFIGURATION if named:
            if more:
                named.append(lang.many("{count} other", "{count} others", more))
            return lang.say("Duties: {names}", names=lang.list_of(named))
        case ApprovalKind.CONFIGURATION:
            return lang.say("Settings and calendars of the configuration")
        case ApprovalKind.ROSTER:
            return lang.many("Roster: {count} person", "Roster: {count} people", more)
        case ApprovalKind.CONNECTING:
            return lang.say("A Telegram account for {name}", name=lang.list_of(named))
        case ApprovalKind.CUTTING:
            return lang.say("Cutting off the account of {name}", name=lang.list_of(named))
        case ApprovalKind.CALENDAR if named:
            return lang.say("Calendar: {unit}", unit=lang.list_of(named))
        case ApprovalKind.CALENDAR:
            return lang.say("Calendar: for everybody")
        case _:
            assert_never(card.kind)


def ending(lang: Language, card: ApprovalCard) -> Words:
    """How it ended, or that it still waits."""
    decider = name(card.decider)
    match card.state:
        case ApprovalState.CONFIRMED:
            return lang.say("✅ Confirmed by {name}. It is in effect.", name=decider)
        case ApprovalState.DISCARDED:
            return lang.say("Discarded by {name}. Nothing was changed.", name=decider)
        case ApprovalState.EXPIRED:
            return lang.say("Lapsed after three days. Nothing was changed.")
        case ApprovalState.OUTDATED:
            return lang.say(
                "The set-up has changed since it was asked. Nothing was changed; ask again."
            )
        case ApprovalState.WAITING:
            return lang.say("It still waits.")


def not_yours(lang: Language) -> str:
    """Not for this administrator, or for nobody."""
    return lang.label("This is for another administrator to confirm.")
