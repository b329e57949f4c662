"""A make-up session: when, for whom, and what comes of it."""

from domain.activity import Activity
from domain.holding import MakeUpPreview
from domain.schedule_words.reading import Reading
from texts.activities import title_of
from texts.activity_moments import ask_when
from texts.labels import confirm
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import bold, lines, paragraphs


def ask_moment(lang: Language, activity: Activity, doubt: Reading | None) -> Reply:
    """When is it made up?"""
    asked = ask_when(lang, None, doubt)
    heading = lines(bold(lang.say("Make-up session")), title_of(lang, activity))
    return Reply(
        words=paragraphs(heading, asked.words), asks=asked.asks, placeholder=asked.placeholder
    )


def preview(lang: Language, shown: MakeUpPreview) -> Reply:
    """Who will be invited, and what coming does."""
    words = paragraphs(
        bold(lang.say("Is this right?")),
        lines(
            lang.say("Make-up session: {title}", title=title_of(lang, shown.activity)),
            lang.say("🕒 {moment}", moment=lang.moment(shown.at, with_year=True)),
        ),
        lang.many(
            "{count} person who was absent or on leave is invited; whoever comes has made it up.",
            "{count} people who were absent or on leave are invited; whoever comes has made it up.",
            shown.expected,
        ),
    )
    back = Button(label=lang.label("‹ Back"), data=press("activity", shown.activity.id))
    go = Button(label=confirm(lang), data=press("make_up_yes", shown.draft_id, shown.version))
    return Reply(words=words, buttons=((back, go),))


def nobody_absent(lang: Language) -> str:
    """Everybody was there."""
    return lang.label("Nobody was absent or on leave.")
