"""The page's tools against the real bot: the timeline, the way back, one's own organisation."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from papers.roster_template import example_roster
from papers.roster_writing import write_roster
from tests.harness.chromium import looking_at
from tests.harness.real_runs import running

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    async with running(tmp_path, "sandbox", sandbox_port=0) as run:
        found = re.search(r"http://127\.0\.0\.1:\d+/\S+/$", await run.line("http"))
        assert found is not None
        async with looking_at(found.group()) as page:
            await page.get_by_role("button", name="结束导览").click()
            yield page


async def test_a_day_opens_and_is_gone_back_to(page: Page) -> None:
    await page.locator("#next").click()
    await expect(page.locator("#now b")).to_have_text("08:30")
    await expect(page.locator(".pane .theirs")).not_to_have_count(0)
    await page.locator(".days .sent").click()
    await page.locator("#day-card li button").first.click()
    await expect(page.locator(".message.shown")).to_have_count(1)

    await page.locator(".days .kept").click()
    await page.get_by_role("button", name="回到 08:20").click()
    await page.get_by_role("button", name="回到那一刻").click()

    await expect(page.locator("#now b")).to_have_text("08:20")
    await expect(page.locator(".pane .theirs")).to_have_count(0)


async def test_a_moment_that_is_named_is_found_on_its_day(page: Page) -> None:
    await page.get_by_role("button", name="保存这一刻").click()
    await page.get_by_placeholder("名称（可不填）").fill("开会之前")
    await page.get_by_role("button", name="保存", exact=True).click()
    await page.locator(".days .kept").click()
    await expect(page.locator("#day-card")).to_contain_text("回到 08:20 · 开会之前")


async def test_ones_own_organisation_takes_the_stage(page: Page, tmp_path: Path) -> None:
    roster = tmp_path / "我的名册.xlsx"
    roster.write_bytes(write_roster(example_roster("zh"), "zh"))
    await page.get_by_role("button", name="用您自己的名册和方案").click()
    await page.locator(".drop input").set_input_files(roster)
    await page.get_by_role("button", name="换成我的组织").click()
    await expect(page.locator(".report")).to_have_text("已载入 3 个组织、3 人，其中 3 人有手机。")
    await expect(page.locator(".pane h2").first).to_have_text("林示例")

    async with page.expect_download() as download:
        await page.get_by_role("button", name="导出配置").click()
    assert (await download.value).suggested_filename == "muduo-setup.zip"


async def test_a_file_that_is_neither_roster_nor_plan_is_told_in_one_sentence(
    page: Page, tmp_path: Path
) -> None:
    letter = tmp_path / "通知.docx"
    letter.write_bytes(b"PK\x03\x04")
    await page.get_by_role("button", name="用您自己的名册和方案").click()
    await page.locator(".drop input").set_input_files(letter)

    await expect(page.locator(".report")).to_have_text(
        "“通知.docx”既不是名册（.xlsx），也不是方案（.yaml）。"
    )
    await expect(page.get_by_role("button", name="换成我的组织")).to_be_disabled()


async def test_who_reads_english_lets_them_speak_english(page: Page) -> None:
    await page.get_by_role("button", name="Switch to English").click()
    await page.get_by_role("button", name="Two-minute tour").click()
    await page.get_by_role("button", name="Let them speak English").click()
    await expect(page.locator(".pane h2").first).to_have_text("Wang Du")
    await expect(page.locator('[data-at="0.0"]')).not_to_contain_text("speak English")


async def test_what_telegram_drops_arrives_after_all_and_nothing_is_lost(page: Page) -> None:
    await page.get_by_role("button", name="让 Telegram 出错").click()
    await page.get_by_role("button", name="发出前断线").click()
    await expect(page.get_by_text("还有 2 次故障会发生")).to_be_visible()
    await page.locator("#next").click()

    await expect(page.get_by_text("现在一切正常")).to_be_visible()
    await expect(page.locator(".count.due dd")).to_have_text("2")
    await page.get_by_role("button", name="+1 小时").click()
    await expect(page.locator(".count.due, .count.sending, .count.uncertain")).to_have_count(0)
    await expect(page.locator(".count.dead")).to_have_count(0)
    sent = int(await page.locator(".count.sent dd").inner_text())
    assert sent > 2
    shown = page.locator(".days .today")
    await expect(shown).to_have_attribute("aria-label", re.compile(rf"发出 {sent} 条"))
