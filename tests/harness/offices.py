"""An office whose own staff sign in, with a school below that does not."""

from dataclasses import dataclass

from sqlmodel import Session, update

from sandbox.chats import Person
from storage.tables.organisation import PersonRow
from tests.harness.scenes import Organisation, add_person, small_school_committee
from tests.harness.world import World, at

HOURS = "/signin 08:30 17:30"
CONFIRM = {"zh": "确认", "en": "Confirm"}


@dataclass(kw_only=True)
class Office:
    """The scene, with the phones of the secretary and of one of the staff."""

    world: World
    scene: Organisation
    zhou: Person
    ma: Person

    async def switch_on(self, language: str = "zh") -> None:
        """On Monday 2 November, for Tuesday and all days after."""
        await self.world.say(self.zhou, HOURS)
        await self.world.press(self.zhou, CONFIRM[language])


async def open_office(world: World, language: str = "zh") -> Office:
    """The committee's secretary, its administrator and two of the staff; nothing is on yet."""
    now = world.clock()

    def fill(session: Session) -> Organisation:
        scene = small_school_committee(session, now)
        office = scene.units["committee"]
        for name in ("马原", "宋言"):
            scene.people[name] = add_person(session, name, office, now=now)
        session.execute(update(PersonRow).values(language=language))
        return scene

    scene = world.change(fill)
    await world.move_to(at("2026-11-02 10:00"))
    return Office(
        world=world,
        scene=scene,
        zhou=world.give_phone(scene.people["周敏"], "周敏", language=language),
        ma=world.give_phone(scene.people["马原"], "马原", language=language),
    )
