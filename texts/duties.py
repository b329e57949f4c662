"""Duties as administrators see them."""

from domain.audience import OwnerKind
from domain.duty_view import DutyPage, DutyView, sample_card
from texts.approvals import alone
from texts.audiences import count_owners, named_owner
from texts.digests import digest
from texts.duty_reminders import reminders, reminders_in_short
from texts.duty_rules import next_dates, rule
from texts.labels import no, undo, yes
from texts.languages import Language
from texts.message_budgets import message_budget
from texts.presses import page_buttons, press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, fitted, italic, lines, name, paragraphs


def duty_list(lang: Language, page: DutyPage) -> Reply:
    """All duties, a button each."""
    if not page.lines:
        words = lang.say("There are no duties yet. /preset installs ready ones.")
        return Reply(words=words, buttons=((new_duty(lang),),))
    entries = []
    buttons = []
    titles = [lang.choose(zh=line.name.zh, en=line.name.en) for line in page.lines]
    for number, line in enumerate(page.lines, start=1):
        title = titles[number - 1]
        owners = count_owners(lang, line.owner, line.owners)
        state = lang.say("⏸ paused") if line.is_paused else owners
        duty = name(title)
        if titles.count(title) > 1:
            plan = lang.choose(zh=line.plan.zh, en=line.plan.en)
            duty = lang.say("{duty} ({plan})", duty=duty, plan=name(plan))
        entries.append(lang.say("{number}. {duty}: {state}", number=number, duty=duty, state=state))
        buttons.append(Button(label=str(number), data=press("duty", line.id)))
    heading = bold(lang.many("{count} duty", "{count} duties", page.total))
    turning = page_buttons("duties", page.page, page.pages)
    hint = lang.say(
        "A new one in your own words: {example}",
        example=lang.label("/duty staff study last Friday of each month 15:00"),
    )
    return Reply(
        words=paragraphs(heading, lines(*entries), hint),
        buttons=rows(tuple(buttons), turning, (new_duty(lang),)),
    )


def new_duty(lang: Language) -> Button:
    """Begin to make one."""
    return Button(label=lang.label("➕ New duty"), data=press("duty_new", 0))


def duty_card(lang: Language, view: DutyView) -> Reply:
    """One duty: its rule, whom it concerns, when somebody hears of it."""
    duty_id = view.duty.id
    if view.duty.is_paused:
        first = Button(label=lang.label("▶️ Resume"), data=press("duty_run", duty_id))
    else:
        first = Button(label=lang.label("⏸ Pause"), data=press("duty_rest", duty_id))
    sample = Button(label=lang.label("Sample to me only"), data=press("duty_sample", duty_id))
    change = Button(label=lang.label("✏️ Change"), data=press("duty_edit", duty_id))
    back = Button(label=lang.label("‹ All duties"), data=press("duties", 0, 1))
    return Reply(words=fitted(described(lang, view)), buttons=((change, first), (sample,), (back,)))


def described(lang: Language, view: DutyView) -> Words:
    """Everything about a duty that fits one message."""
    duty = view.duty
    source = lang.choose(zh=duty.source.zh, en=duty.source.en)
    plan = lang.choose(zh=duty.plan.zh, en=duty.plan.en)
    return paragraphs(
        lines(
            bold(name(lang.choose(zh=duty.name.zh, en=duty.name.en))),
            lang.say("⏸ paused") if duty.is_paused else None,
            rule(lang, duty),
            reminders(lang, duty.policy, is_any_time=duty.is_any_time),
            lang.say("Source: {source}", source=source) if source else None,
            lang.say("Plan: {plan}", plan=name(plan)) if plan else None,
        ),
        lines(owners(lang, view), _excepted(lang, view)),
        *(() if duty.is_paused else _what_will_come(lang, view)),
    )


def in_short(lang: Language, view: DutyView) -> Words:
    """What must be seen before a duty is made: its rule, its owners, its dates, its messages."""
    duty = view.duty
    return paragraphs(
        lines(
            bold(name(lang.choose(zh=duty.name.zh, en=duty.name.en))),
            rule(lang, duty),
            reminders_in_short(lang, duty.policy, is_any_time=duty.is_any_time),
        ),
        lines(owners(lang, view), _excepted(lang, view)),
        None if duty.is_any_time else _dates(lang, view),
        message_budget(lang, view),
    )


