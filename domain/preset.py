"""A ready plan: its duties speak of abstract words, which an organisation matches with its own."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from domain.bilingual import Bilingual
from domain.cadence import TermEnds
from domain.duty import Duty
from domain.duty_entry import Codes, DutyEntry, duty_of


class Matched(StrEnum):
    """What an abstract word stands for."""

    KIND = "kind"
    TAG = "tag"


@dataclass(frozen=True, kw_only=True)
class PresetKind:
    """An abstract word such as *school*; `likely` are words that organisations use for it.

    Where nothing matches an optional one, the duties that only it would owe are left out.
    """

    role: str
    name: Bilingual
    likely: tuple[str, ...]
    matches: Matched = Matched.KIND
    is_optional: bool = False


@dataclass(frozen=True, kw_only=True)
class Preset:
    """A named set of duties."""

    code: str
    name: Bilingual
    about: Bilingual
    kinds: tuple[PresetKind, ...]
    duties: tuple[DutyEntry, ...]


Chosen = Mapping[str, Collection[str]]


def likely_kinds(kind: PresetKind, present: Iterable[str]) -> tuple[str, ...]:
    """Those of the organisation's own words that are probably meant, in their order."""
    words = {word.casefold() for word in kind.likely}
    return tuple(one for one in present if one.strip().casefold() in words)


def find_unmatched(preset: Preset, chosen: Chosen) -> tuple[PresetKind, ...]:
    """The abstract words for which something must be chosen and is not."""
    return tuple(
        kind for kind in preset.kinds if not kind.is_optional and not chosen.get(kind.role)
    )


def may_be_owed(entry: DutyEntry, chosen: Chosen) -> bool:
    """Whether every field of its audience still names something."""
    owners = entry.audience
    return all(
        not roles or any(chosen.get(role) for role in roles)
        for roles in (owners.kinds, owners.tags)
    )


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """A duty of a plan that nobody can owe: nothing is chosen for these words."""

    name: Bilingual
    words: tuple[Bilingual, ...]


def find_left_out(preset: Preset, chosen: Chosen) -> tuple[LeftOut, ...]:
    """The duties that are not offered, with the words that would offer them."""
    names = {kind.role: kind.name for kind in preset.kinds}
    return tuple(
        LeftOut(
            name=one.name,
            words=tuple(
                names[role]
                for role in (*one.audience.kinds, *one.audience.tags)
                if not chosen.get(role)
            ),
        )
        for one in preset.duties
        if not may_be_owed(one, chosen)
    )


def entries_of(preset: Preset, chosen: Chosen) -> tuple[DutyEntry, ...]:
    """The duties in the organisation's own words, those that may be owed."""
    return tuple(
        _in_own_words(preset, one, chosen) for one in preset.duties if may_be_owed(one, chosen)
    )


def duties_of(preset: Preset, chosen: Chosen, *, begins_on: date) -> tuple[Duty, ...]:
    """The same as duties; their ids are given when they are kept."""
    return tuple(
        duty_of(one, plan=preset.name, codes=Codes(), today=begins_on)
        for one in entries_of(preset, chosen)
    )


def _in_own_words(preset: Preset, entry: DutyEntry, chosen: Chosen) -> DutyEntry:
    cadence = entry.cadence
    if isinstance(cadence, TermEnds):
        lengths = {
            kind: months
            for role, months in cadence.months.items()
            for kind in sorted(chosen.get(role, ()))
        }
        cadence = TermEnds(months=lengths)
    return replace(
        entry,
        code=f"{preset.code}.{entry.code}",
        plan=preset.code,
        audience=replace(
            entry.audience,
            kinds=_own(entry.audience.kinds, chosen),
            tags=_own(entry.audience.tags, chosen),
        ),
        cadence=cadence,
        reviewer_kinds=_own(entry.reviewer_kinds, chosen),
    )


def _own(roles: Iterable[str], chosen: Chosen) -> tuple[str, ...]:
    return tuple(dict.fromkeys(kind for role in roles for kind in sorted(chosen.get(role, ()))))
