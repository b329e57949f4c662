"""The scene in which reports are written, and how every story about them begins."""

from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from domain.act import Act, ActKind
from domain.audience import Audience
from domain.bilingual import Bilingual
from domain.cadence import Quota
from domain.duty import Duty
from domain.ladder import ReminderPolicy
from domain.period import PeriodKind
from domain.report_form import FileType, ReportForm, ReportRule, Section, Takes
from sandbox.chats import Message, Person
from storage.tables.organisation import PersonRow
from storage.tables.reports import ReportFileRow
from tests.harness.scenes import (
    Organisation,
    add_duty,
    add_person,
    keep_duty,
    small_school_committee,
)
from tests.harness.world import World, at

A_PDF = b"%PDF-1.7 a report"
A_PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000")
A_FORM = ReportForm(
    code="small",
    name=Bilingual(zh="小报告", en="Small report"),
    sections=(
        Section(
            code="count",
            name=Bilingual(zh="会议次数", en="Sessions"),
            asks=Bilingual(zh="开了几次会？", en="How many sessions?"),
            takes=Takes.NUMBER,
            most=99,
        ),
        Section(
            code="work",
            name=Bilingual(zh="主要工作", en="What was done"),
            takes=Takes.WORDS,
            least=4,
            most=200,
        ),
        Section(
            code="papers",
            name=Bilingual(zh="佐证材料", en="Papers"),
            takes=Takes.FILES,
            is_optional=True,
            most=3,
            file_types=(FileType.PDF, FileType.PICTURE),
        ),
    ),
)


async def a_school_with_a_kind_of_report(
    world: World, *, form: ReportForm = A_FORM, by_head: bool = False
) -> Organisation:
    """The same, of a kind with three sections; perhaps the head of the school confirms."""
    now = world.clock()
    made = world.change(lambda s: small_school_committee(s, now))
    named = Bilingual(zh="履责报告", en="Duty report")
    rule = ReportRule(form=form, by_head=by_head)
    duty = Duty(
        id=0,
        code="duty-report",
        name=named,
        source=Bilingual(zh="来源", en="Source"),
        audience=Audience(kinds=("学校",)),
        acts=(Act(kind=ActKind.REPORT, code="report", name=named, report=rule),),
        cadence=Quota(per=PeriodKind.MONTH),
        reviewer_kinds=("委员会",),
        policy=ReminderPolicy(),
        begins_on=date(2026, 11, 1),
    )
    world.change(lambda s: keep_duty(s, duty))
    await world.move_to(at("2026-11-02 09:00"))
    return made


async def a_school_that_owes_a_report(world: World) -> Organisation:
    """A monthly report that the school owes to the committee, open since 1 November."""
    now = world.clock()
    made = world.change(lambda s: small_school_committee(s, now))
    world.change(
        lambda s: add_duty(
            s,
            ActKind.REPORT,
            owner_kinds=["学校"],
            reviewer_kinds=["委员会"],
            begins_on=date(2026, 11, 1),
        )
    )
    await world.move_to(at("2026-11-02 09:00"))
    return made


def phone(world: World, scene: Organisation, name: str, language: str = "zh-hans") -> Person:
    """A linked phone of somebody in the scene, who is spoken to in the phone's language."""
    person_id = scene.people[name]

    def speak(session: Session) -> None:
        session.get_one(PersonRow, person_id).language = language[:2]

    world.change(speak)
    return world.give_phone(person_id, name, language=language)


def another_officer(
    world: World, scene: Organisation, name: str, *, unit: str, role: str = "secretary"
) -> Person:
    """One more officer, with a linked phone."""
    now = world.clock()
    person_id = world.change(
        lambda s: add_person(s, name, scene.units[unit], roles=[role], now=now)
    )
    return world.give_phone(person_id, name)


async def write(world: World, author: Person, words: str, *, number: int = 1) -> None:
    """Begin the report of that number in the list and send its words."""
    await world.say(author, "报告")
    await world.press(author, f"{number} 提交")
    await world.say(author, words)


async def hand_in(world: World, author: Person, words: str, *, number: int = 1) -> None:
    """Write the report and hand it in."""
    await write(world, author, words, number=number)
    await world.press(author, "提交")


def files(world: World) -> list[ReportFileRow]:
    """Every file of every report, in the order in which they came."""
    return world.look(lambda s: list(s.exec(select(ReportFileRow).order_by(col(ReportFileRow.id)))))


async def send_file(world: World, person: Person, name: str, content: bytes) -> Message:
    """Send a document; returns what was answered."""
    world.stand_in.people.send_document(person, name, content)
    await world.muduo.settle()
    return world.last(person)


async def hand_in_two_files(world: World, author: Person) -> None:
    """Hand in a report with one.pdf, which is `A_PDF`, and two.pdf, which is another."""
    await write(world, author, "见附件。")
    await send_file(world, author, "one.pdf", A_PDF)
    await send_file(world, author, "two.pdf", A_PDF + b" 2")
    await world.press(author, "提交")


async def press_stale(world: World, person: Person, press: str) -> str:
    """Press what an old or altered client still shows; returns the toast."""
    message_id = world.messages(person)[-1].message_id if world.messages(person) else 1
    query = world.stand_in.people.press_stale(person, message_id, press)
    await world.muduo.settle()
    answer = world.stand_in.callback_answers[query]
    assert answer is not None, "the press was not answered"
    return answer.text


async def send_raw(world: World, person: Person, number: int, **content: Any) -> None:
    """Send a message of a kind that the stand-in's people do not send by themselves."""
    chat = {"id": person.id, "type": "private", "first_name": person.name}
    message = {
        "message_id": 900_000 + number,
        "date": int(world.clock().timestamp()),
        "chat": chat,
        "from": person.to_json(),
        **content,
    }
    world.stand_in.raw_update({"message": message})
    await world.muduo.settle()
