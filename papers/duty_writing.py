"""Write a duty as files show it: what is as usual is left out, so that the rest is seen."""

from collections.abc import Mapping
from typing import Any

from domain.act import Act, Needs
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import AfterEvent, ByDate, Cadence, NoCadence, OnDates, Quota, TermEnds
from domain.duty_entry import DutyEntry, NamedOwners, default_policy
from domain.election_rule import rule_to_data
from domain.ladder_facts import policy_to_data
from domain.report_form import ReportForm
from domain.working_day import Shift
from papers.durations import write_duration


class OnOneLine(dict[str, Any]):
    """A mapping that is written in braces."""


def write_duty(entry: DutyEntry, forms: Mapping[str, ReportForm]) -> dict[str, Any]:
    """What `read_duty` reads back as the same entry, with its kinds of report by these codes."""
    written: dict[str, Any] = {
        "code": entry.code,
        "name": write_bilingual(entry.name),
        "source": write_bilingual(entry.source),
        "paused": entry.is_paused,
        "owners": _owners(entry.audience, entry.named),
        "reviewed_by": list(entry.reviewer_kinds),
        "needs": "" if entry.needs is Needs.ANY else entry.needs.value,
        "acts": [_act(act, entry, forms) for act in entry.acts],
        "cadence": _cadence(entry.cadence),
        "exempt_months": list(entry.exempt_months),
        "reminders": _reminders(entry),
        "begins_on": entry.begins_on.isoformat() if entry.begins_on else "",
    }
    return {key: value for key, value in written.items() if value}


def write_bilingual(words: Bilingual) -> OnOneLine:
    """Both languages, an empty one left out."""
    return OnOneLine(_without_empty(zh=words.zh, en=words.en))


def _owners(audience: Audience, named: NamedOwners) -> OnOneLine:
    return OnOneLine(
        _without_empty(
            kinds=list(audience.kinds),
            offices=[role.value for role in audience.roles],
            tags=list(audience.tags),
            links=[kind.value for kind in audience.links],
            units=list(named.units),
            people=list(named.people),
            except_units=list(named.except_units),
            except_people=list(named.except_people),
        )
    )


def _act(act: Act, entry: DutyEntry, forms: Mapping[str, ReportForm]) -> OnOneLine:
    is_plain = len(entry.acts) == 1
    kind = act.report.form
    form = next((code for code, one in forms.items() if one == kind), "")
    return OnOneLine(
        _without_empty(
            kind=act.kind.value,
            code="" if is_plain and act.code == act.kind.value else act.code,
            name={} if is_plain and act.name == entry.name else write_bilingual(act.name),
            **rule_to_data(act.election),
            form=form,
            confirmed_by_head=act.report.by_head,
        )
    )


def _cadence(cadence: Cadence) -> Any:
    match cadence:
        case Quota():
            return OnOneLine(quota={"at_least": cadence.at_least, "per": cadence.per.value})
        case OnDates():
            duration = write_duration(cadence.duration) if cadence.duration else ""
            return OnOneLine(dates=_dates(cadence, duration=duration))
        case ByDate():
            return OnOneLine(due=_dates(cadence, lead=str(cadence.lead)))
        case AfterEvent():
            named = _without_empty(name=dict(write_bilingual(cadence.name)))
            return OnOneLine(after={"event": cadence.event, **named, "within": str(cadence.within)})
        case TermEnds():
            return OnOneLine(term=dict(cadence.months))
        case NoCadence():
            return "none"


def _dates(cadence: OnDates | ByDate, **more: Any) -> dict[str, Any]:
    return _without_empty(
        rule=cadence.rule,
        anchor=cadence.anchor.isoformat(),
        at=cadence.at.isoformat("minutes") if cadence.at else "",
        shift="" if cadence.shift is Shift.KEEP else cadence.shift.value,
        nth_working_day=cadence.nth_working_day,
        **more,
    )


def _reminders(entry: DutyEntry) -> OnOneLine:
    usual = policy_to_data(default_policy(entry.cadence))
    own = policy_to_data(entry.policy)
    return OnOneLine({key: value for key, value in own.items() if value != usual[key]})


def _without_empty(**facts: Any) -> dict[str, Any]:
    return {key: value for key, value in facts.items() if value}
