"""The elections whose day is set, for obligations about terms."""

from collections.abc import Collection, Iterator, Mapping

from sqlmodel import Session

from domain.act import ActKind
from domain.election_rule import NO_RULE, ElectionPlan, ElectionRule, plan_election
from domain.ladder import Step, steps
from domain.obligation import Obligation
from domain.working_day import WorkingCalendar
from storage import election_steps, terms

Plans = Mapping[int, ElectionPlan]


def load(session: Session, owed: Collection[Obligation]) -> dict[int, ElectionPlan]:
    """By obligation; most things that are owed are about no term, and cost nothing."""
    about_terms = [one for one in owed if one.is_about_a_term]
    if not about_terms:
        return {}
    # Which term it is and when it elects; how long it lasts plays no part.
    found = terms.find_many(session, {one.unit.id for one in about_terms}, lengths={})
    planned = {term.unit.id: term for term in found if term.election_on}
    ticked = election_steps.find_ticked(session, planned)
    plans: dict[int, ElectionPlan] = {}
    for one in about_terms:
        term = planned.get(one.unit.id)
        if term is not None and term.election_on is not None:
            done = ticked.get((term.unit.id, term.key), {})
            plans[one.id] = plan_election(rule_of(one), term.election_on, done)
    return plans


def rule_of(obligation: Obligation) -> ElectionRule:
    """What its plan said about elections when it was opened."""
    act = obligation.find_act(ActKind.VOTE)
    return act.election if act else NO_RULE


def ladder(obligation: Obligation, calendar: WorkingCalendar, plans: Plans) -> Iterator[Step]:
    """The rungs of an obligation, with the election of its term where one is set."""
    return steps(
        obligation.policy,
        obligation.first_day,
        obligation.last_day,
        calendar,
        plan=plans.get(obligation.id),
    )
