"""A school that owes a staff study every month, and what journeys look at there."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select, update

from domain.act import ActKind
from sandbox.chats import Message, Person
from storage.tables.activities import ExpectedRow
from storage.tables.duties import ObligationRow
from storage.tables.organisation import PersonRow
from tests.harness.scenes import Organisation, add_duty, small_school_committee
from tests.harness.world import World, at

PLAN = {
    "zh": "/activity 11月27日 15:00 教职工政治学习 会议室",
    "en": "/activity Nov 27 15:00 Staff study Room 2",
}
CONFIRM = {"zh": "确认", "en": "Confirm"}


@dataclass(kw_only=True)
class School:
    """The scene with the phones of its secretary and of a teacher."""

    world: World
    scene: Organisation
    lin: Person
    wang: Person

    async def plan(self, language: str = "zh") -> Message:
        """Plan the study of Friday 27 November at 15:00; returns the secretary's card."""
        card = await self.world.say(self.lin, PLAN[language])
        await self.world.press(self.lin, CONFIRM[language], message=card)
        return card

    def states(self) -> dict[str, str]:
        """How everybody stands, by name."""

        def read(session: Session) -> dict[str, str]:
            rows = session.exec(
                select(PersonRow.name, ExpectedRow.state).join(
                    ExpectedRow, col(ExpectedRow.person_id) == col(PersonRow.id)
                )
            )
            return dict(rows.all())

        return self.world.look(read)

    def obligation(self) -> tuple[str, int]:
        """State and count of what the school owes for November."""

        def read(session: Session) -> tuple[str, int]:
            row = session.exec(
                select(ObligationRow).where(col(ObligationRow.period_key) == "2026-11")
            ).one()
            return row.state, row.counted

        return self.world.look(read)


async def open_school(world: World, language: str = "zh") -> School:
    """Monday 23 November, ten in the morning: the study of this month is owed."""
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    world.change(lambda s: s.execute(update(PersonRow).values(language=language)))
    world.change(
        lambda s: add_duty(s, ActKind.ACTIVITY, owner_kinds=["学校"], begins_on=date(2026, 11, 1))
    )
    await world.move_to(at("2026-11-23 10:00"))
    return School(
        world=world,
        scene=scene,
        lin=world.give_phone(scene.people["林岚"], "林岚", language=language),
        wang=world.give_phone(scene.people["王渡"], "王渡", language=language),
    )


async def press_stale(world: World, phone: Person, message: Message, data: str) -> str:
    """Press what is no longer shown, as a second phone can; returns the toast."""
    query = world.stand_in.people.press_stale(phone, message.message_id, data)
    await world.muduo.settle()
    answer = world.stand_in.callback_answers[query]
    assert answer is not None
    return answer.text


def labels(message: Message) -> list[str]:
    """What its buttons say."""
    return [button.text for row in message.buttons for button in row]


TAPS = {
    "zh": ("✅ 已开", "下一步：议题 ›", "采用活动名称", "✅ 完成"),
    "en": ("✅ Held", "Next: topic ›", "As the title says", "✅ Done"),
}


async def hold(world: World, officer: Person, card: Message, language: str = "zh") -> None:
    """Say that it was held, in four taps."""
    for label in TAPS[language]:
        await world.press(officer, label, message=card)


async def open_more(world: World, officer: Person, card: Message, *, activity: int = 1) -> None:
    """Show what stands behind More."""
    await press_stale(world, officer, card, f"v1:activity_more:{activity}:1")


async def hold_from(world: World, officer: Person, message: Message, *, activity: int = 1) -> None:
    """The same from any message, whatever it shows and in whichever language."""
    await press_stale(world, officer, message, f"v1:hold:{activity}:1")
    for _ in range(3):
        await press_onward(world, officer, message)


async def press_onward(world: World, officer: Person, message: Message) -> str:
    """Press the last button of a step, which leads on; returns the toast."""
    onward = message.buttons[-1][-1].data
    assert onward is not None, "a step has no button that leads on"
    return await press_stale(world, officer, message, onward)
