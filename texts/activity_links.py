"""What an activity counts for besides its own duty."""

from collections.abc import Collection, Sequence

from domain.activity import Activity
from domain.activity_plan import COUNTED, NOT_COUNTED, OwedDuty
from texts.activities import title_of
from texts.languages import Language
from texts.presses import press
from texts.replies import Button, Reply
from texts.words import bold, name, paragraphs

MOST_SHOWN = 20
LABEL_LIMIT = 16


def links(
    lang: Language, activity: Activity, duties: Sequence[OwedDuty], chosen: Collection[int]
) -> Reply:
    """The duties to tick. A duty of people counts for each of them who was there."""
    asked = (
        lang.say(
            "Tick what it counts for as well. A duty of the unit is counted once; a duty of "
            "people is counted for each of them who came, in his own unit."
        )
        if duties
        else lang.say("There is no other duty that it could count for.")
    )
    buttons = [
        (_tick(lang, activity, duty, is_chosen=duty.id in chosen),) for duty in duties[:MOST_SHOWN]
    ]
    back = Button(
        label=lang.label("‹ Back"), data=press("activity_more", activity.id, activity.version)
    )
    words = paragraphs(bold(title_of(lang, activity)), asked)
    return Reply(words=words, buttons=(*buttons, (back,)))


def _tick(lang: Language, activity: Activity, duty: OwedDuty, *, is_chosen: bool) -> Button:
    shown = name(lang.choose(zh=duty.name.zh, en=duty.name.en), LABEL_LIMIT).plain()
    wanted = NOT_COUNTED if is_chosen else COUNTED
    return Button(
        label=("☑ " if is_chosen else "☐ ") + shown,
        data=press("count_for", f"{activity.id}-{duty.id}-{wanted}", activity.version),
    )
