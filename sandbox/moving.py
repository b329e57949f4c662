"""The clock as the page moves it: to an instant, by seconds, to the next event or the deadline."""

from datetime import datetime, timedelta

from sandbox.answers import Json
from sandbox.clock import TimeMachine
from sandbox.core import StandIn
from sandbox.methods import JOURNALLED

_MOST_SILENT_EVENTS = 20


async def tell(stand_in: StandIn, machine: TimeMachine | None) -> Json:
    """What time it is, and what there is to move to."""
    if machine is None:
        now = stand_in.world.now()
        return {"now": now.isoformat(), "zone": None, "movable": False, "next_event": None}
    return {
        "now": machine.now().isoformat(),
        "zone": machine.zone,
        "movable": True,
        "next_event": _written(await machine.next_event()),
        "deadline": _written(await machine.next_deadline()),
    }


async def move(stand_in: StandIn, machine: TimeMachine, body: Json) -> None:
    """Raises LookupError where there is nothing to move to, ValueError for the way back."""
    if body.get("next_event"):
        await _move_until_heard(stand_in, machine)
        return
    if body.get("deadline"):
        instant = await machine.next_deadline()
        if instant is None:
            raise LookupError("nothing has a deadline")
    elif "to" in body:
        instant = read_instant(str(body["to"]))
    else:
        instant = machine.now() + timedelta(seconds=float(body["seconds"]))
    if instant < machine.now():
        raise ValueError("the clock only moves forward")
    await machine.move_to(instant)


async def _move_until_heard(stand_in: StandIn, machine: TimeMachine) -> None:
    """Pass over the events at which the bot only looks and nobody hears anything."""
    before = _count_sends(stand_in)

    def is_heard() -> bool:
        return _count_sends(stand_in) > before

    for _ in range(_MOST_SILENT_EVENTS):
        instant = await machine.next_event()
        if instant is None:
            raise LookupError("nothing is planned")
        await machine.move_towards(instant, until=is_heard)
        if is_heard():
            return


def _count_sends(stand_in: StandIn) -> int:
    return sum(stand_in.calls[name] for name in JOURNALLED if name.startswith("send"))


def read_instant(text: str) -> datetime:
    """An instant in ISO 8601 with its offset."""
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError("an instant needs its offset from UTC")
    return instant


def _written(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
