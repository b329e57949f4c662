"""A ready plan: its duties speak of abstract kinds, which an organisation matches with its own."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.act import Act, ActKind
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import Quota, TermEnds
from domain.duty import Duty
from domain.ladder import ReminderPolicy
from domain.period import PeriodKind


@dataclass(frozen=True, kw_only=True)
class PresetKind:
    """An abstract kind such as *school*; `likely` are words that organisations use for it."""

    role: str
    name: Bilingual
    likely: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PresetDuty:
    """A duty whose owners, reviewers and terms are given by abstract kinds."""

    code: str
    kind: ActKind
    name: Bilingual
    source: Bilingual
    owners: tuple[str, ...]
    policy: ReminderPolicy
    reviewed_by: tuple[str, ...] = ()
    per: PeriodKind | None = None
    at_least: int = 1
    term_months: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Preset:
    """A named set of duties."""

    code: str
    name: Bilingual
    about: Bilingual
    kinds: tuple[PresetKind, ...]
    duties: tuple[PresetDuty, ...]


Chosen = Mapping[str, Collection[str]]


def likely_kinds(kind: PresetKind, present: Iterable[str]) -> tuple[str, ...]:
    """Those of the organisation's kinds that are probably meant, in their order."""
    words = {word.casefold() for word in kind.likely}
    return tuple(one for one in present if one.strip().casefold() in words)


def find_unmatched(preset: Preset, chosen: Chosen) -> tuple[PresetKind, ...]:
    """The abstract kinds for which nothing is chosen; nobody would owe their duties."""
    return tuple(kind for kind in preset.kinds if not chosen.get(kind.role))


def duties_of(preset: Preset, chosen: Chosen, *, begins_on: date) -> tuple[Duty, ...]:
    """The duties for the organisation's own kinds; their ids are given when they are kept."""
    return tuple(_duty_of(preset, one, chosen, begins_on) for one in preset.duties)


def _duty_of(preset: Preset, one: PresetDuty, chosen: Chosen, begins_on: date) -> Duty:
    months = {
        kind: length
        for role, length in one.term_months.items()
        for kind in sorted(chosen.get(role, ()))
    }
    is_term = one.kind is ActKind.VOTE
    return Duty(
        id=0,
        code=f"{preset.code}.{one.code}",
        name=one.name,
        source=one.source,
        plan=preset.name,
        audience=Audience(kinds=_own(one.owners, chosen)),
        acts=(Act(kind=one.kind, code=one.kind.value, name=one.name),),
        cadence=TermEnds(months=months)
        if is_term
        else Quota(per=one.per or PeriodKind.MONTH, at_least=one.at_least),
        reviewer_kinds=_own(one.reviewed_by, chosen),
        begins_on=begins_on,
        policy=one.policy,
    )


def _own(roles: Iterable[str], chosen: Chosen) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kind for role in roles for kind in sorted(chosen.get(role, ()))))
