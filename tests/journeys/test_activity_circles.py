"""Activities for those who hold an office, or carry a tag: planned, changed, repeated."""

import pytest
from sqlmodel import Session, col, select, update

from sandbox.chats import Message
from storage.tables.activities import ExpectedRow
from storage.tables.organisation import OfficeRow, PersonRow, TagRow
from tests.harness.activities import CONFIRM, School, labels, open_school, press_stale
from tests.harness.scenes import add_office, add_person
from tests.harness.world import World, at

MEETING = {
    "zh": "/activity 11月27日 15:00 支委会 会议室\n对象：委员",
    "en": "/activity Nov 27 15:00 Committee, Room 2\nFor: committee members",
}
SERIES = {
    "zh": "/activity 支委例会 每周一9:00 会议室\n对象：委员",
    "en": "/activity every Monday 9:00 Committee, Room 2\nFor: committee members",
}
FOR = {"zh": "🎯 对象：委员", "en": "🎯 For: Committee member"}
EXPECTED = {"zh": "应到{}人", "en": "{} people are expected"}


async def open_committee(world: World, language: str = "zh") -> School:
    """Wang and two others sit on the branch's committee; one of the two is at home elsewhere."""
    school = await open_school(world, language)
    now, units, people = world.clock(), school.scene.units, school.scene.people

    def add(session: Session) -> None:
        for name, home in (("李川", units["branch"]), ("何湾", units["committee"])):
            people[name] = add_person(session, name, home, now=now)
        for name in ("王渡", "李川", "何湾"):
            add_office(session, people[name], units["branch"], role="committee_member", now=now)
        session.add(TagRow(person_id=people["李川"], tag="积极分子"))

    world.change(add)
    return school


def end_office(world: World, person: int) -> None:
    """He sits on the committee no more."""
    his, now = col(OfficeRow.person_id) == person, world.clock()
    world.change(lambda s: s.execute(update(OfficeRow).where(his).values(ended_at=now)))


def on_list(school: School, *, activity: int) -> set[str]:
    """Who is on the list of one activity."""

    def read(session: Session) -> set[str]:
        of_one = col(ExpectedRow.activity_id) == activity
        people = select(PersonRow.name).join(
            ExpectedRow, col(ExpectedRow.person_id) == col(PersonRow.id)
        )
        return set(session.exec(people.where(of_one)))

    return school.world.look(read)


def data_of(message: Message, label: str) -> str:
    """What a button carries."""
    found = (one.data for row in message.buttons for one in row if one.text == label)
    return next(data for data in found if data)


async def plan(school: School, words: str, language: str = "zh") -> Message:
    shown = await school.world.say(school.lin, words)
    await school.world.press(school.lin, CONFIRM[language], message=shown)
    return shown


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_committee_meeting_invites_the_committee_alone(world: World, language: str) -> None:
    school = await open_committee(world, language)
    chen = world.give_phone(school.scene.people["陈帆"], "陈帆", language=language)
    before = len(world.messages(chen))
    shown = await world.say(school.lin, MEETING[language])
    assert EXPECTED[language].format(3) in shown.text
    assert FOR[language] in shown.text
    await world.press(school.lin, CONFIRM[language], message=shown)
    assert set(school.states()) == {"王渡", "李川", "何湾"}
    assert FOR[language] in shown.text
    assert FOR[language] in world.last(school.wang).text
    assert len(world.messages(chen)) == before


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("积极分子", {"李川"}),
        ("委员、积极分子", {"李川"}),
        ("本单位", {"林岚"}),
        ("书记", {"林岚", "陈帆"}),
        ("书记（仅本单位）", {"林岚"}),
        ("所有人", {"林岚", "陈帆", "王渡", "李川"}),
    ],
)
async def test_tags_offices_and_the_unit_itself(
    world: World, said: str, expected: set[str]
) -> None:
    school = await open_committee(world)
    shown = await plan(school, f"/activity 11月27日 15:00 座谈会 会议室\n对象：{said}")
    assert set(school.states()) == expected
    assert f"应到{len(expected)}" in shown.text


async def test_people_who_are_named_come_besides_and_count_once(world: World) -> None:
    school = await open_committee(world)
    shown = await world.say(school.lin, f"{MEETING['zh']}\n另邀：陈帆、王渡\n列席：周敏、李川")
    assert "应到3人" in shown.text
    await world.press(school.lin, "确认", message=shown)
    assert set(school.states()) == {"王渡", "李川", "何湾", "陈帆", "周敏"}
    assert "应到3 · 签到0" in shown.text


