"""What was set up by whom, and how to take a version back."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from actions.administration import administers_all
from actions.config_comparing import UNDONE, Compared, compare_now
from actions.running import reads
from domain.bilingual import Bilingual
from domain.calendar_setup import UnitSetup
from domain.calendar_setup_facts import setup_from_facts
from domain.configuration import (
    Configuration,
    PlanEntry,
    VersionLine,
    VersionPage,
)
from domain.configuration_facts import settings_from_facts
from domain.duty_entry_facts import entry_from_facts
from domain.permission import Actor
from domain.place import Place
from storage import config_versions
from storage.config_versions import ConfigVersion

A_PAGE = 8


def as_it_was(steps: dict[str, Any]) -> Configuration:
    """What to ask for so that everything a version touched is as before; the rest is not named.

    A duty that the version has added cannot be taken out of the ledgers: it is paused.
    """
    before = [
        entry_from_facts(step["before"])
        if step["before"]
        else replace(entry_from_facts(step["after"]), is_paused=True)
        for step in steps["duties"]
    ]
    settings = steps["settings"]
    return Configuration(
        plans=tuple(
            PlanEntry(code=step["before"]["code"], name=Bilingual(**step["before"]["name"]))
            for step in steps["plans"]
            if step["before"]
        ),
        duties=tuple(before),
        settings=settings_from_facts(settings["before"]) if settings else None,
        calendars=tuple(
            UnitSetup(unit=step["unit"], setup=setup_from_facts(step["before"]))
            for step in steps["calendars"]
        ),
    )


@reads
def find_page(session: Session, actor: Actor, *, page: int, place: Place) -> VersionPage | None:
    """What was changed by whom; None for administrators of a part."""
    if not administers_all(session, actor):
        return None
    pages = max(1, -(-config_versions.count(session) // A_PAGE))
    here = min(max(page, 1), pages)
    found = config_versions.find_page(session, limit=A_PAGE, offset=(here - 1) * A_PAGE)
    return VersionPage(lines=tuple(_line(one, place) for one in found), page=here, pages=pages)


def _line(version: ConfigVersion, place: Place) -> VersionLine:
    steps = version.steps["duties"]
    added = sum(step["before"] is None for step in steps)
    return VersionLine(
        id=version.id,
        made_at=place.local(version.made_at),
        cause=version.cause,
        author=version.author,
        added=added,
        changed=len(steps) - added,
        settings=int(version.steps["settings"] is not None),
        calendars=len(version.steps["calendars"]),
    )


@reads
def prepare_undo(
    session: Session, actor: Actor, version_id: int, *, now: datetime, place: Place
) -> Compared | None:
    """What taking a version back would change now; None when there is no such version."""
    version = config_versions.find(session, version_id)
    if version is None or not administers_all(session, actor):
        return None
    wanted = as_it_was(version.steps)
    compared = compare_now(session, wanted, cause=UNDONE, now=now, place=place)
    # What is open went along with the change, so it goes back with it.
    followed = bool(version.steps.get("includes_open")) and compared.open_items > 0
    return replace(compared, includes_open=followed)
