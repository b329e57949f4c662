"""Messages on a bad wire: none is lost, none comes as something that it is not."""

from datetime import date, timedelta
from functools import partial

from sqlmodel import Session, col, select

from actions import outbox, quieting
from actions.outbox import Result
from domain.act import ActKind
from domain.card import Letter
from domain.delivery import Ambiguous, Ending, NotSent
from sandbox.chats import Person
from sandbox.faults import Fault
from storage import accounts
from storage.tables.messages import DeliveryRow, NoticeRow
from tests.harness.scenes import add_duty, small_school_committee
from tests.harness.world import World, at
from tests.journeys import reporting


async def a_school_that_owes_a_study(world: World) -> Person:
    """The phone of the secretary, who hears of it at half past eight on 20 November."""
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    world.change(
        lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
    )
    return world.give_phone(scene.people["林岚"], "林岚")


def take_next(world: World) -> Letter:
    """Claim the only message that is due, as the courier does."""
    now, place = world.clock(), world.place
    [letter] = world.look(
        partial(outbox.prepare, limit=9, in_hand=(), now=now, place=place)
    ).letters
    world.change(partial(outbox.turn, results=[], letters=[letter], now=now, place=place))
    return letter


def end_with(world: World, letter: Letter, ending: Ending, *, attempts: int) -> None:
    result = Result(
        delivery_id=letter.delivery.id,
        attempts=attempts,
        ending=ending,
    )
    now, place = world.clock(), world.place
    world.change(partial(outbox.turn, results=[result], now=now, place=place))


def refresh(world: World, digest: int, *, version: int = 2) -> None:
    """What the digest on its way speaks of has changed."""
    notice = select(NoticeRow.obligation_id).where(col(NoticeRow.delivery_id) == digest)

    def work(session: Session) -> None:
        subject = (quieting.OBLIGATION, session.exec(notice).one() or 0)
        quieting.refresh_cards(session, subject, version=version, now=world.clock())

    world.change(work)


async def test_what_was_to_be_corrected_and_never_arrived_is_heard_once(world: World) -> None:
    lin = await a_school_that_owes_a_study(world)
    await world.move_to(at("2026-11-20 08:29"))
    world.clock.advance(minutes=1)
    await world.muduo.tick()
    letter = take_next(world)
    refresh(world, letter.delivery.id)
    later = world.clock() + timedelta(minutes=5)
    end_with(world, letter, NotSent(retry_at=later, reason="no way there"), attempts=1)
    await world.tick(minutes=1)
    assert world.messages(lin) == []
    await world.tick(minutes=5)
    assert len(world.messages(lin)) == 1


async def test_the_correction_of_a_message_in_doubt_is_not_another_message(world: World) -> None:
    lin = await a_school_that_owes_a_study(world)
    await world.move_to(at("2026-11-20 08:29"))
    world.clock.advance(minutes=1)
    await world.muduo.tick()
    letter = take_next(world)
    refresh(world, letter.delivery.id)
    end_with(world, letter, Ambiguous(reason="timed out"), attempts=2)
    await world.tick(minutes=10)
    assert world.messages(lin) == []
    states = world.look(lambda s: s.exec(select(DeliveryRow.state)).all())
    assert sorted(states) == ["cancelled", "uncertain"]


async def test_two_corrections_of_one_message_never_overtake_each_other(world: World) -> None:
    await a_school_that_owes_a_study(world)
    await world.move_to(at("2026-11-20 08:30"))
    digest = world.look(lambda s: s.exec(select(DeliveryRow.id)).one()) or 0
    refresh(world, digest, version=2)
    take_next(world)
    refresh(world, digest, version=3)
    found = world.look(
        partial(outbox.prepare, limit=9, in_hand=(), now=world.clock(), place=world.place)
    )
    assert found == outbox.Prepared()


async def test_a_correction_in_doubt_is_made_once_more(world: World) -> None:
    lin = await a_school_that_owes_a_study(world)
    await world.move_to(at("2026-11-20 08:30"))
    digest = world.look(lambda s: s.exec(select(DeliveryRow.id)).one()) or 0
    refresh(world, digest)
    end_with(world, take_next(world), Ambiguous(reason="timed out"), attempts=1)
    edits = world.stand_in.calls["editMessageText"]
    await world.tick(minutes=10)
    assert world.stand_in.calls["editMessageText"] == edits + 1
    assert len(world.messages(lin)) == 1
    states = world.look(lambda s: s.exec(select(DeliveryRow.state)).all())
    assert sorted(states) == ["sent", "sent"]


async def test_after_days_without_telegram_a_person_gets_one_message(world: World) -> None:
    lin = await a_school_that_owes_a_study(world)
    world.stand_in.faults.add(Fault(method="sendMessage", kind="refuse", times=10_000))
    for day in ("20", "23", "27", "28", "30"):
        await world.move_to(at(f"2026-11-{day} 08:30"))
    assert world.messages(lin) == []
    world.stand_in.faults.clear()
    await world.move_to(at("2026-11-30 10:00"))
    await world.tick(hours=1)
    [message] = world.messages(lin)
    assert message.text.count("教职工政治学习") == 1
    assert "今天" in message.text


async def test_whoever_links_late_reads_one_line_about_one_thing(world: World) -> None:
    lin = await a_school_that_owes_a_study(world)
    world.change(lambda s: accounts.mark_lost(s, lin.id, because="blocked", now=world.clock()))
    for day in ("20", "27", "30"):
        await world.move_to(at(f"2026-11-{day} 08:30"))
    world.change(lambda s: accounts.mark_lost(s, lin.id, because=None, now=world.clock()))
    await world.move_to(at("2026-12-01 12:00"))
    [message] = world.messages(lin)
    assert message.text.count("教职工政治学习") == 1


async def test_a_verdict_that_was_held_up_until_the_night_waits_for_the_morning(
    world: World,
) -> None:
    scene = await reporting.a_school_that_owes_a_report(world)
    lin, zhou = (reporting.phone(world, scene, name) for name in ("林岚", "周敏"))
    await reporting.hand_in(world, lin, "本月学习四次。")
    await world.move_to(at("2026-11-02 20:50"))
    heard = len(world.messages(lin))
    world.stand_in.faults.add(
        Fault(method="sendMessage", kind="refuse", times=10_000, chat_id=lin.id)
    )
    await world.press(zhou, "通过")
    world.stand_in.faults.clear()
    await world.move_to(at("2026-11-02 23:00"))
    assert len(world.messages(lin)) == heard
    await world.move_to(at("2026-11-03 08:30"))
    assert len(world.messages(lin)) == heard + 1


async def test_a_comment_whose_answer_was_lost_is_not_called_unexpected(world: World) -> None:
    scene = await reporting.a_school_that_owes_a_report(world)
    lin, zhou = (reporting.phone(world, scene, name) for name in ("林岚", "周敏"))
    await reporting.hand_in(world, lin, "本月学习四次。")
    await world.press(zhou, "退回")
    heard = len(world.messages(zhou))
    world.stand_in.faults.add(Fault(method="sendMessage", kind="hang_after", chat_id=zhou.id))
    await world.say(zhou, "请写明日期。")
    assert len(world.messages(zhou)) == heard + 1
    assert "请写明日期" in world.last(lin).text
