"""What comes late for a file concerns that file and its author, though it may be gone by then."""

from actions.file_keeping import take_copy
from actions.report_cards import load_refused_files
from domain.delivery import Delivery, Kind
from domain.report_form import FileType
from storage import report_files
from storage.report_files import Copy
from tests.harness.world import World
from tests.journeys.reporting import A_PDF, a_school_that_owes_a_report, phone, write
from tests.journeys.test_late_files import files, hand_over, send_unfetched


async def test_what_was_fetched_for_a_file_that_was_taken_out_is_given_to_no_other(
    world: World,
) -> None:
    scene = await a_school_that_owes_a_report(world)
    lin = phone(world, scene, "林岚")
    await write(world, lin, "见附件。")
    await send_unfetched(world, lin, "one.pdf", A_PDF)
    [gone] = files(world)
    world.change(lambda s: report_files.remove(s, gone.report_id))
    await send_unfetched(world, lin, "two.pdf", A_PDF + b" 2")
    copy = Copy(mark="0" * 64, size=1, type=FileType.PDF)
    now, place, file_id = world.clock(), world.muduo.parts.place, gone.id or 0
    world.change(lambda s: take_copy(s, file_id, copy, now=now, place=place))
    assert [(one.name, one.sha256) for one in files(world)] == [("two.pdf", None)]


async def test_nobody_hears_of_a_refused_file_of_somebody_else(world: World) -> None:
    scene = await a_school_that_owes_a_report(world)
    lin = phone(world, scene, "林岚")
    await write(world, lin, "见附件。")
    sent = await send_unfetched(world, lin, "报告.pdf", b"MZ\x90\x00 a program")
    await hand_over(world, sent)
    [file] = files(world)
    now, place = world.clock(), world.muduo.parts.place
    claimed = [
        Delivery(
            id=number,
            person_id=scene.people[name],
            kind=Kind.FILE_REFUSED,
            subject_id=file.id,
            attempts=0,
            made_at=now,
            facts={},
        )
        for number, name in enumerate(("林岚", "周敏"), start=1)
    ]
    cards = world.look(lambda s: load_refused_files(s, claimed, now=now, place=place))
    assert list(cards) == [1]
