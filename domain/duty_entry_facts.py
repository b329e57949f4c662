"""Duties as files write them, in plain JSON, the way drafts and versions keep them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.act import Needs, acts_from_data, acts_to_data
from domain.audience import audience_from_data, audience_to_data
from domain.bilingual import Bilingual
from domain.cadence import cadence_from_data, cadence_to_data
from domain.duty_entry import DutyEntry, NamedOwners
from domain.ladder_facts import policy_from_data, policy_to_data


def entry_to_facts(entry: DutyEntry) -> dict[str, Any]:
    """Plain JSON."""
    return {
        "code": entry.code,
        "plan": entry.plan,
        "name": bilingual_to_facts(entry.name),
        "source": bilingual_to_facts(entry.source),
        "audience": audience_to_data(entry.audience),
        "named": {
            "units": list(entry.named.units),
            "people": list(entry.named.people),
            "except_units": list(entry.named.except_units),
            "except_people": list(entry.named.except_people),
        },
        "acts": acts_to_data(entry.acts),
        "needs": entry.needs.value,
        "cadence": cadence_to_data(entry.cadence),
        "policy": policy_to_data(entry.policy),
        "reviewer_kinds": list(entry.reviewer_kinds),
        "exempt_months": list(entry.exempt_months),
        "is_paused": entry.is_paused,
        "begins_on": entry.begins_on.isoformat() if entry.begins_on else None,
    }


def entry_from_facts(facts: Mapping[str, Any]) -> DutyEntry:
    """The entry again."""
    begins_on = facts["begins_on"]
    return DutyEntry(
        code=facts["code"],
        plan=facts["plan"],
        name=Bilingual(**facts["name"]),
        source=Bilingual(**facts["source"]),
        audience=audience_from_data(facts["audience"]),
        named=NamedOwners(**{key: tuple(codes) for key, codes in facts["named"].items()}),
        acts=acts_from_data(facts["acts"]),
        needs=Needs(facts["needs"]),
        cadence=cadence_from_data(facts["cadence"]),
        policy=policy_from_data(facts["policy"]),
        reviewer_kinds=tuple(facts["reviewer_kinds"]),
        exempt_months=tuple(facts["exempt_months"]),
        is_paused=facts["is_paused"],
        begins_on=date.fromisoformat(begins_on) if begins_on else None,
    )


def bilingual_to_facts(words: Bilingual) -> dict[str, str]:
    """Both sides."""
    return {"zh": words.zh, "en": words.en}
