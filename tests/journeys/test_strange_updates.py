"""Whatever comes in, nothing breaks, nobody waits for an answer, and Telegram refuses nothing."""

import json
import os
from datetime import date
from typing import Any

from sqlmodel import Session, select

from domain.act import ActKind
from handlers.routes import ROUTES
from storage.tables.messages import InboxRow
from tests.fakes.strange_updates import StrangeUpdates
from tests.harness.scenes import add_duty, small_school_committee
from tests.harness.world import World, at

SCALE = int(os.environ.get("MUDUO_TEST_SCALE", "1"))
UPDATES = 2_500 * SCALE
SEED = int(os.environ.get("MUDUO_TEST_SEED", "20261122"))

# What is refused because people and messages were made up, not because of what we said.
MADE_UP = ("chat not found", "message to edit not found", "invalid file_id", "query is too old")
# The stand-in did not hand these presses out, so it refuses the answer to each of them.
ANSWERED = "query is too old"


async def test_strange_updates_break_nothing(world: World) -> None:
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    world.change(add_duties)
    phones = [world.give_phone(person, name) for name, person in scene.people.items()]
    await world.move_to(at("2026-11-20 09:00"))
    strange = StrangeUpdates(
        SEED,
        people=[phone.id for phone in phones],
        commands=[one.name for one in ROUTES.commands],
        verbs=[one.verb for one in ROUTES.presses],
        now=int(world.clock().timestamp()),
    )
    presses = 0
    for _ in range(UPDATES // 100):
        for update in (strange.one() for _ in range(100)):
            presses += is_press(update)
            world.stand_in.raw_update(update)
        await world.muduo.settle()
    dead = world.look(lambda s: s.exec(select(InboxRow.raw).where(InboxRow.state == "dead")).all())
    assert [raw for raw in dead if is_well_formed(json.loads(raw))] == [], f"seed {SEED}"
    waiting = world.look(lambda s: s.exec(select(InboxRow).where(InboxRow.state == "new")).all())
    assert waiting == []
    assert [text for text in world.refusals if not is_their_fault(text)] == [], f"seed {SEED}"
    assert sum(ANSWERED in text for text in world.refusals) == presses, f"seed {SEED}"


def add_duties(session: Session) -> None:
    """A study each month for each school, a report each month from each branch."""
    begins = date(2026, 11, 1)
    add_duty(session, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=begins)
    add_duty(
        session, ActKind.REPORT, owner_kinds=["支部"], begins_on=begins, reviewer_kinds=["委员会"]
    )


def is_their_fault(refusal: str) -> bool:
    """Whether the update, and not our answer, was impossible."""
    return any(reason in refusal for reason in MADE_UP)


def is_press(update: dict[str, Any]) -> bool:
    """Whether a person behind it waits for an answer."""
    return "callback_query" in update and is_well_formed(update)


def is_well_formed(raw: dict[str, Any]) -> bool:
    """Whether Telegram could have sent this."""
    message = raw.get("message", {"chat": 1})
    query = raw.get("callback_query", {"from": 1})
    is_whole = isinstance(message, dict) and "chat" in message
    return is_whole and isinstance(query, dict) and "from" in query and "poll" not in message
