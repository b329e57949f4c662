"""A configuration comes back from its file as it went out; a broken file is refused."""

from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from domain.act import Act, ActKind, Needs
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import AfterEvent, ByDate, Cadence, NoCadence, OnDates, Quota, TermEnds
from domain.configuration import (
    Configuration,
    ConfigurationReading,
    OrganisationSettings,
    PlanEntry,
    compare,
)
from domain.configuration_facts import configuration_from_facts, configuration_to_facts
from domain.duty_entry import DutyEntry, NamedOwners
from domain.file_fault import FaultReason, FileFault
from domain.ladder import TERM_POLICY, ReminderPolicy
from domain.office import Role
from domain.offset import Offset
from domain.period import PeriodKind
from domain.presence_rules import LeaveApproval, PresenceRules
from domain.quorum import Share
from domain.tie import TieKind
from domain.working_day import Shift
from papers.config_files import read_config, write_config

RULES = ["FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=WEEKLY;INTERVAL=2"]

text = some.text(
    some.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufeff"),
    min_size=1,
    max_size=60,
)
maybe = some.just("") | text
both_names = some.builds(Bilingual, zh=text, en=maybe) | some.builds(Bilingual, zh=maybe, en=text)
words = some.lists(text, unique=True, max_size=3).map(tuple)
codes = some.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,30}", fullmatch=True)
days = some.dates(date(1990, 1, 1), date(2100, 12, 31))
hours = some.none() | some.builds(time, some.integers(0, 23), some.integers(0, 59))
stretches = (
    some.builds(Offset, working_days=some.integers(1, 300))
    | some.builds(Offset, months=some.integers(0, 300), days=some.integers(0, 300))
)  # fmt: skip
numbers = some.lists(some.integers(0, 366), unique=True, max_size=5).map(tuple)
ladders = some.builds(
    ReminderPolicy,
    days_before=numbers,
    working_days_after=numbers,
    weeks_after=some.integers(0, 104),
    months_before_superior=numbers,
)
cadences: some.SearchStrategy[Cadence] = some.one_of(
    some.builds(Quota, per=some.sampled_from(list(PeriodKind)[1:]), at_least=some.integers(1, 31)),
    some.builds(
        OnDates,
        rule=some.sampled_from(RULES),
        anchor=days,
        at=hours,
        duration=some.none() | some.integers(1, 6000).map(lambda n: timedelta(minutes=n)),
        shift=some.sampled_from(Shift),
    ),
    some.builds(
        ByDate,
        rule=some.sampled_from(RULES),
        anchor=days,
        at=hours,
        lead=stretches,
        shift=some.sampled_from(Shift),
    ),
    some.builds(
        ByDate,
        rule=some.just("FREQ=MONTHLY;BYMONTHDAY=1"),
        anchor=days,
        nth_working_day=some.integers(-23, 23),
    ),
    some.builds(
        AfterEvent, event=codes, within=stretches, name=some.builds(Bilingual, zh=maybe, en=maybe)
    ),
    some.builds(TermEnds, months=some.dictionaries(text, some.integers(1, 240), max_size=3)),
    some.just(NoCadence()),
)


@some.composite
def entries(draw: some.DrawFn) -> DutyEntry:
    cadence = draw(cadences)
    kinds = [ActKind.VOTE] if isinstance(cadence, TermEnds) else list(ActKind)[:3]
    acts = draw(
        some.lists(
            some.builds(Act, kind=some.sampled_from(kinds), code=codes, name=both_names),
            min_size=1,
            max_size=4,
            unique_by=lambda act: act.code,
        )
    )
    usual = TERM_POLICY if isinstance(cadence, TermEnds) else ReminderPolicy()
    return DutyEntry(
        code=draw(codes),
        name=draw(both_names),
        source=draw(some.builds(Bilingual, zh=maybe, en=maybe)),
        audience=Audience(
            kinds=(draw(text), *draw(words)[:1]) if draw(some.booleans()) else (draw(text),),
            roles=draw(some.lists(some.sampled_from(Role), unique=True, max_size=2).map(tuple)),
            tags=draw(words),
            links=draw(some.lists(some.sampled_from(TieKind), unique=True, max_size=2).map(tuple)),
        ),
        named=draw(some.builds(NamedOwners, units=words, except_people=words)),
        acts=tuple(acts),
        needs=draw(some.sampled_from(Needs)),
        cadence=cadence,
        policy=draw(some.just(usual) | ladders),
        reviewer_kinds=draw(words),
        exempt_months=draw(
            some.lists(some.integers(1, 12), unique=True, max_size=6).map(sorted).map(tuple)
        ),
        is_paused=draw(some.booleans()),
        plan="plan",
        begins_on=draw(days),
    )


