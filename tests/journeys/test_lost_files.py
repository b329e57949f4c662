"""Copies of files that are gone or no longer what they were."""

import re
from datetime import timedelta

import pytest

from tests.harness.scenes import Organisation
from tests.harness.world import World
from tests.journeys.reporting import (
    A_PDF,
    a_school_that_owes_a_report,
    files,
    hand_in_two_files,
    phone,
)


@pytest.fixture
async def scene(world: World) -> Organisation:
    return await a_school_that_owes_a_report(world)


async def test_a_copy_that_is_no_longer_what_it_was_is_not_handed_out(world: World) -> None:
    copies = world.muduo.copies
    mark = copies.keep(A_PDF, now=world.clock())
    path = world.muduo.parts.files / mark[:2] / mark
    path.write_bytes(b"something else")
    assert copies.fetch(mark) is None
    assert copies.keep(A_PDF, now=world.clock()) == mark
    assert copies.fetch(mark) == A_PDF
    assert copies.fetch("../../etc/passwd") is None


async def test_a_file_that_is_lost_everywhere_is_said_with_a_number_and_the_others_come(
    world: World, scene: Organisation
) -> None:
    lin, zhou = phone(world, scene, "林岚"), phone(world, scene, "周敏")
    await hand_in_two_files(world, lin)
    lost, _ = files(world)
    del world.stand_in.world.files._by_id[lost.file_id]
    world.muduo.copies.delete(lost.sha256 or "", older_than=world.clock() + timedelta(days=1))
    await world.press(zhou, "查看文件（2）")
    sent = [one.document.name for one in world.messages(zhou) if one.document is not None]
    assert sent == ["two.pdf"]
    assert re.fullmatch(
        r"有1个文件无法显示，请联系填报人重新发送；如再次出现，请把编号[0-9a-f]{8}告诉管理员。",
        world.last(zhou).text,
    )
