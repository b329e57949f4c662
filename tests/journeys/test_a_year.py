"""One year of an organisation, over real HTTP, against an oracle that knows only the rules."""

import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import date, time
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from domain.delivery import Kind
from sandbox.journal import Entry
from storage.tables.duties import DutyRow, ObligationRow
from storage.tables.messages import DeliveryRow, NoticeRow
from storage.tables.organisation import PersonRow, UnitRow
from tests.harness.databases import fresh_database
from tests.harness.serving import open_served_world
from tests.harness.world import World
from tests.journeys.year_player import DIGESTS, Year, moment
from tests.oracles import ledger_oracle
from tests.oracles import year_facts as facts
from tests.oracles.ledger_oracle import Line

UNITS = {facts.COMMITTEE, *facts.SCHOOLS, *facts.BRANCHES}
NUMBERED = re.compile(r"\d+\. (?P<named>.+)")
PERIODS = {f"2026年{month}月": f"2026-{month:02}" for month in range(1, 13)} | {
    "2026年上半年": "2026-H1",
    "2026年下半年": "2026-H2",
}


@pytest.fixture
async def year(tmp_path: Path) -> AsyncIterator[Year]:
    start = moment(facts.FIRST_DAY, time(9))
    with fresh_database("sqlite", tmp_path) as database:
        async with open_served_world(database, start=start) as world:
            yield Year(world)


async def test_in_a_whole_year_everybody_is_told_what_the_rules_say_and_nothing_else(
    year: Year,
) -> None:
    await year.set_up()
    await year.play()
    world = year.world
    told, expected = Counter(told_lines(world)), Counter(ledger_oracle.expected_lines())
    assert sorted((expected - told).elements()) == [], "missing"
    assert sorted((told - expected).elements()) == [], "too much"
    assert seen_lines(year) == Counter(map(without_step, expected.elements()))
    assert moments(world) == ledger_oracle.expected_invitations()
    print(f"{len(world.stand_in.journal)} sends and edits, {expected.total()} lines of digests")


def told_lines(world: World) -> Iterator[Line]:
    """Every line of every digest sent, from the notices that it carried."""

    def read(session: Session) -> list[tuple[DeliveryRow, NoticeRow, str, str]]:
        rows = session.exec(
            select(DeliveryRow, NoticeRow, PersonRow.name, UnitRow.name)
            .join(NoticeRow, col(NoticeRow.delivery_id) == col(DeliveryRow.id))
            .join(PersonRow, col(PersonRow.id) == col(DeliveryRow.person_id))
            .join(UnitRow, col(UnitRow.id) == col(NoticeRow.unit_id))
            .where(col(DeliveryRow.state) == "sent", col(DeliveryRow.kind) == Kind.DIGEST.value)
        )
        return list(rows)

    owed = world.look(
        lambda s: {
            row.id: (duty.name_zh, row.period_key)
            for row, duty in s.exec(
                select(ObligationRow, DutyRow).join(
                    DutyRow, col(DutyRow.id) == col(ObligationRow.duty_id)
                )
            )
        }
    )
    for delivery, notice, person, unit in world.look(read):
        assert delivery.sent_at is not None
        duty, period = owed.get(notice.obligation_id, ("", ""))
        day = world.place.today(delivery.sent_at)
        assert world.place.local(delivery.sent_at).time() == DIGESTS
        yield Line(day=day, person=person, unit=unit, duty=duty, period=period, step=notice.step)


def without_step(line: Line) -> tuple[date, str, str, str, str]:
    """What can be read in a message: it does not name the rung."""
    period = "" if line.duty == facts.TERM else line.period
    return line.day, line.person, line.unit, line.duty, period


def seen_lines(year: Year) -> Counter[tuple[date, str, str, str, str]]:
    """Every line of every digest as it stood in the chat when it was sent."""
    names = {phone.id: name for name, phone in year.phones.items()}
    seen: Counter[tuple[date, str, str, str, str]] = Counter()
    heard: Counter[tuple[date, str]] = Counter()
    for entry in year.world.stand_in.journal:
        text = str(entry.params.get("text", ""))
        if entry.method != "sendMessage" or "待办提醒 ·" not in text:
            continue
        day = year.world.place.today(entry.at)
        heard[day, names[entry.chat_id]] += 1
        seen.update((day, names[entry.chat_id], *line) for line in read_digest(text))
    assert set(heard.values()) == {1}, "two digests on one day"
    return seen


def read_digest(text: str) -> Iterator[tuple[str, str, str]]:
    """(unit, duty, period) of every line; those from below name several units at once."""
    from_below, duty, period = False, "", ""
    for line in re.sub(r"<[^>]+>", "", text).splitlines():
        from_below = from_below or line == "下级情况"
        if line.startswith("📅"):
            yield facts.COMMITTEE, "", ""
        elif line.startswith("🪑"):
            yield from ((unit, "", "") for unit in units_in(line.partition("：")[0]))
        elif found := NUMBERED.fullmatch(line):
            duty, *rest = found["named"].split(" · ")
            period = PERIODS[rest[0]] if rest and rest[0] in PERIODS else ""
            if not from_below:
                yield rest[-1], duty, period
        elif from_below and duty and "：" in line:
            yield from ((unit, duty, period) for unit in units_in(line.partition("：")[0]))


def units_in(words: str) -> list[str]:
    """The units that a list names."""
    named = [one for one in re.split(r"、|和|🪑 ", words) if one]
    assert set(named) <= UNITS, words
    return named


def moments(world: World) -> list[tuple[date, str, str]]:
    """(day, person, kind) of all that was sent alone about activities."""
    kinds = (Kind.INVITATION.value, Kind.CHECK_IN_OPEN.value)

    def read(session: Session) -> list[tuple[DeliveryRow, str]]:
        rows = session.exec(
            select(DeliveryRow, PersonRow.name)
            .join(PersonRow, col(PersonRow.id) == col(DeliveryRow.person_id))
            .where(col(DeliveryRow.kind).in_(kinds), col(DeliveryRow.edits).is_(None))
        )
        return list(rows)

    sent = world.look(read)
    on_the_wire = {(entry.chat_id, entry.message_id) for entry in sends(world)}
    assert {(row.chat_id, row.message_id) for row, _ in sent} <= on_the_wire
    return sorted(
        (world.place.today(row.sent_at), name, row.kind) for row, name in sent if row.sent_at
    )


def sends(world: World) -> Iterator[Entry]:
    """What Telegram accepted as new messages."""
    return (entry for entry in world.stand_in.journal if entry.method == "sendMessage")
