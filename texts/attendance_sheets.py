"""What stands above and below the list of one activity on paper, and with the file."""

from domain.activity import ActivityState
from domain.check_in import Reason
from domain.ledger import ActivityEntry, AttendanceEntry
from texts.activities import reason_label
from texts.cleaning import clean, one_line
from texts.languages import Language
from texts.ledger_words import activity_state, nothing, titled
from texts.quorums import quorum_word
from texts.replies import Attachment, Reply
from texts.words import bold, lines, name

TITLE_IN_FILE = 40
_NOT_IN_A_FILE = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


def sheet_title(lang: Language) -> str:
    """What stands on the tab."""
    return lang.label("Attendance sheet")


def above(lang: Language, activity: ActivityEntry) -> tuple[str, ...]:
    """Unit and activity, when and where, and a line for whoever was in the chair."""
    when = f"{lang.moment(activity.starts_at, with_year=True)}"
    heading = f"{activity.unit} {titled(lang, activity.title, activity.duty)}"
    return (
        " ".join(clean(heading).split()),
        _labelled(lang, lang.label("Time"), when),
        *_moved(lang, activity),
        _labelled(lang, lang.label("Place"), activity.place),
        *((_labelled(lang, lang.label("Topic"), activity.topic),) if activity.topic else ()),
        _labelled(lang, lang.label("State"), activity_state(lang, activity.state)),
    )


def _moved(lang: Language, activity: ActivityEntry) -> tuple[str, ...]:
    if activity.moved_from is None:
        return ()
    moment = lang.moment(activity.moved_from, with_year=True)
    return (_labelled(lang, lang.label("First set for"), moment),)


def _labelled(lang: Language, label: str, text: str) -> str:
    colon = "：" if lang.code == "zh" else ": "
    return f"{label}{colon}{' '.join(clean(text).split()) or nothing(lang)}"


def below(lang: Language, activity: ActivityEntry) -> tuple[str, ...]:
    """The sums, and where the chair and the recorder sign."""
    quorum = (quorum_word(lang, activity.quorum),) if activity.quorum else ()
    return (_sums(lang, activity), *quorum, lang.label("Chair:                    Recorder:"))


def _sums(lang: Language, activity: ActivityEntry) -> str:
    turnout = activity.turnout
    if activity.state is not ActivityState.HELD or turnout.rate is None:
        return lang.label(
            "Expected {total} · came {came} · on leave {excused}",
            total=turnout.total,
            came=turnout.came,
            excused=turnout.excused,
        )
    return lang.label(
        "Expected {total} · came {came} · on leave {excused} · absent {absent} · rate {rate}",
        total=turnout.total,
        came=turnout.came,
        excused=turnout.excused,
        absent=turnout.absent,
        rate=f"{turnout.rate:.1%}",
    )


def remark(lang: Language, one: AttendanceEntry) -> str:
    """Why somebody could not come, for the officer in charge."""
    reason: Reason | None = one.reason
    left = lang.label("left early") if one.left_at else ""
    return " ".join(part for part in (reason_label(lang, reason) if reason else "", left) if part)


def sheet_file(lang: Language, activity: ActivityEntry, *, content: bytes) -> Reply:
    """The file."""
    title = titled(lang, activity.title, activity.duty)
    safe = one_line(title.translate(_NOT_IN_A_FILE), TITLE_IN_FILE)
    file_name = f"{sheet_title(lang)}-{safe}-{activity.starts_at:%Y-%m-%d}.xlsx"
    words = lines(
        bold(lang.say("{title} · {unit}", title=name(title), unit=name(activity.unit))),
        lang.say("It holds names: keep it in good hands."),
    )
    return Reply(words=words, attachment=Attachment(file_name=file_name, content=content))
