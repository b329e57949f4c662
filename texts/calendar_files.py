"""What stands in calendar files, and the messages that bring them."""

from domain.activity import Activity
from domain.calendar_feed import CalendarAddress, CalendarDeadline, CalendarEvent
from texts.activities import title_of
from texts.cleaning import clean
from texts.languages import Language
from texts.presses import press, rows
from texts.replies import Attachment, Button, Reply
from texts.words import bold, code, lines, paragraphs


def calendar_name(lang: Language) -> str:
    """What the calendar is called where it is subscribed to."""
    return lang.label("Muduo")


def summary(lang: Language, event: CalendarEvent) -> str:
    """The title; whoever looks on sees that he does."""
    title = title_of(lang, event.activity).plain()
    return lang.label("{title} (observer)", title=title) if event.is_observer else title


def description(lang: Language, activity: Activity) -> str:
    """The unit, the host and the notes; a line each."""
    details = activity.details
    parts = [activity.unit.name]
    if details.host:
        parts.append(lang.label("Host: {host}", host=details.host))
    if details.notes:
        parts.append(details.notes)
    return clean("\n".join(parts))


def deadline(lang: Language, one: CalendarDeadline) -> str:
    """What is owed by that day."""
    return lang.label("Due: {duty}", duty=clean(lang.choose(zh=one.name.zh, en=one.name.en)))


def calendar_file(lang: Language, event: CalendarEvent, *, content: bytes) -> Reply:
    """The file of one activity, with the way to all of them."""
    activity = event.activity
    file_name = f"activity-{activity.id}.ics"
    words = lines(
        bold(title_of(lang, activity)),
        lang.say("Open the file to put it into your calendar."),
    )
    own = Button(label=lang.label("🔗 My calendar"), data=press("calendar_own", 0))
    attachment = Attachment(file_name=file_name, content=content)
    return Reply(words=words, buttons=((own,),), attachment=attachment)


def own_calendar(lang: Language, address: CalendarAddress | None) -> Reply:
    """Whether the reader has an address, and what one is for."""
    made_on = lang.day(address.made_at.date()) if address else ""
    words = paragraphs(
        bold(lang.say("Your own calendar")),
        lang.say(
            "With an address of its own your phone or computer keeps your activities and deadlines "
            "up to date. Whoever knows the address can read them: keep it to yourself."
        ),
        lang.say(
            "Your address was made on {day}. It is not kept here.",
            day=made_on,
        )
        if address
        else None,
    )
    label = lang.label("🔄 New address") if address else lang.label("🔗 Make an address")
    make = Button(label=label, data=press("calendar_new", 0))
    end = Button(label=lang.label("🗑 Remove address"), data=press("calendar_end", 0))
    return Reply(words=words, buttons=rows((make,), (end,) if address else ()))


def new_address(lang: Language, url: str) -> Reply:
    """The address, told once."""
    words = paragraphs(
        bold(lang.say("Your own calendar")),
        code(url),
        lang.say(
            "Add it to your calendar as a subscription (by URL). It is told once; a new one ends "
            "this one."
        ),
    )
    renew = Button(label=lang.label("🔄 New address"), data=press("calendar_new", 0))
    end = Button(label=lang.label("🗑 Remove address"), data=press("calendar_end", 0))
    return Reply(words=words, buttons=((renew, end),))


def no_address_now(lang: Language) -> Reply:
    """The address was taken back."""
    return Reply(words=lang.say("Your calendar has no address any longer."))


def not_reachable(lang: Language) -> str:
    """The bot's pages cannot be reached from outside."""
    return lang.label(
        "A calendar needs an address at which it reaches me. Whoever runs me sets "
        "MUDUO_PUBLIC_URL; the file of an activity works without it."
    )


def no_such_activity(lang: Language) -> str:
    """The reader is not on the list, or there is no such activity."""
    return lang.label("You are not on the list of this activity.")
