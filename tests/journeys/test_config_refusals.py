"""A broken configuration is refused with its line and its reason, and changes nothing."""

import pytest

from sandbox.chats import Person
from storage import config_versions, duties
from tests.harness.scenes import Organisation, small_school_committee
from tests.harness.world import World
from tests.journeys.configuring import export, install_starter, send_config

LAUGHS = "a0: &a0 ha\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 30))
NEVER_MIND = "什么都没有改动"


@pytest.fixture
def scene(world: World) -> Organisation:
    now = world.clock()
    return world.change(lambda s: small_school_committee(s, now))


@pytest.fixture
def admin(world: World, scene: Organisation) -> Person:
    return world.give_phone(scene.people["何静"], "何静")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"muduo: 1\nplans:\n\town: {}\n", "第3行\n行首有制表符", id="a tab"),
        pytest.param(
            b"muduo: 1\nplans: {}\nplanes: {}\n", "第3行\n这里没有这个词：planes", id="key"
        ),
        pytest.param(b"plans: {}\n", "第1行\n缺少：muduo", id="something missing"),
        pytest.param("计划：".encode("gb18030"), "第1行\n这不是UTF-8文本", id="not UTF-8"),
        pytest.param(b"\xff\xfe" + "计划".encode("utf-16-le"), "不是UTF-8文本", id="UTF-16"),
        pytest.param(LAUGHS.encode(), "第1行\n不接受锚点", id="a billion laughs"),
        pytest.param(b"a: !!python/object/apply:os.system [x]", "不接受标签", id="a Python tag"),
        pytest.param(b"#" * 5 * 1024 * 1024, "文件太大：最多512 KB", id="5 MB"),
        pytest.param(b"[" * 400_000, "嵌套层数太多", id="very deep"),
        pytest.param(b"", "文件是空的", id="nothing"),
        pytest.param(b"muduo: 1\nplans: [\n", "不是有效的YAML", id="cut off"),
        pytest.param(b"PK\x03\x04 not yaml", "不是UTF-8文本", id="a workbook by another name"),
    ],
)
async def test_a_broken_file_changes_nothing(
    world: World, admin: Person, content: bytes, says: str
) -> None:
    await world.say(admin, "/config")
    shown = await send_config(world, admin, content)
    assert says in shown.text
    assert NEVER_MIND in shown.text
    assert world.look(config_versions.count) == 0


@pytest.mark.parametrize(
    ("written", "instead", "says"),
    [
        pytest.param("per: month", "per: 月", "这里不能写“月”。可以写：", id="a period"),
        pytest.param("[学校]", "[学院]", "没有符合条件的对象", id="nobody"),
        pytest.param("{kinds: [学校]}", "{units: [U-404]}", "花名册里没有编号U-404", id="an ID"),
        pytest.param("at_least: 1", "at_least: 99", "“99”超出了允许的范围", id="too often"),
        pytest.param("kind: activity", "kind: vote", "选举只用于换届", id="a vote"),
    ],
)
async def test_a_senseless_line_is_named(
    world: World, admin: Person, written: str, instead: str, says: str
) -> None:
    await install_starter(world, admin)
    known = await export(world, admin)
    before = world.look(duties.find_all)
    shown = await send_config(world, admin, known.replace(written, instead, 1))
    assert "第" in shown.text
    assert says in shown.text
    assert NEVER_MIND in shown.text
    assert [one.version for one in world.look(duties.find_all)] == [one.version for one in before]


async def test_an_english_reader_is_refused_in_english(world: World, scene: Organisation) -> None:
    admin = world.give_phone(scene.people["何静"], "何静", language="en")
    shown = await send_config(world, admin, b"muduo: 1\nplans:\n  own: {name: {en: x}}\n")
    assert shown.text == "Line 3\nThis is missing: duties\nNothing was changed."


async def test_a_member_sends_a_file_and_nobody_reads_it(world: World, scene: Organisation) -> None:
    member = world.give_phone(scene.people["王渡"], "王渡")
    shown = await send_config(world, member, b"muduo: 1\nplans: {}\n")
    assert "YAML" not in shown.text
    assert world.look(config_versions.count) == 0