PRESENCE = some.builds(
    PresenceRules,
    opens_before=some.integers(0, 180),
    closes_after=some.integers(0, 120),
    lates_per_absence=some.integers(0, 10),
    leave_approval=some.sampled_from(LeaveApproval),
    leave_days_after=some.integers(0, 31),
    reasons_fade_after=some.integers(1, 730),
    second_scan=some.booleans(),
    photo=some.booleans(),
    quorum=some.sampled_from(Share),
    without_vote=some.lists(some.sampled_from(["预备党员", "no: vote"]), max_size=3).map(tuple),
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    duties=some.lists(entries(), max_size=4, unique_by=lambda one: one.code),
    name=both_names,
    limit=some.integers(1, 1_000_000),
    rules=PRESENCE,
)
def test_what_goes_out_comes_back_without_a_difference(
    duties: list[DutyEntry], name: Bilingual, limit: int, rules: PresenceRules
) -> None:
    # Two kinds of the same name would be one kind.
    known = Configuration(
        plans=(PlanEntry(code="plan", name=name),),
        duties=tuple(
            one for one in duties if len(set(one.audience.kinds)) == len(one.audience.kinds)
        ),
        settings=OrganisationSettings(second_administrator_above=limit, presence=rules),
    )
    found = read_config(write_config(known))
    assert isinstance(found, ConfigurationReading), found
    assert found.configuration == known
    assert compare(known, found.configuration).is_empty
    assert configuration_from_facts(configuration_to_facts(known)) == known


WRITTEN = """\
# yaml-language-server: $schema=config-schema.json
muduo: 1
settings:
  second_administrator_above: 40
plans:
  own:
    name: {zh: 自订, en: Our own}
    duties:
    - code: own.study
      name: {zh: 学习}
      owners: {kinds: [学校]}
      acts:
      - {kind: activity}
      cadence: {due: {rule: FREQ=MONTHLY;BYMONTHDAY=25, shift: before}}
"""


def test_a_file_written_by_hand_is_read_with_the_line_of_each_duty() -> None:
    found = read_config(WRITTEN.encode())
    assert isinstance(found, ConfigurationReading)
    assert found.lines == {"own.study": 9}
    assert found.configuration.settings == OrganisationSettings(second_administrator_above=40)
    [duty] = found.configuration.duties
    assert (duty.plan, duty.begins_on, duty.is_paused) == ("own", None, False)


@pytest.mark.parametrize(
    ("written", "instead", "line", "reason", "found"),
    [
        pytest.param("muduo: 1", "muduo: 2", 2, FaultReason.NOT_AMONG, "2", id="a later format"),
        pytest.param("muduo: 1\n", "", 2, FaultReason.MISSING_KEY, "muduo", id="no format"),
        pytest.param(": 40", ": 0", 4, FaultReason.OUT_OF_RANGE, "0", id="a limit of nobody"),
        pytest.param("kinds:", "kind:", 11, FaultReason.UNKNOWN_KEY, "kind", id="misspelt"),
        pytest.param("own:", "o/n:", 6, FaultReason.ILL_WRITTEN, "o/n", id="a plan's code"),
        pytest.param("=25", "=77", 14, FaultReason.ILL_WRITTEN, None, id="rule"),
        pytest.param("    - code", "   - code", 9, FaultReason.NOT_YAML, None, id="indented badly"),
        pytest.param("settings:", "\tsettings:", 3, FaultReason.TAB, "", id="a tab"),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_with_its_line(
    written: str, instead: str, line: int, reason: FaultReason, found: str | None
) -> None:
    fault = read_config(WRITTEN.replace(written, instead, 1).encode())
    assert isinstance(fault, FileFault)
    assert (fault.line, fault.reason) == (line, reason)
    assert found is None or fault.found == found
