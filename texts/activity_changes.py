"""A change of an activity: what is otherwise, and the message to those whom it concerns."""

from domain.activity import Activity
from domain.activity_change import ActivityChangedCard, ChangePreview
from domain.activity_details import host_of
from texts.activities import title_of
from texts.activity_details import besides, faults, hours, length
from texts.check_ins import attendance_card
from texts.circles import circle_words
from texts.labels import confirm, discard, no, yes
from texts.languages import Language
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.words import NOTHING, Words, bold, lines, name, our_own, paragraphs


def preview(lang: Language, change: ChangePreview) -> Reply:
    """What would be otherwise; nothing is changed before Confirm."""
    words = paragraphs(
        bold(title_of(lang, change.before)),
        lang.say("Nothing is changed yet.") if change.is_empty else _differences(lang, change),
        faults(lang, change.faults),
        _told(lang, change.told),
    )
    more = Button(label=lang.label("✏️ Details"), data=press("amend_more", change.draft_id))
    drop = Button(label=discard(lang), data=press("amend_drop", change.draft_id, change.version))
    return Reply(words=words, buttons=rows(_confirming(lang, change), (more, drop)))


def _confirming(lang: Language, change: ChangePreview) -> tuple[Button, ...]:
    if change.is_empty:
        return ()
    draft_id, version = change.draft_id, change.version
    if not change.may_follow:
        return (Button(label=confirm(lang), data=press("amend_do", draft_id, version)),)
    this = Button(label=lang.label("This one"), data=press("amend_do", draft_id, version))
    following = Button(
        label=lang.label("This and following"), data=press("amend_all", draft_id, version)
    )
    return (this, following)


def _differences(lang: Language, change: ChangePreview) -> Words:
    before, after = _values(lang, change.before), _values(lang, change.after)
    changed = (
        lang.say(
            "{label}: {before} → {after}", label=our_own(label), before=was, after=after[label]
        )
        for label, was in before.items()
        if was != after[label]
    )
    return lines(*changed, besides(lang, change.also, change.observers))


def _values(lang: Language, activity: Activity) -> dict[str, Words]:
    details = activity.details
    minutes, study = details.minutes or 0, details.study_minutes or 0
    return {
        lang.label("Time"): our_own(lang.moment(activity.starts_at, with_year=True)),
        lang.label("Title"): name(activity.title),
        lang.label("Place"): name(activity.place),
        lang.label("For whom"): circle_words(lang, activity.circle),
        lang.label("Duration"): our_own(length(lang, minutes) if minutes else NOTHING),
        lang.label("Host"): name(details.host or ""),
        lang.label("Study hours"): our_own(hours(lang, study) if study else NOTHING),
        lang.label("Link"): name(host_of(details.link or "")),
        lang.label("Notes"): name(details.notes or ""),
    }


def _told(lang: Language, count: int) -> Words | None:
    if not count:
        return None
    return lang.many(
        "{count} person will be told, once.", "{count} people will be told, once.", count
    )


def ask_end(lang: Language, activity: Activity, following: int) -> Reply:
    """Ask again before a series ends after an activity."""
    asked = lang.many(
        "End the series with this one? {count} planned activity after it is cancelled.",
        "End the series with this one? {count} planned activities after it are cancelled.",
        following,
    )
    words = paragraphs(
        lines(bold(title_of(lang, activity)), our_own(lang.moment(activity.starts_at))), asked
    )
    sure = Button(label=yes(lang), data=press("series_end_yes", activity.id, activity.version))
    back = Button(label=no(lang), data=press("activity", activity.id, activity.version))
    return Reply(words=words, buttons=((sure, back),))


def kept(lang: Language) -> Reply:
    """The change is thrown away."""
    return Reply(words=lang.say("Discarded. The activity stays as it is."))


def changed_card(lang: Language, card: ActivityChangedCard) -> Reply:
    """Another time or another place, with what it was."""
    activity = card.attendance.activity
    was = lines(
        lang.say("🔁 Before: {moment}", moment=lang.moment(card.was_at))
        if card.was_at != activity.starts_at
        else None,
        lang.say("🔁 Before: {place}", place=name(card.was_in))
        if card.was_in != activity.place
        else None,
    )
    return attendance_card(lang, card.attendance, lang.say("Time or place has changed"), was)