def _what_will_come(lang: Language, view: DutyView) -> tuple[Words | None, ...]:
    """Dates, sample and budget; a paused duty has none, and one at any time only the budget."""
    if view.duty.is_any_time:
        return (message_budget(lang, view),)
    return (
        _dates(lang, view),
        _sample(lang, view),
        message_budget(lang, view),
    )


def _dates(lang: Language, view: DutyView) -> Words:
    return lines(
        bold(lang.say("Next dates")),
        next_dates(lang, view.dates, view.today.year),
        _differing(lang, view.differing),
    )


def _differing(lang: Language, count: int) -> Words | None:
    """Said of the dates above, which are those of most units."""
    if not count:
        return None
    return lang.many(
        "{count} unit has own days: its dates differ.",
        "{count} units have own days: their dates differ.",
        count,
    )


def owners(lang: Language, view: DutyView) -> Words:
    """How many units owe it, with a few names."""
    if not view.sample:
        if view.duty.audience.owner is OwnerKind.UNIT:
            return lang.say("⚠️ No unit owes this: none has such a kind.")
        return lang.say("⚠️ Nobody owes this: the roster names nobody like that.")
    names = lang.list_of([named_owner(lang, owner) for owner in view.sample])
    if view.duty.audience.owner is not OwnerKind.UNIT:
        count = count_owners(lang, view.duty.audience.owner, view.owners)
        return lang.say("Owed by {count}, for example {names}", count=count, names=names)
    if view.owners > len(view.sample):
        return lang.say(
            "{count} units owe this, among them {names}", count=view.owners, names=names
        )
    return lang.many(
        "{count} unit owes this: {names}",
        "{count} units owe this: {names}",
        view.owners,
        names=names,
    )


def _excepted(lang: Language, view: DutyView) -> Words | None:
    if not view.excepted:
        return None
    return lang.say("Not by: {names}", names=lang.list_of([name(one) for one in view.excepted]))


def ask_pause(lang: Language, view: DutyView) -> Reply:
    """A pause concerns everybody who owes it: asked once more, in place."""
    words = paragraphs(
        bold(
            lang.say(
                "Pause “{duty}”?",
                duty=name(lang.choose(zh=view.duty.name.zh, en=view.duty.name.en)),
            )
        ),
        lang.many(
            "{count} open item stays open, and nobody is reminded of it.",
            "{count} open items stay open, and nobody is reminded of them.",
            view.open_items,
        ),
        lang.say("Nothing new opens until you resume."),
    )
    sure = Button(label=yes(lang), data=press("duty_pause", view.duty.id))
    back = Button(label=no(lang), data=press("duty", view.duty.id))
    return Reply(words=words, buttons=((sure, back),))


def changed(lang: Language, view: DutyView, *, is_alone: bool = False) -> Reply:
    """Paused, or running again; for a minute it can be taken back."""
    shown = duty_card(lang, view)
    back = Button(label=undo(lang), data=press("duty_undo", view.duty.id))
    if view.duty.is_paused:
        first = lang.say("Paused. Undo works for one minute.")
    else:
        first = lang.say("Running, from today on. Undo works for one minute.")
    words = paragraphs(first, alone(lang) if is_alone else None, shown.words)
    return Reply(words=fitted(words), buttons=((back,), *shown.buttons))


def sample_message(lang: Language, view: DutyView) -> Reply:
    """The reminder as it would look, without its buttons."""
    card = sample_card(view)
    if card is None:
        return Reply(words=lang.say("Nobody owes this, so there is nothing to show."))
    first = italic(lang.say("A sample, for you only. Nothing is owed by it."))
    return Reply(words=paragraphs(first, digest(lang, card).words))


def as_it_was(lang: Language) -> str:
    """Nothing to do any more."""
    return lang.label("It is so already.")


def too_late(lang: Language) -> str:
    """The minute is over."""
    return lang.label("Undo is over. Pause or resume instead.")


def not_there(lang: Language) -> Reply:
    """No such duty, or not for this administrator."""
    return Reply(words=lang.say("There is no such duty here. Send /duty for the list."))


def _sample(lang: Language, view: DutyView) -> Words | None:
    card = sample_card(view)
    if card is None:
        return None
    return lines(bold(lang.say("A reminder looks like this")), italic(digest(lang, card).words))
