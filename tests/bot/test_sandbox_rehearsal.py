"""Rehearsing with one's own organisation: files in, a fresh stage, the set-up out."""

import io
from base64 import b64encode
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.demo_organisation import phones
from domain.roster import RosterReading
from papers.preset_files import PRESETS
from papers.roster_reading import read_roster
from papers.roster_template import example_roster
from papers.roster_writing import write_roster
from tests.bot.test_sandbox_run import Page, open_page
from tests.harness.real_runs import running

pytestmark = pytest.mark.xdist_group("processes")

ROSTER = example_roster("zh")
PLAN = (PRESETS / "education-starter.yaml").read_text(encoding="utf-8")


def written(content: bytes) -> str:
    return b64encode(content).decode()


async def names(page: Page) -> list[str]:
    return [person["name"] for person in (await page.show("state"))["people"]]


async def test_an_organisation_comes_in_and_goes_out_as_it_is(tmp_path: Path) -> None:
    async with running(tmp_path, "sandbox", sandbox_port=0) as run:
        page = await open_page(run)
        roster = written(write_roster(ROSTER, "zh"))
        told = await page.act("use_own", roster=roster, plan=PLAN, language="zh")
        shown = await names(page)
        guided = await page.show("tour")
        file = await page.act("export_setup")
        packed = await page.load(f"files/{file['file_id']}")
        await page.act("start_over", language="en")
        after = await names(page)
        code, errors = await run.stop()

    assert told == {"units": 3, "people": 3, "refused": 0, "phones": 3, "plan": ""}
    owners, _, units = zip(*(name.partition(" · ") for name in shown), strict=True)
    assert (sorted(owners), guided) == (sorted(one.name for one in ROSTER.people), [])
    assert set(units) <= {unit.name for unit in ROSTER.units}
    with ZipFile(io.BytesIO(packed)) as archive:
        reading = read_roster(archive.read("roster.xlsx"))
        assert archive.read("plan.yaml").decode() == PLAN
        assert "import-roster roster.xlsx --apply" in archive.read("go-live.txt").decode()
    assert isinstance(reading, RosterReading)
    assert {one.name for one in reading.roster.people} == {one.name for one in ROSTER.people}
    assert after == [phone.label.en for phone in phones()]
    assert (code, errors) == (0, "")


async def test_rows_that_cannot_be_taken_are_counted_and_the_rest_comes_in(
    tmp_path: Path,
) -> None:
    nowhere = replace(ROSTER.people[0], code="R99", name="某人", unit="不存在的组织")
    roster = replace(ROSTER, people=(*ROSTER.people, nowhere))
    async with running(tmp_path, "sandbox", sandbox_port=0) as run:
        page = await open_page(run)
        told = await page.act("use_own", roster=written(write_roster(roster, "zh")), language="zh")
        await run.stop()

    assert (told["people"], told["refused"], told["phones"]) == (3, 1, 3)


async def test_a_file_that_is_no_roster_changes_nothing(tmp_path: Path) -> None:
    async with running(tmp_path, "sandbox", sandbox_port=0) as run:
        page = await open_page(run)
        no_roster = await page.refusal("use_own", roster=written(b"PK not a workbook"))
        no_plan = await page.refusal(
            "use_own", roster=written(write_roster(ROSTER, "zh")), plan="code: [oops"
        )
        shown = await names(page)
        await run.stop()

    assert no_roster
    assert "这不是有效的YAML" in no_plan
    assert shown == [phone.label.zh for phone in phones()]
