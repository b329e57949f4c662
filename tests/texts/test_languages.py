"""Everybody reads dates, numbers and lists as their own language writes them."""

from datetime import UTC, date, datetime, time

import pytest

from texts import labels
from texts.languages import LANGUAGES, Language, language
from texts.words import bold, name

ZH, EN = language("zh"), language("en")
NOVEMBER_25 = date(2026, 11, 25)
LABELS = (
    labels.check_in, labels.cannot_come, labels.done, labels.hand_in, labels.accept,
    labels.send_back, labels.confirm, labels.discard, labels.nudge, labels.yes, labels.no,
    labels.not_me, labels.held, labels.moved, labels.cancelled, labels.undo, labels.in_hand,
)  # fmt: skip


@pytest.mark.parametrize(
    ("code", "spoken"),
    [("zh", ZH), ("zh-hans", ZH), ("zh_CN", ZH), ("ZH-TW", ZH), ("en", EN), ("en-GB", EN),
     ("EN_us", EN), ("fr", ZH), ("", ZH), (None, ZH)],
)  # fmt: skip
def test_a_telegram_code_finds_its_language(code: str | None, spoken: Language) -> None:
    assert language(code) == spoken


def test_an_unknown_language_becomes_the_one_of_the_house() -> None:
    assert language("fr", default="en") == EN
    assert tuple(language(code).code for code in LANGUAGES) == LANGUAGES


def test_days_and_moments() -> None:
    noon = datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
    assert (ZH.day(NOVEMBER_25), EN.day(NOVEMBER_25)) == ("11月25日星期三", "Wed 25 Nov")
    assert ZH.day(NOVEMBER_25, now_year=2026) == "11月25日星期三"
    assert ZH.day(NOVEMBER_25, now_year=2027) == "2026年11月25日星期三"
    assert EN.day(NOVEMBER_25, with_year=True) == "Wed 25 Nov 2026"
    assert (ZH.clock(time(15)), EN.clock(time(9, 5))) == ("15:00", "09:05")
    assert (ZH.moment(noon), EN.moment(noon)) == ("11月25日星期三 15:00", "Wed 25 Nov 15:00")
    assert EN.moment(noon, now_year=2025) == "Wed 25 Nov 2026 15:00"


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        ZH.moment(datetime(2026, 11, 25, 15, 0))  # noqa: DTZ001 - the refused thing itself


def test_ranges_of_days_say_the_year_only_when_it_matters() -> None:
    friday, new_year = date(2026, 11, 27), date(2027, 1, 3)
    assert ZH.day_range(NOVEMBER_25, friday) == "11月25日至27日"
    assert EN.day_range(NOVEMBER_25, friday) == "25–27 Nov"
    assert EN.day_range(NOVEMBER_25, friday, now_year=2025) == "25–27 Nov 2026"
    assert ZH.day_range(NOVEMBER_25, new_year) == "2026年11月25日至2027年1月3日"
    assert EN.day_range(friday, friday) == "Fri 27 Nov"


@pytest.mark.parametrize(
    ("key", "zh", "en"),
    [
        ("2026", "2026年", "2026"),
        ("2026-H1", "2026年上半年", "first half of 2026"),
        ("2026-H2", "2026年下半年", "second half of 2026"),
        ("2026-Q4", "2026年第四季度", "4th quarter 2026"),
        ("2026-11", "2026年11月", "November 2026"),
        ("2026-11-25", "2026年11月25日星期三", "Wed 25 Nov 2026"),
        ("2026-S2", "2026–2027学年第2学期", "term 2 of 2026–2027"),
        ("2026-S-Camp", "2026–2027学年Camp", "Camp, 2026–2027"),
        ("2026-S-军训-2", "2026–2027学年军训-2", "军训-2, 2026–2027"),
        ("2026-13", "2026-13", "2026-13"),
        ("2026-02-30", "2026-02-30", "2026-02-30"),
        ("0000-01", "0000-01", "0000-01"),
    ],
)
def test_periods_have_names(key: str, zh: str, en: str) -> None:
    assert (ZH.period_name(key), EN.period_name(key)) == (zh, en)


def test_numbers_shares_and_lists() -> None:
    assert (ZH.number(12_345), EN.number(1_234.5)) == ("12,345", "1,234.5")
    assert (ZH.percent(0.5), EN.percent(1)) == ("50%", "100%")
    assert ZH.percent(0.999) == "99%", "what is nearly whole is not whole"
    assert ZH.list_of(["甲", "乙", "丙"]).plain() == "甲、乙和丙"
    assert EN.list_of(["A", bold("B"), "C"]).html() == "A, <b>B</b> and C"
    assert EN.list_of(["A"]).plain() == "A"
    assert EN.list_of([]).plain() == ""
    assert EN.list_of(["{n1}", "B"]).plain() == "{n1} and B"


def test_a_bilingual_value_shows_the_readers_side_or_the_only_one() -> None:
    assert (ZH.choose(zh="支部", en="branch"), EN.choose(zh="支部", en="branch")) == (
        "支部",
        "branch",
    )
    assert (ZH.choose(zh="", en="branch"), EN.choose(zh="支部", en="")) == ("branch", "支部")


def test_values_of_every_kind_are_said_in_the_readers_language() -> None:
    said = EN.say(
        "{who}, {day} {at}, {year}",
        who=bold(name("Ann <3")),
        day=NOVEMBER_25,
        at=time(15),
        year=2026,
    )
    assert said.html() == "<b>Ann &lt;3</b>, Wed 25 Nov 15:00, 2026"
    assert ZH.label("{it}", it=datetime(2026, 11, 25, 15, tzinfo=UTC)) == "11月25日星期三 15:00"


def test_values_and_placeholders_must_agree() -> None:
    for message, values in (("{who}", {}), ("hello", {"who": "x"}), ("{who}", {"whom": "x"})):
        with pytest.raises(ValueError, match="names"):
            EN.say(message, **values)
    for message in ("{who!r}", "{who.name}", "{0}", "{who:>9}"):
        with pytest.raises(ValueError, match="not a plain name"):
            EN.say(message, who="x")


@pytest.mark.parametrize(("count", "said"), [(0, "0 items"), (1, "one item"), (2, "2 items")])
def test_english_knows_one_from_many(count: int, said: str) -> None:
    assert EN.many("one item", "{count} items", count).plain() == said


def test_the_fixed_labels_are_said_in_both_languages() -> None:
    both = {(label(EN), label(ZH)) for label in LABELS}
    assert both == {
        ("Check in", "签到"), ("Can't come", "请假"), ("Done", "完成"), ("Hand in", "提交"),
        ("Accept", "通过"), ("Return", "退回"), ("Confirm", "确认"), ("Discard", "放弃"),
        ("Nudge", "催办"), ("Yes", "是"), ("No", "否"), ("Not me", "不是我"), ("Held", "已开"),
        ("Moved", "改期"), ("Cancelled", "取消"), ("Undo", "撤销"), ("In hand", "知道了"),
    }  # fmt: skip
