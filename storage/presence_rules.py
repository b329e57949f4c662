"""What the organisation has settled about check-in."""

import json

from sqlmodel import Session

from domain.presence_rules import DEFAULT_RULES, PresenceRules, rules_from_facts, rules_to_facts
from storage import memory

_RULES = "setting:presence"


def load(session: Session) -> PresenceRules:
    """What was chosen, or what holds without a choice."""
    written = memory.recall(session, _RULES)
    return rules_from_facts(json.loads(written)) if written else DEFAULT_RULES


def keep(session: Session, rules: PresenceRules) -> None:
    """Choose. Only what differs is kept: what nobody has chosen follows the product."""
    usual = rules_to_facts(DEFAULT_RULES)
    chosen = {key: value for key, value in rules_to_facts(rules).items() if value != usual[key]}
    memory.remember(session, _RULES, json.dumps(chosen, ensure_ascii=False))
