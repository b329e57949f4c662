"""Our copies of files: fetched however long it takes, and never deleted while one is wanted."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlmodel import select

from storage.file_store import FileStore
from storage.tables.reports import ReportFileRow
from tests.harness.world import World
from tests.journeys.reporting import A_PDF, a_school_that_owes_a_report, phone, write

TODAY = datetime(2026, 11, 27, 4, 0, tzinfo=UTC)


async def test_a_file_still_comes_when_telegram_was_out_of_reach_for_hours(world: World) -> None:
    scene = await a_school_that_owes_a_report(world)
    lin = phone(world, scene, "林岚")
    await write(world, lin, "见附件。")
    sent = world.stand_in.people.send_document(lin, "one.pdf", A_PDF)
    assert sent.document is not None
    shelf = world.stand_in.world.files
    del shelf._by_id[sent.document.file_id]
    await world.muduo.settle()
    for _ in range(30):
        await world.muduo.files.fetch()
    shelf.keep(sent.document)
    await world.muduo.files.fetch()
    [kept] = world.look(lambda s: s.exec(select(ReportFileRow)).all())
    assert kept.sha256 is not None


def test_a_copy_that_is_kept_anew_while_the_cleaner_looks_is_not_deleted(tmp_path: Path) -> None:
    copies = FileStore(tmp_path)
    young = TODAY - timedelta(days=1)
    mark = copies.keep(A_PDF, now=TODAY - timedelta(days=2))
    assert [*copies.find_older(than=young)] == [[mark]]
    copies.keep(A_PDF, now=TODAY)
    copies.delete(mark, older_than=young)
    assert copies.fetch(mark) == A_PDF
    copies.delete(mark, older_than=TODAY + timedelta(days=1))
    assert copies.fetch(mark) is None
    copies.delete(mark, older_than=TODAY)
