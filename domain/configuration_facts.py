"""A configuration in plain JSON, the way drafts, versions and approvals keep it."""

from collections.abc import Mapping
from typing import Any

from domain.bilingual import Bilingual
from domain.calendar_setup_facts import unit_setup_from_facts, unit_setup_to_facts
from domain.configuration import Configuration, OrganisationSettings, PlanEntry
from domain.duty_entry_facts import bilingual_to_facts, entry_from_facts, entry_to_facts
from domain.presence_rules import rules_from_facts, rules_to_facts


def configuration_to_facts(configuration: Configuration) -> dict[str, Any]:
    """Plain JSON."""
    settings = configuration.settings
    return {
        "plans": [
            {"code": one.code, "name": bilingual_to_facts(one.name)} for one in configuration.plans
        ],
        "duties": [entry_to_facts(one) for one in configuration.duties],
        "settings": settings_to_facts(settings) if settings else None,
        "calendars": [unit_setup_to_facts(one) for one in configuration.calendars],
    }


def configuration_from_facts(facts: Mapping[str, Any]) -> Configuration:
    """The configuration again."""
    settings = facts["settings"]
    return Configuration(
        plans=tuple(
            PlanEntry(code=one["code"], name=Bilingual(**one["name"])) for one in facts["plans"]
        ),
        duties=tuple(entry_from_facts(one) for one in facts["duties"]),
        settings=settings_from_facts(settings) if settings else None,
        calendars=tuple(unit_setup_from_facts(one) for one in facts["calendars"]),
    )


def settings_to_facts(settings: OrganisationSettings) -> dict[str, Any]:
    """Plain JSON."""
    return {
        "second_administrator_above": settings.second_administrator_above,
        "presence": rules_to_facts(settings.presence),
    }


def settings_from_facts(facts: Mapping[str, Any]) -> OrganisationSettings:
    """The settings again; what is not named is as without a choice."""
    known = OrganisationSettings()
    return OrganisationSettings(
        second_administrator_above=facts.get(
            "second_administrator_above", known.second_administrator_above
        ),
        presence=rules_from_facts(facts.get("presence", {})),
    )
