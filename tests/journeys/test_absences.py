"""An absence is made up once, however many sessions there are, and whatever is taken back."""

import pytest
from sqlmodel import col, select

from domain.audience import Audience
from domain.cadence import Quota
from domain.period import PeriodKind
from sandbox.chats import Message
from storage.tables.activities import ExpectedRow
from storage.tables.organisation import PersonRow
from storage.tables.process import HistoryRow
from tests.harness.activities import School, hold_from, open_school, press_stale
from tests.harness.duties import duty, keep, rows, tag
from tests.harness.world import World, at
from tests.journeys.test_person_check_in import PRACTICE

MISSED, FIRST, SECOND = 1, 2, 3


def standing(world: World, activity: int) -> dict[str, str]:
    """How everybody stands at one activity, by name."""
    query = (
        select(PersonRow.name, ExpectedRow.state)
        .join(ExpectedRow, col(ExpectedRow.person_id) == col(PersonRow.id))
        .where(col(ExpectedRow.activity_id) == activity)
    )
    return world.look(lambda session: dict(session.exec(query).all()))


def verbs(world: World) -> list[str]:
    """What the history says, in order."""
    return [row.verb for row in world.look(lambda session: session.exec(select(HistoryRow)).all())]


class Study:
    """A study that counts for a teacher, who missed it, and its make-up sessions."""

    def __init__(self, school: School, card: Message, made: int) -> None:
        self.school, self.card, self.made = school, card, made
        self.world = school.world

    def counted(self) -> list[int]:
        """What was counted for the teacher himself."""
        return [row.counted for row in rows(self.world, self.made)]

    async def press(self, data: str) -> None:
        """Press something under the secretary's card."""
        await press_stale(self.world, self.school.lin, self.card, data)

    async def make_session(self, words: str) -> None:
        """Make a session at a moment."""
        await self.press(f"v1:make_up:{MISSED}:1")
        preview = await self.world.say(self.school.lin, words)
        await self.world.press(self.school.lin, "确认", message=preview)

    async def mark(self, activity: int, name: str) -> None:
        """The officer marks somebody as here."""
        await self.press(f"v1:mark:{activity}-{self.school.scene.people[name]}-here:1")

    async def hold(self, activity: int) -> None:
        """The officer says that it was held."""
        await hold_from(self.world, self.school.lin, self.card, activity=activity)


async def open_study(world: World) -> Study:
    """It was held on Friday; Wang and Chen were absent, and two sessions are planned."""
    school = await open_school(world)
    tag(world, school.scene.people["王渡"], "思政课教师")
    yearly = Quota(per=PeriodKind.YEAR, at_least=2)
    made = keep(world, duty(Audience(tags=("思政课教师",)), PRACTICE, cadence=yearly))
    await world.tick(minutes=1)
    study = Study(school, await school.plan(), made)
    await study.press(f"v1:count_for:1-{made}-yes:1")
    await world.move_to(at("2026-11-27 15:00"))
    await study.mark(MISSED, "林岚")
    await study.hold(MISSED)
    await study.make_session("12月1日15:00")
    await study.make_session("12月1日15:20")
    return study


async def test_who_has_made_it_up_is_off_the_list_of_the_other_session(world: World) -> None:
    study = await open_study(world)
    assert standing(world, SECOND) == {"陈帆": "expected", "王渡": "expected"}
    invitation = world.last(study.school.wang)
    await world.move_to(at("2026-12-01 15:00"))
    await study.mark(FIRST, "王渡")
    await study.hold(FIRST)
    assert standing(world, SECOND) == {"陈帆": "expected"}
    assert "您已不在名单上" in invitation.text
    await study.mark(SECOND, "陈帆")
    await world.move_to(at("2026-12-01 15:30"))
    await study.hold(SECOND)
    assert standing(world, MISSED) == {"林岚": "present", "陈帆": "made_up", "王渡": "made_up"}
    assert study.counted() == [1]
    await study.press(f"v1:unhold:{SECOND}:2")
    assert standing(world, MISSED) == {"林岚": "present", "陈帆": "absent", "王渡": "made_up"}


async def test_who_was_there_after_all_not_is_expected_at_the_other_session_again(
    world: World,
) -> None:
    study = await open_study(world)
    invitation = world.last(study.school.wang)
    await world.move_to(at("2026-12-01 15:00"))
    await study.mark(FIRST, "王渡")
    await study.hold(FIRST)
    await study.press(f"v1:unhold:{FIRST}:2")
    assert standing(world, MISSED)["王渡"] == "absent"
    assert standing(world, SECOND)["王渡"] == "expected"
    assert "您已不在名单上" not in invitation.text
    assert study.counted() == [0]
    assert [one for one in verbs(world) if one in ("taken_off", "expected_again")] == [
        "taken_off",
        "expected_again",
    ]


def told(study: Study, words: str) -> int:
    """How many messages of the teacher's say so."""
    return sum(words in message.text for message in study.world.messages(study.school.wang))


