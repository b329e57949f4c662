"""The judge of schedule words can fail an answer, and passes a perfect one."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.oracles.schedule_words_judge import Verdict, judge
from tests.oracles.schedule_words_meaning import Answer, expand
from tests.oracles.schedule_words_row import NOW, Row, read_rows

CORPUS = Path(__file__).parent.parent / "data"
ROWS = [
    row
    for name in ("zh", "en", "fresh_zh", "fresh_en", "later_zh", "later_en")
    for row in read_rows(CORPUS / f"schedule_words_{name}.tsv")
]
UNDERSTOOD = [row for row in ROWS if row.kind != "refused" and not row.must_ask]
WEEKLY = Row(
    text="每周五下午3点",
    language="zh",
    kind="recurring",
    meaning="FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0",
    note="first=2026-11-27T15:00; second=2026-12-04T15:00",
)


def perfect_answer(row: Row) -> Answer:
    """What a program that understands the row would print."""
    answer: Answer = {"text": row.text, "kind": row.kind}
    meaning = row.meaning
    if row.quota:
        per = next(iter(row.values("per")), "")
        answer["quota"] = {"at_least": row.quota, "per": per or _per(meaning)}
    if meaning.startswith("{each_"):
        return answer
    if meaning.startswith("{"):
        return answer | {"relative_to": [_relation(part) for part in meaning.split(",")]}
    if meaning == "DATES":
        return answer | {"next": [*row.values("first"), *row.values("second")]}
    if meaning.startswith("FREQ="):
        return answer | _rule(row)
    start, _, end = meaning.partition("/")
    return answer | {"at": start, "until": end or None}


def _per(meaning: str) -> str:
    window = meaning.rpartition("/")[2]
    names = {
        "P1D": "day",
        "P1W": "week",
        "P1M": "month",
        "P3M": "quarter",
        "P6M": "half-year",
        "P1Y": "year",
    }
    return names[window]


def _relation(part: str) -> dict[str, Any]:
    found = re.fullmatch(r"\{(\w+)\}([^@]+)(?:@(.+))?", part)
    assert found
    return {"event": found[1], "offset": found[2], "at": found[3]}


def _rule(row: Row) -> Answer:
    rule, _, window = row.meaning.partition("/")
    anchor = next(iter(row.values("anchor")), None)
    listed = [*row.values("first"), *row.values("second")]
    dates = listed or [one.isoformat() for one in expand(rule, anchor, NOW)[:5]]
    answer: Answer = {"rrule": rule, "duration": window or None, "anchor": anchor, "next": dates}
    return answer | ({"workdays": "CN"} if row.follows_china else {})


def test_a_perfect_answer_to_every_row_is_right() -> None:
    assert [row for row in UNDERSTOOD if judge(row, perfect_answer(row)) is not Verdict.RIGHT] == []


def test_no_expression_is_asked_about_twice() -> None:
    texts = [(row.text, row.language) for row in ROWS]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    "change",
    [
        {"rrule": "FREQ=WEEKLY;BYDAY=TH;BYHOUR=15;BYMINUTE=0"},
        {"rrule": "FREQ=WEEKLY;BYDAY=FR;BYHOUR=3;BYMINUTE=0"},
        {"rrule": "FREQ=WEEKLY;BYDAY=FR"},
        {"rrule": "FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0;COUNT=3"},
        {"rrule": "FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0;UNTIL=20261231T235959"},
        {"rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYHOUR=15;BYMINUTE=0"},
        {"kind": "once"},
        {"workdays": "CN"},
        {"duration": "PT2H"},
        {"quota": {"at_least": 1, "per": "month"}},
        {"next": None},
        {"next": ["2026-12-04T15:00", "2026-12-11T15:00"]},
        {"anchor": "2026-12-01"},
    ],
    ids=lambda change: "-".join(f"{name}={value}" for name, value in change.items()),
)
def test_a_wrong_part_of_a_rule_is_wrong(change: dict[str, Any]) -> None:
    assert judge(WEEKLY, perfect_answer(WEEKLY) | change) is Verdict.WRONG


def test_an_end_that_comes_a_week_early_is_wrong() -> None:
    daily = row_of("recurring", "FREQ=DAILY;BYHOUR=8;BYMINUTE=0;UNTIL=20270630T235959")
    answer = perfect_answer(daily)
    assert judge(daily, answer) is Verdict.RIGHT
    early = {"rrule": "FREQ=DAILY;BYHOUR=8;BYMINUTE=0;UNTIL=20270623T235959"}
    assert judge(daily, answer | early) is Verdict.WRONG


def test_the_same_rule_in_other_words_is_right() -> None:
    other = {"rrule": "FREQ=DAILY;BYMINUTE=0;BYHOUR=15;BYDAY=FR;INTERVAL=1"}
    assert judge(WEEKLY, perfect_answer(WEEKLY) | other) is Verdict.RIGHT


def row_of(kind: str, meaning: str, note: str = "") -> Row:
    return Row(text="x", language="zh", kind=kind, meaning=meaning, note=note)


@pytest.mark.parametrize(
    ("row", "answer", "verdict"),
    [
        (row_of("once", "2026-11-28"), {"at": "2026-11-28"}, Verdict.RIGHT),
        (row_of("once", "2026-11-28"), {"at": "2026-11-28T00:00"}, Verdict.WRONG),
        (row_of("once", "2026-11-28T22:00"), {"at": "2026-11-28"}, Verdict.WRONG),
        (row_of("deadline", "2026-11-30T23:59"), {"at": "2026-11-30"}, Verdict.RIGHT),
        (row_of("deadline", "2026-11-30T23:59"), {"at": "2026-11-29"}, Verdict.WRONG),
        (row_of("deadline", "2026-11-30T17:00"), {"at": "2026-11-30"}, Verdict.WRONG),
        (row_of("period", "2026-12-01/2026-12-15"), {"at": "2026-12-01"}, Verdict.WRONG),
        (row_of("once", "{term_end}-P6M"), {"at": "2026-11-28"}, Verdict.WRONG),
    ],
)
def test_dates_moments_and_ends_of_days_differ(row: Row, answer: Answer, verdict: Verdict) -> None:
    assert judge(row, {"kind": row.kind} | answer) is verdict


@pytest.mark.parametrize(
    ("offset", "event", "verdict"),
    [
        ("-P6M", "term_end", Verdict.RIGHT),
        ("-P180D", "term_end", Verdict.WRONG),
        ("+P6M", "term_end", Verdict.WRONG),
        ("-P6M", "meeting", Verdict.WRONG),
    ],
)
def test_an_offset_keeps_its_unit_sign_and_event(offset: str, event: str, verdict: Verdict) -> None:
    row = row_of("once", "{term_end}-P6M")
    told = {"kind": "once", "relative_to": [{"event": event, "offset": offset}]}
    assert judge(row, told) is verdict


def test_a_quota_keeps_its_number_and_period() -> None:
    row = row_of("period", "FREQ=MONTHLY;BYMONTHDAY=1/P1M", "quota>=2")
    answer = perfect_answer(row)
    assert judge(row, answer) is Verdict.RIGHT
    assert judge(row, answer | {"quota": {"at_least": 1, "per": "month"}}) is Verdict.WRONG
    assert judge(row, answer | {"quota": {"at_least": 2, "per": "year"}}) is Verdict.WRONG
    assert judge(row, answer | {"quota": None}) is Verdict.WRONG


@pytest.mark.parametrize("kind", ["once", "deadline", "recurring", "period"])
def test_silence_must_not_be_filled(kind: str) -> None:
    said = {"kind": kind, "at": "2026-11-28"}
    assert judge(row_of("refused", "?"), said) is Verdict.WRONG
    assert judge(row_of("once", "?", "must_ask: vague"), said) is Verdict.WRONG
    assert judge(row_of("ask", "2026-11-20T15:00", "past: …"), said) is Verdict.WRONG


def test_a_question_is_right_only_where_people_differ() -> None:
    asked = {"kind": "ask", "readings": [{"kind": "once", "at": "2026-11-28"}]}
    assert judge(row_of("once", "2026-11-28"), asked) is Verdict.ASKED
    assert judge(row_of("once", "2026-11-28", "ambiguous: alt=2026-11-21"), asked) is Verdict.RIGHT
    assert judge(row_of("once", "2026-11-30", "ambiguous: alt=2026-11-21"), asked) is Verdict.ASKED
    assert judge(row_of("once", "?", "must_ask: vague"), asked) is Verdict.RIGHT
    assert judge(row_of("refused", "?"), asked) is Verdict.ASKED
    assert judge(row_of("once", "2026-11-28"), {"kind": "refused"}) is Verdict.MISSED
