"""What a group hears, and how an officer binds one."""

from collections.abc import Sequence

from domain.activity import ActivityState
from domain.group import Coming, GroupNext, GroupStatus, OwnUnit
from domain.unit import Unit
from texts.activities import title_of, when_and_where
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import Words, bold, lines, name, paragraphs

LABEL_LIMIT = 14
MOST_LISTED = 8


def own_groups(lang: Language, own: Sequence[OwnUnit]) -> Reply:
    """The reader's units, and which of them have a group."""
    entries = [_entry(lang, one) for one in own[:MOST_LISTED]]
    buttons = [
        (
            Button(
                label="🔗 " + name(one.unit.name, LABEL_LIMIT).plain(),
                data=press("group_bind", one.unit.id),
            ),
            *_unbinding(lang, one),
        )
        for one in own[:MOST_LISTED]
    ]
    hint = lang.say(
        "Press a unit to bind its group. A bound group sees one message for each activity and may "
        "ask /status and /next: numbers only, never names."
    )
    return Reply(
        words=paragraphs(bold(lang.say("Groups of your units")), lines(*entries), hint),
        buttons=tuple(buttons),
    )


def _entry(lang: Language, one: OwnUnit) -> Words:
    if one.group is None:
        return lang.say("{unit}: no group", unit=name(one.unit.name))
    return lang.say("{unit}: {group}", unit=name(one.unit.name), group=name(one.group.title))


def _unbinding(lang: Language, one: OwnUnit) -> tuple[Button, ...]:
    if one.group is None:
        return ()
    data = press("group_unbind", one.unit.id, one.group.mark)
    return (Button(label=lang.label("Unbind"), data=data),)


def bind_link(lang: Language, own: OwnUnit, url: str) -> Reply:
    """The link that binds a group, once."""
    words = paragraphs(
        bold(name(own.unit.name)),
        lang.say(
            "Press the button, choose the group and add me. The link works once, for you alone, "
            "within a day."
        ),
        lang.say("It takes the place of: {group}", group=name(own.group.title))
        if own.group
        else None,
    )
    return Reply(words=words, buttons=((Button(label=lang.label("👥 Choose"), url=url),),))


def other_group(lang: Language) -> str:
    """The button was about a group that is no longer the unit's."""
    return lang.label("Another group has been bound since. It stays bound.")


def unbound(lang: Language, unit: Unit) -> Reply:
    """The group is a group like any other again."""
    return Reply(words=lang.say("{unit} has no group any longer.", unit=name(unit.name)))


def bound(lang: Language, unit: Unit) -> Reply:
    """Said in the group that was just bound."""
    return Reply(
        words=lang.say(
            "This group belongs to {unit} now. /status and /next tell numbers, never names.",
            unit=name(unit.name),
        )
    )


def group_status(lang: Language, status: GroupStatus) -> Reply:
    """Numbers of the unit and everything below it."""
    tally = status.tally
    words = lines(
        bold(name(status.unit.name)),
        lang.say(
            "Done {done} · open {open} · overdue {overdue}",
            done=tally.done,
            open=tally.open,
            overdue=tally.overdue,
        ),
        lang.say("Activities ahead: {count}", count=status.planned),
    )
    return Reply(words=words)


def group_next(lang: Language, found: GroupNext) -> Reply:
    """What comes next, with how many are expected."""
    heading = bold(name(found.unit.name))
    if not found.coming:
        return Reply(words=lines(heading, lang.say("No activity is planned.")))
    return Reply(words=paragraphs(heading, *(_coming(lang, one) for one in found.coming)))


def group_card(lang: Language, coming: Coming) -> Reply:
    """The one message about an activity in the group; it follows who comes."""
    return Reply(words=_coming(lang, coming))


def _coming(lang: Language, coming: Coming) -> Words:
    activity, counts = coming.activity, coming.counts
    is_off = activity.state is ActivityState.CANCELLED
    return lines(
        bold(title_of(lang, activity)),
        when_and_where(lang, activity),
        lang.say("🚫 This activity is cancelled.")
        if is_off
        else lang.say(
            "Expected {total} · here {present} · on leave {excused}",
            total=counts.total,
            present=counts.present + counts.late,
            excused=counts.excused,
        ),
    )
