"""A term from its last year to the next one, with the bot begun anew between the steps."""

import pytest

from sandbox.chats import Person
from tests.harness.ledgers import document, read_book
from tests.harness.scenes import keep_duty, small_school_committee
from tests.harness.world import World, at
from tests.journeys.reporting import phone
from tests.journeys.test_term_answers import DUTY

WORDS = {
    "zh": {
        "letter": "1 ✉️ 提醒函",
        "details": "1 详情",
        "extend": "延期至…",
        "extended": "延期至2027年12月31日，区教育党委2月3日批准",
        "standing": "🔵 延期至2027年12月31日",
        "set": "选举定于…",
        "day": "2027年11月15日",
        "held": "已开",
        "result": "11月15日，应到20人，实到17人",
        "confirm": "确认",
        "next": "2030年11月15日",
        "ledger": "📄 换届台账",
    },
    "en": {
        "letter": "1 ✉️ Letter",
        "details": "1 Details",
        "extend": "Extended until …",
        "extended": "extended until 31 Dec 2027, approved by the district committee on 3 Feb",
        "standing": "extended until Fri 31 Dec 2027",
        "set": "Election on …",
        "day": "15 November 2027",
        "held": "Held",
        "result": "15 Nov, 20 due, 17 present",
        "confirm": "Confirm",
        "next": "15 Nov 2030",
        "ledger": "📄 Ledger",
    },
}


async def extend(world: World, above: Person, said: dict[str, str]) -> None:
    """Half a year before the end the level above alone is told, writes its letter, and extends."""
    await world.move_to(at("2026-11-20 08:30"))
    await world.press(above, said["letter"])
    assert document(world.last(above))[0].endswith(".docx")
    await world.restart()
    await world.move_to(at("2027-02-18 20:00"))
    await world.say(above, "/terms 第一支部")
    await world.press(above, said["details"])
    await world.press(above, said["extend"])
    await world.restart()
    await world.say(above, said["extended"])
    await world.restart()
    await world.press(above, said["confirm"])
    assert said["standing"] in world.last(above).text


async def elect(world: World, officer: Person, said: dict[str, str]) -> None:
    """The branch sets the day, holds the election, and the next term begins."""
    await world.move_to(at("2027-10-20 20:00"))
    await world.restart()
    await world.say(officer, "/terms 第一支部")
    await world.press(officer, said["details"])
    await world.press(officer, said["set"])
    await world.say(officer, said["day"])
    await world.press(officer, said["confirm"])
    await world.restart()
    await world.move_to(at("2027-11-16 20:00"))
    await world.say(officer, "/terms 第一支部")
    await world.press(officer, said["details"])
    await world.press(officer, said["held"])
    await world.restart()
    await world.say(officer, said["result"])
    await world.press(officer, said["confirm"])
    assert said["next"] in world.last(officer).text


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_from_the_letter_to_the_next_term(world: World, language: str) -> None:
    said = WORDS[language]
    now = world.clock()
    scene = world.change(lambda s: small_school_committee(s, now))
    world.change(lambda s: keep_duty(s, DUTY))
    lin = phone(world, scene, "林岚", language)
    chen = phone(world, scene, "陈帆", language)
    await extend(world, lin, said)
    await elect(world, chen, said)
    # Both levels are left in peace, and the ledger tells the new term with its meeting.
    heard = len(world.messages(chen)), len(world.messages(lin))
    await world.restart()
    await world.move_to(at("2028-01-10 20:00"))
    assert (len(world.messages(chen)), len(world.messages(lin))) == heard
    await world.say(lin, "/terms 第一支部")
    await world.press(lin, said["ledger"])
    [rows] = read_book(document(world.last(lin))[1]).values()
    assert "20 / 17" in rows[2]
