"""The scene that ledgers are made of: two schools with the same autumn, one of them foreign."""

from datetime import date, datetime

from sqlmodel import Session, update

from domain.act import ActKind
from sandbox.chats import Person
from storage.tables.organisation import PersonRow, UnitRow
from tests.harness.ledgers import Came, add_activity, add_report
from tests.harness.scenes import Organisation, add_duty, add_person
from tests.harness.two_districts import two_districts
from tests.harness.world import World, at

DANGEROUS = "=HYPERLINK(0)"


async def set_scene(world: World, language: str = "zh") -> Organisation:
    """An autumn of the stone school, and the same of a school in the other district."""
    now = at("2026-09-01 08:00")
    scene = world.change(lambda s: two_districts(s, now))
    world.change(lambda s: _fill(s, scene, now))
    world.change(lambda s: s.execute(update(PersonRow).values(language=language)))
    await world.move_to(at("2026-11-23 10:00"))
    return scene


def _fill(session: Session, scene: Organisation, now: datetime) -> None:
    people, units = scene.people, scene.units
    people["等于"] = add_person(session, DANGEROUS, units["stone"], now=now)
    add_duty(session, ActKind.REPORT, owner_kinds=["无此类"], begins_on=date(2026, 1, 1))
    start = at("2026-10-09 15:00")
    for place, officer, member in (("stone", "林岚", "王渡"), ("snow", "白露", "白露")):
        by = people[officer]
        came = [Came(person=people[member], state="late", at=at("2026-10-09 15:12"), way="self")]
        if place == "stone":
            came += [
                Came(person=people["林岚"], state="present", at=at("2026-10-09 14:50"), way="self"),
                Came(person=people["等于"], state="excused", at=now, way="self", reason="ill"),
                Came(person=people["何静"], state="absent"),
            ]
        title = "读书会" if place == "stone" else "雪松小学读书会"
        add_activity(session, units[place], title, start, by=by, place="三楼", came=came)
        add_report(
            session,
            units[place],
            author=by,
            state="accepted",
            submitted_at=at("2026-11-02 09:00"),
            last_day=date(2026, 10, 31),
        )
    add_activity(session, units["stone"], "停办", at("2026-10-20 15:00"), by=1, state="cancelled")
    add_activity(session, units["stone"], "旧事", at("2026-06-20 15:00"), by=1)
    for key in ("stone", "snow"):
        row = session.get_one(UnitRow, units[key])
        row.term_began_on, row.term_months = date(2024, 5, 20), 36


def phone(world: World, scene: Organisation, name: str) -> Person:
    return world.give_phone(scene.people[name], name)
