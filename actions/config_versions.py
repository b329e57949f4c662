"""Versions of the set-up: one is written with every change."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from domain.calendar_setup_facts import setup_to_facts
from domain.configuration import Configuration, ConfigurationDifference, PlanEntry, compare
from domain.configuration_facts import settings_to_facts
from domain.duty_entry_facts import bilingual_to_facts, entry_to_facts
from storage import config_versions, configurations, history

CONFIG = "config"


@dataclass(frozen=True, kw_only=True)
class Author:
    """Who changes the set-up, who confirmed it, by which way and with which cause."""

    person_id: int | None
    cause: str
    way: str = "chat"
    confirmed_by: int | None = None


def keep_version(
    session: Session,
    difference: ConfigurationDifference,
    author: Author,
    *,
    includes_open: bool = False,
    now: datetime,
) -> int:
    """Write down what a difference did, so that it can be shown and taken back."""
    steps = _steps(difference) | {"includes_open": includes_open}
    version_id = config_versions.add(
        session,
        author.cause,
        steps,
        by=author.person_id,
        confirmed_by=author.confirmed_by,
        now=now,
    )
    history.write_down(
        session,
        author.cause,
        (CONFIG, version_id),
        now=now,
        by=author.person_id,
        way=author.way,
        after={"confirmed_by": author.confirmed_by, "duties": len(steps["duties"])},
    )
    return version_id


def _steps(difference: ConfigurationDifference) -> dict[str, Any]:
    settings = difference.settings
    return {
        "plans": [
            *(_step(None, _plan(one)) for one in difference.plans),
            *(_step(_plan(one.before), _plan(one.after)) for one in difference.renamed),
        ],
        "duties": [
            *(_step(None, entry_to_facts(one)) for one in difference.added),
            *(
                _step(entry_to_facts(one.before), entry_to_facts(one.after))
                for one in difference.changed
            ),
            *(
                _step(entry_to_facts(one), entry_to_facts(replace(one, is_paused=True)))
                for one in difference.rested
            ),
        ],
        "calendars": [
            {"unit": one.unit} | _step(setup_to_facts(one.before), setup_to_facts(one.after))
            for one in difference.calendars
        ],
        "settings": _step(settings_to_facts(settings.before), settings_to_facts(settings.after))
        if settings
        else None,
    }


def _step(before: dict[str, Any] | None, after: dict[str, Any]) -> dict[str, Any]:
    return {"before": before, "after": after}


def _plan(plan: PlanEntry) -> dict[str, Any]:
    return {"code": plan.code, "name": bilingual_to_facts(plan.name)}


def load_now(session: Session) -> Configuration:
    """Everything that is set up, to be handed to `keep_change` afterwards."""
    return configurations.load(session, configurations.load_codes(session))


def keep_change(
    session: Session, before: Configuration, author: Author, *, now: datetime
) -> int | None:
    """Write down what has changed since `before`, whoever changed it how; None when nothing has."""
    difference = compare(before, load_now(session))
    return None if difference.is_empty else keep_version(session, difference, author, now=now)
