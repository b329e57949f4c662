"""The attendance sheet as a picture: what stands on it, and under it for whoever cannot see it."""

from domain.activity import Activity, ActivityState
from domain.attendance_picture import AttendancePicture, NamedState
from texts.activities import title_of, when_and_where
from texts.cleaning import one_line
from texts.languages import Language
from texts.ledger_words import activity_state, check_in_state, nothing, titled
from texts.presses import press, rows
from texts.quorums import quorum_word
from texts.replies import Attachment, Button, Reply
from texts.words import (
    CAPTION_LIMIT,
    NAME_LIMIT,
    NOTHING,
    Words,
    bold,
    fitted,
    lines,
    name,
    paragraphs,
    plain,
)


def ask(lang: Language, activity: Activity) -> Reply:
    """With names or without: a picture is made to be passed on."""
    words = paragraphs(
        lines(bold(title_of(lang, activity)), when_and_where(lang, activity)),
        lang.say(
            "A picture to pass on. Shall the names be on it? Reasons for leave are never shown."
        ),
    )
    names = Button(label=lang.label("With names"), data=press("names_pic", activity.id, 1))
    figures = Button(label=lang.label("Figures only"), data=press("figures_pic", activity.id))
    card = press("activity", activity.id, activity.version)
    return Reply(
        words=words,
        buttons=((names, figures), (Button(label=lang.label("‹ Back"), data=card),)),
    )


def title(lang: Language, picture: AttendancePicture) -> str:
    """What was attended; plain."""
    activity = picture.activity
    return one_line(titled(lang, activity.title, activity.duty), NAME_LIMIT) or NOTHING


def details(lang: Language, picture: AttendancePicture) -> tuple[str, ...]:
    """Whose it is, when and where; plain."""
    activity = picture.activity
    where = one_line(activity.place, NAME_LIMIT) or nothing(lang)
    return (
        one_line(activity.unit, NAME_LIMIT),
        lang.moment(activity.starts_at, with_year=True),
        lang.label("Place: {place}", place=where),
    )


def as_of(lang: Language, picture: AttendancePicture) -> str:
    """The instant of the figures and how the activity stood at it."""
    moment = lang.moment(picture.made_at, with_year=True)
    state = activity_state(lang, picture.activity.state)
    return lang.label("{state}, as of {moment}", state=state, moment=moment)


def figures(lang: Language, picture: AttendancePicture) -> tuple[tuple[str, str], ...]:
    """What is counted, with its number; who is absent is known once it was held."""
    turnout = picture.activity.turnout
    known = (
        (lang.label("Expected"), str(turnout.total)),
        (lang.label("Came"), str(turnout.came)),
        (lang.label("Of these late"), str(turnout.late)),
        (lang.label("On leave"), str(turnout.excused)),
    )
    if picture.activity.state is not ActivityState.HELD or turnout.rate is None:
        return known
    return (
        *known,
        (lang.label("Absent"), str(turnout.absent)),
        (lang.label("Rate"), f"{turnout.rate:.1%}"),
    )


def quorum(lang: Language, picture: AttendancePicture) -> str:
    """Whether enough with a vote are there; nothing where it is not asked."""
    asked = picture.activity.quorum
    return quorum_word(lang, asked) if asked else ""


def called(one: NamedState) -> str:
    """A name on one line; plain."""
    return one_line(one.person, NAME_LIMIT) or NOTHING


def standing(lang: Language, one: NamedState) -> str:
    """A word, never a sign or a colour."""
    return check_in_state(lang, one.state)


def caption(lang: Language, picture: AttendancePicture) -> Words:
    """The same figures in words."""
    held_by, starts, where = details(lang, picture)
    counted = [f"{label} {number}" for label, number in figures(lang, picture)]
    reached = quorum(lang, picture)
    said = lines(
        bold(name(title(lang, picture))),
        name(held_by),
        plain(starts),
        plain(where),
        plain(" · ".join(counted)),
        plain(reached) if reached else None,
        plain(as_of(lang, picture)),
        _names_shown(lang, picture),
    )
    return fitted(said, CAPTION_LIMIT)


def _names_shown(lang: Language, picture: AttendancePicture) -> Words | None:
    if not picture.names or picture.pages == 1:
        return None
    first, last = picture.names[0].number, picture.names[-1].number
    return lang.say("Picture: names {first} to {last}", first=first, last=last)


def picture_file(lang: Language, picture: AttendancePicture, content: bytes | None) -> Reply:
    """The picture with its words; the words alone where it could not be drawn."""
    day = f"{picture.activity.starts_at:%Y-%m-%d}"
    attached = content and Attachment(
        file_name=lang.label("attendance-{day}.png", day=day), content=content, is_picture=True
    )
    return Reply(
        words=caption(lang, picture),
        buttons=rows(_pages(picture)),
        attachment=attached or None,
    )


def _pages(picture: AttendancePicture) -> tuple[Button, ...]:
    """Each page is a picture of its own: a new message, so that the first stays to pass on."""
    here, pages = picture.page, picture.pages
    found = [
        (page, mark) for page, mark in ((here - 1, "‹"), (here + 1, "›")) if 1 <= page <= pages
    ]
    return tuple(
        Button(label=f"{mark} {page}/{pages}", data=press("names_pic", picture.activity_id, page))
        for page, mark in found
    )
