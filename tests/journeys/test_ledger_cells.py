"""The workbook of a ledger in both languages, read back cell by cell by another library."""

from datetime import date, time
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from sqlmodel import update

from domain.act import ActKind
from storage.tables.organisation import PersonRow
from tests.harness.ledgers import SHEETS, ask_for_file, read_book
from tests.harness.two_districts import november
from tests.harness.world import World, at
from tests.journeys.ledgering import DANGEROUS, phone, set_scene

Rows = list[tuple[Any, ...]]
EXCEL = "📗 Excel"
STONE = "青石小学"
NO_SUMS = ("none",) * 8
HELD_ON, ENDS_ON = date(2026, 10, 9), date(2026, 10, 31)
READING = (HELD_ON, STONE, "读书会")
IN_ENGLISH: dict[str, Rows] = {
    "Activities": [
        (
            *("No.", "Date", "Time", "First set for", "Unit", "Activity", "Duty", "Place", "Topic"),
            *("State", "Expected", "Came", "Of these late", "Left early", "On leave", "Absent"),
            *("Rate", "Quorum"),
        ),
        (
            *(1, HELD_ON, time(15), "none", STONE, "读书会", "none", "三楼", "none", "held"),
            *(4, 2, 1, 0, 1, 1, 0.5, "none"),
        ),
        (
            *(2, date(2026, 10, 20), time(15), "none", STONE, "停办", "none", "none", "none"),
            *("called off", *NO_SUMS),
        ),
    ],
    "Attendance": [
        (
            "No.",
            "Date",
            "Held by",
            "Activity",
            "Full name",
            "Unit",
            "State",
            "Checked in at",
            "Way",
        ),
        # The district above is nobody's business in a school, so its officer is without a home.
        (1, *READING, "何静", "none", "absent", "none", "none"),
        (2, *READING, "林岚", STONE, "present", time(14, 50), "self"),
        (3, *READING, "王渡", STONE, "late", time(15, 12), "self"),
        (4, *READING, DANGEROUS, STONE, "on leave", "none", "none"),
    ],
    "Reports": [
        (
            *("No.", "Unit", "Owed by", "Report", "Period", "Due", "State", "Handed in by"),
            *("Handed in on", "Days late", "Reviewed on", "Versions", "File"),
        ),
        (
            *(1, STONE, STONE, "Duty report", "October 2026", ENDS_ON, "accepted", "林岚"),
            *(date(2026, 11, 2), 2, "none", 1, "yes"),
        ),
    ],
    "Terms of office": [
        (
            *("No.", "Body", "Kind", "Superior", "Elected on", "Term (years)", "Ends on"),
            *("Days left", "State", "Letter of reminder", "Request", "Approval no."),
            *("Next election", "Due / present", "Secretary", "Committee", "Extension", "Remarks"),
        ),
        (
            *(1, STONE, "学校", "none", date(2024, 5, 20), 3, date(2027, 5, 20), 178),
            *("ends within 6 months", "none", "none", None, "none", "none", "林岚"),
            *("none", "none", None),
        ),
    ],
    "Reminders sent": [
        ("No.", "Date", "Time", "Unit", "Duty", "Period", "Kind", "Told", "Outcome")
    ],
}
REMINDED = {
    "zh": (STONE, "履责报告", "2026年11月", "提醒", "林岚", "已送达"),
    "en": (STONE, "Duty report", "November 2026", "reminder", "林岚", "arrived"),
}


async def test_every_cell_of_the_english_workbook(world: World) -> None:
    scene = await set_scene(world, "en")
    lin = phone(world, scene, "林岚")
    await world.say(lin, "/ledger")
    assert read_book((await ask_for_file(world, lin, EXCEL))[1]) == IN_ENGLISH


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_sheet_of_reminders_has_a_row_for_each_message_that_came(
    world: World, language: str
) -> None:
    scene = await november(world, ActKind.REPORT)
    world.change(lambda s: s.execute(update(PersonRow).values(language=language)))
    lin = phone(world, scene, "林岚")
    for day in ("11-20", "11-27", "11-30", "12-01"):
        await world.move_to(at(f"2026-{day} 08:30"))
    came = [world.place.local(one.date) for one in world.messages(lin)]
    await world.say(lin, "/ledger 2026")
    [_, *rows] = read_book((await ask_for_file(world, lin, EXCEL))[1])[SHEETS[language][-1]]
    assert rows == [
        (number, moment.date(), time(moment.hour, moment.minute), *REMINDED[language])
        for number, moment in enumerate(came, start=1)
    ]
    assert len(rows) == 4


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_sheet_prints_on_a4_with_its_headings_in_sight_and_can_be_filtered(
    world: World, language: str
) -> None:
    scene = await set_scene(world, language)
    lin = phone(world, scene, "林岚")
    await world.say(lin, "/ledger")
    content = (await ask_for_file(world, lin, EXCEL))[1]
    for page in openpyxl.load_workbook(BytesIO(content)).worksheets:
        last = page.dimensions.partition(":")[2]
        head = next(cell.row for cell in page["A"] if cell.value in ("序号", "No."))
        assert page.freeze_panes is not None
        assert page.freeze_panes.endswith(str(head + 1)), page.title
        assert page.print_title_rows == f"${head}:${head}"
        # As wide as one page of A4, and as many pages as it takes.
        assert (page.page_setup.paperSize, page.page_setup.fitToHeight) == (9, 0)
        assert page.sheet_properties.pageSetUpPr is not None
        assert page.sheet_properties.pageSetUpPr.fitToPage
        if page.max_row > head:
            assert page.auto_filter.ref == f"A{head}:{last}"
