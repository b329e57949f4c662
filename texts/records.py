"""One thing that was owed and what proves how it stands: dates, numbers, who, never contents."""

from domain.ledger import ActivityEntry
from domain.obligation import ObligationState
from domain.period_status import PeriodScope, Record
from domain.report import Report
from domain.term import RecordedTerm
from texts.languages import Language
from texts.ledger_words import titled
from texts.obligations import standing, title
from texts.presses import press, rows
from texts.replies import Button, Reply
from texts.words import Words, bold, fitted, lines, name, paragraphs, plain


def record(lang: Language, found: Record) -> Reply:
    """How it stands, since when and by whom; then what it rests on."""
    owed = found.obligation
    proof = [
        *(_activity(lang, one) for one in found.activities),
        _report(lang, found.report) if found.report else None,
        _election(lang, found.election) if found.election else None,
    ]
    said = [one for one in proof if one]
    if not said and owed.state is ObligationState.DONE:
        said = [lang.say("It was ticked off; nothing else is kept of it.")]
    scope = PeriodScope(unit_id=owed.unit.id, period=found.period)
    return Reply(
        words=fitted(
            paragraphs(
                lines(
                    bold(title(lang, owed)),
                    standing(lang, owed, found.today),
                    _settled(lang, found),
                ),
                lines(*said) if said else None,
            )
        ),
        buttons=rows(
            (
                Button(label=lang.label("‹ Back"), data=press("records", scope.key, 1)),
                Button(label=lang.label("Now"), data=press("board", owed.unit.id, 1)),
            )
        ),
    )


def _settled(lang: Language, found: Record) -> Words | None:
    if found.settled_on is None or found.obligation.state is ObligationState.OPEN:
        return None
    day = lang.day(found.settled_on, with_year=True)
    if not found.settled_by:
        return lang.say("Settled on {day}", day=day)
    return lang.say("Settled on {day} by {name}", day=day, name=name(found.settled_by))


def _activity(lang: Language, one: ActivityEntry) -> Words:
    return lang.say(
        "🗓 {moment} · {activity} · {unit}: {came} of {expected} came",
        moment=lang.moment(one.starts_at, with_year=True),
        activity=plain(titled(lang, one.title, one.duty)),
        unit=name(one.unit),
        came=one.turnout.came,
        expected=one.turnout.total,
    )


def _report(lang: Language, one: Report) -> Words | None:
    if one.submitted_at is None:
        return None
    day = lang.day(one.submitted_at.date(), with_year=True)
    said = [lang.say("📄 Version {number}, handed in on {day}", number=one.number, day=day)]
    if one.author:
        said.append(lang.say("by {name}", name=name(one.author)))
    if one.reviewed_at is not None:
        reviewed = lang.day(one.reviewed_at.date(), with_year=True)
        said.append(lang.say("reviewed on {day}", day=reviewed))
    return lines(*said)


def _election(lang: Language, one: RecordedTerm) -> Words:
    day = lang.day(one.began_on, with_year=True)
    if one.due is None or one.present is None:
        return lang.say("🗳 Election on {day}", day=day)
    return lang.say(
        "🗳 Election on {day}: {present} of {due} present", day=day, present=one.present, due=one.due
    )
