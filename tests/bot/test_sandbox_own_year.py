"""One's own organisation in a real browser: files in, a year to look at, the set-up out."""

import re
from collections import Counter
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.async_api import ElementHandle, Page, expect
from sqlmodel import Session, create_engine

from bot.demo_organisation import demo_roster
from domain.roster import Roster
from domain.roster_export import roster_of
from papers.preset_files import PRESETS
from papers.roster_writing import write_roster
from storage import duties, rosters
from tests.bot.test_sandbox_tour import address_of
from tests.harness.chromium import looking_at
from tests.harness.real_runs import running
from tests.oracles import demo_oracle, year_facts

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

# Near the day on which the reminders of a January begin: there the sandbox opens.
TODAY, OPENS_ON = "2026-01-10", date(2026, 1, 21)
YEAR_MILLISECONDS = 600_000


@pytest.fixture
def roster() -> Roster:
    """Forty people and one, on three levels."""
    return demo_roster(OPENS_ON, "zh")


@pytest.fixture
def files(tmp_path: Path, roster: Roster) -> list[Path]:
    workbook, plan = tmp_path / "名册.xlsx", tmp_path / "方案.yaml"
    workbook.write_bytes(write_roster(roster, "zh"))
    plan.write_bytes((PRESETS / "education-starter.yaml").read_bytes())
    return [workbook, plan]


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    folder = tmp_path / "sandbox"
    folder.mkdir()
    module = "tests.harness.dated_sandbox"
    async with running(folder, TODAY, module=module, sandbox_port=0) as run:
        # What is refused is an answer of the sandbox with that number.
        async with looking_at(await address_of(run), besides="status of 400") as page:
            await page.get_by_role("button", name="结束导览").click()
            await page.get_by_role("button", name="用您自己的名册和方案").click()
            yield page
        assert await run.stop() == (0, "")


async def drag_in(page: Page, files: list[Path], onto: str) -> None:
    """Let the files go over a part of the page, as a hand does."""
    await page.evaluate(
        """() => {
            const input = document.createElement("input");
            input.type = "file"; input.multiple = true; input.id = "hand";
            document.body.append(input);
        }"""
    )
    await page.locator("#hand").set_input_files(files)
    hand = await page.evaluate_handle(
        """() => {
            const held = new DataTransfer();
            for (const file of document.getElementById("hand").files) held.items.add(file);
            document.getElementById("hand").remove();
            return held;
        }"""
    )
    for step in ("dragenter", "dragover", "drop"):
        await page.locator(onto).dispatch_event(step, {"dataTransfer": hand})


async def take_over(page: Page) -> None:
    await page.get_by_role("button", name="换成我的组织").click()
    await expect(page.locator(".report")).to_have_text(
        "已载入 15 个组织、41 人，其中 41 人有手机。"
    )


async def read_calendar(page: Page) -> dict[str, Counter[date]]:
    """For each person, how many messages each day of the calendar holds."""
    year: dict[str, Counter[date]] = {}
    for one in await page.locator(".year-people button").element_handles():
        await one.click()
        year[await owner_of(one)] = await heard_days(page)
    return year


async def owner_of(button: ElementHandle) -> str:
    name = await button.query_selector("b")
    assert name is not None
    return await name.inner_text()


async def heard_days(page: Page) -> Counter[date]:
    found: list[list[str]] = await page.locator(".heard").evaluate_all(
        "days => days.map((one) => [one.dataset.day, one.getAttribute('aria-label')])"
    )
    return Counter({date.fromisoformat(day): int(label.rpartition(" ")[2]) for day, label in found})


def expected_calendar(roster: Roster) -> dict[str, set[date]]:
    """The days on which the oracle has anything for a person: one message on each."""
    days: dict[str, set[date]] = {one.name: set() for one in roster.people}
    for line in demo_oracle.expected_lines(roster, since=OPENS_ON):
        days[line.person].add(line.day)
    return days


async def test_a_year_of_forty_people_is_the_oracles_year(
    page: Page, files: list[Path], roster: Roster
) -> None:
    await drag_in(page, files, ".drop")
    await take_over(page)
    await page.get_by_role("button", name="看看这一年").click()
    await page.locator("dialog.calendar").wait_for(timeout=YEAR_MILLISECONDS)
    year = await read_calendar(page)
    await page.get_by_role("button", name="关闭").last.click()
    await expect(page.locator("#now")).to_contain_text("2026年1月21日")

    # The list of the year after is not out: the oracle ends with the year itself.
    shown = {
        name: {day for day in days if day <= demo_oracle.LAST_DAY} for name, days in year.items()
    }
    assert shown == expected_calendar(roster)
    assert {count for days in year.values() for count in days.values()} == {1}
    assert len(year) == 41


async def test_what_is_exported_goes_into_a_real_bot(
    page: Page, files: list[Path], tmp_path: Path, roster: Roster
) -> None:
    await page.locator(".drop input").set_input_files(files)
    await take_over(page)
    async with page.expect_download() as download:
        await page.get_by_role("button", name="导出配置").click()
    with ZipFile(await (await download.value).path()) as packed:
        packed.extractall(tmp_path / "setup")

    for words in commands_of(tmp_path / "setup"):
        async with running(tmp_path / "setup", *words) as run:
            assert await run.end() == (0, "")
    known, found = know(tmp_path / "setup" / "muduo.db")
    assert {one.name: one.offices for one in known.people} == {
        one.name: one.offices for one in roster.people
    }
    assert {unit.name: unit.term_began_on for unit in known.units} == {
        unit.name: unit.term_began_on for unit in roster.units
    }
    assert found == {year_facts.STUDY, year_facts.REPORT, year_facts.TERM}


def commands_of(folder: Path) -> list[list[str]]:
    """What the paper in the set-up says to type, after `python -m bot`."""
    paper = (folder / "go-live.txt").read_text(encoding="utf-8")
    return [line.split() for line in re.findall(r"\.venv/bin/python -m bot (.+)", paper)]


def know(path: Path) -> tuple[Roster, set[str]]:
    """The organisation that a bot's database knows, and the names of its duties."""
    engine = create_engine(f"sqlite:///{path}")
    with Session(engine) as session:
        known = rosters.load_known(session)
        return roster_of(known.units, known.people), {
            one.name.zh for one in duties.find_all(session)
        }


WRONG = {
    "a letter by the name of a workbook": (
        "名册.xlsx",
        b"Dear all",
    ),
    "a plan that is no YAML": ("方案.yaml", b"code: [oops"),
    "a plan of somebody else": ("方案.yaml", b"services:\n  web: nginx\n"),
    "a plan that is a picture": ("方案.yaml", bytes(range(256))),
}


@pytest.mark.parametrize(("name", "content"), WRONG.values(), ids=WRONG.keys())
async def test_a_wrong_file_is_refused_and_nothing_changes(
    page: Page, files: list[Path], name: str, content: bytes
) -> None:
    before = await page.locator("#chats b").all_inner_texts()
    files[name.endswith("yaml")].write_bytes(content)
    await page.locator(".drop input").set_input_files(files)
    await page.get_by_role("button", name="换成我的组织").click()

    said = await page.locator(".report").inner_text()
    assert len(said.splitlines()) == 1, said
    assert re.search("[\u4e00-\u9fff]", said), said
    assert len(said) < 120, said
    assert await page.locator("#chats b").all_inner_texts() == before
