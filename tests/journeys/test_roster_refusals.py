"""Files that are no roster, and people who may not send one."""

import pytest

from sandbox.chats import Person
from storage import rosters
from tests.harness.roster_files import roster_file, send_file
from tests.harness.scenes import Organisation, add_person, small_school_committee
from tests.harness.world import World
from tests.journeys.test_rosters import PEOPLE, UNITS

FILE = roster_file(UNITS, [*PEOPLE, (None, "孙禾", "青石小学")])


@pytest.fixture
def scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


@pytest.fixture
def admin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["何静"], "何静", language="en")


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        pytest.param(b"%PDF-1.7\n\x00\x01", "plan.pdf", "not an .xlsx", id="a PDF"),
        pytest.param("姓名,组织".encode(), "roster.csv", "a text file", id="a CSV file"),
        pytest.param(b"", "roster.xlsx", "empty", id="nothing"),
        pytest.param(FILE[:-200], "roster.xlsx", "damaged", id="half a download"),
        pytest.param(b"PK\x03\x04" + b"\x00" * 50, "roster.xlsx", "damaged", id="only the magic"),
    ],
)
async def test_a_file_that_is_no_roster_is_refused_with_what_to_do(
    world: World, admin: Person, content: bytes, name: str, says: str
) -> None:
    before = world.look(rosters.load_known)
    answer = await send_file(world, admin, content, name=name)
    assert says in answer.text
    assert "Nothing was changed" in answer.text
    assert world.look(rosters.load_known) == before


async def test_a_file_that_is_too_large_is_not_even_fetched(world: World, admin: Person) -> None:
    answer = await send_file(world, admin, b"PK\x03\x04" + bytes(20 * 1024 * 1024))
    assert "20 MB at most" in answer.text
    assert world.stand_in.calls["getFile"] == 0


async def test_a_photo_or_words_instead_of_the_file_are_answered_with_how_to_send_it(
    world: World, admin: Person
) -> None:
    await world.say(admin, "/roster")
    world.stand_in.people.send_photo(admin, b"\xff\xd8\xff")
    await world.muduo.settle()
    assert "attach it as a file" in world.last(admin).text
    assert "attach it as a file" in (await world.say(admin, "x" * 4000)).text
    assert "+1 person" in (await send_file(world, admin, FILE)).text


async def test_a_file_of_a_member_or_a_stranger_is_not_taken(
    world: World, scene: Organisation
) -> None:
    member = world.give_phone(scene.people["王渡"], "王渡", language="en")
    stranger = world.stand_in.people.add_person("Somebody", "en")
    stranger.started = True
    assert "Nothing is waiting" in (await send_file(world, member, FILE)).text
    assert "do not know you" in (await send_file(world, stranger, FILE)).text
    assert "for officers" in (await world.say(member, "/roster")).text
    assert world.stand_in.calls["getFile"] == 0


async def test_an_administrator_of_a_part_exports_his_part_and_imports_nothing(
    world: World, scene: Organisation
) -> None:
    now = world.clock()
    person = world.change(
        lambda s: add_person(s, "赵麦", scene.units["school"], roles=["administrator"], now=now)
    )
    phone = world.give_phone(person, "赵麦", language="en")
    assert "top unit" in (await world.say(phone, "/roster")).text
    assert "top unit" in (await send_file(world, phone, FILE)).text


async def test_buttons_of_somebody_else_and_made_up_ones_do_nothing(
    world: World, admin: Person, scene: Organisation
) -> None:
    message = await send_file(world, admin, FILE)
    member = world.give_phone(scene.people["王渡"], "王渡", language="en")
    before = world.look(rosters.load_known)
    for phone, data in (
        (member, "v1:roster_ok:1:1"),
        (admin, "v1:roster_ok:999:1"),
        (admin, "v1:roster_ok:abc:1"),
        (admin, "v1:roster_ok:1:7"),
    ):
        world.stand_in.people.press_stale(phone, message.message_id, data)
    await world.muduo.settle()
    assert world.look(rosters.load_known) == before
