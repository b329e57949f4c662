"""How many messages somebody hears, in words."""

from domain.audience import OwnerKind
from domain.duty_view import DutyView
from texts.languages import Language
from texts.words import Words, our_own


def message_budget(lang: Language, view: DutyView) -> Words:
    """How much the busiest hearer will hear, all of this person's duties together."""
    budget = view.budget
    if view.duty.audience.owner is not OwnerKind.UNIT:
        return lang.say(
            "Each of them gets about {usual} messages a month, at most {most}.",
            usual=our_own(lang.number(budget.per_month)),
            most=budget.at_most,
        )
    return lang.say(
        "A secretary gets about {usual} messages a month, at most {most}.",
        usual=our_own(lang.number(budget.per_month)),
        most=budget.at_most,
    )
