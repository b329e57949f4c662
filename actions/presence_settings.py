"""The rules of check-in: shown to administrators of the whole, changed like the configuration."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from actions.administration import administers_all
from actions.config_comparing import Compared, compare_now
from actions.confirming import NotOfTheWhole
from actions.running import reads
from domain.configuration import Configuration
from domain.permission import Actor
from domain.place import Place
from domain.presence_rules import PresenceRules, Rule, turned
from storage import configurations, presence_rules


@reads
def find(session: Session, actor: Actor) -> PresenceRules | NotOfTheWhole:
    """What holds now."""
    return presence_rules.load(session) if administers_all(session, actor) else NotOfTheWhole()


@reads
def prepare(
    session: Session, actor: Actor, rule: Rule, *, now: datetime, place: Place
) -> Compared | NotOfTheWhole:
    """What choosing the next value of a rule would change."""
    if not administers_all(session, actor):
        return NotOfTheWhole()
    settings = configurations.load_settings(session)
    wanted = replace(settings, presence=turned(settings.presence, rule))
    return compare_now(session, Configuration(settings=wanted), now=now, place=place)