async def test_whoever_is_back_on_a_list_is_invited_anew_each_time(world: World) -> None:
    study = await open_study(world)
    wang = study.school.scene.people["王渡"]
    invited = told(study, "12月1日")
    assert invited == 2
    for version in (2, 4):
        await study.press(f"v1:fix_ok:1-{wang}-present-forgot:{version}")
        assert standing(world, FIRST) == {"陈帆": "expected"}
        await study.press(f"v1:fix_ok:1-{wang}-absent-mistake:{version + 1}")
        assert standing(world, FIRST)["王渡"] == "expected"
        invited += 2
        assert told(study, "12月1日") == invited


async def test_whoever_is_back_twice_in_a_night_is_invited_once_in_the_morning(
    world: World,
) -> None:
    study = await open_study(world)
    wang = study.school.scene.people["王渡"]
    await world.move_to(at("2026-11-27 23:30"))
    for version in (2, 4):
        await study.press(f"v1:fix_ok:1-{wang}-present-forgot:{version}")
        await study.press(f"v1:fix_ok:1-{wang}-absent-mistake:{version + 1}")
    assert told(study, "12月1日") == 2
    await world.move_to(at("2026-11-28 12:00"))
    assert told(study, "12月1日") == 4


async def test_who_came_to_both_has_made_it_up_once_and_keeps_it_when_one_is_taken_back(
    world: World,
) -> None:
    study = await open_study(world)
    await world.move_to(at("2026-12-01 15:00"))
    await study.mark(FIRST, "王渡")
    await study.mark(SECOND, "王渡")
    await world.move_to(at("2026-12-01 15:30"))
    await study.hold(FIRST)
    await study.hold(SECOND)
    assert standing(world, SECOND) == {"陈帆": "absent", "王渡": "present"}
    assert study.counted() == [1]
    await study.press(f"v1:unhold:{FIRST}:2")
    assert standing(world, MISSED)["王渡"] == "made_up"
    assert study.counted() == [1]
    await study.press(f"v1:unhold:{SECOND}:2")
    assert standing(world, MISSED)["王渡"] == "absent"
    assert study.counted() == [0]


@pytest.mark.parametrize("stood", ["absent", "excused"])
async def test_what_is_reopened_returns_to_what_it_was_and_counts_again_once_it_is_held(
    world: World, stood: str
) -> None:
    study = await open_study(world)
    wang = study.school.scene.people["王渡"]
    if stood == "excused":
        await study.press(f"v1:fix_ok:1-{wang}-excused-told:2")
    await world.move_to(at("2026-11-27 15:05"))
    await study.make_session("今天15:06")
    await world.move_to(at("2026-11-27 15:07"))
    await study.mark(4, "王渡")
    await study.hold(4)
    assert standing(world, MISSED)["王渡"] == "made_up"
    await study.press(f"v1:unhold:{MISSED}:2")
    again = "expected" if stood == "absent" else stood
    assert standing(world, MISSED) == {"林岚": "present", "陈帆": "expected", "王渡": again}
    assert study.counted() == [0]
    await study.hold(MISSED)
    assert standing(world, MISSED) == {"林岚": "present", "陈帆": "absent", "王渡": "made_up"}
    assert study.counted() == [1]
    assert verbs(world).count("made_up") == 2
    assert standing(world, FIRST) == {"陈帆": "expected"}


async def test_a_correction_of_what_was_missed_follows_to_the_sessions_to_come(
    world: World,
) -> None:
    study = await open_study(world)
    wang = study.school.scene.people["王渡"]
    await study.press(f"v1:fix_ok:1-{wang}-present-forgot:2")
    assert standing(world, FIRST) == {"陈帆": "expected"}
    await study.press(f"v1:fix_ok:1-{wang}-absent-mistake:3")
    assert standing(world, FIRST) == {"陈帆": "expected", "王渡": "expected"}
    lin = study.school.scene.people["林岚"]
    heard = len(world.messages(study.school.lin))
    await study.press(f"v1:fix_ok:1-{lin}-absent-mistake:2")
    assert standing(world, SECOND)["林岚"] == "expected"
    assert len(world.messages(study.school.lin)) == heard + 2


async def test_nothing_is_to_be_made_up_of_what_was_called_off(world: World) -> None:
    study = await open_study(world)
    await study.press(f"v1:unhold:{MISSED}:2")
    assert set(standing(world, FIRST)) == {"陈帆", "王渡"}
    await study.press(f"v1:call_off_yes:{MISSED}:3")
    assert standing(world, FIRST) == standing(world, SECOND) == {}


async def test_nobody_is_put_on_the_list_of_a_session_that_is_over(world: World) -> None:
    study = await open_study(world)
    people = study.school.scene.people
    await world.move_to(at("2026-12-02 10:00"))
    heard = len(world.messages(study.school.lin))
    await study.press(f"v1:fix_ok:1-{people['林岚']}-absent-mistake:2")
    assert standing(world, MISSED)["林岚"] == "absent"
    assert (
        standing(world, FIRST)
        == standing(world, SECOND)
        == {"陈帆": "expected", "王渡": "expected"}
    )
    assert len(world.messages(study.school.lin)) == heard
    await study.press(f"v1:fix_ok:1-{people['王渡']}-present-forgot:2")
    assert standing(world, FIRST) == standing(world, SECOND) == {"陈帆": "expected"}