@pytest.mark.parametrize(
    ("language", "line", "refused"),
    [
        ("zh", "对象：组长", "没有“组长”可以邀请"),
        ("en", "For: group leaders", "there is nobody to invite for “Group leader”"),
    ],
)
async def test_a_meeting_of_nobody_is_refused(
    world: World, language: str, line: str, refused: str
) -> None:
    school = await open_committee(world, language)
    shown = await plan(school, MEETING[language].split("\n")[0] + f"\n{line}", language)
    assert refused in shown.text
    assert school.states() == {}


@pytest.mark.parametrize("said", ["部长", "委员、部长", "长" * 4000])
async def test_an_unknown_office_is_told(world: World, said: str) -> None:
    school = await open_committee(world)
    shown = await world.say(school.lin, f"/activity 11月27日 15:00 支委会 会议室\n对象：{said}")
    assert f"没有叫{said[-2:]}" in shown.text or "没有叫长长" in shown.text
    assert "🎯" not in shown.text


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_series_invites_who_is_on_the_committee_by_then(
    world: World, language: str
) -> None:
    school = await open_committee(world, language)
    shown = await world.say(school.lin, SERIES[language])
    assert FOR[language] in shown.text
    await world.press(school.lin, CONFIRM[language], message=shown)
    await world.move_to(at("2026-11-24 10:00"))
    end_office(world, school.scene.people["王渡"])
    chen, branch, now = school.scene.people["陈帆"], school.scene.units["branch"], world.clock()
    world.change(lambda s: add_office(s, chen, branch, role="committee_member", now=now))
    heard = len(world.messages(school.wang))
    await world.move_to(at("2026-11-30 07:31"))
    assert on_list(school, activity=2) == {"李川", "何湾", "陈帆"}
    assert not [one for one in world.messages(school.wang)[heard:] if "12月7日" in one.text]


async def test_who_was_named_stays_when_his_office_ends(world: World) -> None:
    school = await open_committee(world)
    await plan(school, f"{SERIES['zh']}\n另邀：王渡\n列席：周敏")
    end_office(world, school.scene.people["王渡"])
    end_office(world, school.scene.people["何湾"])
    await world.move_to(at("2026-11-30 07:31"))
    assert on_list(school, activity=2) == {"李川", "王渡", "周敏"}


async def test_once_more_is_for_the_same(world: World) -> None:
    school = await open_committee(world)
    await plan(school, MEETING["zh"])
    end_office(world, school.scene.people["王渡"])
    await press_stale(world, school.lin, world.last(school.lin), "v1:plan_again:1:1")
    shown = await world.say(school.lin, "12月4日 15:00")
    assert FOR["zh"] in shown.text
    assert "应到2人" in shown.text
    assert "另邀" not in shown.text


@pytest.mark.parametrize(
    ("language", "said", "difference", "both"),
    [
        ("zh", "对象：书记", "对象：委员 → 书记", "此次及以后"),
        ("en", "For: secretaries", "For whom: Committee member → Secretary", "This and following"),
    ],
)
async def test_it_becomes_one_for_others_before_people_are_invited(
    world: World, language: str, said: str, difference: str, both: str
) -> None:
    school = await open_committee(world, language)
    await plan(school, SERIES[language], language)
    await press_stale(world, school.lin, world.last(school.lin), "v1:amend:2:1")
    shown = await world.say(school.lin, said)
    assert difference in shown.text
    await press_stale(world, school.lin, shown, data_of(shown, both))
    assert on_list(school, activity=2) == on_list(school, activity=4) == {"林岚", "陈帆"}
    assert on_list(school, activity=1) == {"王渡", "李川", "何湾"}
    await world.move_to(at("2026-12-02 10:00"))
    assert on_list(school, activity=6) == {"林岚", "陈帆"}


@pytest.mark.parametrize(
    ("activity", "said", "warned"),
    [(1, "书记", "已经发出邀请"), (2, "组长", "没有可以邀请的人"), (2, "部长", "没有叫部长")],
)
async def test_what_may_not_be_changed_is_told(
    world: World, activity: int, said: str, warned: str
) -> None:
    school = await open_committee(world)
    await plan(school, SERIES["zh"])
    await press_stale(world, school.lin, world.last(school.lin), f"v1:amend:{activity}:1")
    shown = await world.say(school.lin, f"对象：{said}")
    assert warned in shown.text
    assert "确认" not in labels(shown)


async def test_an_invitation_between_preview_and_confirm_wins(world: World) -> None:
    school = await open_committee(world)
    await plan(school, SERIES["zh"])
    await press_stale(world, school.lin, world.last(school.lin), "v1:amend:2:1")
    shown = await world.say(school.lin, "对象：书记")
    data = data_of(shown, "仅此一次")
    await world.move_to(at("2026-11-30 07:31"))
    await press_stale(world, school.lin, shown, data)
    assert "已经发出邀请" in shown.text
    assert on_list(school, activity=2) == {"王渡", "李川", "何湾"}
