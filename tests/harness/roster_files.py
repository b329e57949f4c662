"""Roster workbooks as an administrator would send them."""

from collections.abc import Sequence
from io import BytesIO

import openpyxl

from sandbox.chats import Message, Person
from tests.harness.world import World

UNIT_HEADINGS = ("编号", "名称", "类别", "上级", "任期开始", "任期(年)")
PEOPLE_HEADINGS = ("编号", "姓名", "组织", "职务", "职务所在组织", "标签", "语言")

Rows = Sequence[Sequence[object]]


def roster_file(units: Rows, people: Rows) -> bytes:
    """Both sheets with Chinese headings, as a spreadsheet program saves them."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, headings, rows in (
        ("组织", UNIT_HEADINGS, units),
        ("人员", PEOPLE_HEADINGS, people),
    ):
        sheet = book.create_sheet(title)
        for row in (headings, *rows):
            sheet.append(list(row))
    paper = BytesIO()
    book.save(paper)
    return paper.getvalue()


async def send_file(
    world: World, phone: Person, content: bytes, *, name: str = "roster.xlsx"
) -> Message:
    """Attach a file and wait for the answer: the last message of the chat."""
    world.stand_in.people.send_document(phone, name, content)
    await world.muduo.settle()
    return world.last(phone)
