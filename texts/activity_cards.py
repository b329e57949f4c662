"""What comes unasked to whoever is in charge while an activity goes on."""

from domain.activity import Activity
from domain.check_in import CutOffCard, LiveCountCard
from texts.activities import (
    counts_line,
    extension_line,
    settled_line,
    title_of,
    when_and_where,
)
from texts.languages import Language
from texts.presses import press, rows
from texts.proofs import code_buttons
from texts.quorums import quorum_line
from texts.replies import Button, Reply
from texts.words import bold, lines, name, paragraphs


def live_count(lang: Language, card: LiveCountCard) -> Reply:
    """A message that follows who comes."""
    activity = card.activity
    if card.has_ended:
        return not_yours_any_more(lang, activity)
    words = paragraphs(
        lines(bold(title_of(lang, activity)), when_and_where(lang, activity)),
        lines(
            counts_line(lang, activity, card.counts),
            quorum_line(lang, card.quorum) if card.quorum else None,
            settled_line(lang, activity)
            if not activity.is_planned
            else lang.say("📊 Updates by itself; as of {clock}", clock=lang.clock(card.at)),
        ),
    )
    return Reply(words=words, buttons=rows(code_buttons(lang, activity)))


def cut_off(lang: Language, card: CutOffCard) -> Reply:
    """Who may have been cut off by an outage, and by which button he is recorded."""
    activity = card.activity
    if card.has_ended:
        return not_yours_any_more(lang, activity)
    named = lang.list_of([name(one) for one in card.missing])
    words = paragraphs(
        lines(bold(title_of(lang, activity)), when_and_where(lang, activity)),
        extension_line(lang, activity),
        lang.say("Not checked in ({count}): {names}", count=card.count, names=named)
        if card.missing
        else lang.say("Everybody has checked in."),
    )
    marks = Button(label=lang.label("✍️ Mark"), data=press("marks", activity.id, 1))
    return Reply(words=words, buttons=((marks,),) if activity.is_planned and card.missing else ())


def not_yours_any_more(lang: Language, activity: Activity) -> Reply:
    """What an officer was sent ends with his office."""
    said = lang.say("You do not answer for {unit} any more.", unit=name(activity.unit.name))
    return Reply(words=paragraphs(bold(title_of(lang, activity)), said))
