"""A confirmed difference is applied, or put before a second administrator and applied then."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from actions import weighing
from actions.approvals import Question
from actions.config_changes import apply
from actions.config_comparing import Compared, compare_now
from actions.config_versions import Author
from domain.approval import (
    About,
    ApprovalKind,
    ConfigurationChange,
    WaitingForSecond,
    about,
)
from domain.configuration import ConfigurationDifference, compare, fingerprint
from domain.configuration_facts import configuration_from_facts, configuration_to_facts
from domain.permission import Actor
from domain.place import Place
from domain.reached import Reached
from storage import configurations


@dataclass(frozen=True, kw_only=True)
class Applied:
    """Everything in the difference is in effect, as a version that can be taken back.

    `is_alone`: a second administrator would have been asked, if there were one.
    """

    version_id: int
    is_alone: bool = False


def facts_of(compared: Compared) -> dict[str, Any]:
    """What a draft or an approval keeps of it."""
    return {
        "wanted": configuration_to_facts(compared.wanted),
        "mark": fingerprint(compared.difference),
        "units": compared.reach.units,
        "people": compared.reach.people,
        "reached": sorted(compared.reach.keys),
        "includes_open": compared.includes_open,
        "cause": compared.cause,
    }


def carry_out(
    session: Session,
    actor: Actor,
    difference: ConfigurationDifference,
    facts: dict[str, Any],
    *,
    shown_in: int | None,
    now: datetime,
    place: Place,
) -> Applied | WaitingForSecond:
    """Apply a confirmed difference, or put it before a second administrator."""
    reached = Reached(keys=frozenset(facts["reached"]))
    question = Question(
        kind=ApprovalKind.CONFIGURATION,
        facts=facts,
        is_about_rule=difference.raises_limit,
        shown_in=shown_in,
        about=about_difference(difference),
    )
    outcome = weighing.weigh(session, actor, reached, question, now=now, place=place)
    if isinstance(outcome, WaitingForSecond):
        return outcome
    author = Author(person_id=actor.person, cause=facts["cause"])
    includes_open = facts["includes_open"]
    version_id = apply(
        session, difference, author, includes_open=includes_open, now=now, place=place
    )
    return Applied(version_id=version_id, is_alone=outcome)


def about_difference(difference: ConfigurationDifference) -> About:
    """The duties and plans that it touches."""
    duties = (*difference.added, *(one.after for one in difference.changed), *difference.rested)
    plans = (*difference.plans, *(one.after for one in difference.renamed))
    return about((*(one.name for one in duties), *(one.name for one in plans)))


def apply_approved(
    session: Session, facts: dict[str, Any], author: Author, *, now: datetime, place: Place
) -> bool:
    """Apply what a second administrator confirmed; False when it would do something else now."""
    known = configurations.load(session, configurations.load_codes(session))
    difference = compare(known, configuration_from_facts(facts["wanted"]))
    if difference.is_empty or fingerprint(difference) != facts["mark"]:
        return False
    author = replace(author, cause=facts["cause"])
    includes_open = facts["includes_open"]
    apply(session, difference, author, includes_open=includes_open, now=now, place=place)
    return True


def describe_asked(
    session: Session, facts: dict[str, Any], *, now: datetime, place: Place
) -> ConfigurationChange:
    """What a second administrator would confirm."""
    wanted = configuration_from_facts(facts["wanted"])
    compared = compare_now(session, wanted, cause=facts["cause"], now=now, place=place)
    return ConfigurationChange(
        difference=compared.difference,
        reach=compared.reach,
        open_items=compared.open_items,
        includes_open=facts["includes_open"],
    )
