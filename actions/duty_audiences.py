"""Owners of a duty by words: "学校、支部", "Branch 4", "all schools except Bluestone"."""

import re
from dataclasses import replace
from typing import TypeVar

from sqlmodel import Session

from domain.audience import Audience
from domain.audience_words import EACH, ROLES, SEPARATORS
from domain.kind_words import names_of_kind, singulars
from storage import owner_names
from storage.owner_names import NamedBy

_EXCEPT = re.compile(r"^\s*(?:除了|除|except|without|but not)\s*", re.IGNORECASE)
_AFTER_EXCEPT = re.compile(r"\s*(?:以?外)\s*$")
_EXCEPT_INSIDE = re.compile(r"(?=除了?|\bexcept\b|\bwithout\b)", re.IGNORECASE)
MOST_WORDS = 30
T = TypeVar("T")


def choose_by_words(
    session: Session, known: Audience, words: str
) -> tuple[Audience, tuple[str, ...]]:
    """The audience with what the words name, and the words that name nothing.

    Exceptions stay in force for what is added later. Nothing is taken when a word is unknown.
    """
    audience = known
    unknown: list[str] = []
    for clause in _EXCEPT_INSIDE.split(words):
        is_exception = bool(_EXCEPT.match(clause))
        bare = _AFTER_EXCEPT.sub("", _EXCEPT.sub("", clause))
        for word in SEPARATORS.split(bare)[:MOST_WORDS]:
            one = EACH.sub("", word.strip(" .。：:"))
            if not one:
                continue
            taken = _take(session, audience, one, is_exception=is_exception)
            if taken is None:
                unknown.append(one)
            else:
                audience = taken
    return (known, tuple(unknown)) if unknown else (audience, ())


def _take(session: Session, known: Audience, word: str, *, is_exception: bool) -> Audience | None:
    found = _find(session, word)
    if is_exception:
        return _excepted(known, found)
    role = ROLES.get(word.casefold())
    if role is not None:
        return replace(known, roles=_with(known.roles, role))
    return _added(known, found) or _office_somewhere(session, known, word)


def _office_somewhere(session: Session, known: Audience, word: str) -> Audience | None:
    """支部书记, school heads: who holds the office in units of the kind, or in the unit."""
    for said, role in ROLES.items():
        if word.casefold().endswith(said):
            where = _added(known, _find(session, word[: -len(said)].strip(" 的")))
            return where and replace(where, roles=_with(where.roles, role))
    return None


def _find(session: Session, word: str) -> NamedBy:
    """The word itself, its singular, or what the roster calls it in Chinese: people say schools."""
    found = owner_names.find(session, word)
    for one in (*singulars(word), *names_of_kind(word)):
        if not found.is_nothing:
            break
        found = owner_names.find(session, one)
    return found


def _added(known: Audience, found: NamedBy) -> Audience | None:
    match found:
        case NamedBy(kind=kind) if kind:
            return replace(known, kinds=_with(known.kinds, kind))
        case NamedBy(unit_id=int(unit_id)):
            return replace(known, units=_with(known.units, unit_id))
        case NamedBy(tag=tag) if tag:
            return replace(known, tags=_with(known.tags, tag))
        case NamedBy(person_id=int(person_id)):
            return replace(known, people=_with(known.people, person_id))
        case _:
            return None


def _excepted(known: Audience, found: NamedBy) -> Audience | None:
    match found:
        case NamedBy(unit_id=int(unit_id)):
            return replace(known, except_units=_with(known.except_units, unit_id))
        case NamedBy(person_id=int(person_id)):
            return replace(known, except_people=_with(known.except_people, person_id))
        case _:
            return None


def _with(values: tuple[T, ...], value: T) -> tuple[T, ...]:
    return values if value in values else (*values, value)
