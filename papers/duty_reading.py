"""Read a duty from a file that keeps its schema; say where it makes no sense."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from typing import Any, TypeVar

from domain.act import Act, ActKind, Needs
from domain.audience import Audience
from domain.bilingual import NO_NAME, Bilingual
from domain.cadence import AfterEvent, ByDate, Cadence, NoCadence, OnDates, Quota, TermEnds
from domain.duty_entry import DutyEntry, NamedOwners, default_policy
from domain.election_rule import ElectionRule, rule_from_data
from domain.file_fault import FaultReason, FileFault
from domain.ladder import ReminderPolicy
from domain.ladder_facts import policy_from_data, policy_to_data
from domain.office import Role
from domain.offset import read_offset
from domain.period import PeriodKind
from domain.report_form import FREE, FREE_FORM, ReportForm, ReportRule
from domain.tie import TieKind
from domain.working_day import Shift
from papers.durations import read_duration
from papers.yaml_documents import Step

T = TypeVar("T")

# A Monday, and the first day of a leap year: where a rule without an anchor counts from.
DEFAULT_ANCHOR = date(2024, 1, 1)
MOST_EXPECTED = 12


class SenselessError(Exception):
    """A value that keeps the schema and still says nothing that can be followed."""

    def __init__(
        self,
        path: Iterable[Step],
        reason: FaultReason,
        found: str,
        *,
        expected: tuple[str, ...] = (),
    ) -> None:
        super().__init__(found)
        self.expected = expected
        self.path = tuple(path)
        self.reason = reason
        self.found = found

    def as_fault(self, line: int) -> FileFault:
        """The same as the reader of the file hears it."""
        return FileFault(
            line=line, reason=self.reason, found=self.found, expected=self.expected[:MOST_EXPECTED]
        )


def read_duty(
    written: Mapping[str, Any], *, plan: str = "", forms: Mapping[str, ReportForm]
) -> DutyEntry:
    """The duty; raises SenselessError with the path inside the duty. `forms` can be named."""
    cadence = _cadence(written["cadence"])
    name = read_bilingual(written["name"])
    entry = DutyEntry(
        code=written["code"],
        name=name,
        source=read_bilingual(written.get("source", {})),
        audience=_audience(written["owners"]),
        named=_named(written["owners"]),
        acts=_acts(written["acts"], name, forms),
        needs=Needs(written.get("needs", Needs.ANY)),
        cadence=cadence,
        policy=_policy(written.get("reminders", {}), cadence),
        reviewer_kinds=tuple(written.get("reviewed_by", ())),
        exempt_months=tuple(sorted(written.get("exempt_months", ()))),
        is_paused=written.get("paused", False),
        plan=plan,
        begins_on=_begins_on(written),
        covers=tuple(written.get("covers", ())),
    )
    _check_terms(entry)
    return entry


def read_bilingual(written: Mapping[str, str]) -> Bilingual:
    """The same words in two languages; a side that is not given is empty."""
    return Bilingual(zh=written.get("zh", ""), en=written.get("en", "")) if written else NO_NAME


def _audience(owners: Mapping[str, Any]) -> Audience:
    return Audience(
        kinds=tuple(owners.get("kinds", ())),
        roles=tuple(Role(role) for role in owners.get("offices", ())),
        tags=tuple(owners.get("tags", ())),
        links=tuple(TieKind(kind) for kind in owners.get("links", ())),
    )


def _named(owners: Mapping[str, Any]) -> NamedOwners:
    return NamedOwners(
        units=tuple(owners.get("units", ())),
        people=tuple(owners.get("people", ())),
        except_units=tuple(owners.get("except_units", ())),
        except_people=tuple(owners.get("except_people", ())),
    )


def _acts(
    written: list[Mapping[str, Any]], name: Bilingual, forms: Mapping[str, ReportForm]
) -> tuple[Act, ...]:
    acts: list[Act] = []
    for number, one in enumerate(written):
        for key in ("code", "name"):
            if len(written) > 1 and key not in one:
                raise SenselessError(["acts", number], FaultReason.MISSING_KEY, key)
        kind = ActKind(one["kind"])
        own_name = read_bilingual(one["name"]) if "name" in one else name
        code = one.get("code", kind.value)
        if any(code == act.code for act in acts):
            raise SenselessError(["acts", number, "code"], FaultReason.TWICE, code)
        election, report = _election(one, number), _report(one, number, forms)
        acts.append(Act(kind=kind, code=code, name=own_name, election=election, report=report))
    return tuple(acts)


def _report(written: Mapping[str, Any], number: int, forms: Mapping[str, ReportForm]) -> ReportRule:
    for key in ("form", "confirmed_by_head"):
        if key in written and written["kind"] != ActKind.REPORT:
            raise SenselessError(["acts", number, key], FaultReason.NOT_HERE, key)
    code = written.get("form", FREE)
    if code != FREE and code not in forms:
        raise SenselessError(
            ["acts", number, "form"], FaultReason.UNKNOWN_FORM, code, expected=tuple(forms)
        )
    return ReportRule(
        form=forms.get(code, FREE_FORM), by_head=written.get("confirmed_by_head", False)
    )


def _election(written: Mapping[str, Any], number: int) -> ElectionRule:
    for key in ("quorum", "checklist"):
        if key in written and written["kind"] != ActKind.VOTE:
            raise SenselessError(["acts", number, key], FaultReason.NOT_WITH, written["kind"])
    codes = [one["code"] for one in written.get("checklist", ())]
    if len(set(codes)) < len(codes):
        twice = next(code for code in codes if codes.count(code) > 1)
        raise SenselessError(["acts", number, "checklist"], FaultReason.TWICE, twice)
    path: tuple[Step, ...] = ("acts", number)
    return _parsed(lambda _: rule_from_data(written), written.get("quorum", ""), path, "quorum")


def _cadence(written: Any) -> Cadence:
    if written == "none":
        return NoCadence()
    [(kind, facts)] = written.items()
    path = ("cadence", kind)
    match kind:
        case "quota":
            return Quota(per=PeriodKind(facts["per"]), at_least=facts["at_least"])
        case "dates":
            length = facts.get("duration")
            duration = _parsed(read_duration, length, path, "duration") if length else None
            return _followed(lambda: OnDates(**_dates(facts, path), duration=duration), facts, path)
        case "due":
            lead = _parsed(read_offset, facts.get("lead", "P1M"), path, "lead")
            return _followed(lambda: ByDate(**_dates(facts, path), lead=lead), facts, path)
        case "after":
            within = _parsed(read_offset, facts["within"], path, "within")
            name = read_bilingual(facts.get("name", {}))
            return AfterEvent(event=facts["event"], within=within, name=name)
        case _:
            return TermEnds(months=dict(facts))


def _dates(facts: Mapping[str, Any], path: tuple[Step, ...]) -> dict[str, Any]:
    anchor, at = facts.get("anchor"), facts.get("at")
    return {
        "rule": facts["rule"],
        "anchor": _parsed(date.fromisoformat, anchor, path, "anchor") if anchor else DEFAULT_ANCHOR,
        "at": _parsed(time.fromisoformat, at, path, "at") if at else None,
        "shift": Shift(facts.get("shift", Shift.KEEP)),
        "nth_working_day": facts.get("nth_working_day", 0),
    }


def _followed(make: Callable[[], T], facts: Mapping[str, Any], path: tuple[Step, ...]) -> T:
    try:
        return make()
    except ValueError as error:
        raise SenselessError((*path, "rule"), FaultReason.ILL_WRITTEN, facts["rule"]) from error


def _parsed(read: Callable[[str], T], written: str, path: tuple[Step, ...], key: str) -> T:
    try:
        return read(written)
    except ValueError as error:
        raise SenselessError((*path, key), FaultReason.ILL_WRITTEN, written) from error


def _policy(written: Mapping[str, Any], cadence: Cadence) -> ReminderPolicy:
    return policy_from_data({**policy_to_data(default_policy(cadence)), **written})


def _begins_on(written: Mapping[str, Any]) -> date | None:
    day = written.get("begins_on")
    return _parsed(date.fromisoformat, day, (), "begins_on") if day else None


def _check_terms(entry: DutyEntry) -> None:
    """An election ends a term, and nothing else does."""
    for number, act in enumerate(entry.acts):
        if (act.kind is ActKind.VOTE) != isinstance(entry.cadence, TermEnds):
            raise SenselessError(["acts", number, "kind"], FaultReason.NOT_WITH, act.kind.value)
