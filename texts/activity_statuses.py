"""How an activity stands, for the officer in charge: what is used most, and *More* for the rest."""

from domain.activity import Activity, ActivityState
from domain.check_in import ActivityStatus
from texts.activities import status_words
from texts.labels import cancelled, held, moved, undo
from texts.languages import Language
from texts.presses import press, rows
from texts.proofs import choice_buttons, code_buttons, names_button
from texts.quorums import quorum_button
from texts.replies import Button, Reply

Rows = tuple[tuple[Button, ...], ...]


def status_card(lang: Language, status: ActivityStatus) -> Reply:
    """Who came, who did not, and what is done most often now."""
    return Reply(words=status_words(lang, status), buttons=_most_used(lang, status))


def more_card(lang: Language, status: ActivityStatus) -> Reply:
    """The same with everything else that can be done; what is over has nothing else."""
    if not status.activity.is_planned:
        return status_card(lang, status)
    return Reply(words=status_words(lang, status), buttons=_the_rest(lang, status))


def _most_used(lang: Language, status: ActivityStatus) -> Rows:
    match status.activity.state:
        case ActivityState.CANCELLED:
            return ((_again(lang, status.activity),),)
        case ActivityState.HELD:
            return _once_held(lang, status)
        case ActivityState.PLANNED:
            return _while_planned(lang, status)


def _while_planned(lang: Language, status: ActivityStatus) -> Rows:
    """Its time is changed until it begins, and said to have been another one afterwards."""
    activity = status.activity
    more = _button(lang.label("⋯ More"), "activity_more", activity)
    done = _button("✅ " + held(lang), "hold", activity)
    other = _button("📅 " + moved(lang), "moved", activity)
    off = _button("🚫 " + cancelled(lang), "call_off", activity)
    return rows(
        (_refresh(lang, activity), _button(lang.label("📊 Live count"), "live", activity)),
        (_missing(lang, activity), _button(lang.label("✍️ Mark"), "marks", activity, page=1)),
        code_buttons(lang, activity),
        (more,) if status.has_begun else (_change(lang, activity), more),
        (done, other, off) if status.has_begun else (done, off),
    )


def _once_held(lang: Language, status: ActivityStatus) -> Rows:
    activity = status.activity
    make_up = _button(lang.label("📚 Make-up session"), "make_up", activity)
    has_missed = status.counts.absent or status.counts.excused
    again = _again(lang, activity)
    return rows(
        (_missing(lang, activity), _refresh(lang, activity)),
        _sheets(lang, activity),
        (_fix(lang, activity), _change(lang, activity)),
        (again, make_up) if has_missed else (again,),
        (_button("↩️ " + undo(lang), "unhold", activity),) if status.may_reopen else (),
    )


def _the_rest(lang: Language, status: ActivityStatus) -> Rows:
    activity = status.activity
    links = _button(lang.label("🔗 Counts for…"), "counts_for", activity)
    added = _button(lang.label("👥 Added people"), "added", activity, page=1)
    end = _button(lang.label("⏹ End the series"), "series_end", activity)
    change = (_change(lang, activity),) if status.has_begun else ()
    return rows(
        choice_buttons(lang, activity),
        names_button(lang, activity),
        (links, quorum_button(lang, activity)),
        _sheets(lang, activity),
        (_fix(lang, activity), *change),
        (_again(lang, activity), added) if status.has_added else (_again(lang, activity),),
        (end,) if activity.series_id is not None else (),
        (_button(lang.label("‹ Back"), "activity", activity),),
    )


def _refresh(lang: Language, activity: Activity) -> Button:
    return _button(lang.label("🔄 Refresh"), "activity", activity)


def _missing(lang: Language, activity: Activity) -> Button:
    return _button(lang.label("Who has not come"), "absent", activity, page=1)


def _again(lang: Language, activity: Activity) -> Button:
    return _button(lang.label("🔁 Once more"), "plan_again", activity)


def _change(lang: Language, activity: Activity) -> Button:
    return _button(lang.label("✏️ Change"), "amend", activity)


def _fix(lang: Language, activity: Activity) -> Button:
    return _button(lang.label("✏️ Correct"), "fix", activity, page=1)


def _sheets(lang: Language, activity: Activity) -> tuple[Button, ...]:
    return (
        _button(lang.label("🖨 Sheet"), "sheet", activity),
        _button(lang.label("🖼 Sheet as picture"), "sheet_pic", activity),
    )


def _button(label: str, verb: str, activity: Activity, *, page: int | None = None) -> Button:
    version = activity.version if page is None else page
    return Button(label=label, data=press(verb, activity.id, version))
