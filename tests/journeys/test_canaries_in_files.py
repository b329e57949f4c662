"""Whatever file an officer is handed, nobody's name and no unit outside his subtree is in it."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
from docx import Document
from sqlmodel import select

from sandbox.chats import Message, Person
from storage.tables.activities import ActivityRow
from storage.tables.reports import ReportRow
from tests.harness.ledgers import read_book
from tests.harness.two_districts import CANARIES, press_data
from tests.harness.world import World
from tests.journeys.ledgering import phone, set_scene

OWN = "青石小学"


def everything_in(message: Message) -> str:
    """Name, caption and every word of a file, with what Office hides in its properties."""
    assert message.document is not None, message.text
    name, content = message.document.name, message.document.content
    said = [name, message.text]
    if name.endswith(".zip"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            said += [archive.read(one).decode("utf-8-sig") for one in archive.namelist()]
            said += archive.namelist()
    elif name.endswith(".docx"):
        paper = Document(BytesIO(content))
        said += [one.text for one in paper.paragraphs]
        said += [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    else:
        said.append(str(read_book(content)))
        said.append(str(openpyxl.load_workbook(BytesIO(content)).properties))
    return "\n".join(said)


async def files_of(world: World, officer: Person, *presses: str) -> list[Message]:
    """The files that these presses bring."""
    before = len(world.messages(officer))
    for data in presses:
        await press_data(world, officer, f"v1:{data}")
    return [one for one in world.messages(officer)[before:] if one.document]


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_no_file_holds_what_is_in_nobodys_subtree(world: World, language: str) -> None:
    scene = await set_scene(world, language)
    he = phone(world, scene, "何静")
    east, stone = scene.units["east"], scene.units["stone"]
    held = world.look(
        lambda s: s.exec(select(ActivityRow.id).where(ActivityRow.title == "读书会")).one()
    )
    await world.say(he, "/terms")
    brought = await files_of(
        world,
        he,
        f"ledger_xlsx:{east}-2026-H2:1",
        f"ledger_csv:{stone}-2026:1",
        "term_ledger:0:1",
        f"sheet:{held}:0",
    )
    kinds = sorted(one.document.name.rpartition(".")[2] for one in brought if one.document)
    assert kinds == ["xlsx", "xlsx", "xlsx", "zip"]
    for one in brought:
        everything = everything_in(one)
        assert OWN in everything
        assert [word for word in CANARIES if word in everything] == []


async def test_files_of_a_foreign_unit_are_made_for_nobody(world: World) -> None:
    scene = await set_scene(world)
    he = phone(world, scene, "何静")
    await world.say(he, "/terms")
    snow = scene.units["snow"]
    foreign = world.look(
        lambda s: s.exec(select(ActivityRow.id).where(ActivityRow.unit_id == snow)).one()
    )
    reports = world.look(lambda s: s.exec(select(ReportRow.id)).all())
    asked = [f"ledger_xlsx:{snow}-2026-H2:1", f"sheet:{foreign}:0", f"term_letter:{snow}:1"]
    asked += [f"{verb}:{one}:0" for one in reports for verb in ("report_word", "report_file")]
    for one in await files_of(world, he, *asked):
        assert [word for word in CANARIES if word in everything_in(one)] == []
